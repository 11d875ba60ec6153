"""Reads an AuthnRequest as a strict node does: what is missing or too much is refused, not repaired."""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from lxml import etree
from lxml.etree import _Element

from edm.errors import CorrespondentFault
from edm.regrep.parsing import parse
from eid_auth.mock_node import profile
from eid_auth.mock_node.errors import RequestRefused, UnknownSender
from eid_auth.mock_node.node import sso_address
from eid_auth.mock_node.profile import name
from eid_auth.mock_node.services import Service, service_called
from eid_auth.mock_node.verifying import is_signed_by

LARGEST = 100_000
OLDEST = timedelta(minutes=5)
SKEW = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a service asks of the person: which attributes, at which level."""

    request_id: str
    service: Service
    provider_name: str
    minimum: str
    mandatory: tuple[str, ...]
    optional: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A request whose sender is known for certain, not yet looked at further."""

    request_id: str
    service: Service
    document: _Element


def received(encoded: str) -> Received:
    """UnknownSender unless one of our services signed it."""
    try:
        content = base64.b64decode("".join(encoded.split()), validate=True)
        document = parse(content, limit=LARGEST)
    except (binascii.Error, ValueError, CorrespondentFault) as fault:
        raise UnknownSender("This is no login request.") from fault
    service = service_called(document.findtext(name(profile.ASSERTION, "Issuer")) or "")
    if document.tag != name(profile.PROTOCOL, "AuthnRequest") or service is None or not is_signed_by(content, service.signing):
        raise UnknownSender("The request is signed by no service this node knows.")
    return Received(request_id=document.get("ID", ""), service=service, document=document)


def read_request(request: Received, *, now: datetime) -> Asked:
    """What is asked; RequestRefused with the status the service will get."""
    document = request.document
    _refuse_unless_profile(document, now=now)
    mandatory, optional = _attributes(document)
    return Asked(
        request_id=request.request_id,
        service=request.service,
        provider_name=document.get("ProviderName", ""),
        minimum=_minimum(document),
        mandatory=mandatory,
        optional=optional,
    )


def _refuse_unless_profile(document: _Element, *, now: datetime) -> None:
    if not _protocol_schema().validate(document):
        raise RequestRefused("The request does not follow the SAML schema.")
    if document.get("Destination") != sso_address():
        raise RequestRefused("The request is meant for another node.")
    if document.get("ForceAuthn") != "true" or document.get("IsPassive") != "false":
        raise RequestRefused("An eIDAS request forces a fresh login.")
    if document.get("AssertionConsumerServiceURL") is not None or not document.get("ProviderName"):
        raise RequestRefused("The address of the answer comes from metadata, the name of the service from the request.")
    issued = datetime.fromisoformat(document.get("IssueInstant", ""))
    if issued.tzinfo is None or not now - OLDEST <= issued <= now + SKEW:
        raise RequestRefused("The request is too old, or from the future.")
    kind = document.findtext(f"{name(profile.PROTOCOL, 'Extensions')}/{name(profile.EXTENSIONS, 'SPType')}")
    if kind != "public":
        raise RequestRefused("Only public services are served here.")


def _minimum(document: _Element) -> str:
    context = document.find(name(profile.PROTOCOL, "RequestedAuthnContext"))
    levels = [] if context is None else [profile.LEVELS.get(level.text or "") for level in context]
    if context is None or context.get("Comparison") != "minimum" or len(levels) != 1 or levels[0] is None:
        raise RequestRefused("The request names no single notified level as minimum.", second="NoAuthnContext")
    return levels[0]


def _attributes(document: _Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    wrapper = f"{name(profile.PROTOCOL, 'Extensions')}/{name(profile.EXTENSIONS, 'RequestedAttributes')}"
    requested = document.findall(f"{wrapper}/{name(profile.EXTENSIONS, 'RequestedAttribute')}")
    if any(r.get("NameFormat") != profile.URI_FORMAT for r in requested):
        raise _wrong_attributes()
    required = {r.get("Name", ""): r.get("isRequired") == "true" for r in requested}
    known = {f"{profile.PERSON}{local}": local for local in profile.MANDATORY + profile.OPTIONAL}
    mandatory = tuple(known[full] for full, must in required.items() if must and full in known)
    if len(required) != len(requested) or not required.keys() <= known.keys() or set(mandatory) != set(profile.MANDATORY):
        raise _wrong_attributes()
    return mandatory, tuple(known[full] for full, must in required.items() if not must)


def _wrong_attributes() -> RequestRefused:
    return RequestRefused("The attributes are not one complete set of a natural person.", second="InvalidAttrNameOrValue")


@cache
def _protocol_schema() -> etree.XMLSchema:
    folder = files("onelogin.saml2") / "schemas"  # the OASIS schema files, as any copy of them
    return etree.XMLSchema(etree.parse(str(folder / "saml-schema-protocol-2.0.xsd")))
