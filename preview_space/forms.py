"""The decision: for every piece one of two equal answers, none of them chosen beforehand."""

from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from deployments import wording
from evidence_exchange.provider.service import PreviewPiece

SEND, KEEP = "send", "keep"


class DecisionForm(forms.Form):
    def __init__(self, data: QueryDict | None, pieces: tuple[PreviewPiece, ...]) -> None:
        super().__init__(data)
        self._pieces = pieces
        for piece in pieces:
            missing = _("Choose whether to send: %(title)s") % {"title": wording.said(piece.titles)[0]}
            self.fields[name_of(piece)] = forms.ChoiceField(
                choices=[(SEND, SEND), (KEEP, KEEP)], error_messages={"required": missing, "invalid_choice": missing}
            )

    @property
    def accepted(self) -> frozenset[UUID]:
        return frozenset(piece.id for piece in self._pieces if self.cleaned_data[name_of(piece)] == SEND)


def name_of(piece: PreviewPiece) -> str:
    return f"piece-{piece.id}"
