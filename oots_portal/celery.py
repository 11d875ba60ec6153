"""The Celery application; tasks are found in the `tasks` module of each package."""

import os

from celery import Celery
from kombu.transport import TRANSPORT_ALIASES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "oots_portal.settings.demo")
# Its own file writer loses a race that costs the worker its life.
TRANSPORT_ALIASES["filesystem"] = "oots_portal.broker:Transport"
app = Celery("oots_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
