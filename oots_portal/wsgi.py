"""The WSGI application Granian serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "oots_portal.settings.demo")
application = get_wsgi_application()
