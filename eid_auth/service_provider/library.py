"""python3-saml for what it does well: decrypting, the schema, the conditions, the assertion's own signature.

Called only with a response that the guard has let pass.
"""

import base64
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import xmlsec
from cryptography.hazmat.primitives.serialization import Encoding
from lxml import etree
from onelogin.saml2 import response as library_response
from onelogin.saml2.errors import OneLogin_Saml2_Error, OneLogin_Saml2_ValidationError
from onelogin.saml2.response import OneLogin_Saml2_Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings

from deployments.keys import KeyPair
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.guard.expectation import Expectation
from eid_auth.service_provider.namespaces import POST_BINDING
from eid_auth.service_provider.parties import ServiceProvider, TrustedNode
from eid_auth.service_provider.schema import EidasXml

# The library's own schema refuses every eIDAS value; it offers no other place to say so.
library_response.OneLogin_Saml2_XML = EidasXml
# How the library may fail on a hostile plaintext; all are one refusal, so that none tells why.
DECRYPTION_FAILURES = (
    xmlsec.Error,
    etree.LxmlError,
    OneLogin_Saml2_Error,
    OneLogin_Saml2_ValidationError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
)


def decrypted(content: bytes, expected: Expectation) -> "Decrypted":
    """The response with its assertion in clear, not yet validated."""
    for pair in (expected.provider.encryption, *expected.provider.retired_encryption):
        settings = OneLogin_Saml2_Settings(_settings(expected.provider, expected.node, pair))
        with suppress(*DECRYPTION_FAILURES):
            response = OneLogin_Saml2_Response(settings, base64.b64encode(content))
            return Decrypted(response, etree.tostring(response.get_xml_document()))
    raise LoginRefused(Refusal.UNREADABLE)


class Decrypted:
    """A decrypted response: its bytes, and the library's view of it."""

    def __init__(self, response: OneLogin_Saml2_Response, content: bytes) -> None:
        self._response = response
        self.content = content

    def refuse_unless_valid(self, expected: Expectation) -> None:
        """Schema, conditions, audience, issuers, signatures: the library's strict validation."""
        # Our own address comes from the deployment, never from the Host header.
        acs = urlsplit(expected.provider.acs_url)
        request = {"https": "on", "http_host": acs.netloc, "script_name": acs.path}
        if not self._response.is_valid(request, request_id=expected.request_id):
            raise LoginRefused(Refusal.LIBRARY, detail=f"({self._response.get_error()})")


def _settings(provider: ServiceProvider, node: TrustedNode, decryption: KeyPair) -> dict[str, Any]:
    return {
        "strict": True,
        "debug": False,
        "sp": {
            "entityId": provider.entity_id,
            "assertionConsumerService": {"url": provider.acs_url, "binding": POST_BINDING},
            "x509cert": decryption.certificate_pem.decode(),
            "privateKey": decryption.private_pem.decode(),
        },
        "idp": {
            "entityId": node.entity_id,
            "singleSignOnService": {"url": node.sso_url, "binding": POST_BINDING},
            "x509certMulti": {"signing": [c.public_bytes(Encoding.PEM).decode() for c in node.certificates], "encryption": []},
        },
        "security": {
            "wantMessagesSigned": True,
            "wantAssertionsSigned": node.signs_assertions,
            "wantAssertionsEncrypted": True,
            "rejectDeprecatedAlgorithm": True,
            "requestedAuthnContext": False,
        },
    }
