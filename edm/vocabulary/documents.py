"""What a document is within its package (EDM reference 6.4)."""

import re
from enum import StrEnum

MAIN_EVIDENCE = "MainEvidence"
CLASSIFICATION_SCHEME = "urn:fdc:oots:classification:edm"
# How a document points at the part of the message that holds it.
ATTACHMENT = re.compile(r"cid:([^@\s]+@[^@\s]+)")
ASSOCIATION_PREFIX = "urn:oasis:names:tc:ebxml-regrep:AssociationType:"


class AssociatedDocument(StrEnum):
    """What may accompany the main evidence."""

    ANNEX = "Annex"
    HUMAN_READABLE_VERSION = "HumanReadableVersion"
    TRANSLATION = "Translation"

    @property
    def association_type(self) -> str:
        return ASSOCIATION_PREFIX + self.value
