"""A login from the portal's button to the portal's next page, through both sides."""

import pytest

from tests.eid_auth.browser import PORTAL

PEOPLE = {
    "P1": ("DE", "Groß"),
    "P2": ("EL", "Papadopoulou"),
    "P9": ("FR", "Lefèvre"),
    "P10": ("FI", "Tuntematon"),
    "P11": ("IT", "Rossi"),
    "P16": ("HR", "Kovač"),
}


@pytest.mark.parametrize(("persona", "country", "family_name"), [(p, c, n) for p, (c, n) in PEOPLE.items()])
def test_every_persona_arrives_as_themselves(browser, persona, country, family_name):
    browser.log_in(persona, country)

    assert browser.address == f"{PORTAL}/signed-in"
    assert browser.response.content.decode() == family_name
