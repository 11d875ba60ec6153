"""Keeps the secrets of an address out of the log: who has a preview or return token could use it."""

import logging
import re

SECRET = re.compile(r"(/(?:preview|return)/)(?!privacy|accessibility)[^/\s?\"']+")


class Discretion(logging.Filter):
    """Replaces the token in whatever Django says about an address."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        discreet = SECRET.sub(r"\1[token]", said)
        if discreet != said:
            record.msg, record.args = discreet, ()
        return True
