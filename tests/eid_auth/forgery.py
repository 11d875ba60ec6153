"""Writes answers that are wrong in exactly one way, with the node's own hand or a stranger's."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from lxml import etree

from deployments.service import keys
from eid_auth.mock_node import profile
from eid_auth.mock_node.answers import SIGNING_KEY, Envelope, fresh_id, status_element, unsigned
from eid_auth.mock_node.assertions import Statement, write_assertion
from eid_auth.mock_node.encrypting import encrypted
from eid_auth.mock_node.personas import personas
from eid_auth.mock_node.services import Service, service_called
from eid_auth.mock_node.signing import signed
from eid_auth.service_provider.models import PendingLogin
from tests.eid_auth.browser import NODE, PORTAL, Browser

ACS = f"{PORTAL}/login/acs"
ENTITY_ID = f"{PORTAL}/login/metadata"
NODE_ID = f"{NODE}/mock-eidas/metadata"
Change = Callable[[etree._Element], object]


@dataclass
class Forge:
    """One login under way, and the good answer to it from which bad ones are bent."""

    browser: Browser
    relay_state: str
    envelope: Envelope
    statement: Statement
    service: Service
    key: str = SIGNING_KEY

    @classmethod
    def of_login_started_by(cls, browser: Browser, *, country: str = "DE", persona: str = "P1") -> "Forge":
        browser.start_login(country)
        request_id, now = PendingLogin.objects.latest("created_at").request_id, datetime.now(UTC)
        person = personas()[persona]
        known = person.attributes("PT")
        return cls(
            browser=browser,
            relay_state=browser.fields()["RelayState"],
            envelope=Envelope(response_id=fresh_id(), issued_at=now, issuer=NODE_ID, destination=ACS, in_response_to=request_id),
            statement=Statement(
                assertion_id=fresh_id(),
                issued_at=now,
                issuer=NODE_ID,
                in_response_to=request_id,
                recipient=ACS,
                audience=ENTITY_ID,
                name_id="handle",
                level=person.level,
                authenticated_at=now,
                attributes={local: known[local] for local in profile.MANDATORY},
            ),
            service=service_called(ENTITY_ID),
        )

    def bend(self, **facts) -> "Forge":
        """The same answer with another fact on the outside of the response."""
        return replace(self, envelope=replace(self.envelope, **facts))

    def state(self, **facts) -> "Forge":
        """The same answer with another fact in the assertion."""
        return replace(self, statement=replace(self.statement, **facts))

    def assertion(self, change: Change | None = None, **signature) -> bytes:
        """The signed assertion; `change` works on it before it is signed."""
        return signed(changed(write_assertion(self.statement), change), keys().rsa(self.key), **signature)

    def sealed(self, assertion: bytes | None = None, **encryption) -> bytes:
        return encrypted(self.assertion() if assertion is None else assertion, self.service.encryption, **encryption)

    def response(self, *content: bytes, change: Change | None = None, status=("Success", ""), **signature) -> bytes:
        """The signed response around the sealed assertion, or around `content`; `change` works before signing."""
        parts = content or (self.sealed(),)
        return signed(changed(unsigned(self.envelope, status_element(*status), *parts), change), keys().rsa(self.key), **signature)

    def refusal(self, *, top: str, second: str) -> bytes:
        """A signed answer that holds no assertion."""
        bare = unsigned(self.envelope, status_element(top, second))
        return signed(bare, keys().rsa(self.key))

    def post(self, response: bytes | str, *, relay_state: str | None = None, browser: Browser | None = None):
        encoded = response if isinstance(response, str) else base64.b64encode(response).decode()
        fields = {"SAMLResponse": encoded, "RelayState": self.relay_state if relay_state is None else relay_state}
        return (browser or self.browser).post(ACS, fields, follow=False)


def changed(content: bytes, change: Change | None) -> bytes:
    """The document after `change` has worked on its tree."""
    if change is None:
        return content
    root = etree.fromstring(content)
    change(root)
    return etree.tostring(root)


def setting(path: str, attribute: str, value: str | None) -> Change:
    """A change of one attribute; None removes it."""

    def change(root):
        element = root if path == "." else root.find(path, PREFIXES)
        if value is None:
            del element.attrib[attribute]
        else:
            element.set(attribute, value)

    return change


def removing(path: str) -> Change:
    def change(root):
        element = root.find(path, PREFIXES)
        element.getparent().remove(element)

    return change


PREFIXES = {
    "samlp": profile.PROTOCOL,
    "saml": profile.ASSERTION,
    "ds": profile.SIGNATURE,
    "xenc": profile.ENCRYPTION,
}
