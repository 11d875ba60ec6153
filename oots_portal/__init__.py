"""The roof: settings, urls, the Celery application, the citizen's procedure portal, the API root, the admin site.

Nothing imports it; it composes the floors below.
"""

from oots_portal.celery import app as celery_app

__all__ = ["celery_app"]
