from pathlib import Path

import pytest

from edm.messages.evidence_request import write_evidence_request
from tests.edm.documents import having, saying, slot, spoilt
from tests.edm.factories import evidence_request

SOUND = write_evidence_request(evidence_request())
BROKEN = spoilt(SOUND, saying(f"{slot('Procedure')}//rim:Value", "Z9"))
ODD = spoilt(SOUND, having("//sdg:DataServiceEvidenceType/sdg:Title[1]", "lang", "XX"))
OLD = spoilt(SOUND, saying(f"{slot('SpecificationIdentifier')}//rim:Value", "oots-edm:v1.2"))


@pytest.fixture
def message_file(tmp_path: Path):
    """Writes a message where the command finds it."""

    def write(content: bytes) -> str:
        path = tmp_path / "message.xml"
        path.write_bytes(content)
        return str(path)

    return write
