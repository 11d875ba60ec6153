"""The key of the sandbox: made at first start, for machines that follow exchanges; never for personal data."""

import hmac
from dataclasses import dataclass

from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from deployments.sealing import secret_file
from deployments.service import deployment, state_folder

SCHEME = b"bearer"


@dataclass(frozen=True, slots=True)
class Client:
    """Who calls; in the sandbox there is one."""

    name: str
    is_authenticated: bool = True


class SandboxKeyAuthentication(BaseAuthentication):
    """`Authorization: Bearer KEY`, the key being that of `STATE/secrets/api.key`."""

    def authenticate(self, request: Request) -> tuple[Client, None] | None:
        words = get_authorization_header(request).split()
        if not words:
            return None
        if not deployment().is_sandbox or len(words) != 2 or words[0].lower() != SCHEME or not hmac.compare_digest(words[1], _key()):
            raise AuthenticationFailed("The key is not that of this sandbox.")
        return Client("sandbox"), None

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="sandbox"'


def _key() -> bytes:
    return secret_file(state_folder() / "secrets" / "api.key").hex().encode()
