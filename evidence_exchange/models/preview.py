"""What the provider shows before it answers."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from deployments import service as deployments
from deployments.blobs.base import Blob
from evidence_exchange.models.exchange import Exchange
from evidence_exchange.models.requests import ReceivedRequest


class Preview(models.Model):
    """One preview link and how far it got.

    Token and location are kept as hashes, the first browser as the hash of its key, the way back sealed. The row
    goes at T2 + T3: then the link is one that was never issued.
    """

    exchange = models.OneToOneField(Exchange, on_delete=models.PROTECT, related_name="preview")
    token_hash = models.CharField(max_length=64, unique=True)
    location_hash = models.CharField(max_length=64, db_index=True)
    browser_hash = models.CharField(max_length=64, blank=True)
    sealed_return = models.BinaryField(null=True)
    second_request = models.OneToOneField(ReceivedRequest, on_delete=models.PROTECT, null=True, related_name="preview")
    minted_at = models.DateTimeField(_("minted"))
    visited_at = models.DateTimeField(_("first visit"), null=True)
    held_at = models.DateTimeField(_("second request held"), null=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    delete_due = models.DateTimeField()

    class Meta:
        verbose_name = _("preview")
        verbose_name_plural = _("previews")

    def __str__(self) -> str:
        return f"preview of {self.exchange}"

    @property
    def context(self) -> str:
        return f"preview:{self.exchange_id}"

    def seal_return(self, location: str) -> None:
        self.sealed_return = deployments.sealer().seal(location.encode(), context=self.context)

    def return_location(self) -> str | None:
        if self.sealed_return is None:
            return None
        return deployments.sealer().open(bytes(self.sealed_return), context=self.context).decode()


class FrozenPiece(models.Model):
    """One document made for a request: exactly these bytes are previewed and, if accepted, sent.

    `sealed_metadata` holds the readable summary and what the answer says about the document.
    """

    preview = models.ForeignKey(Preview, on_delete=models.CASCADE, related_name="pieces")
    evidence_id = models.UUIDField(_("evidence"))
    package = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=30)
    media_type = models.CharField(max_length=100)
    sealed_metadata = models.BinaryField(null=True)
    blob_key = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    accepted = models.BooleanField(null=True)
    wiped_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("frozen piece")
        verbose_name_plural = _("frozen pieces")
        ordering = ["preview", "package", "pk"]
        constraints = [models.UniqueConstraint(fields=["preview", "evidence_id"], name="frozen_piece_is_unique")]

    def __str__(self) -> str:
        return self.role

    @property
    def blob(self) -> Blob:
        return Blob(self.blob_key, self.digest, self.size)

    @property
    def context(self) -> str:
        return f"frozen_piece:{self.evidence_id}"

    def seal_metadata(self, metadata: Mapping[str, Any]) -> None:
        content = json.dumps(metadata, default=str).encode()
        self.sealed_metadata = deployments.sealer().seal(content, context=self.context)

    def metadata(self) -> dict[str, Any]:
        """What was frozen about the document; empty once wiped."""
        if self.sealed_metadata is None:
            return {}
        found: dict[str, Any] = json.loads(deployments.sealer().open(bytes(self.sealed_metadata), context=self.context))
        return found
