"""After whole exchanges nothing in the state folder names a person, opens a page of theirs or quotes their document."""

import re
from base64 import b64encode

import pytest

from oots_portal.stranger.browser import Browser, Page
from oots_portal.stranger.scenarios import scenario_called
from oots_portal.stranger.walk import walk

pytestmark = pytest.mark.running
SCENARIOS = ("approved", "refused", "no-unique-match")
TOKEN = re.compile(r"/(?:preview|return)/([A-Za-z0-9_-]{20,})")
PERSONS = ("Groß", "Jürgen", "Rossi", "1984-03-02", "02.03.1984", "2 March 1984", "1985-05-05", "mock-7f3a91c2", "mock-twin001")
DOCUMENTS = ("EA-2007-004711", "Water Management and Coastal", "Wasserwirtschaft", "1.7 (good)", "%PDF-1")
# What a session holds is signed, not sealed, and may be compressed: only Django can read it.
SESSIONS = """
from django.contrib.sessions.models import Session
for session in Session.objects.all():
    print(session.get_decoded())
"""


class Remembering(Browser):
    """A browser whose history tells which links were opened and offered."""

    def __init__(self, *authorities):
        super().__init__(*authorities)
        self.tokens = set()

    def _ask(self, method: str, url: str, **options: object) -> Page:
        page = super()._ask(method, url, **options)
        self.tokens |= set(TOKEN.findall(page.url + page.content.decode("utf-8", "replace")))
        return page


@pytest.fixture(scope="module")
def walked(sandbox):
    """The tokens of three walks, after strangers knocked at each link as well."""
    authority = sandbox.state / "trust" / "own.pem"
    browser = Remembering(authority)
    for name in SCENARIOS:
        scenario = scenario_called(name)
        walk(scenario, browser, sandbox.origin(scenario.portal))
    for token in browser.tokens:
        for place in (f"{sandbox.origin('DE')}/preview", f"{sandbox.origin('PT')}/return", f"{sandbox.address}/return"):
            assert Browser(authority).open(f"{place}/{token}").status in {403, 404, 410}
    return browser.tokens


def spellings(word):
    """The word as text, as UTF-16, escaped, and as it looks inside base64 wherever it begins."""
    plain = word.encode()
    inside = {b64encode(b"\0" * shift + plain)[-(-shift * 4 // 3) : -4].rstrip(b"=") for shift in range(3)}
    escaped = {word.encode("ascii", "backslashreplace"), word.encode("unicode-escape"), word.encode("ascii", "xmlcharrefreplace")}
    texts = {plain, word.encode("utf-16-le"), word.encode("latin-1")} | escaped
    return texts | {piece for piece in inside if len(piece) >= 8}


def places(folder, words):
    """Each file and word that are found together."""
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = path.read_bytes()
        found += [(str(path.relative_to(folder)), word) for word in words if any(spelling in content for spelling in spellings(word))]
    return found


def test_the_walks_left_traces_to_look_at(sandbox, walked):
    assert len(walked) >= 4
    assert (sandbox.state / "database.sqlite3").stat().st_size > 0
    assert "/preview/[token]" in (sandbox.state / "logs" / "web.log").read_text()


def test_no_person_is_named(sandbox, walked):
    assert places(sandbox.state, PERSONS) == []


def test_no_document_is_quoted(sandbox, walked):
    assert places(sandbox.state, DOCUMENTS) == []


def test_no_link_to_somebodys_page_is_kept(sandbox, walked):
    assert places(sandbox.state, sorted(walked)) == []


def test_no_session_holds_a_person_in_clear(sandbox, walked):
    held = sandbox.shell(SESSIONS)

    assert held
    assert [word for word in (*PERSONS, *walked) if word in held] == []


def test_the_search_would_find_what_it_looks_for(tmp_path):
    for number, spelling in enumerate(spellings("Groß-Jürgen")):
        (tmp_path / str(number)).write_bytes(b"around " + spelling + b" it")
    (tmp_path / "base64").write_bytes(b64encode(b'{"name": "Gro\xc3\x9f-J\xc3\xbcrgen", "x": 1}'))

    assert len(places(tmp_path, ["Groß-Jürgen"])) == len(list(tmp_path.iterdir()))
