"""One machine, no server beside it: SQLite and the filesystem broker unless the environment names others."""

from oots_portal.settings.base import *
