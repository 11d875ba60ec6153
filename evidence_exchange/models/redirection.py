"""Where the citizen is sent, and by which address they come back (requester side)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deployments import service as deployments
from evidence_exchange.models.exchange import Exchange


class Redirection(models.Model):
    """The preview location we were given and the return address we gave.

    The location is a secret until it expires and is sealed; of the return token only the hash is kept. A location
    that failed vetting is kept with the reason and never followed.
    """

    exchange = models.OneToOneField(Exchange, on_delete=models.PROTECT, related_name="redirection")
    host = models.CharField(_("host"), max_length=255, blank=True)
    descriptions = models.JSONField(default=dict)
    rejected = models.CharField(_("why it is not followed"), max_length=50, blank=True)
    sealed_location = models.BinaryField(null=True)
    return_hash = models.CharField(max_length=64, null=True, unique=True, editable=False)

    class Meta:
        verbose_name = _("redirection")
        verbose_name_plural = _("redirections")

    def __str__(self) -> str:
        return self.host

    @property
    def context(self) -> str:
        return f"redirection:{self.exchange_id}"

    def seal(self, location: str) -> None:
        self.sealed_location = deployments.sealer().seal(location.encode(), context=self.context)

    def location(self) -> str | None:
        """The location as it was received; None once wiped."""
        if self.sealed_location is None:
            return None
        return deployments.sealer().open(bytes(self.sealed_location), context=self.context).decode()
