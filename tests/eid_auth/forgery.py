"""Writes answers that are wrong in exactly one way, with the node's own hand or a stranger's."""

import base64
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from lxml import etree

from deployments.keys import KeyPair
from deployments.service import keys
from eid_auth.mock_node import profile
from eid_auth.mock_node.answers import Envelope, _status, fresh_id
from eid_auth.mock_node.assertions import Statement, write_assertion
from eid_auth.mock_node.encrypting import encrypted
from eid_auth.mock_node.personas import personas
from eid_auth.mock_node.services import Service, service_called
from eid_auth.mock_node.signing import signed
from eid_auth.service_provider.models import PendingLogin
from tests.eid_auth.browser import NODE, PORTAL, Browser

ACS = f"{PORTAL}/login/acs"
SAMLP = "{urn:oasis:names:tc:SAML:2.0:protocol}"
SAML = "{urn:oasis:names:tc:SAML:2.0:assertion}"


@dataclass
class Forge:
    """One login under way, and the good answer to it from which bad ones are bent."""

    browser: Browser
    relay_state: str
    envelope: Envelope
    statement: Statement
    service: Service
    key: KeyPair = field(default_factory=lambda: keys().rsa("eidas-node-signing"))

    @classmethod
    def of_login_started_by(cls, browser: Browser, *, country: str, persona: str = "P1") -> "Forge":
        browser.start_login(country)
        relay_state = browser.fields()["RelayState"]
        pending = PendingLogin.objects.latest("created_at")
        service = service_called(f"{PORTAL}/login/metadata")
        now = datetime.now(UTC)
        envelope = Envelope(
            response_id=fresh_id(),
            issued_at=now,
            issuer=f"{NODE}/mock-eidas/metadata",
            destination=ACS,
            in_response_to=pending.request_id,
        )
        person = personas()[persona]
        known = person.attributes("PT")
        statement = Statement(
            assertion_id=fresh_id(),
            issued_at=now,
            issuer=f"{NODE}/mock-eidas/metadata",
            in_response_to=pending.request_id,
            recipient=ACS,
            audience=f"{PORTAL}/login/metadata",
            name_id="handle",
            level=person.level,
            authenticated_at=now,
            attributes={local: known[local] for local in profile.MANDATORY},
        )
        return cls(browser, relay_state, envelope, statement, service)

    def bend(self, **facts) -> "Forge":
        """The same answer with other facts; `envelope__x` and `statement__x` say which."""
        split = {"envelope": {}, "statement": {}}
        for name, value in facts.items():
            part, _, fact = name.partition("__")
            split[part][fact] = value
        return replace(self, envelope=replace(self.envelope, **split["envelope"]), statement=replace(self.statement, **split["statement"]))

    def assertion(self) -> bytes:
        return signed(write_assertion(self.statement), self.key)

    def response(self, assertion: bytes | None = None, *, change=None, encrypt=None, sign=None) -> bytes:
        """A response around `assertion`; `change` works on the tree before it is signed."""
        sealed = encrypted(self.assertion() if assertion is None else assertion, self.service.encryption, **(encrypt or {}))
        return self.around(sealed, change=change, sign=sign)

    def around(self, *content: bytes, change=None, sign=None, status=("Success", "")) -> bytes:
        root = etree.fromstring(unsigned_response(self.envelope, *content, status=status))
        if change:
            change(root)
        return signed(etree.tostring(root), self.key, **(sign or {}))

    def post(self, response: bytes, *, relay_state: str | None = None, browser: Browser | None = None):
        fields = {
            "SAMLResponse": base64.b64encode(response).decode(),
            "RelayState": self.relay_state if relay_state is None else relay_state,
        }
        return (browser or self.browser).post(ACS, fields, follow=False)


def unsigned_response(envelope: Envelope, *content: bytes, status=("Success", "")) -> bytes:
    from eid_auth.mock_node.answers import A, P
    from eid_auth.mock_node.assertions import instant

    return etree.tostring(
        P.Response(
            A.Issuer(envelope.issuer, Format=profile.ENTITY),
            _status(*status),
            *(etree.fromstring(part) for part in content),
            ID=envelope.response_id,
            InResponseTo=envelope.in_response_to,
            Version="2.0",
            IssueInstant=instant(envelope.issued_at),
            Destination=envelope.destination,
        )
    )


def ago(**span) -> datetime:
    return datetime.now(UTC) - timedelta(**span)
