"""The laboratory: bring a message, read the report. Nothing is stored, so a reload only judges again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from conformance.forms import KINDS, MessageForm
from conformance.service import Examination, examine
from edm.errors import CorrespondentFault
from edm.rules import Severity


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def laboratory(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "conformance/laboratory.html", {"form": MessageForm()})
    form = MessageForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "conformance/laboratory.html", {"form": form}, status=422)
    message = form.cleaned_data["message"]
    try:
        examination = examine(message.read(), form.wanted_kind)
    except CorrespondentFault as fault:
        context = {"form": MessageForm(), "unreadable": str(fault), "name": message.name}
        return render(request, "conformance/laboratory.html", context, status=422)
    return render(request, "conformance/report.html", {"form": MessageForm(), "name": message.name, **_facts_of(examination)})


def _facts_of(examination: Examination) -> dict[str, object]:
    return {
        "examination": examination,
        "kind": dict(KINDS)[examination.kind],
        "fatal": examination.findings(Severity.FATAL),
        "warnings": examination.findings(Severity.WARNING),
        "cautions": examination.findings(Severity.CAUTION),
    }
