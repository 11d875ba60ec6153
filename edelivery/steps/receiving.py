"""Receive one HTTP body, in the order of reference 13; a receipt leaves only for what is safely stored."""

import logging
from datetime import datetime

from django.db import DatabaseError

from deployments import service as deployments
from edelivery.as4 import errors
from edelivery.as4.errors import As4Error, SoapFault
from edelivery.as4.identities import SigningIdentity
from edelivery.as4.signals import SIGNAL_CONTENT_TYPE, write_error
from edelivery.as4.unpacking import Envelope, open_message, read_envelope
from edelivery.policy import reception_policy
from edelivery.steps.admission import agreement_for, own_party_of, refuse_unless_complete, refuse_unless_current
from edelivery.steps.storing import Arrival, store
from edelivery.transport.base import HttpAnswer

log = logging.getLogger(__name__)


class _Reception:
    """One message on its way in: what is known so far decides who signs a refusal and what it refers to."""

    def __init__(self, content_type: str, body: bytes, now: datetime) -> None:
        self._content_type = content_type
        self._body = body
        self._now = now
        self.message_id: str | None = None
        self.signer: SigningIdentity | None = None

    def receipt(self) -> bytes:
        envelope = read_envelope(self._content_type, self._body)
        self.message_id = envelope.message_id
        return self._admit(envelope)

    def _admit(self, envelope: Envelope) -> bytes:
        claimed = envelope.user_message
        own_party, own = own_party_of(claimed)
        self.signer = own
        agreement = agreement_for(claimed, own_party, own)
        opened = open_message(envelope, own=own, sender_certificate=agreement.peer.certificate, at=self._now)
        refuse_unless_complete(opened.message, agreement.leg)
        refuse_unless_current(opened.message, reception_policy(), now=self._now)
        return store(Arrival(opened=opened, agreement=agreement, content_type=self._content_type, body=self._body, at=self._now))


def receive_message(content_type: str, body: bytes, *, now: datetime) -> HttpAnswer:
    """The receipt, or the error signal that says what is wrong."""
    reception = _Reception(content_type, body, now)
    try:
        receipt = reception.receipt()
    except As4Error as refusal:
        return _refusal(refusal, reception, now)
    except (DatabaseError, OSError):
        log.exception("message_not_stored message=%s", reception.message_id)
        return _refusal(As4Error(errors.DELIVERY_FAILURE, "the message could not be stored; send it again"), reception, now)
    except Exception:  # the outermost edge: a stranger's bytes must not bring out a page of ours
        log.exception("message_not_processed message=%s", reception.message_id)
        return _refusal(As4Error(errors.OTHER, "the message could not be processed"), reception, now)
    return HttpAnswer(200, SIGNAL_CONTENT_TYPE, receipt)


def _refusal(refusal: As4Error, reception: _Reception, now: datetime) -> HttpAnswer:
    log.warning("message_refused message=%s code=%s reason=%s", reception.message_id, refusal.code, refusal.explanation)
    signal = write_error(
        refusal,
        signer=reception.signer,
        message_id=f"{deployments.identifiers().uuid()}@{deployments.deployment().name}.as4",
        now=now,
        ref=reception.message_id,
    )
    return HttpAnswer(_status(refusal.fault), SIGNAL_CONTENT_TYPE, signal)


def _status(fault: SoapFault | None) -> int:
    """SOAP 1.2, part 2, section 7.5.2.2; an error signal without a fault is an ordinary answer."""
    if fault is None:
        return 200
    return 400 if fault is SoapFault.SENDER else 500
