"""For a country: PostgreSQL and Redis must be named, static files are built, sandbox parts are refused by the reader."""

from oots_portal.settings.base import *
from oots_portal.settings.base import env

env.text("OOTS_DATABASE_URL")
env.text("OOTS_BROKER_URL")
env.refuse_if_incomplete()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
