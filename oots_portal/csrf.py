"""Django's protection against forged forms, for pages that tell nobody where the browser was.

Under `Referrer-Policy: no-referrer` browsers send `Origin: null` with a form, even to the page's own site, and Django
refuses that. The browser's own word that the form came from the same origin takes its place; the token is checked as ever.
"""

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


class CsrfMiddleware(CsrfViewMiddleware):
    def _origin_verified(self, request: HttpRequest) -> bool:
        if request.headers.get("Origin") == "null":
            # No page can set this header; a browser too old to send it is refused.
            return request.headers.get("Sec-Fetch-Site") == "same-origin"
        return bool(super()._origin_verified(request))  # type: ignore[misc]
