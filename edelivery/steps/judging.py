"""What an answer to our message means: acknowledged, try again, or stop (reference 8.2, 9.3 and 10.3)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from edelivery.as4 import errors
from edelivery.as4.errors import InvalidReceipt, UnreadableAnswer
from edelivery.as4.signals import ErrorSignal, Receipt, read_signal, verify_receipt
from edelivery.models import OutboxMessage, SignalKind, Verdict
from edelivery.policy import SendingPolicy
from edelivery.ports import resolver
from edelivery.transport.base import HttpAnswer


class Conclusion(StrEnum):
    ACKNOWLEDGED = "acknowledged"
    WARNING = "acknowledged_with_warning"
    RETRY = "retry"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One attempt's outcome, with the bytes it rests on."""

    conclusion: Conclusion
    kind: SignalKind
    verdict: Verdict = Verdict.NONE
    error_code: str = ""
    detail: str = ""
    answer: HttpAnswer | None = None

    @property
    def reason(self) -> str:
        """As listeners and staff read it: the code first."""
        return f"{self.error_code} {self.detail}".strip()


def no_answer(detail: str) -> Judgement:
    return Judgement(conclusion=Conclusion.RETRY, kind=SignalKind.NO_ANSWER, error_code=errors.CONNECTION_FAILURE.code, detail=detail)


def not_sendable(detail: str) -> Judgement:
    """Nothing that time could mend: the operator acts."""
    return Judgement(conclusion=Conclusion.STOP, kind=SignalKind.NO_ANSWER, error_code=errors.OTHER.code, detail=detail)


def judge(answer: HttpAnswer, message: OutboxMessage, policy: SendingPolicy, *, now: datetime) -> Judgement:
    """What `answer` proves about `message`."""
    if 300 <= answer.status < 400:
        return _nothing(answer, Conclusion.STOP, f"The endpoint redirects (HTTP {answer.status}).")
    try:
        signal = read_signal(answer.content_type, answer.body)
        if isinstance(signal, ErrorSignal):
            return _of_error(signal, answer, policy)
        return _of_receipt(signal, answer, message, now)
    except InvalidReceipt as fault:
        return _invalid(answer, fault)
    except UnreadableAnswer as fault:
        return _nothing(answer, Conclusion.RETRY, f"HTTP {answer.status}: {fault}")


def _nothing(answer: HttpAnswer, conclusion: Conclusion, detail: str) -> Judgement:
    return Judgement(conclusion=conclusion, kind=SignalKind.NO_ANSWER, error_code=errors.MISSING_RECEIPT.code, detail=detail, answer=answer)


def _of_receipt(receipt: Receipt, answer: HttpAnswer, message: OutboxMessage, now: datetime) -> Judgement:
    peer = resolver().party(message.peer_party)
    if peer is None:
        raise InvalidReceipt("The access point is no longer known here.")
    verify_receipt(
        receipt,
        sent_message_id=message.message_id,
        sent_references=message.digest_references,
        peer_certificate=peer.certificate,
        at=now,
    )
    return Judgement(conclusion=Conclusion.ACKNOWLEDGED, kind=SignalKind.RECEIPT, verdict=Verdict.VERIFIED, answer=answer)


def _invalid(answer: HttpAnswer, fault: InvalidReceipt) -> Judgement:
    return Judgement(
        conclusion=Conclusion.RETRY,
        kind=SignalKind.RECEIPT,
        verdict=Verdict.INVALID,
        error_code=errors.INVALID_RECEIPT.code,
        detail=fault.explanation,
        answer=answer,
    )


def _of_error(signal: ErrorSignal, answer: HttpAnswer, policy: SendingPolicy) -> Judgement:
    # Unsigned errors count too, for Domibus does not sign its faults; a receipt that comes later overrides them (9.1).
    codes = [error.code for error in signal.errors]
    first = signal.errors[0] if signal.errors else None
    return Judgement(
        conclusion=_conclusion(codes, policy),
        kind=SignalKind.ERROR,
        error_code=codes[0] if codes else errors.OTHER.code,
        detail=(first.description or first.short_description or "") if first else "",
        answer=answer,
    )


def _conclusion(codes: list[str], policy: SendingPolicy) -> Conclusion:
    # phase4 answers a duplicate with this error: the partner has the message, its receipt is lost.
    if errors.DUPLICATE_DETECTED.code in codes:
        return Conclusion.WARNING
    if policy.permanent_errors.intersection(codes):
        return Conclusion.STOP
    return Conclusion.RETRY
