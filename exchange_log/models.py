"""The rows of the log: added, never changed."""

from datetime import datetime
from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

from edm.errors import CallerMistake
from exchange_log.events import Event, Side


class LogIsAppendOnly(CallerMistake):
    """A row of the log is never changed, and removed only when its retention has passed."""


class AppendOnlyQuerySet(models.QuerySet["LogEntry"]):
    def update(self, **facts: object) -> NoReturn:
        raise LogIsAppendOnly("Rows of the exchange log are not updated.")

    def bulk_update(self, *rows: object, **facts: object) -> NoReturn:
        raise LogIsAppendOnly("Rows of the exchange log are not updated.")

    def delete(self) -> NoReturn:
        raise LogIsAppendOnly("Rows of the exchange log are not deleted.")

    def purge(self, before: datetime) -> int:
        """The one way out: rows whose retention has passed (Implementing Regulation, Article 17(4))."""
        return self.filter(at__lt=before)._raw_delete(self.db)


class LogEntry(models.Model):
    """One fact of one exchange, as one side saw it.

    No plain column says who the person is. `sealed_body` is the first part of the message exactly as it travelled,
    `sealed_subject` the person it is about; `subject_index` finds the rows of one person and tells nothing else.
    """

    # Names the row inside its sealed columns: the primary key is not known before the row exists.
    seal = models.UUIDField(_("seal"), unique=True, editable=False)
    event = models.CharField(_("event"), max_length=40, choices=Event)
    at = models.DateTimeField(_("at"), db_index=True)
    side = models.CharField(_("side"), max_length=10, choices=Side)
    instance = models.CharField(_("instance"), max_length=100)
    authority_id = models.CharField(_("owning authority"), max_length=255)
    authority_scheme = models.CharField(_("owning authority scheme"), max_length=255)
    requester_id = models.CharField(_("requester"), max_length=255, blank=True)
    requester_scheme = models.CharField(_("requester scheme"), max_length=255, blank=True)
    provider_id = models.CharField(_("provider"), max_length=255, blank=True)
    provider_scheme = models.CharField(_("provider scheme"), max_length=255, blank=True)
    peer_country = models.CharField(_("peer country"), max_length=2, blank=True)
    conversation_id = models.CharField(_("conversation"), max_length=255, blank=True, db_index=True)
    exchange_id = models.CharField(_("exchange"), max_length=255, blank=True, db_index=True)
    request_id = models.CharField(_("request"), max_length=255, blank=True, db_index=True)
    response_id = models.CharField(_("response"), max_length=255, blank=True, db_index=True)
    message_id = models.CharField(_("AS4 message"), max_length=255, blank=True, db_index=True)
    procedure_code = models.CharField(_("procedure"), max_length=20, blank=True)
    requirement_ids = models.JSONField(_("requirements"), default=list)
    evidence_type = models.CharField(_("evidence type"), max_length=255, blank=True)
    specification = models.CharField(_("specification"), max_length=50, blank=True)
    error_code = models.CharField(_("error code"), max_length=50, blank=True)
    error_detail = models.TextField(_("error detail"), blank=True)
    evidence_ids = models.JSONField(_("evidence"), default=list)
    decision = models.CharField(_("decision"), max_length=50, blank=True)
    text_version = models.CharField(_("text version"), max_length=50, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    body_type = models.CharField(_("declared type of the body"), max_length=255, blank=True)
    body_digest = models.CharField(_("SHA-256 of the body"), max_length=64, blank=True)
    sealed_body = models.BinaryField(null=True)
    sealed_subject = models.BinaryField(null=True)
    subject_index = models.CharField(_("subject index"), max_length=64, blank=True, db_index=True)
    facts = models.JSONField(_("facts"), default=dict)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(event__in=Event.values), name="log_entry_event_is_known"),
            models.CheckConstraint(condition=models.Q(side__in=Side.values), name="log_entry_side_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_event_display()} ({self.get_side_display()})"

    def save(self, *arguments: Any, **options: Any) -> None:
        if not self._state.adding:
            raise LogIsAppendOnly("A row of the exchange log is not changed.")
        super().save(*arguments, **options)

    def delete(self, *arguments: Any, **options: Any) -> NoReturn:
        raise LogIsAppendOnly("A row of the exchange log is not deleted.")
