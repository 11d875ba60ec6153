"""What the log may say: no token of an address, and no alarm about what a stranger sent."""

import logging
import re

SECRET = re.compile(r"(/(?:preview|return)/)(?!privacy|accessibility)[^/\s?\"']+")
STRANGERS = "django.security."


class Discretion(logging.Formatter):
    """Replaces the token in all that is written, tracebacks too: who has a preview or return token could use it."""

    def format(self, record: logging.LogRecord) -> str:
        return SECRET.sub(r"\1[token]", super().format(record))


class Proportion(logging.Filter):
    """Django calls a malformed request an error and prints where it noticed; it is one line about a stranger."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith(STRANGERS) and record.exc_info:
            record.exc_info = record.exc_text = None
            record.levelno, record.levelname = logging.WARNING, logging.getLevelName(logging.WARNING)
        return True
