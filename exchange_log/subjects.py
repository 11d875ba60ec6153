"""The person a row is about: sealed whole, and found again by a keyed index over a canonical form."""

import json
from dataclasses import asdict

from deployments import service as deployments
from edm.messages.persons import LegalPerson, NaturalPerson

Subject = NaturalPerson | LegalPerson
PURPOSE = "exchange_log.subject"


def subject_bytes(subject: Subject) -> bytes:
    """Everything the request said about the subject, as JSON."""
    return json.dumps({"kind": type(subject).__name__, **asdict(subject)}, default=str, sort_keys=True).encode()


def subject_index(subject: Subject) -> str:
    """The same for the same person, whatever the case of the letters; it cannot be turned back."""
    return deployments.sealer().blind_index(canonical_form(subject), purpose=PURPOSE)


def canonical_form(subject: Subject) -> str:
    """A legal person is its eIDAS identifier alone: its names are rewritten on the way."""
    if isinstance(subject, LegalPerson):
        return _joined("legal", str(subject.eidas_identifier))
    return _joined("natural", subject.family_name, subject.given_name, subject.date_of_birth.isoformat())


def _joined(*pieces: str) -> str:
    # Escaped, so that no name can imitate another person's or the other form.
    return "|".join(piece.casefold().replace("\\", "\\\\").replace("|", "\\|") for piece in pieces)
