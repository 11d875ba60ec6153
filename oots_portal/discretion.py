"""What the log may say: no token of an address, and no alarm about what a stranger sent."""

import logging
import re

SECRET = re.compile(r"(/(?:preview|return)/)(?!privacy|accessibility)[^/\s?\"']+")


class Discretion(logging.Formatter):
    """Replaces the token in all that is written, tracebacks too: who has a preview or return token could use it."""

    def format(self, record: logging.LogRecord) -> str:
        return SECRET.sub(r"\1[token]", super().format(record))


class Proportion(logging.Filter):
    """Django prints where in our code it noticed a malformed request, at times as an error; it is one line about a stranger."""

    def filter(self, record: logging.LogRecord) -> bool:
        if _is_about_a_stranger(record):
            record.exc_info = record.exc_text = None
            record.levelno, record.levelname = logging.WARNING, logging.getLevelName(logging.WARNING)
        return True


def _is_about_a_stranger(record: logging.LogRecord) -> bool:
    is_refusal = record.name == "django.request" and record.levelno < logging.ERROR
    return is_refusal or record.name.startswith("django.security.")
