"""The Celery application; tasks are found in the `tasks` module of each package."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "oots_portal.settings.demo")
app = Celery("oots_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
