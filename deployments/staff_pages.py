"""What the administration pages of all packages share: pages that only show, tables, and ways from one record to the next."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

Row = TypeVar("Row", bound=Model)
Words = str | Promise
NOTHING = "–"
SHORT = 8


class ReadOnlyAdmin(admin.ModelAdmin[Row]):
    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return False


class NamedValuesFilter(admin.AllValuesFieldListFilter):
    """Every value there is; the empty one has a name too, so that its link can be read and followed."""

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        for choice in super().choices(changelist):
            yield {**choice, "display": choice["display"] or NOTHING}


def moment(at: datetime | None) -> str:
    """To the second: clocks may be that short."""
    return date_format(timezone.localtime(at), "DATETIME_FORMAT") if at else NOTHING


def listing(table: str, **query: str) -> str:
    """The address of the list of `table` (`app.model`), narrowed by `query`."""
    address = reverse(f"admin:{table.replace('.', '_')}_changelist")
    return f"{address}?{urlencode(query)}" if query else address


def found_in(table: str, identifier: object, words: object = None) -> SafeString | str:
    """A link to what `table` holds about an identifier, which is shortened unless `words` are given."""
    if not identifier:
        return NOTHING
    whole = str(identifier)
    shown = shortened(whole) if words is None else words
    return format_html('<a href="{}" title="{}">{}</a>', listing(table, q=whole), whole, shown)


def shortened(identifier: str) -> str:
    return identifier if len(identifier) <= SHORT else f"{identifier[:SHORT]}…"


def tabulated(heads: Sequence[Words], rows: Iterable[Sequence[object]]) -> SafeString:
    """A table that scrolls inside its own frame on a narrow screen."""
    lines = [format_html("<tr>{}</tr>", format_html_join("", "<td>{}</td>", ((_said(cell),) for cell in row))) for row in rows]
    if not lines:
        return format_html("<p>{}</p>", gettext("Nothing yet."))
    head = format_html_join("", '<th scope="col">{}</th>', ((name,) for name in heads))
    body = format_html_join("", "{}", ((line,) for line in lines))
    frame = '<div class="oots-frame" tabindex="0" role="group"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    return format_html(frame, head, body)


def folded(summary: Words, text: str) -> SafeString:
    """Foreign text verbatim and escaped, shown when asked for."""
    return format_html('<details><summary>{}</summary><pre class="oots-frame" tabindex="0">{}</pre></details>', summary, text)


def _said(cell: object) -> object:
    return NOTHING if cell in {None, ""} else cell
