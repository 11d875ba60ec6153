"""For tests: a state folder of its own, small keys, tasks at once, no outside address."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("OOTS_STATE", str(Path(tempfile.gettempdir()) / f"oots-test-state-{os.getuid()}"))

from oots_portal.settings.base import *
from oots_portal.settings.base import DATABASES, OOTS, STATE, STATIC_ROOT

OOTS["RSA_BITS"] = 2048
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
OOTS["DIRECTORY_TRANSPORT"] = "common_services.transport.in_process.InProcessTransport"
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, because a database in memory is not shared between the connections of racing threads.
    DATABASES["default"]["TEST"] = {"NAME": STATE / "test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
