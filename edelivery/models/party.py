"""The access points this deployment exchanges messages with, its own among them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from edm.vocabulary.parties import PartyId


class Party(models.Model):
    """One access point under identifier **and** type (reference 15.3), with the one certificate we believe."""

    party_id = models.CharField(_("identifier"), max_length=255)
    party_type = models.CharField(_("identifier type"), max_length=255)
    country = models.CharField(_("country"), max_length=2)
    endpoint = models.CharField(_("endpoint"), max_length=500)
    certificate = models.TextField(_("certificate"))
    fingerprint = models.CharField(_("SHA-256 of the certificate"), max_length=64)
    preview_hosts = models.JSONField(_("hosts of previews"), default=list)
    is_own = models.BooleanField(_("played here"), default=False)
    deployment = models.CharField(_("deployment"), max_length=100)
    changed_at = models.DateTimeField(_("changed at"))

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["country", "party_id"]
        constraints = [models.UniqueConstraint(fields=["party_id", "party_type"], name="party_is_unique_by_id_and_type")]

    def __str__(self) -> str:
        return self.party_id

    @property
    def key(self) -> PartyId:
        return PartyId(self.party_id, self.party_type)
