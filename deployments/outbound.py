"""The one door through which this platform calls others.

Every address is checked here: scheme, credentials, host against the deployment's list, the addresses the host
resolves to. Redirects are never followed and the environment's proxies are never used.
"""

import fnmatch
import ipaddress
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from deployments.model import Deployment
from edm.errors import CallerMistake, ServiceUnavailable

CONNECT_SECONDS = 10.0
READ_SECONDS = 60.0
LARGEST_ANSWER = 64 * 1024 * 1024


class AddressRefused(CallerMistake):
    """The address is none this deployment calls."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer, whole: status, header fields with lower-case names, body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class OutboundPolicy:
    """Which addresses may be called."""

    def __init__(self, deployment: Deployment) -> None:
        self._deployment = deployment

    def refuse_unless_allowed(self, url: str) -> None:
        """Raises AddressRefused with the reason."""
        parts = urlsplit(url)
        schemes = {"https", "http"} if self._deployment.allow_plain_http else {"https"}
        if parts.scheme not in schemes:
            raise AddressRefused(f"Only {' and '.join(sorted(schemes))} addresses are called.")
        if parts.username or parts.password or not parts.hostname:
            raise AddressRefused("The address has credentials or no host.")
        host = parts.hostname.lower()
        if not any(fnmatch.fnmatchcase(host, pattern) for pattern in self._deployment.outbound_hosts):
            raise AddressRefused(f"{host} is not among this deployment's outbound_hosts.")
        if not self._deployment.is_sandbox:
            _refuse_private(host, parts.port or 443)


def _refuse_private(host: str, port: int) -> None:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as fault:
        raise ServiceUnavailable(f"{host} does not resolve.") from fault
    for *_, address in found:
        if not ipaddress.ip_address(str(address[0]).split("%")[0]).is_global:
            raise AddressRefused(f"{host} resolves to an address that is not public.")


def is_loopback_name(host: str) -> bool:
    """Browsers send these names to the machine itself; Python's resolver does not know them."""
    return host == "localhost" or host.endswith(".localhost")


class OutboundClient:
    """Calls other systems; raises ServiceUnavailable when no answer came."""

    def __init__(self, deployment: Deployment, *, trust_files: tuple[Path, ...] = ()) -> None:
        self._policy = OutboundPolicy(deployment)
        self._sandbox = deployment.is_sandbox
        context = ssl.create_default_context()
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        for path in trust_files:
            context.load_verify_locations(cafile=str(path))
        self._client = httpx.Client(
            verify=context,
            timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
            follow_redirects=False,
            trust_env=False,
        )

    def get(self, url: str, *, headers: Mapping[str, str], read_seconds: float = READ_SECONDS) -> Answer:
        return self._call("GET", url, headers, None, read_seconds)

    def post(self, url: str, *, headers: Mapping[str, str], body: bytes) -> Answer:
        return self._call("POST", url, headers, body)

    def _call(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None, read_seconds: float = READ_SECONDS) -> Answer:
        self._policy.refuse_unless_allowed(url)
        request = self._request(method, url, headers, body)
        request.extensions["timeout"] = httpx.Timeout(read_seconds, connect=CONNECT_SECONDS).as_dict()
        try:
            response = self._client.send(request, stream=True)
            try:
                content = _bounded(response)
            finally:
                response.close()
        except httpx.HTTPError as fault:
            raise ServiceUnavailable(f"{urlsplit(url).hostname} did not answer: {type(fault).__name__}") from fault
        return Answer(response.status_code, {k.lower(): v for k, v in response.headers.items()}, content)

    def _request(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None) -> httpx.Request:
        parts = urlsplit(url)
        host = parts.hostname or ""
        request = self._client.build_request(method, url, headers=dict(headers), content=body)
        if self._sandbox and is_loopback_name(host):
            request.url = request.url.copy_with(host="127.0.0.1")
            request.headers["Host"] = parts.netloc
            request.extensions["sni_hostname"] = host
        return request


def _bounded(response: httpx.Response) -> bytes:
    content = bytearray()
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > LARGEST_ANSWER:
            raise httpx.ReadError("the answer is too large")
    return bytes(content)
