"""Start-up self-test: the cryptography the login needs is really there (identity 5.3)."""

from collections.abc import Sequence

import xmlsec
from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, Tags, register
from lxml import etree

from eid_auth.service_provider.self_test import decrypts_gcm, verifies_pss

OLDEST_LIBXMLSEC = (1, 3, 0)
HINT = "Install the binary wheels of lxml and xmlsec together, as the lock file pins them."


@register(Tags.security)
def login_cryptography(app_configs: Sequence[AppConfig] | None, **options: object) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if xmlsec.get_libxml_version() != etree.LIBXML_VERSION:
        found.append(Error("lxml and xmlsec carry different versions of libxml2.", hint=HINT, id="eid_auth.E001"))
    if xmlsec.get_libxmlsec_version() < OLDEST_LIBXMLSEC:  # type: ignore[attr-defined]
        found.append(Error("libxmlsec is older than 1.3: no RSA-PSS, no OAEP 1.1.", hint=HINT, id="eid_auth.E002"))
    if not found and not verifies_pss():
        found.append(Error("xmlsec does not sign and verify RSASSA-PSS.", hint=HINT, id="eid_auth.E003"))
    if not found and not decrypts_gcm():
        found.append(Error("xmlsec does not encrypt and decrypt AES-256-GCM.", hint=HINT, id="eid_auth.E004"))
    return found
