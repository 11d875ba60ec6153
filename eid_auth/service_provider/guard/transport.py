"""From the posted form to a parsed document."""

import base64
import binascii

from django.http import HttpRequest
from lxml.etree import _Element

from edm.errors import CorrespondentFault
from edm.regrep.parsing import parse
from eid_auth.service_provider.errors import LoginRefused, Refusal

LARGEST_RESPONSE = 200_000
# Base64 makes four characters of three, and a form writes some of them as three.
LARGEST_FORM = 2 * LARGEST_RESPONSE
FORM = "application/x-www-form-urlencoded"


def refuse_unless_form(request: HttpRequest) -> None:
    """What can be said before a byte of the body is read."""
    if request.content_type != FORM:
        raise LoginRefused(Refusal.NOT_A_RESPONSE_FORM)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_FORM:
        raise LoginRefused(Refusal.TOO_LARGE)


def posted_response(request: HttpRequest) -> bytes:
    """The bytes of the one SAMLResponse in the form."""
    if len(request.POST.getlist("SAMLResponse")) != 1:
        raise LoginRefused(Refusal.NOT_A_RESPONSE_FORM)
    encoded = request.POST["SAMLResponse"]
    if len(encoded) > LARGEST_RESPONSE * 3 // 2:
        raise LoginRefused(Refusal.TOO_LARGE)
    try:
        content = base64.b64decode("".join(encoded.split()), validate=True)
    except (binascii.Error, ValueError) as fault:
        raise LoginRefused(Refusal.NOT_BASE64) from fault
    if len(content) > LARGEST_RESPONSE:
        raise LoginRefused(Refusal.TOO_LARGE)
    return content


def parsed(content: bytes) -> _Element:
    """The document, through the platform's one hardened parser."""
    try:
        return parse(content, limit=LARGEST_RESPONSE)
    except CorrespondentFault as fault:
        raise LoginRefused(Refusal.NOT_XML) from fault
