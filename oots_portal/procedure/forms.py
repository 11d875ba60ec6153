"""What a citizen chooses and gives; every form says what is wrong in words."""

from collections.abc import Iterable

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from deployments.wording import size_name

LARGEST_UPLOAD = 5_000_000
SIGNATURES = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class ChoiceForm(forms.Form):
    """One choice among what the page offers."""

    choice = forms.ChoiceField(error_messages={"required": _("Please choose one."), "invalid_choice": _("Please choose one of these.")})

    def __init__(self, data: QueryDict | None, offered: Iterable[str]) -> None:
        super().__init__(data)
        field = self.fields["choice"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared three lines above
        field.choices = [(value, value) for value in offered]


class UploadForm(forms.Form):
    file = forms.FileField(
        max_length=200,
        error_messages={
            "required": _("Please choose a file first. The largest that we can take is 5 MB."),
            "empty": _("This file is empty. Please choose another one."),
            "max_length": _("The name of this file is too long. Please give it a shorter one."),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_UPLOAD:
            raise forms.ValidationError(
                _("This file is too big (%(size)s). The largest that we can take is 5 MB."), params={"size": size_name(file.size or 0)}
            )
        if media_type_of(file) is None:
            raise forms.ValidationError(_("This kind of file cannot be used. Please choose a PDF, a PNG or a JPEG."))
        return file


def media_type_of(file: "UploadedFile[bytes]") -> str | None:
    """What the first bytes say: a name or a browser may claim anything."""
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    return next((media_type for signature, media_type in SIGNATURES.items() if start.startswith(signature)), None)
