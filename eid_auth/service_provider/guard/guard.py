"""The guard as a whole, in the order of identity 6.3."""

from datetime import datetime

from eid_auth.service_provider.errors import LoginDeclined
from eid_auth.service_provider.guard.encryption import refuse_unless_one_encrypted_assertion
from eid_auth.service_provider.guard.expectation import Expectation, refuse_unless_expected
from eid_auth.service_provider.guard.signatures import refuse_unless_one_plain_signature
from eid_auth.service_provider.guard.structure import (
    refuse_outside_references,
    refuse_twin_identifiers,
    refuse_unless_profile_shape,
)
from eid_auth.service_provider.guard.transport import parsed
from eid_auth.service_provider.guard.verification import refuse_unless_signed_by
from eid_auth.service_provider.status import read_status


def refuse_unless_safe(content: bytes, expected: Expectation, *, now: datetime) -> str:
    """The response id of an authentic success; LoginDeclined for an authentic no, LoginRefused for all else."""
    response = parsed(content)
    refuse_outside_references(response)
    refuse_twin_identifiers(response)
    refuse_unless_profile_shape(response)
    refuse_unless_one_plain_signature(response)
    refuse_unless_expected(response, expected, now=now)
    refuse_unless_signed_by(content, expected.node.certificates)
    status = read_status(response)
    if not status.is_success:
        raise LoginDeclined(status)
    refuse_unless_one_encrypted_assertion(response)
    return response.get("ID", "")
