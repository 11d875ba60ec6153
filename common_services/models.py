"""The questions put to directories with the last answer to each, and the directories learned from partners."""

import hashlib
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

FAILURE_LIFETIME = timedelta(seconds=15)
LEASE = timedelta(seconds=5)


def question_key(url: str, version: str) -> str:
    """Equal questions in the same version share a key."""
    return hashlib.sha256(f"{version} {url}".encode()).hexdigest()


class Outcome(models.TextChoices):
    OPEN = "open", _("No answer yet")
    ANSWERED = "answered", _("Answered")
    REFUSED = "refused", _("Refused by the directory")
    UNREACHABLE = "unreachable", _("Unreachable")
    NOT_TRUSTED = "not_trusted", _("Signature not trusted")
    UNREADABLE = "unreadable", _("Unreadable answer")


class AskedQuestion(models.Model):
    """One question to one directory. Only a verified body is ever stored; a refusal lives for seconds."""

    key = models.CharField(max_length=64, unique=True, editable=False)
    url = models.TextField(_("address"))
    version = models.CharField(_("version"), max_length=20)
    directory = models.CharField(_("directory"), max_length=3)
    query_id = models.CharField(_("query"), max_length=120)
    country = models.CharField(_("country"), max_length=2, blank=True)
    parameters = models.JSONField(_("asked for"), default=list)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, default=Outcome.OPEN)
    explanation = models.TextField(_("explanation"), blank=True)
    body = models.BinaryField(null=True, editable=False)
    signer = models.CharField(_("signed by"), max_length=200, blank=True)
    root = models.CharField(_("SHA-256 of the root"), max_length=64, blank=True)
    asked_at = models.DateTimeField(_("asked"))
    claimed_at = models.DateTimeField(_("taken up"), null=True, blank=True)
    settled_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        verbose_name = _("directory question")
        verbose_name_plural = _("directory questions")
        ordering = ("-asked_at",)
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="asked_question_outcome_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.directory} {self.country} ({self.get_outcome_display()})"

    def is_current(self, now: datetime) -> bool:
        """Whether the outcome may still be told: an answer for the cache's lifetime, a failure for seconds."""
        if self.settled_at is None:
            return False
        answered = self.outcome == Outcome.ANSWERED
        lifetime = timedelta(seconds=settings.OOTS["DIRECTORY_CACHE_SECONDS"]) if answered else FAILURE_LIFETIME
        return now < self.settled_at + lifetime

    def claim_asking(self, now: datetime) -> bool:
        """True for the one caller that shall wake the worker, because the outcome is missing or no longer current."""
        unasked = Q(pk=self.pk, asked_at=self.asked_at) & (Q(settled_at__isnull=False) | Q(asked_at__lt=now - LEASE))
        return bool(AskedQuestion.objects.filter(unasked).update(asked_at=now, settled_at=None, outcome=Outcome.OPEN))

    def claim_fetching(self, now: datetime) -> bool:
        """True for the one worker that fetches; a claim lapses, so that a killed worker is replaced."""
        free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=now - LEASE)
        return bool(AskedQuestion.objects.filter(free, pk=self.pk, settled_at__isnull=True).update(claimed_at=now))

    def settle(self, at: datetime, **facts: object) -> None:
        AskedQuestion.objects.filter(pk=self.pk).update(settled_at=at, claimed_at=None, **facts)


class KnownDirectory(models.Model):
    """The directories of a country, learned from a partner; without a row the deployment's own are asked."""

    country = models.CharField(_("country"), max_length=2, unique=True)
    eb_url = models.URLField(_("Evidence Broker"))
    dsd_url = models.URLField(_("Data Service Directory"))
    root_fingerprint = models.CharField(_("SHA-256 of the root"), max_length=64)
    learned_at = models.DateTimeField(_("learned"), auto_now=True)

    class Meta:
        verbose_name = _("known directory")
        verbose_name_plural = _("known directories")
        ordering = ("country",)

    def __str__(self) -> str:
        return f"{self.country}: {self.eb_url}"
