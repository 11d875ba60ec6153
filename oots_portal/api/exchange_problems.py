"""Why an exchange failed or expired, in the words of integrators (integrator-api 2.6)."""

from typing import Any

from evidence_exchange.states import RequesterState
from evidence_exchange.summary import ExchangeSummary
from oots_portal.api import problem_kinds as kinds
from oots_portal.api.problem_kinds import ProblemKind
from oots_portal.api.problems import described

KIND_OF_CODE = {
    "EDM:ERR:0001": kinds.PEER_AUTHENTICATION,
    "EDM:ERR:0002": kinds.PEER_REFUSED,
    "EDM:ERR:0003": kinds.PEER_REFUSED,
    "EDM:ERR:0004": kinds.PEER_NOT_FOUND,
    "EDM:ERR:0005": kinds.PEER_TIMEOUT,
    "EDM:ERR:0006": kinds.PEER_REFUSED,
    "EDM:ERR:0007": kinds.PEER_UNSUPPORTED,
    "EDM:ERR:0008": kinds.PEER_REFUSED,
}
KIND_OF_STATE = {
    RequesterState.TIMED_OUT: kinds.OUR_TIMEOUT,
    RequesterState.UNDELIVERABLE: kinds.UNDELIVERABLE,
}
KIND_OF_REJECTION = {"no_common_line": kinds.NO_COMMON_VERSION, "assurance_too_low": kinds.LOA_TOO_LOW}


def problem_of(summary: ExchangeSummary) -> dict[str, Any] | None:
    """The problem of an exchange that failed or expired. What the peer wrote is for the trace alone."""
    kind = _kind(summary)
    if kind is None:
        return None
    wire = {"code": summary.error_code} if summary.state is RequesterState.REFUSED and summary.error_code else None
    return described(kind, exchange_id=str(summary.exchange_id), wire=wire)


def _kind(summary: ExchangeSummary) -> ProblemKind | None:
    if summary.state is RequesterState.REFUSED:
        return KIND_OF_CODE.get(summary.error_code, kinds.ANSWER_INVALID)
    if summary.state is RequesterState.REJECTED_LOCALLY:
        return KIND_OF_REJECTION.get(summary.error_detail, kinds.GATEWAY_UNAVAILABLE)
    return KIND_OF_STATE.get(summary.state)
