"""What stands behind a Semantic Repository address (chapter 9)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common_services.messages.texts import text_in


class Asset(models.Model):
    """A requirement, an evidence type, a data model or a code list; its path is its key, whatever the host."""

    class Kind(models.TextChoices):
        REQUIREMENT = "requirement", _("Requirement")
        EVIDENCE_TYPE = "evidence_type", _("Evidence type")
        DATA_MODEL = "data_model", _("Data model")
        CODE_LIST = "code_list", _("Code list")

    path = models.CharField(_("path"), max_length=160, unique=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind, db_index=True)
    owner = models.CharField(_("declared by"), max_length=2, blank=True, db_index=True, help_text=_("Empty: common to all countries."))
    names = models.JSONField(_("names"), default=dict, help_text=_("Text by upper-case language code."))
    descriptions = models.JSONField(_("descriptions"), default=dict, blank=True)
    values = models.JSONField(_("values"), default=list, blank=True, help_text=_("Of a code list: pairs of code and name."))
    schema = models.TextField(_("XML schema"), blank=True, help_text=_("Of a data model: its XML schema."))

    class Meta:
        verbose_name = _("published asset")
        verbose_name_plural = _("published assets")
        ordering = ("path",)

    def __str__(self) -> str:
        return text_in(self.names, "EN") or self.path
