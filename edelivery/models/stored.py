"""What a sent and a received message have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deployments.blobs.base import Blob
from edelivery.as4.messages import DigestReference
from edm.vocabulary.parties import ParticipantId, PartyId


class StoredMessage(models.Model):
    """Header values, signed header and digests stay as evidence; the bytes go when they have done their work."""

    own_party_id = models.CharField(_("own party"), max_length=255)
    own_party_type = models.CharField(_("own party type"), max_length=255)
    peer_party_id = models.CharField(_("peer party"), max_length=255)
    peer_party_type = models.CharField(_("peer party type"), max_length=255)
    message_id = models.CharField(_("AS4 message"), max_length=255)
    service = models.CharField(_("service"), max_length=255)
    action = models.CharField(_("action"), max_length=255)
    conversation_id = models.CharField(_("conversation"), max_length=255)
    exchange_id = models.CharField(_("exchange"), max_length=255, blank=True, db_index=True)
    specification = models.CharField(_("specification"), max_length=255, blank=True)
    original_sender = models.CharField(_("original sender"), max_length=255)
    original_sender_type = models.CharField(_("original sender type"), max_length=255, blank=True)
    final_recipient = models.CharField(_("final recipient"), max_length=255)
    final_recipient_type = models.CharField(_("final recipient type"), max_length=255, blank=True)

    references = models.JSONField(_("signed digests"))
    signed_header = models.BinaryField(_("signed header"))
    content_type = models.CharField(_("content type"), max_length=500)
    wire_key = models.CharField(_("stored bytes"), max_length=32, blank=True)
    wire_digest = models.CharField(_("SHA-256 of the HTTP body"), max_length=64)
    wire_size = models.PositiveBigIntegerField(_("size of the HTTP body"))

    started_at = models.DateTimeField(_("started at"))
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("due at"))
    give_up_at = models.DateTimeField(_("given up at"))
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    error = models.TextField(_("last error"), blank=True)
    wipe_at = models.DateTimeField(_("bytes wiped at"), null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return self.message_id

    @property
    def own_party(self) -> PartyId:
        return PartyId(self.own_party_id, self.own_party_type)

    @property
    def peer_party(self) -> PartyId:
        return PartyId(self.peer_party_id, self.peer_party_type)

    @property
    def sender_authority(self) -> ParticipantId:
        return ParticipantId(self.original_sender, self.original_sender_type)

    @property
    def recipient_authority(self) -> ParticipantId:
        return ParticipantId(self.final_recipient, self.final_recipient_type)

    @property
    def digest_references(self) -> tuple[DigestReference, ...]:
        return tuple(DigestReference(*reference) for reference in self.references)

    @property
    def blob(self) -> Blob:
        return Blob(self.wire_key, self.wire_digest, self.wire_size)
