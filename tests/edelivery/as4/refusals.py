"""Says in one line that something is refused, and with which code."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from edelivery.as4.errors import As4Error, ErrorCode


@contextmanager
def refused(code: ErrorCode) -> Iterator[pytest.ExceptionInfo[As4Error]]:
    with pytest.raises(As4Error) as refusal:
        yield refusal
    assert refusal.value.code == code, f"{refusal.value.code}: {refusal.value.explanation}"
