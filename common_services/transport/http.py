"""Over HTTPS, through the one door for outbound calls."""

from collections.abc import Mapping

from deployments.outbound import Answer
from deployments.service import outbound


class HttpTransport:
    def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        return outbound().get(url, headers=headers)
