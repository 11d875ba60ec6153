"""Whether header and body of a message announce the same line (TDD 4.7, section 2.6.2)."""

from edm.errors import CorrespondentFault
from edm.vocabulary.lines import EdmLine


def refuse_if_header_differs(announced: str | None, line: EdmLine) -> None:
    """`announced` is the ebMS property SpecificationId, which lines before 2.0 do not have."""
    if announced is None:
        if line.announced_in_header:
            raise CorrespondentFault("The header does not announce the line of the message.", rule="R-EDM-ebMS-019")
        return
    if announced != line.specification:
        raise CorrespondentFault("Header and body announce different lines.", rule="CH-4.7-a")
