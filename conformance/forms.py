"""What a visitor of the laboratory brings."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _

from conformance.service import LARGEST
from edm.rules import MessageKind

KINDS = [
    ("", _("Find out from the document")),
    (MessageKind.REQUEST, _("Evidence request")),
    (MessageKind.RESPONSE, _("Evidence response")),
    (MessageKind.ERROR, _("Evidence error")),
    (MessageKind.HEADER, _("Header of a message")),
]


class MessageForm(forms.Form):
    message = forms.FileField(
        label=_("The message"),
        validators=[FileExtensionValidator(["xml"])],
        error_messages={
            "required": _("Choose the file that holds the message."),
            "invalid": _("Choose the file that holds the message."),
            "missing": _("Choose the file that holds the message."),
            "empty": _("The file is empty. Choose another one."),
            "invalid_extension": _("The name of the file must end in .xml."),
        },
    )
    kind = forms.ChoiceField(label=_("What it is"), choices=KINDS, required=False)

    def clean_message(self) -> "UploadedFile[bytes]":
        message: UploadedFile[bytes] = self.cleaned_data["message"]
        if message.size is None or message.size > LARGEST:
            raise forms.ValidationError(_("The file is larger than any message. Choose another one."))
        return message

    @property
    def wanted_kind(self) -> MessageKind | None:
        return MessageKind(self.cleaned_data["kind"]) if self.cleaned_data["kind"] else None
