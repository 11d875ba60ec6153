"""Reads EncryptedKey and EncryptedData and refuses what the profile does not know, before any cryptography."""

from collections.abc import Mapping
from dataclasses import dataclass

from edelivery.as4.errors import POLICY_NONCOMPLIANCE, As4Error
from edelivery.as4.markup import Element
from edelivery.as4.mime.content_ids import resolve
from edelivery.as4.mime.splitting import MimePart
from edelivery.as4.namespaces import ds, wsse, xenc, xenc11
from edelivery.as4.policy import SecurityPolicy, refuse_unless_allowed
from edelivery.as4.security import base64_text
from edelivery.as4.security.algorithms import ATTACHMENT_CIPHERTEXT, ATTACHMENT_CONTENT_ONLY


@dataclass(frozen=True, slots=True, eq=False)
class EncryptedParts:
    """The wrapped content key, to whom it is addressed, and the announced type of every encrypted part."""

    wrapped_key: bytes
    key_info: Element | None
    media_types: Mapping[str, str]


def read_encrypted_parts(security: Element, parts: Mapping[str, MimePart], policy: SecurityPolicy) -> EncryptedParts:
    """Raises As4Error unless one key encrypts every part exactly once, by the algorithms of the profile."""
    keys = security.findall(xenc("EncryptedKey"))
    if len(keys) != 1:
        raise _refusal("The message is not encrypted with exactly one key.")
    media_types: dict[str, str] = {}
    for data in security.iterfind(xenc("EncryptedData")):
        content_id = _read_data(data, keys[0], parts, policy)
        if content_id in media_types:
            raise _refusal("A part is encrypted twice.")
        media_types[content_id] = data.get("MimeType") or "application/octet-stream"
    if media_types.keys() != parts.keys():
        raise _refusal("A part is not encrypted.")
    return EncryptedParts(_read_key(keys[0], policy), keys[0].find(ds("KeyInfo")), media_types)


def _read_key(key: Element, policy: SecurityPolicy) -> bytes:
    method = key.find(xenc("EncryptionMethod"))
    if method is None or method.find(xenc("OAEPparams")) is not None:
        raise _refusal("The key transport is not described as the profile wants it.")
    refuse_unless_allowed(method.get("Algorithm"), policy.key_transports, "key transport")
    # Absent, both mean SHA-1 (XML Encryption 1.1 section 5.5.2).
    refuse_unless_allowed(_algorithm(method, ds("DigestMethod")), policy.digests, "key transport digest")
    refuse_unless_allowed(_algorithm(method, xenc11("MGF")), policy.mask_generations, "mask generation")
    try:
        return base64_text.decode(key.findtext(f"{xenc('CipherData')}/{xenc('CipherValue')}"))
    except ValueError:
        return b""  # fails as every other wrong key does


def _read_data(data: Element, key: Element, parts: Mapping[str, MimePart], policy: SecurityPolicy) -> str:
    if data.get("Type") != ATTACHMENT_CONTENT_ONLY:
        raise _refusal("Only the content of attachments is encrypted.")
    refuse_unless_allowed(_algorithm(data, xenc("EncryptionMethod")), policy.content_encryptions, "content encryption")
    if not _is_encrypted_with(data, key):
        raise _refusal("A part is encrypted with another key.")
    reference = data.find(f"{xenc('CipherData')}/{xenc('CipherReference')}")
    content_id = resolve(reference.get("URI") or "", parts) if reference is not None else None
    if reference is None or content_id is None:
        raise _refusal("An encrypted part did not come.")
    transforms = [transform.get("Algorithm") for transform in reference.iterfind(f"{xenc('Transforms')}/{ds('Transform')}")]
    if transforms != [ATTACHMENT_CIPHERTEXT]:
        raise _refusal("The ciphertext is not transformed as the profile wants it.")
    return content_id


def _is_encrypted_with(data: Element, key: Element) -> bool:
    """By its own reference to the key; without one (older messages), by the key's list."""
    reference = data.find(f"{ds('KeyInfo')}/{wsse('SecurityTokenReference')}/{wsse('Reference')}")
    if reference is not None:
        return key.get("Id") is not None and reference.get("URI") == f"#{key.get('Id')}"
    listed = key.iterfind(f"{xenc('ReferenceList')}/{xenc('DataReference')}")
    return f"#{data.get('Id')}" in {item.get("URI") for item in listed}


def _algorithm(parent: Element, name: str) -> str | None:
    method = parent.find(name)
    return method.get("Algorithm") if method is not None else None


def _refusal(explanation: str) -> As4Error:
    return As4Error(POLICY_NONCOMPLIANCE, explanation)
