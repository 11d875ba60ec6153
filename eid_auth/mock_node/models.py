"""Logins at the node; the persona is a key into a data file, and nobody real."""

from datetime import datetime, timedelta

from django.db import models

LONGEST = timedelta(minutes=15)


class NodeLogin(models.Model):
    """One request under way in one browser."""

    browser_hash = models.CharField(max_length=64, db_index=True)
    request_id = models.CharField(max_length=255, unique=True)
    entity_id = models.CharField(max_length=255)
    relay_state = models.CharField(max_length=80, blank=True)
    provider_name = models.CharField(max_length=255)
    minimum = models.CharField(max_length=11)
    optional = models.JSONField(default=list)
    country = models.CharField(max_length=2, blank=True)
    country_is_fixed = models.BooleanField(default=False)
    persona = models.CharField(max_length=20, blank=True)
    received_at = models.DateTimeField(db_index=True)
    authenticated_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.entity_id}: {self.request_id}"

    def is_too_old(self, now: datetime) -> bool:
        return now - self.received_at > LONGEST

    def claim(self, now: datetime) -> bool:
        """True for the one page view that may answer."""
        return bool(NodeLogin.objects.filter(pk=self.pk, answered_at=None).update(answered_at=now))
