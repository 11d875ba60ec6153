"""Whom to answer when a request cannot be read: what is still sound in it, and nothing else (EDM reference 7.5, 10)."""

from dataclasses import dataclass
from uuid import UUID

from edm.errors import CorrespondentFault
from edm.messages.evidence_request.reader import read_request_id, read_requester
from edm.regrep.namespaces import Element
from edm.regrep.parsing import parse
from edm.regrep.reading import Slots
from edm.vocabulary.languages import LANGUAGES
from edm.vocabulary.parties import Authority
from edm.vocabulary.schemes import is_participant

# A name shorter than this would break R-EDM-ERR-C027 in our own answer.
SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondent:
    """Without a requester no conformant answer can be built: the fault is logged only."""

    request_id: UUID | None = None
    requester: Authority | None = None


def read_correspondent(content: bytes) -> Correspondent:
    """Never fails: echoing a malformed value would make our own answer break the twin of the rule."""
    try:
        document = parse(content)
    except CorrespondentFault:
        return Correspondent()
    return Correspondent(request_id=_request_id(document), requester=_requester(document))


def _request_id(document: Element) -> UUID | None:
    try:
        return read_request_id(document)
    except CorrespondentFault:
        return None


def _requester(document: Element) -> Authority | None:
    try:
        requester, _ = read_requester(Slots(document))
    except CorrespondentFault:
        return None
    is_sound = is_participant(requester.identifier) and all(
        language in LANGUAGES and len(name) >= SHORTEST_NAME for language, name in requester.names.items()
    )
    return requester if is_sound else None
