"""The broker's tables as staff edit them."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from evidence_broker.models import EvidenceType, EvidenceTypeList, ListMembership, ReferenceFramework, Requirement


class MembershipFormSet(forms.BaseInlineFormSet[ListMembership, EvidenceTypeList, forms.ModelForm[ListMembership]]):
    """NoMatch exactly when the list is empty (R-EB-EVI-S015)."""

    def clean(self) -> None:
        super().clean()
        filled = any(form.cleaned_data and not form.cleaned_data.get("DELETE") for form in self.forms if hasattr(form, "cleaned_data"))
        if filled == bool(self.instance.match_type):
            raise forms.ValidationError(_("A list either names evidence types or declares that this country issues nothing."))


class MembershipInline(admin.TabularInline[ListMembership, EvidenceTypeList]):
    model = ListMembership
    formset = MembershipFormSet
    extra = 1
    autocomplete_fields = ("evidence_type",)


@admin.register(Requirement)
class RequirementAdmin(admin.ModelAdmin[Requirement]):
    list_display = ("__str__", "path")
    search_fields = ("path", "names", "descriptions")


@admin.register(ReferenceFramework)
class ReferenceFrameworkAdmin(admin.ModelAdmin[ReferenceFramework]):
    list_display = ("__str__", "country", "procedure_code", "owner")
    list_filter = ("country", "procedure_code", "owner")
    search_fields = ("titles", "descriptions", "identifier", "procedure_code")
    autocomplete_fields = ("requirements",)


@admin.register(EvidenceType)
class EvidenceTypeAdmin(admin.ModelAdmin[EvidenceType]):
    list_display = ("__str__", "owner", "path")
    list_filter = ("owner",)
    search_fields = ("titles", "descriptions", "path")


@admin.register(EvidenceTypeList)
class EvidenceTypeListAdmin(admin.ModelAdmin[EvidenceTypeList]):
    list_display = ("__str__", "country", "match_type", "owner")
    list_filter = ("country", "match_type", "owner")
    search_fields = ("names", "identifier")
    autocomplete_fields = ("requirements",)
    inlines = (MembershipInline,)
