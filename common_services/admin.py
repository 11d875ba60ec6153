"""What was asked of directories, and which directories are known."""

from django.contrib import admin
from django.http import HttpRequest

from common_services.models import AskedQuestion, KnownDirectory


@admin.register(AskedQuestion)
class AskedQuestionAdmin(admin.ModelAdmin[AskedQuestion]):
    list_display = ("directory", "country", "outcome", "explanation", "asked_at", "settled_at", "signer")
    list_filter = ("directory", "outcome", "country")
    search_fields = ("url", "explanation")
    date_hierarchy = "asked_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AskedQuestion | None = None) -> bool:
        return False


@admin.register(KnownDirectory)
class KnownDirectoryAdmin(admin.ModelAdmin[KnownDirectory]):
    list_display = ("country", "eb_url", "dsd_url", "root_fingerprint", "learned_at")
    search_fields = ("country", "eb_url", "dsd_url")
