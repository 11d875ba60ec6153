"""An application and its documents; ids, choices and times only, never who the citizen is."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deployments.blobs.base import Blob


class Application(models.Model):
    """One citizen's way through one procedure; `person_index` leaks equality and nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    country = models.CharField(_("country"), max_length=2)
    procedure = models.CharField(_("procedure"), max_length=60)
    person_index = models.CharField(max_length=64, editable=False)
    reference = models.CharField(_("reference"), max_length=7, unique=True)
    conversation_id = models.UUIDField(_("conversation"), unique=True, default=uuid4, editable=False)
    opened_at = models.DateTimeField(_("opened"))
    submitted_at = models.DateTimeField(_("sent"), null=True, blank=True)
    given_up_at = models.DateTimeField(_("given up"), null=True, blank=True)
    last_document = models.ForeignKey("RequiredDocument", models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        app_label = "oots_portal"
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "procedure", "person_index"],
                condition=Q(submitted_at__isnull=True, given_up_at__isnull=True),
                name="one_open_application_per_person",
            )
        ]

    def __str__(self) -> str:
        return self.reference


class RequiredDocument(models.Model):
    """One requirement of an application: the card, with what the citizen chose for it so far."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="documents")
    requirement = models.URLField(_("requirement"), max_length=300)
    requirement_id = models.UUIDField(editable=False)
    names = models.JSONField(default=dict)
    descriptions = models.JSONField(default=dict)
    position = models.PositiveSmallIntegerField(default=0)
    country = models.CharField(_("country of the document"), max_length=2, blank=True)
    evidence_list = models.CharField(max_length=300, blank=True)

    class Meta:
        app_label = "oots_portal"
        verbose_name = _("required document")
        verbose_name_plural = _("required documents")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["application", "requirement_id"], name="one_card_per_requirement")]

    def __str__(self) -> str:
        return str(self.requirement_id)


class DocumentRequest(models.Model):
    """One evidence type named in an explicit request; its exchange opens when the one before it is through.

    A press of the button is one `attempt`; the constraint makes a repeated press find what the first one made.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    document = models.ForeignKey(RequiredDocument, models.CASCADE, related_name="requests")
    attempt = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    country = models.CharField(max_length=2)
    classification = models.CharField(max_length=300)
    titles = models.JSONField()
    provider_names = models.JSONField()
    data_service_id = models.UUIDField()
    provider_id = models.CharField(max_length=100)
    explicit_text_version = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    confirmed_at = models.DateTimeField()
    exchange_id = models.UUIDField(null=True, unique=True, editable=False)
    set_aside_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "oots_portal"
        ordering = ["attempt", "position"]
        constraints = [models.UniqueConstraint(fields=["document", "attempt", "position"], name="one_request_per_press")]

    def __str__(self) -> str:
        return str(self.pk)


class UploadedDocument(models.Model):
    """A file the citizen gave instead; its name is sealed, its bytes lie in the blob store."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    document = models.OneToOneField(RequiredDocument, models.CASCADE, related_name="upload")
    blob_key = models.CharField(max_length=64)
    blob_digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    media_type = models.CharField(max_length=60)
    sealed_name = models.BinaryField()
    uploaded_at = models.DateTimeField()

    class Meta:
        app_label = "oots_portal"

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def blob(self) -> Blob:
        return Blob(self.blob_key, self.blob_digest, self.size)
