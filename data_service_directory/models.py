"""Data services, the access points in front of them, and the providers behind (chapter 2.2)."""

import uuid
from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from common_services.messages.texts import text_in
from edm.vocabulary.assurance import LevelOfAssurance


class Publisher(models.Model):
    """An evidence provider (corner 4)."""

    owner = models.CharField(_("declared by"), max_length=2, db_index=True)
    identifier = models.CharField(_("identifier"), max_length=255)
    scheme = models.CharField(_("identifier scheme"), max_length=255)
    names = models.JSONField(_("names"), default=dict, help_text=_("Text by upper-case language code."))
    descriptions = models.JSONField(_("descriptions"), default=dict, blank=True)
    country = models.CharField(_("country"), max_length=2, db_index=True)

    class Meta:
        verbose_name = _("evidence provider")
        verbose_name_plural = _("evidence providers")
        ordering = ("country", "identifier")
        constraints = [models.UniqueConstraint(fields=("identifier", "scheme"), name="publisher_is_known_once")]

    def __str__(self) -> str:
        return f"{self.country}: {text_in(self.names, 'EN') or self.identifier}"

    def covers(self, answers: Mapping[str, str]) -> bool:
        """Whether this provider is one for somebody who answers so; `answers` by question identifier."""
        covered = {str(coverage.question.identifier): coverage.values for coverage in self.coverages.all()}
        return all(value in covered.get(question, ()) for question, value in answers.items())


class Question(models.Model):
    """What must be asked of the user before one provider of a data service can be named (chapter 6.3)."""

    class Type(models.TextChoices):
        CODELIST = "codelist", _("One of a list")
        STRING = "string", _("Free text")
        BOOLEAN = "boolean", _("Yes or no")

    owner = models.CharField(_("declared by"), max_length=2, db_index=True)
    identifier = models.UUIDField(_("identifier"), unique=True, default=uuid.uuid4)
    type = models.CharField(_("kind of answer"), max_length=8, choices=Type)
    value_expression = models.CharField(
        _("code list"), max_length=200, blank=True, help_text=_("The path of the code list in the Semantic Repository.")
    )
    texts = models.JSONField(_("texts"), default=dict)
    values = models.JSONField(_("values"), default=list, blank=True, help_text=_("The codes of the list; empty: any text."))

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ("owner", "identifier")

    def __str__(self) -> str:
        return text_in(self.texts, "EN") or str(self.identifier)

    def accepts(self, value: str) -> bool:
        """Whether this is an answer at all, be there a provider for it or not."""
        if self.type == Question.Type.BOOLEAN:
            return value in {"true", "false"}
        return not self.values or value in self.values


class Coverage(models.Model):
    """The answers to one question for which a provider is the right one."""

    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE, related_name="coverages", verbose_name=_("evidence provider"))
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="coverages", verbose_name=_("question"))
    values = models.JSONField(_("values"), default=list)

    class Meta:
        verbose_name = _("coverage")
        verbose_name_plural = _("coverages")
        constraints = [models.UniqueConstraint(fields=("publisher", "question"), name="publisher_answers_a_question_once")]

    def __str__(self) -> str:
        return f"{self.publisher}: {', '.join(self.values)}"


class DataService(models.Model):
    """One entry of the directory: an evidence type as one country delivers it."""

    owner = models.CharField(_("declared by"), max_length=2, db_index=True)
    identifier = models.UUIDField(_("identifier"), unique=True, default=uuid.uuid4)
    evidence_type = models.CharField(
        _("evidence type"), max_length=120, db_index=True, help_text=_("The path of its Semantic Repository address.")
    )
    titles = models.JSONField(_("titles"), default=dict)
    descriptions = models.JSONField(_("descriptions"), default=dict, blank=True)
    level_of_assurance = models.CharField(
        _("level of assurance"), max_length=11, blank=True, choices=[(level.value, level.value) for level in LevelOfAssurance]
    )
    questions = models.ManyToManyField(Question, blank=True, related_name="data_services", verbose_name=_("questions"))

    class Meta:
        verbose_name = _("data service")
        verbose_name_plural = _("data services")
        ordering = ("owner", "identifier")

    def __str__(self) -> str:
        return f"{self.owner}: {text_in(self.titles, 'EN')}"


class Distribution(models.Model):
    """One form in which a data service delivers."""

    data_service = models.ForeignKey(DataService, on_delete=models.CASCADE, related_name="distributions", verbose_name=_("data service"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    media_type = models.CharField(_("media type"), max_length=40)
    languages = models.JSONField(_("languages"), default=list, blank=True, help_text=_("Upper-case language codes."))
    conforms_to = models.CharField(_("conforms to"), max_length=120, blank=True, help_text=_("The path of the data model."))

    class Meta:
        verbose_name = _("distribution")
        verbose_name_plural = _("distributions")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.media_type


class AccessService(models.Model):
    """An access point (corner 3) speaking for one provider; party id and type must match the AS4 configuration."""

    owner = models.CharField(_("declared by"), max_length=2, db_index=True)
    party_id = models.CharField(_("access point"), max_length=255)
    party_type = models.CharField(_("access point's identifier type"), max_length=255)
    names = models.JSONField(_("names"), default=dict, blank=True)
    conforms_to = models.JSONField(_("conforms to"), default=list, help_text=_("The lines it speaks, such as oots-edm:v2.0."))
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE, related_name="access_services", verbose_name=_("evidence provider"))
    data_services = models.ManyToManyField(DataService, related_name="access_services", verbose_name=_("data services"))

    class Meta:
        verbose_name = _("access service")
        verbose_name_plural = _("access services")
        ordering = ("owner", "party_id")
        constraints = [
            models.UniqueConstraint(fields=("party_id", "party_type", "publisher"), name="access_service_speaks_once_for_a_publisher")
        ]

    def __str__(self) -> str:
        return f"{self.party_id} for {self.publisher}"
