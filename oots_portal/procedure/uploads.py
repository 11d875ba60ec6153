"""Keeping, opening and forgetting a file that a citizen gave."""

from functools import partial

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from deployments.service import blobs, clock, sealer
from oots_portal.procedure.asking import set_aside
from oots_portal.procedure.cards import Card
from oots_portal.procedure.forms import media_type_of
from oots_portal.procedure.models import UploadedDocument


def keep(card: Card, file: "UploadedFile[bytes]") -> None:
    """Put the file on the card, in place of an earlier one and of a request that still runs."""
    media_type = media_type_of(file) or ""
    content = file.read()
    blob = blobs().put(content)
    with transaction.atomic():
        forget(card)
        set_aside(card)
        kept = UploadedDocument(
            document=card.document,
            blob_key=blob.key,
            blob_digest=blob.digest,
            size=blob.size,
            media_type=media_type,
            uploaded_at=clock().now(),
        )
        kept.sealed_name = sealer().seal((file.name or "document").encode(), context=_context(kept))
        kept.save()


def forget(card: Card) -> None:
    """Remove the file; the card is open again."""
    for kept in UploadedDocument.objects.filter(document=card.document):
        kept.delete()
        transaction.on_commit(partial(blobs().wipe, kept.blob_key))


def content_of(kept: UploadedDocument) -> bytes:
    return blobs().get(kept.blob)


def name_of(kept: UploadedDocument) -> str:
    return sealer().open(bytes(kept.sealed_name), context=_context(kept)).decode()


def _context(kept: UploadedDocument) -> str:
    return f"oots_portal_uploadeddocument:{kept.pk}"
