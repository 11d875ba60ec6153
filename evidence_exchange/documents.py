"""The documents of packages, main evidence before what accompanies it."""

from collections.abc import Iterable

from edm.messages.evidence_response.message import Document, EvidencePackage, Supplement

AnyDocument = Document | Supplement


def documents_of(packages: Iterable[EvidencePackage]) -> list[AnyDocument]:
    found: list[AnyDocument] = []
    for package in packages:
        found.append(package.main)
        found.extend(package.supplements)
    return found
