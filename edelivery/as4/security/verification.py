"""Verifies a signature against the pinned certificate and the very nodes that are used (reference 7.3 and 13)."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from lxml import etree

from edelivery.as4.errors import FAILED_AUTHENTICATION, POLICY_NONCOMPLIANCE, As4Error
from edelivery.as4.markup import Element, canonical
from edelivery.as4.messages import DigestReference
from edelivery.as4.mime.content_ids import resolve
from edelivery.as4.namespaces import PREFIXES
from edelivery.as4.policy import SecurityPolicy
from edelivery.as4.security.attachments import Attachment, digested_octets
from edelivery.as4.security.certificates import trusted_key
from edelivery.as4.security.signed_info import Reference, Signature, read_signature
from edelivery.as4.security.signing import PADDING
from edelivery.as4.security.tokens import names_certificate
from edelivery.as4.soap import SoapEnvelope

_all_signatures = etree.XPath("//ds:Signature", namespaces={"ds": PREFIXES["ds"]})


@dataclass(frozen=True, slots=True)
class Verified:
    """What a valid signature covers."""

    references: tuple[DigestReference, ...]
    attachments: frozenset[str | None]


def find_signature(soap: SoapEnvelope, policy: SecurityPolicy) -> Signature:
    """The one signature of the one Security header."""
    signatures: list[Element] = _all_signatures(soap.root)
    if not signatures:
        raise As4Error(POLICY_NONCOMPLIANCE, "The message is not signed.")
    if len(signatures) > 1 or signatures[0].getparent() is not soap.security:
        raise As4Error(FAILED_AUTHENTICATION, "There is exactly one signature, in the Security header.")
    return read_signature(signatures[0], policy)


def verify(
    soap: SoapEnvelope,
    signature: Signature,
    attachments: Mapping[str, Attachment],
    *,
    certificate: x509.Certificate,
    policy: SecurityPolicy,
    at: datetime | None,
) -> Verified:
    """Raises As4Error unless the pinned key signed this Messaging, this Body and these attachments."""
    key = trusted_key(certificate, policy, at)
    if not names_certificate(signature.key_info, certificate, soap.nodes):
        raise As4Error(FAILED_AUTHENTICATION, "The message is not signed with the certificate of its sender.")
    try:
        signed_info = canonical(signature.signed_info, signature.prefixes)
        key.verify(signature.value, signed_info, PADDING, hashes.SHA256())
        for reference, octets in _covered(soap, signature, attachments):
            if hashlib.sha256(octets).digest() != reference.digest:
                raise As4Error(FAILED_AUTHENTICATION, "Something was changed after signing.")
    except (InvalidSignature, ValueError, etree.C14NError) as error:
        raise As4Error(FAILED_AUTHENTICATION, "The signature is not valid.") from error
    _refuse_unless_of_these_nodes(soap, signature)
    covered = frozenset(resolve(reference.uri, attachments) for reference in signature.references if reference.is_attachment)
    return Verified(tuple(reference.as_evidence() for reference in signature.references), covered)


def _covered(
    soap: SoapEnvelope, signature: Signature, attachments: Mapping[str, Attachment]
) -> Iterator[tuple[Reference, bytes | memoryview]]:
    for reference in signature.references:
        if reference.is_attachment:
            content_id = resolve(reference.uri, attachments)
            if content_id is None:
                raise As4Error(FAILED_AUTHENTICATION, "The signature covers an attachment that did not come.")
            yield reference, digested_octets(attachments[content_id])
        else:
            yield reference, canonical(_node(soap, reference), reference.prefixes)


def _node(soap: SoapEnvelope, reference: Reference) -> Element:
    node = soap.nodes.get(reference.uri.removeprefix("#"))
    if node is None:
        raise As4Error(FAILED_AUTHENTICATION, "The signature covers an element that is not there.")
    return node


def _refuse_unless_of_these_nodes(soap: SoapEnvelope, signature: Signature) -> None:
    """Identity, not equality: a signed copy elsewhere says nothing about the node we read."""
    covered = [_node(soap, reference) for reference in signature.references if not reference.is_attachment]
    for needed in (soap.body, soap.messaging):
        if not any(node is needed for node in covered):
            raise As4Error(FAILED_AUTHENTICATION, "The signature does not cover the header and body of this message.")
