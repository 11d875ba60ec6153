"""The legs of the OOTS P-Mode (eDelivery reference 15.1): what may travel, and how."""

from dataclasses import dataclass

from edelivery.as4.ping import PING_ACTION, PING_SERVICE
from edm.vocabulary.actions import EXCEPTION_RESPONSE, EXECUTE_QUERY_REQUEST, EXECUTE_QUERY_RESPONSE, SERVICE, SERVICE_TYPE

ORIGINAL_SENDER = "originalSender"
FINAL_RECIPIENT = "finalRecipient"
EXCHANGE_ID = "ExchangeId"
SPECIFICATION_ID = "SpecificationId"

FOUR_CORNERS = frozenset({ORIGINAL_SENDER, FINAL_RECIPIENT})
# R-EDM-ebMS-018 and -019: exactly these four on line 2.0.
LINE_2_0 = FOUR_CORNERS | {EXCHANGE_ID, SPECIFICATION_ID}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One service and action, whether its parts are compressed, and which message properties it has."""

    service: str
    service_type: str | None
    action: str
    compressed: bool
    properties: frozenset[str]
    is_ping: bool = False


def _query_leg(action: str, *, compressed: bool) -> Leg:
    return Leg(service=SERVICE, service_type=SERVICE_TYPE, action=action, compressed=compressed, properties=LINE_2_0)


LEGS = (
    _query_leg(EXECUTE_QUERY_REQUEST, compressed=True),
    _query_leg(EXECUTE_QUERY_RESPONSE, compressed=False),
    _query_leg(EXCEPTION_RESPONSE, compressed=True),
    Leg(service=PING_SERVICE, service_type=None, action=PING_ACTION, compressed=True, properties=FOUR_CORNERS, is_ping=True),
)


def leg_for(service: str, action: str) -> Leg | None:
    """The leg of this service and action."""
    return next((leg for leg in LEGS if (leg.service, leg.action) == (service, action)), None)
