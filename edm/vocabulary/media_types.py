"""The OOTSMediaTypes list, and the type of the RegRep body itself (EDM reference 1.6, 8.2)."""

REGREP_XML = "application/x-ebrs+xml"

JSON = "application/json"
XML = "application/xml"
PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
SVG = "image/svg+xml"

# Structured evidence names the data model it conforms to; the others must not.
STRUCTURED = frozenset({JSON, XML})
UNSTRUCTURED = frozenset({PDF, JPEG, PNG, SVG})
MEDIA_TYPES = STRUCTURED | UNSTRUCTURED
