"""Requirements, the national procedures that ask for them, and the evidence types that satisfy them (chapter 2.1)."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from common_services.messages.texts import text_in

NO_MATCH = "NoMatch"


class Requirement(models.Model):
    """What must be proved. Common property of all countries: referenced by them, owned by none."""

    path = models.CharField(_("path"), max_length=120, unique=True, help_text=_("The path of its Semantic Repository address."))
    names = models.JSONField(_("names"), default=dict, help_text=_("Text by upper-case language code."))
    descriptions = models.JSONField(_("descriptions"), default=dict, blank=True)

    class Meta:
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")
        ordering = ("path",)

    def __str__(self) -> str:
        return text_in(self.names, "EN") or self.path


class Owned(models.Model):
    """What one Member State declares, and may replace as a whole (chapter 8.2)."""

    owner = models.CharField(_("declared by"), max_length=2, db_index=True, help_text=_("The Member State that declares it."))

    class Meta:
        abstract = True


class ReferenceFramework(Owned):
    """A national procedure; one record is shared by all requirements it asks for."""

    identifier = models.UUIDField(_("identifier"), unique=True, default=uuid.uuid4)
    procedure_code = models.CharField(_("procedure"), max_length=4, db_index=True)
    country = models.CharField(_("country"), max_length=2, db_index=True)
    jurisdiction_codes = models.JSONField(
        _("jurisdictions"), default=list, blank=True, help_text=_('Pairs of list address and code: [["https://…", "P3"]].')
    )
    titles = models.JSONField(_("titles"), default=dict)
    descriptions = models.JSONField(_("descriptions"), default=dict, blank=True)
    requirements = models.ManyToManyField(Requirement, related_name="frameworks", verbose_name=_("requirements"))

    class Meta:
        verbose_name = _("national procedure")
        verbose_name_plural = _("national procedures")
        ordering = ("country", "procedure_code", "identifier")

    def __str__(self) -> str:
        return f"{self.country} {self.procedure_code}: {text_in(self.titles, 'EN')}"


class EvidenceType(Owned):
    """A kind of document a country issues."""

    path = models.CharField(_("path"), max_length=120, unique=True, help_text=_("The path of its Semantic Repository address."))
    titles = models.JSONField(_("titles"), default=dict)
    descriptions = models.JSONField(_("descriptions"), default=dict, blank=True)

    class Meta:
        verbose_name = _("evidence type")
        verbose_name_plural = _("evidence types")
        ordering = ("owner", "path")

    def __str__(self) -> str:
        return f"{self.owner}: {text_in(self.titles, 'EN')}"


class DeclaredLists(models.QuerySet["EvidenceTypeList"]):
    def declared(self) -> "DeclaredLists":
        """Lists that say something: filled ones and declared NoMatches, never both at once."""
        filled = models.Exists(ListMembership.objects.filter(evidence_type_list=models.OuterRef("pk")))
        return self.filter(models.Q(filled, match_type="") | models.Q(~filled, match_type=NO_MATCH))


class EvidenceTypeList(Owned):
    """Evidence types needed together (AND) in one jurisdiction; the lists of a requirement are alternatives (OR).

    An empty list must say that it is a declared NoMatch (R-EB-EVI-S015).
    """

    identifier = models.UUIDField(_("identifier"), unique=True, default=uuid.uuid4)
    country = models.CharField(_("country"), max_length=2, db_index=True)
    jurisdiction_codes = models.JSONField(_("jurisdictions"), default=list, blank=True)
    names = models.JSONField(_("names"), default=dict, blank=True)
    requirements = models.ManyToManyField(Requirement, related_name="evidence_type_lists", verbose_name=_("requirements"))
    evidence_types = models.ManyToManyField(EvidenceType, through="ListMembership", related_name="lists", verbose_name=_("evidence types"))
    match_type = models.CharField(_("declared no match"), max_length=20, blank=True, choices=[(NO_MATCH, _("This country issues nothing"))])
    match_descriptions = models.JSONField(_("reasons for no match"), default=dict, blank=True)
    objects = DeclaredLists.as_manager()

    class Meta:
        verbose_name = _("evidence type list")
        verbose_name_plural = _("evidence type lists")
        ordering = ("country", "identifier")

    def __str__(self) -> str:
        return f"{self.country}: {text_in(self.names, 'EN') or self.identifier}"


class ListMembership(models.Model):
    """One type of a list, in the order the country declared."""

    evidence_type_list = models.ForeignKey(
        EvidenceTypeList, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("evidence type list")
    )
    evidence_type = models.ForeignKey(EvidenceType, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("evidence type"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("evidence type of the list")
        verbose_name_plural = _("evidence types of the list")
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=("evidence_type_list", "evidence_type"), name="list_names_a_type_once")]

    def __str__(self) -> str:
        return str(self.evidence_type)
