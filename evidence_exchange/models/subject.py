"""The only place of an exchange that holds the citizen: sealed, and wiped by a clock."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deployments import service as deployments
from edm.messages.evidence_request.message import EvidenceRequest
from edm.messages.evidence_request.reader import read_evidence_request
from evidence_exchange.models.exchange import Exchange


class Subject(models.Model):
    """The request that names the citizen, whole and sealed, for as long as something must still be made from it.

    The requester builds the second request from it, the provider the evidence. `index` is blind: it tells whether
    two messages are about the same person and nothing else, and outlives the wiping.
    """

    exchange = models.ForeignKey(Exchange, on_delete=models.PROTECT, related_name="subjects")
    message_id = models.CharField(max_length=255)
    sealed = models.BinaryField(null=True)
    index = models.CharField(max_length=64, blank=True)
    wipe_due = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        constraints = [models.UniqueConstraint(fields=["exchange", "message_id"], name="subject_is_unique")]

    def __str__(self) -> str:
        return "wiped" if self.sealed is None else "sealed"

    @property
    def context(self) -> str:
        return f"subject:{self.exchange_id}:{self.message_id}"

    def seal(self, content: bytes) -> None:
        self.sealed = deployments.sealer().seal(content, context=self.context)

    def content(self) -> bytes | None:
        """The request as it was written; None once wiped."""
        if self.sealed is None:
            return None
        return deployments.sealer().open(bytes(self.sealed), context=self.context)

    def request(self) -> EvidenceRequest | None:
        content = self.content()
        return None if content is None else read_evidence_request(content)
