"""ebbp:NonRepudiationInformation: the digests of a message, confirmed by its receiver (reference 8.1)."""

from collections.abc import Iterable

from edelivery.as4.markup import Element
from edelivery.as4.messages import DigestReference
from edelivery.as4.namespaces import ds, ebbp
from edelivery.as4.policy import SecurityPolicy
from edelivery.as4.security.signed_info import read_reference
from edelivery.as4.writing import apex, element


def write_confirmations(references: Iterable[str]) -> str:
    """Repeats every ds:Reference of the verified signature as it stands; nothing is computed anew."""
    copies = (element("ebbp:MessagePartNRInformation", reference) for reference in references)
    return apex("ebbp:NonRepudiationInformation", *copies, declare=("ebbp",))


def read_confirmations(receipt: Element, policy: SecurityPolicy) -> tuple[DigestReference, ...]:
    """Empty when the receipt confirms nothing; children of other namespaces (phase4 adds one) are passed over.

    Raises As4Error or ValueError for references the profile does not know.
    """
    information = receipt.find(ebbp("NonRepudiationInformation"))
    parts = information.iterfind(ebbp("MessagePartNRInformation")) if information is not None else ()
    references = (part.find(ds("Reference")) for part in parts)
    return tuple(read_reference(reference, policy).as_evidence() for reference in references if reference is not None)
