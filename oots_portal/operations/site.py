"""The administration: its words, its order, and the page of the jobs."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import gettext_lazy as _

from oots_portal.operations.jobs import page

# What is asked first stands first; what is not named here follows in the order of its name.
ORDER = (
    "evidence_exchange", "edelivery", "exchange_log", "operations", "oots_portal", "evidence_broker", "data_service_directory",
    "semantic_repository", "common_services",
)  # fmt: skip


class Administration(AdminSite):
    site_header = _("Administration of the once-only platform")
    site_title = _("Administration")
    index_title = _("What is happening, and whose turn it is")
    empty_value_display = "–"
    # The tables need the width; the index leads everywhere.
    enable_nav_sidebar = False

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [path("jobs/", self.admin_view(self.jobs), name="jobs"), *super().get_urls()]

    def jobs(self, request: HttpRequest) -> Any:  # noqa: ANN401
        return page(request, self.each_context(request))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        found = super().get_app_list(request, app_label)
        if app_label is None:
            found.append(_operations())
        return sorted(found, key=_rank)


def _operations() -> dict[str, Any]:
    address = reverse("admin:jobs")
    jobs = {"name": _("Jobs"), "object_name": "Jobs", "admin_url": address, "add_url": None, "view_only": True, "perms": {"view": True}}
    return {"name": _("Operations"), "app_label": "operations", "app_url": address, "has_module_perms": True, "models": [jobs]}


def _rank(app: dict[str, Any]) -> tuple[int, str]:
    label = app["app_label"]
    return (ORDER.index(label) if label in ORDER else len(ORDER), str(app["name"]))
