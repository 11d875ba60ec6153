"""Writes an EvidenceResponse as the QueryResponse of line 2.0 (TDD 4.5.2)."""

from collections.abc import Callable
from uuid import UUID

from edm.messages.agents import INTERMEDIARY, PROVIDER, write_agent
from edm.messages.evidence_response import slots
from edm.messages.evidence_response.message import EvidenceResponse
from edm.messages.evidence_response.package_writer import write_package
from edm.regrep.namespaces import Element
from edm.regrep.writing import attribute, child, collection, member, moment_slot, root, serialise, slot_value, text_slot


def write_evidence_response(response: EvidenceResponse, *, object_ids: Callable[[], UUID]) -> bytes:
    """`object_ids` mints the identifiers of packages, documents, classifications and associations."""
    document = root("query:QueryResponse", ("query", "rim", "sdg", "xlink", "xsi"))
    attribute(document, "status", slots.UNAVAILABLE if response.is_deferred else slots.SUCCESS)
    attribute(document, "requestId", response.request_id.urn)
    text_slot(document, slots.SPECIFICATION_IDENTIFIER, response.line.specification)
    text_slot(document, slots.EVIDENCE_RESPONSE_IDENTIFIER, str(response.response_id))
    moment_slot(document, slots.ISSUE_DATE_TIME, response.issued_at)
    if response.available_at is not None:
        moment_slot(document, slots.RESPONSE_AVAILABLE_DATE_TIME, response.available_at)
    _provider(document, response)
    write_agent(slot_value(document, slots.EVIDENCE_REQUESTER), response.requester)
    packages = child(document, "rim:RegistryObjectList")
    for package in response.packages:
        write_package(packages, package, object_ids)
    return serialise(document)


def _provider(document: Element, response: EvidenceResponse) -> None:
    members = collection(document, slots.EVIDENCE_PROVIDER)
    write_agent(member(members), response.provider, PROVIDER)
    for intermediary in response.intermediaries:
        write_agent(member(members), intermediary, INTERMEDIARY)
