"""What the requester received."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deployments import service as deployments
from deployments.blobs.base import Blob
from evidence_exchange.models.exchange import Exchange


class EvidencePiece(models.Model):
    """One received document; the bytes are a blob, the digest stays when they are removed.

    The title is a correspondent's free text, often a file name with a person's name in it: sealed.
    """

    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="pieces")
    evidence_id = models.UUIDField(_("evidence"))
    package = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=30)
    sealed_title = models.BinaryField(null=True)
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
    def context(self) -> str:
        return f"evidence_piece:{self.evidence_id}"

    def seal_title(self, title: str) -> None:
        self.sealed_title = deployments.sealer().seal(title.encode(), context=self.context)

    @property
    def title(self) -> str:
        if self.sealed_title is None:
            return ""
        return deployments.sealer().open(bytes(self.sealed_title), context=self.context).decode()

    @property
    def blob(self) -> Blob:
        return Blob(self.blob_key, self.digest, self.size)
