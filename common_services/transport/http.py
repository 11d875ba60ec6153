"""Over HTTPS, through the one door for outbound calls."""

from collections.abc import Mapping

from deployments.outbound import Answer
from deployments.service import outbound

# A directory that hangs must not keep the worker from messages that wait.
READ_SECONDS = 10.0


class HttpTransport:
    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        return outbound().get(url, headers=headers, read_seconds=READ_SECONDS)
