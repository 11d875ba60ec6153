"""What can be written down, in the words of the exchange-logging chapter."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Side(TextChoices):
    REQUESTER = "requester", _("Requester")
    PROVIDER = "provider", _("Provider")


class Event(TextChoices):
    # The requester's side.
    EXPLICIT_REQUEST_RECORDED = "explicit_request_recorded", _("Explicit request recorded")
    REQUEST_REFUSED_LOCALLY = "request_refused_locally", _("Request refused before sending")
    REQUEST_CANCELLED = "request_cancelled", _("Request cancelled by the person")
    REQUEST_INTENT = "request_intent", _("Request about to be sent")
    REQUEST_SENT = "request_sent", _("Request sent")
    TRANSPORT_RECEIPT = "transport_receipt", _("Receipt of the other access point")
    TRANSPORT_FAILED = "transport_failed", _("Message could not be delivered")
    PREVIEW_OFFERED = "preview_offered", _("Preview offered")
    USER_REDIRECTED = "user_redirected", _("Person sent to the preview")
    SECOND_REQUEST_SENT = "second_request_sent", _("Second request sent")
    USER_RETURNED = "user_returned", _("Person came back")
    RESPONSE_RECEIVED = "response_received", _("Response received")
    ERROR_RECEIVED = "error_received", _("Error received")
    RESPONSE_REFUSED = "response_refused", _("Response refused")
    EVIDENCE_DELIVERED = "evidence_delivered", _("Evidence delivered to the procedure")
    EVIDENCE_DISCARDED = "evidence_discarded", _("Evidence discarded")
    TIMEOUT_PRESUMED = "timeout_presumed", _("Time-out presumed")
    # The provider's side.
    REQUEST_RECEIVED = "request_received", _("Request received")
    REQUEST_REJECTED = "request_rejected", _("Request rejected")
    IDENTITY_MATCH = "identity_match", _("Identity matching")
    PREVIEW_ISSUED = "preview_issued", _("Preview issued")
    PREVIEW_VISITED = "preview_visited", _("Preview visited")
    REAUTHENTICATION = "reauthentication", _("Re-authentication")
    PREVIEW_DECIDED = "preview_decided", _("Person decided")
    PREVIEW_EXPIRED = "preview_expired", _("Preview expired")
    RESPONSE_INTENT = "response_intent", _("Response about to be sent")
    RESPONSE_SENT = "response_sent", _("Response sent")
    ERROR_SENT = "error_sent", _("Error sent")
    ANSWER_NOT_SENT = "answer_not_sent", _("Answer could not be sent")
    # Operations.
    MESSAGE_UNREADABLE = "message_unreadable", _("Message unreadable")
    MESSAGE_UNHANDLED = "message_unhandled", _("Message not handled")
    LOG_READ = "log_read", _("Log read")
    LOG_PURGED = "log_purged", _("Log purged")
    LOG_EXPORTED = "log_exported", _("Log exported")
