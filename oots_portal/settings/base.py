"""Settings every installation shares; all that differs comes from the environment and the deployment file."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django_stubs_ext
import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from deployments.reader import read_deployment
from deployments.sealing import secret_file
from oots_portal.settings.environment import Environment

# Lets classes of Django name their type parameter at run time.
django_stubs_ext.monkeypatch()

ROOT = Path(__file__).resolve().parents[2]
env = Environment(os.environ)

STATE = env.folder("OOTS_STATE", ROOT / ".state")
PORT = env.number("OOTS_PORT", "8443")
DEPLOYMENTS_FOLDER = env.folder("OOTS_DEPLOYMENTS", ROOT / "deployments")
DEPLOYMENT = read_deployment(env.text("OOTS_DEPLOYMENT", "sandbox"), port=PORT, folder=DEPLOYMENTS_FOLDER)

DEBUG = False
SECRET_KEY = secret_file(STATE / "secrets" / "django.key").hex()
ALLOWED_HOSTS = sorted(DEPLOYMENT.all_hosts)
CSRF_TRUSTED_ORIGINS: list[str] = []
ROOT_URLCONF = "oots_portal.urls.door"
WSGI_APPLICATION = "oots_portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "UTC"
USE_TZ = True

INSTALLED_APPS = [
    # First, so that its templates of the administration are found before Django's.
    "oots_portal",
    "oots_portal.operations.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "csp",
    "deployments",
    "exchange_log",
    "common_services",
    "evidence_broker",
    "data_service_directory",
    "semantic_repository",
    "eid_auth.service_provider",
    "edelivery",
    "conformance",
    "evidence_exchange",
    "preview_space",
]
if DEPLOYMENT.is_sandbox:
    INSTALLED_APPS.append("eid_auth.mock_node")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "oots_portal.middleware.SizeMiddleware",
    "oots_portal.middleware.OriginMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "oots_portal.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "oots_portal.csrf.CsrfMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "oots_portal.middleware.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "oots_portal.context_processors.origin",
            ],
        },
    },
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["oots_portal.formats"]
# Browsers tie cookies to a host and not to a port: two deployments on one machine need two names.
SESSION_COOKIE_NAME = f"__Host-session-{DEPLOYMENT.name}"
CSRF_COOKIE_NAME = f"__Host-csrf-{DEPLOYMENT.name}"
LANGUAGE_COOKIE_NAME = f"__Host-language-{DEPLOYMENT.name}"
for _cookie in ("SESSION", "CSRF", "LANGUAGE"):
    globals().update({f"{_cookie}_COOKIE_SECURE": True, f"{_cookie}_COOKIE_HTTPONLY": True, f"{_cookie}_COOKIE_SAMESITE": "Lax"})
SESSION_COOKIE_AGE = 2 * 60 * 60
SESSION_ENGINE = "django.contrib.sessions.backends.db"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_CONTENT_TYPE_NOSNIFF = True
# `no-referrer` would make browsers send `Origin: null` with our own forms, which the CSRF check must refuse.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("OOTS_BEHIND_PROXY", default=False) else None
X_FRAME_OPTIONS = "DENY"
# A form on one country's page may post to the eIDAS node of another origin; nothing else leaves the origin.
_node = [DEPLOYMENT.eidas_node.origin] if DEPLOYMENT.eidas_node else []
_portals = [state.origin for state in DEPLOYMENT.member_states]
CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *_node, *_portals],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}

STATIC_URL = "/static/"
STATIC_ROOT = STATE / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
CSRF_FAILURE_VIEW = "oots_portal.errors.forgery_suspected"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
# In memory only: a citizen's file never lies unencrypted on a disk. What is larger does not arrive.
FILE_UPLOAD_MAX_MEMORY_SIZE = 17 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;",
}
_database_url = env.optional("OOTS_DATABASE_URL")
if _database_url:
    DATABASES: dict[str, Any] = {"default": {**environ.Env.db_url_config(_database_url), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": STATE / "database.sqlite3",
            "OPTIONS": SQLITE_OPTIONS,
            "CONN_MAX_AGE": None,
        }
    }
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

_broker_url = env.optional("OOTS_BROKER_URL")
CELERY_BROKER_URL = _broker_url or "filesystem://"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = (
    {"visibility_timeout": 120, "unacked_restore_interval": 10, "unacked_restore_throttle": 1}
    if _broker_url
    else {
        "data_folder_in": str(STATE / "broker" / "queue"),
        "data_folder_out": str(STATE / "broker" / "queue"),
        "control_folder": str(STATE / "broker" / "control"),
        "processed_folder": str(STATE / "broker" / "processed"),
        "store_processed": False,
        "polling_interval": 0.05,
    }
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"
# The worker writes its log by the same rules as the web server.
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_DEFAULT_QUEUE = "oots"
# Workers only: the typesetter takes longer to load than to set a page.
CELERY_IMPORTS = ["evidence_exchange.provider.evidence.pdf"]
# Tasks only wake the worker; each finds its work in the database. One schedule finds whatever was missed.
CELERY_BEAT_SCHEDULE: dict[str, Any] = {
    "sweep": {"task": "oots_portal.tasks.sweep", "schedule": DEPLOYMENT.sweep_interval.total_seconds()},
    "purge": {"task": "oots_portal.tasks.purge", "schedule": crontab(hour="3", minute="17")},
}

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": ["oots_portal.api.authentication.SandboxKeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_SCHEMA_CLASS": "oots_portal.api.schema.ProblemAwareSchema",
    "EXCEPTION_HANDLER": "oots_portal.api.problems.answer_failure",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "OOTS reference platform",
    "DESCRIPTION": "Discovery and exchanges for national integrators.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SERVERS": [{"url": DEPLOYMENT.door}],
}

# What tests and the demo replace: the ports' adapters, by dotted path.
OOTS: dict[str, Any] = {
    "RSA_BITS": 3072,
    "MAY_CREATE_KEYS": DEPLOYMENT.is_sandbox,
    "GATEWAY": "edelivery.gateways.own.OwnAccessPoint",
    "DIRECTORY_CACHE_SECONDS": 3600,
    "DIRECTORY_ADDRESSES": "common_services.addresses.table.TableAddresses",
    "DIRECTORY_TRANSPORT": "common_services.transport.http.HttpTransport",
    # SHA-256 fingerprints of the roots above the directories named in the deployment file, when these are not our own.
    "DIRECTORY_ROOTS": tuple(env.optional("OOTS_DIRECTORY_ROOTS").lower().split()),
    "LOG_RETENTION_DAYS": 366,
    "KEEP_WIRE_SECONDS": 3600 if DEPLOYMENT.is_sandbox else 0,
    "METRICS_TOKEN": env.optional("OOTS_METRICS_TOKEN"),
    "REHEARSE": env.flag("OOTS_REHEARSE", default=False),
}

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "oots_portal.discretion.Discretion", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"proportion": {"()": "oots_portal.discretion.Proportion"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["proportion"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"httpx": {"level": "WARNING"}, "fontTools": {"level": "WARNING"}, "fpdf": {"level": "WARNING"}},
}
HOST_OF_DOOR = urlsplit(DEPLOYMENT.door).netloc
env.refuse_if_incomplete()
