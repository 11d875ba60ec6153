"""`/api/`: everything of version 1."""

from django.conf import settings
from django.urls import include, path

from oots_portal.api import schema  # noqa: F401  registers what the generated document cannot know
from oots_portal.api.views import directories, documentation, exchanges, lists
from oots_portal.api.views.sandbox import SandboxMessagesView

version_1 = [
    path("countries", lists.CountriesView.as_view(), name="countries"),
    path("procedures", lists.ProceduresView.as_view(), name="procedures"),
    path("procedures/<str:code>/requirements", directories.RequirementsView.as_view(), name="requirements"),
    path("requirements/<uuid:requirement>/options", directories.OptionsView.as_view(), name="options"),
    path("evidence-types/<uuid:evidence_type>/data-services", directories.DataServicesView.as_view(), name="data-services"),
    path("code-lists/<str:name>", lists.CodeListView.as_view(), name="code-list"),
    path("schemas/<str:model>", lists.DataModelView.as_view(), name="data-model"),
    path("exchanges", exchanges.ExchangesView.as_view(), name="exchanges"),
    path("exchanges/<uuid:exchange>", exchanges.ExchangeView.as_view(), name="exchange"),
    path("exchanges/<uuid:exchange>/trace", exchanges.TraceView.as_view(), name="trace"),
    path("problems/<slug:slug>", documentation.ProblemTypeView.as_view(), name="problem-type"),
    path("schema", documentation.SchemaView.as_view(), name="schema"),
    path("docs", documentation.docs, name="docs"),
]
if settings.DEPLOYMENT.is_sandbox:
    version_1.append(path("sandbox/messages", SandboxMessagesView.as_view(), name="sandbox-messages"))

app_name = "api"
urlpatterns = [path("v1/", include(version_1))]
