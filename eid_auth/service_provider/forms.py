"""What a page posts to start a login."""

from django import forms


class StartForm(forms.Form):
    country = forms.RegexField(r"^[A-Z]{2}$", required=False)
    next = forms.RegexField(r"^[A-Za-z0-9:_.-]*$", required=False, max_length=100)
