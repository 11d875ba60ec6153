"""Access points and their pinned certificates."""

from cryptography import x509
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from deployments.staff_pages import ReadOnlyAdmin
from edelivery.models import Party


@admin.register(Party)
class PartyAdmin(ReadOnlyAdmin[Party]):
    list_display = ("party_id", "party_type", "country", "is_own", "deployment", "endpoint", "valid_until", "uses_plain_http")
    list_filter = ("country", "is_own", "deployment")
    search_fields = ("party_id", "party_type", "fingerprint")
    search_help_text = _("Identifier of the access point, or fingerprint of its certificate")
    fields = (
        "party_id", "party_type", "country", "is_own", "deployment", "endpoint", "uses_plain_http", "preview_hosts",
        "fingerprint", "valid_until", "certificate", "changed_at",
    )  # fmt: skip

    @admin.display(description=_("certificate valid until"))
    def valid_until(self, party: Party) -> str:
        return f"{x509.load_pem_x509_certificate(party.certificate.encode()).not_valid_after_utc:%Y-%m-%d}"

    @admin.display(description=_("plain http"), boolean=True)
    def uses_plain_http(self, party: Party) -> bool:
        return party.endpoint.startswith("http:")
