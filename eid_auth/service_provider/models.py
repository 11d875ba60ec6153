"""Logins under way, answers seen, and the evidence that a login took place; nowhere a person."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F

LONGEST_LOGIN = timedelta(minutes=15)
MOST_ANSWERS = 5


class PendingLogin(models.Model):
    """A login that one browser has started; the cookie's handle is kept as a hash."""

    handle_hash = models.CharField(max_length=64, unique=True)
    relay_hash = models.CharField(max_length=64)
    request_id = models.CharField(max_length=64, unique=True)
    requester = models.CharField(max_length=2)
    country = models.CharField(max_length=2, blank=True)
    minimum_assurance = models.CharField(max_length=11)
    next_key = models.CharField(max_length=100, blank=True)
    replaced_session = models.CharField(max_length=40, blank=True)
    answers = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.requester}: {self.request_id}"

    def is_too_old(self, now: datetime) -> bool:
        return now - self.created_at > LONGEST_LOGIN

    def count_answer(self) -> bool:
        """False when this login has been answered too often: the rate limit of the ACS."""
        return bool(PendingLogin.objects.filter(pk=self.pk, answers__lt=MOST_ANSWERS).update(answers=F("answers") + 1))

    def claim(self, now: datetime) -> bool:
        """True for the one answer that ends this login."""
        return bool(PendingLogin.objects.filter(pk=self.pk, used_at=None).update(used_at=now))


class SeenIdentifier(models.Model):
    """The id of a response or an assertion, which may not come a second time."""

    class Kind(models.TextChoices):
        RESPONSE = "response", "response"
        ASSERTION = "assertion", "assertion"

    kind = models.CharField(max_length=9, choices=Kind)
    value = models.CharField(max_length=255)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "value"], name="seen_identifier_once"),
            models.CheckConstraint(condition=models.Q(kind__in=["response", "assertion"]), name="seen_identifier_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"


class LoginRecord(models.Model):
    """Evidence of a login (identity 6.3): which answer to which request, its level and digest; not the assertion."""

    request_id = models.CharField(max_length=64, unique=True)
    response_id = models.CharField(max_length=255)
    response_digest = models.CharField(max_length=64)
    issuer = models.CharField(max_length=255)
    requester = models.CharField(max_length=2)
    country = models.CharField(max_length=2)
    level_of_assurance = models.CharField(max_length=11)
    at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.country} → {self.requester}, {self.level_of_assurance}"


class NodeMetadata(models.Model):
    """The node as its signed metadata describe it; the latest import counts."""

    entity_id = models.CharField(max_length=255)
    sso_url = models.URLField(max_length=255)
    certificates = models.TextField(help_text="PEM; more than one while the node changes its key.")
    signs_assertions = models.BooleanField(default=True)
    valid_until = models.DateTimeField()
    imported_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-imported_at", "-pk"]
        verbose_name_plural = "node metadata"

    def __str__(self) -> str:
        return self.entity_id
