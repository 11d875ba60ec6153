"""What was asked of directories, and which directories are known."""

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from common_services.models import AskedQuestion, KnownDirectory
from deployments.staff_pages import NamedValuesFilter, ReadOnlyAdmin, moment, tabulated


@admin.register(AskedQuestion)
class AskedQuestionAdmin(ReadOnlyAdmin[AskedQuestion]):
    list_display = ("asked", "directory_name", "country", "outcome", "explanation", "settled", "signer")
    list_filter = ("directory", "outcome", ("country", NamedValuesFilter))
    search_fields = ("url", "explanation")
    search_help_text = _("Part of the question's address, or of the explanation")
    date_hierarchy = "asked_at"
    fields = (
        "directory_name", "country", "query_id", "asked_for", "version", "url", "outcome", "explanation", "signer", "root",
        "asked_at", "claimed_at", "settled_at",
    )  # fmt: skip

    @admin.display(description=_("asked"), ordering="asked_at")
    def asked(self, question: AskedQuestion) -> str:
        return moment(question.asked_at)

    @admin.display(description=_("answered"), ordering="settled_at")
    def settled(self, question: AskedQuestion) -> str:
        return moment(question.settled_at)

    @admin.display(description=_("directory"), ordering="directory")
    def directory_name(self, question: AskedQuestion) -> str:
        return {"eb": "Evidence Broker", "dsd": "Data Service Directory"}.get(question.directory, question.directory)

    @admin.display(description=_("asked for"))
    def asked_for(self, question: AskedQuestion) -> SafeString:
        return tabulated((_("name"), _("value")), question.parameters)


@admin.register(KnownDirectory)
class KnownDirectoryAdmin(ReadOnlyAdmin[KnownDirectory]):
    """Learned from partners' bundles and from nowhere else: the trusted root comes with the address."""

    list_display = ("country", "eb_url", "dsd_url", "root_fingerprint", "learned_at")
    search_fields = ("country", "eb_url", "dsd_url")
