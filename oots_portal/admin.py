"""How staff find an application by its reference; never who it is of, never a document."""

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from deployments.staff_pages import ReadOnlyAdmin, found_in, tabulated
from deployments.wording import said
from oots_portal.models import Application, DocumentRequest


@admin.register(Application)
class ApplicationAdmin(ReadOnlyAdmin[Application]):
    list_display = ("reference", "country", "procedure", "opened_at", "submitted_at", "given_up_at")
    list_filter = ("country", "procedure")
    search_fields = ("reference", "conversation_id", "documents__requests__exchange_id")
    search_help_text = _("Reference, conversation or exchange identifier")
    date_hierarchy = "opened_at"
    fields = (*list_display, "conversation_id", "requests")

    @admin.display(description=_("requests"))
    def requests(self, application: Application) -> SafeString:
        """Which exchanges the presses of the button opened."""
        asked = DocumentRequest.objects.filter(document__application=application)
        rows = ((r.attempt, r.country, said(r.titles)[0], found_in("evidence_exchange.exchange", r.exchange_id)) for r in asked)
        return tabulated((_("attempt"), _("country"), _("document asked for"), _("exchange")), rows)
