"""What the requester received."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deployments.blobs.base import Blob
from evidence_exchange.models.exchange import Exchange


class EvidencePiece(models.Model):
    """One received document; the bytes are a blob, the digest stays when they are removed."""

    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="pieces")
    evidence_id = models.UUIDField(_("evidence"))
    package = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=30)
    title = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    languages = models.JSONField(default=list)
    issuer = models.JSONField(default=dict)
    issued_on = models.DateField(null=True)
    conforms_to = models.CharField(max_length=255, blank=True)
    subject_matches = models.BooleanField(null=True)
    blob_key = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    received_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("evidence piece")
        verbose_name_plural = _("evidence pieces")
        ordering = ["exchange", "package", "pk"]
        constraints = [models.UniqueConstraint(fields=["exchange", "evidence_id"], name="evidence_piece_is_unique")]

    def __str__(self) -> str:
        return self.role

    @property
    def blob(self) -> Blob:
        return Blob(self.blob_key, self.digest, self.size)
