"""What an encrypted assertion may look like, before the private key is used on it (identity 6.2)."""

from lxml import etree
from lxml.etree import _Element

from eid_auth.service_provider.algorithms import CONTENT_ENCRYPTION, KEY_TRANSPORT, OAEP_DIGESTS, OAEP_MASKS
from eid_auth.service_provider.errors import LoginRefused, Refusal
from eid_auth.service_provider.namespaces import XENC11, ds, saml, xenc

ELEMENT_TYPE = "http://www.w3.org/2001/04/xmlenc#Element"


def refuse_unless_one_encrypted_assertion(response: _Element) -> None:
    encrypted = list(response.iter(saml("EncryptedAssertion")))
    data = list(response.iter(xenc("EncryptedData")))
    keys = list(response.iter(xenc("EncryptedKey")))
    if len(encrypted) != 1 or len(data) != 1 or len(keys) != 1 or data[0].getparent() is not encrypted[0]:
        raise LoginRefused(Refusal.NOT_ENCRYPTED)
    if data[0].get("Type") != ELEMENT_TYPE:
        raise LoginRefused(Refusal.NOT_ENCRYPTED)
    if _algorithm(data[0]) not in CONTENT_ENCRYPTION:
        raise LoginRefused(Refusal.CONTENT_ENCRYPTION)
    if _algorithm(keys[0]) not in KEY_TRANSPORT or not _plain_oaep(keys[0]):
        raise LoginRefused(Refusal.KEY_TRANSPORT)


def _algorithm(encrypted: _Element) -> str:
    method = encrypted.find(xenc("EncryptionMethod"))
    return "" if method is None else method.get("Algorithm", "")


def _plain_oaep(key: _Element) -> bool:
    allowed = {ds("DigestMethod"): OAEP_DIGESTS, f"{{{XENC11}}}MGF": OAEP_MASKS}
    method = key.find(xenc("EncryptionMethod"))
    if method is None:
        return False
    return all(child.get("Algorithm") in allowed.get(str(child.tag), ()) for child in method.iterchildren(etree.Element))
