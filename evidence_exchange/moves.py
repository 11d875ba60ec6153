"""Every arrow of the two state charts, as tables (exchange-flow 7.1 and 7.2).

An answer may overtake the receipt of the message it answers, so whatever leaves SENT leaves SUBMITTED too.
TIMED_OUT and UNDELIVERABLE are presumptions: the first late answer replaces them.
"""

from dataclasses import dataclass

from evidence_exchange.states import ProviderState as P
from evidence_exchange.states import RequesterState as Q


@dataclass(frozen=True, slots=True)
class Move:
    """One arrow: allowed from `origins`, ends in `target`."""

    name: str
    origins: frozenset[str]
    target: str
    settles: bool = False


def _move(name: str, *origins: str, to: str, settles: bool = False) -> Move:
    return Move(name, frozenset(origins), to, settles)


_AWAITING_FIRST = (Q.SUBMITTED, Q.SENT, Q.TIMED_OUT, Q.UNDELIVERABLE)
_AWAITING_SECOND = (Q.PREVIEW_OPEN, Q.TIMED_OUT, Q.UNDELIVERABLE)
_AWAITING_EITHER = (Q.SUBMITTED, Q.SENT, *_AWAITING_SECOND)

SUBMIT = _move("submit", Q.REQUESTED, to=Q.SUBMITTED)
ACKNOWLEDGE = _move("acknowledge", Q.SUBMITTED, to=Q.SENT)
GIVE_UP_SENDING = _move("give_up_sending", Q.REQUESTED, Q.SUBMITTED, Q.SENT, Q.PREVIEW_OPEN, to=Q.UNDELIVERABLE, settles=True)
OFFER_PREVIEW = _move("offer_preview", *_AWAITING_FIRST, to=Q.PREVIEW_REQUIRED)
FIND_NOTHING = _move("find_nothing", *_AWAITING_FIRST, to=Q.NOTHING_FOUND, settles=True)
CONTINUE = _move("continue", Q.PREVIEW_REQUIRED, to=Q.PREVIEW_OPEN)
CANCEL = _move("cancel", Q.REQUESTED, Q.SUBMITTED, Q.SENT, Q.PREVIEW_REQUIRED, to=Q.CANCELLED, settles=True)
DELIVER = _move("deliver", *_AWAITING_EITHER, to=Q.DELIVERED, settles=True)
DECLINE = _move("decline", *_AWAITING_SECOND, to=Q.DECLINED, settles=True)
DEFER = _move("defer", *_AWAITING_EITHER, to=Q.DEFERRED, settles=True)
REFUSE = _move("refuse", *_AWAITING_EITHER, to=Q.REFUSED, settles=True)
PRESUME_NO_FIRST_ANSWER = _move("presume_no_first_answer", Q.REQUESTED, Q.SUBMITTED, Q.SENT, to=Q.TIMED_OUT, settles=True)
PRESUME_NOT_FOLLOWED = _move("presume_not_followed", Q.PREVIEW_REQUIRED, to=Q.TIMED_OUT, settles=True)
PRESUME_NO_DECISION = _move("presume_no_decision", Q.PREVIEW_OPEN, to=Q.TIMED_OUT, settles=True)

REQUESTER_MOVES = (
    SUBMIT,
    ACKNOWLEDGE,
    GIVE_UP_SENDING,
    OFFER_PREVIEW,
    FIND_NOTHING,
    CONTINUE,
    CANCEL,
    DELIVER,
    DECLINE,
    DEFER,
    REFUSE,
    PRESUME_NO_FIRST_ANSWER,
    PRESUME_NOT_FOLLOWED,
    PRESUME_NO_DECISION,
)

# A worker that died while validating or producing is replaced by one that begins again.
VALIDATE = _move("validate", P.RECEIVED, P.VALIDATING, P.PRODUCING, to=P.VALIDATING)
PRODUCE = _move("produce", P.VALIDATING, to=P.PRODUCING)
ISSUE_PREVIEW = _move("issue_preview", P.PRODUCING, to=P.PREVIEW_ISSUED)
VISIT = _move("visit", P.PREVIEW_ISSUED, to=P.VISITED)
DECIDE = _move("decide", P.VISITED, to=P.DECIDED)
ANSWER_EVIDENCE = _move("answer_evidence", P.PRODUCING, P.DECIDED, to=P.ANSWERED_EVIDENCE, settles=True)
ANSWER_EMPTY = _move("answer_empty", P.PRODUCING, P.DECIDED, to=P.ANSWERED_EMPTY, settles=True)
ANSWER_DEFERRED = _move("answer_deferred", P.PRODUCING, to=P.ANSWERED_DEFERRED, settles=True)
ANSWER_ERROR = _move("answer_error", P.VALIDATING, P.PRODUCING, P.DECIDED, to=P.ANSWERED_ERROR, settles=True)
EXPIRE = _move("expire", P.PREVIEW_ISSUED, P.VISITED, P.DECIDED, to=P.EXPIRED, settles=True)
LEAVE_UNANSWERED = _move("leave_unanswered", P.RECEIVED, P.VALIDATING, to=P.UNANSWERABLE, settles=True)
FAIL_TO_ANSWER = _move(
    "fail_to_answer",
    P.VALIDATING,
    P.PRODUCING,
    P.PREVIEW_ISSUED,
    P.DECIDED,
    P.ANSWERED_EVIDENCE,
    P.ANSWERED_EMPTY,
    P.ANSWERED_DEFERRED,
    P.ANSWERED_ERROR,
    P.EXPIRED,
    to=P.ANSWER_NOT_SENT,
    settles=True,
)

PROVIDER_MOVES = (
    VALIDATE,
    PRODUCE,
    ISSUE_PREVIEW,
    VISIT,
    DECIDE,
    ANSWER_EVIDENCE,
    ANSWER_EMPTY,
    ANSWER_DEFERRED,
    ANSWER_ERROR,
    EXPIRE,
    LEAVE_UNANSWERED,
    FAIL_TO_ANSWER,
)
