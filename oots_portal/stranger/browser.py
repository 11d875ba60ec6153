"""Pages, links and forms over HTTPS, as a browser without scripts sees them."""

import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpx
from lxml import html

LONGEST_ANSWER_SECONDS = 30.0
PAUSE_SECONDS = 0.25


class Lost(Exception):
    """The page does not offer what the stranger was looking for."""


class LoopbackTransport(httpx.HTTPTransport):
    """Sends `*.localhost` to this machine, as browsers do, and leaves the address of the page alone."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        sent = httpx.Request(
            request.method,
            request.url.copy_with(host="127.0.0.1"),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions | {"sni_hostname": host},
        )
        return super().handle_request(sent)


@dataclass
class Form:
    """One form of a page with the values it would send."""

    action: str
    method: str
    fields: dict[str, str]
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)


class Page:
    """What one address answered."""

    def __init__(self, response: httpx.Response) -> None:
        self.url = str(response.url)
        self.status = response.status_code
        self.content = response.content
        self.media_type = response.headers.get("content-type", "").split(";")[0]
        self._tree = html.document_fromstring(response.content) if self.media_type == "text/html" and response.content else None

    @property
    def tree(self) -> html.HtmlElement:
        if self._tree is None:
            raise Lost(f"{self.url} is no page")
        return self._tree

    @property
    def heading(self) -> str:
        return " ".join(self.tree.xpath("string(//h1)").split())

    @property
    def text(self) -> str:
        return " ".join(self.tree.xpath("string(//body)").split())

    def one(self, expression: str) -> str:
        """The text of the one thing `expression` finds; Lost when there is none."""
        found = self.tree.xpath(expression)
        if not found:
            raise Lost(f"{self.url} ({self.status}, {self.heading!r}) has no {expression}")
        first = found[0]
        return " ".join((first if isinstance(first, str) else first.text_content()).split())

    def has(self, expression: str) -> bool:
        return bool(self.tree.xpath(expression))

    def link(self, expression: str) -> str:
        """The absolute address of the first link that `expression` (an XPath to `a`) finds."""
        found = self.tree.xpath(expression)
        if not found:
            raise Lost(f"{self.url} ({self.status}, {self.heading!r}) has no link {expression}")
        return str(urljoin(self.url, found[0].get("href")))

    def form(self, expression: str = "//main//form") -> Form:
        """The first form that `expression` finds, with the values it stands with."""
        found = self.tree.xpath(expression)
        if not found:
            raise Lost(f"{self.url} ({self.status}, {self.heading!r}) has no form {expression}")
        return _read_form(found[0], self.url)


def _read_form(element: html.HtmlElement, base: str) -> Form:
    form = Form(urljoin(base, element.get("action") or base), (element.get("method") or "get").lower(), {})
    for control in element.xpath(".//input | .//select | .//textarea | .//button"):
        name, kind = control.get("name"), (control.get("type") or "").lower()
        if control.tag == "button" or kind == "submit":
            form.buttons.append((name or "", control.get("value") or "", " ".join(control.text_content().split())))
        elif name and kind in {"radio", "checkbox"}:
            form.choices.setdefault(name, []).append(control.get("value") or "on")
            if control.get("checked") is not None:
                form.fields[name] = control.get("value") or "on"
        elif name and control.tag == "select":
            options = [o.get("value") or "" for o in control.xpath(".//option")]
            form.choices.setdefault(name, []).extend(options)
            chosen = control.xpath(".//option[@selected]/@value")
            form.fields[name] = chosen[0] if chosen else (options[0] if options else "")
        elif name and kind != "file":
            form.fields[name] = control.get("value") or control.text or ""
    return form


class Browser:
    """Follows links and sends forms, keeping cookies by host; asks up to `attempts` times when nothing answers."""

    def __init__(self, *authorities: Path, attempts: int = 1) -> None:
        self._attempts = attempts
        context = ssl.create_default_context()
        for authority in authorities:
            context.load_verify_locations(cafile=str(authority))
        self._client = httpx.Client(
            transport=LoopbackTransport(verify=context),
            timeout=LONGEST_ANSWER_SECONDS,
            follow_redirects=True,
            headers={"Accept-Language": "en", "User-Agent": "stranger"},
        )

    def open(self, url: str, *, headers: Mapping[str, str] | None = None) -> Page:
        return self._ask("GET", url, headers=headers)

    def send(self, form: Form, *, button: str | None = None, **values: str) -> Page:
        """Send `form` with `values` filled in, by the button called `button` (its name, value or words)."""
        data = dict(form.fields) | values
        for name, value, words in form.buttons:
            if name and button is not None and button in {name, value, words}:
                data[name] = value
        if form.method == "get":
            return self._ask("GET", form.action, params=data)
        origin = "/".join(form.action.split("/")[:3])
        return self._ask("POST", form.action, data=data, headers={"Origin": origin, "Referer": origin + "/"})

    def _ask(self, method: str, url: str, **options: Any) -> Page:
        for attempt in range(1, self._attempts + 1):
            try:
                return Page(self._client.request(method, url, **options))
            except httpx.HTTPError as fault:
                if attempt == self._attempts:
                    raise Lost(f"{url} does not answer: {type(fault).__name__}") from fault
            time.sleep(PAUSE_SECONDS)
        raise Lost(f"{url} was never asked")
