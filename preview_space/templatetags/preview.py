"""Words of the preview space."""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

# Annex II of Regulation (EU) 2018/1724, in the words of a citizen.
PROCEDURES: dict[str, Promise] = {
    "T1": _("A grant or a loan for studies"),
    "T2": _("Admission to a university or another public place of higher education"),
    "T3": _("Recognition of a diploma or of completed studies"),
}


@register.filter
def procedure_words(code: str) -> str | Promise:
    return PROCEDURES.get(code, code)
