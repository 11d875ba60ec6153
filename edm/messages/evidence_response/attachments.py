"""Whether a response and the attachments that came with it belong together (TDD 4.7)."""

from collections import Counter
from collections.abc import Iterable

from edm.errors import CorrespondentFault
from edm.messages.evidence_response.message import EvidenceResponse


def refuse_unless_complete(response: EvidenceResponse, attached: Iterable[str]) -> None:
    """`attached` are the content ids of the parts other than the body, without `cid:`."""
    named, came = Counter(response.content_ids), Counter(attached)
    if missing := named - came:
        raise CorrespondentFault(f"The answer names {missing.total()} documents that are not attached.", rule="CH-4.7-e")
    if unnamed := came - named:
        raise CorrespondentFault(f"The message carries {unnamed.total()} attachments that the answer does not name.", rule="CH-4.7-e")
