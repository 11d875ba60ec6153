"""The states of an exchange and every move between them, as tables (exchange-flow 7.1 and 7.2)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Side(TextChoices):
    REQUESTER = "requester", _("Requester")
    PROVIDER = "provider", _("Provider")


class RequesterState(TextChoices):
    """Q1 to Q5 and E1 to E9; Q0 has no row, Q6 is the flag `returned_at`."""

    REQUESTED = "requested", _("Requested")
    SUBMITTED = "submitted", _("Submitted to our access point")
    SENT = "sent", _("Received by the other access point")
    PREVIEW_REQUIRED = "preview_required", _("Preview required")
    PREVIEW_OPEN = "preview_open", _("Preview open")
    DELIVERED = "delivered", _("Delivered")
    DECLINED = "declined", _("Declined by the citizen")
    NOTHING_FOUND = "nothing_found", _("Nothing found")
    DEFERRED = "deferred", _("Available later")
    REFUSED = "refused", _("Refused by the provider")
    TIMED_OUT = "timed_out", _("Presumed timed out")
    UNDELIVERABLE = "undeliverable", _("Undeliverable")
    CANCELLED = "cancelled", _("Cancelled by the citizen")
    REJECTED_LOCALLY = "rejected_locally", _("Rejected before sending")


class ProviderState(TextChoices):
    """P0 to P6 and A1 to A7 without P5, for nobody is asked to log in again (gap 5); H is the preview's link to the second request."""

    RECEIVED = "received", _("Received")
    VALIDATING = "validating", _("Being validated")
    PRODUCING = "producing", _("Evidence being produced")
    PREVIEW_ISSUED = "preview_issued", _("Preview issued")
    VISITED = "visited", _("Preview visited")
    DECIDED = "decided", _("Decided")
    ANSWERED_EVIDENCE = "answered_evidence", _("Answered with evidence")
    ANSWERED_EMPTY = "answered_empty", _("Answered with an empty list")
    ANSWERED_DEFERRED = "answered_deferred", _("Answered: available later")
    ANSWERED_ERROR = "answered_error", _("Answered with an error")
    EXPIRED = "expired", _("Expired")
    UNANSWERABLE = "unanswerable", _("Unanswerable")
    ANSWER_NOT_SENT = "answer_not_sent", _("Answer not sent")


class PublicState(TextChoices):
    """What callers see (integrator-api 2.2)."""

    PREPARING = "preparing", _("Preparing")
    SENT = "sent", _("Sent")
    PREVIEW_REQUIRED = "preview_required", _("Preview required")
    IN_PREVIEW = "in_preview", _("In preview")
    FINISHING = "finishing", _("Finishing")
    DELIVERED = "delivered", _("Delivered")
    DECLINED = "declined", _("Declined")
    NOTHING_FOUND = "nothing_found", _("Nothing found")
    DEFERRED = "deferred", _("Deferred")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")
    EXPIRED = "expired", _("Expired")
