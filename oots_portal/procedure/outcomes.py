"""Why an exchange ended as it did, in the terms of what a citizen is told; codes stay under technical details."""

from enum import StrEnum

from evidence_exchange.service import ExchangeSummary
from evidence_exchange.states import RequesterState


class Happened(StrEnum):
    NOTHING_FOUND = "nothing_found"
    DECLINED = "declined"
    LATER = "later"
    NO_ANSWER = "no_answer"
    TIME_RAN_OUT = "time_ran_out"
    NOT_MATCHED = "not_matched"
    UNREACHABLE = "unreachable"
    NOT_SENT = "not_sent"
    OFFICE_BROKEN = "office_broken"


OF_STATE = {
    RequesterState.NOTHING_FOUND: Happened.NOTHING_FOUND,
    RequesterState.DECLINED: Happened.DECLINED,
    RequesterState.DEFERRED: Happened.LATER,
    RequesterState.UNDELIVERABLE: Happened.UNREACHABLE,
    RequesterState.REJECTED_LOCALLY: Happened.NOT_SENT,
}
OF_CODE = {"EDM:ERR:0004": Happened.NOT_MATCHED, "EDM:ERR:0005": Happened.TIME_RAN_OUT}


def what_happened(exchange: ExchangeSummary) -> Happened:
    if exchange.state in OF_STATE:
        return OF_STATE[exchange.state]
    was_at_preview = exchange.preview_host is not None
    if exchange.state == RequesterState.TIMED_OUT:
        return Happened.TIME_RAN_OUT if was_at_preview else Happened.NO_ANSWER
    if exchange.error_code == "EDM:ERR:0005" and not was_at_preview:
        return Happened.NO_ANSWER
    return OF_CODE.get(exchange.error_code, Happened.OFFICE_BROKEN)
