"""The tables of the roof."""

from oots_portal.procedure.models import Application, DocumentRequest, RequiredDocument, UploadedDocument

__all__ = ["Application", "DocumentRequest", "RequiredDocument", "UploadedDocument"]
