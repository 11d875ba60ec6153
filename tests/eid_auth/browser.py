"""Walks pages as a browser without scripts does: one cookie jar per host, hidden fields, visible buttons."""

from urllib.parse import urlencode, urljoin, urlsplit

from django.test import Client
from lxml import html

PORTAL = "https://pt.localhost:8443"
FORM = "application/x-www-form-urlencoded"
NODE = "https://eidas.localhost:8443"


class Browser:
    """Follows redirects and posts forms; knows nothing of our Python code."""

    def __init__(self) -> None:
        self._clients: dict[str, Client] = {}
        self.response = None
        self.address = ""

    def client(self, host: str) -> Client:
        if host not in self._clients:
            self._clients[host] = Client(HTTP_HOST=host, headers={"accept-language": "en"})
        return self._clients[host]

    def post(self, address: str, fields, *, follow: bool = True, content_type: str = FORM):
        body = urlencode(fields, doseq=True) if content_type == FORM else fields
        return self._visit("post", address, body, follow=follow, content_type=content_type)

    def get(self, address: str, *, follow: bool = True, **extra):
        return self._visit("get", address, None, follow=follow, **extra)

    def _visit(self, method: str, address: str, fields, *, follow: bool, **extra):
        parts = urlsplit(address)
        self.response = getattr(self.client(parts.netloc), method)(parts.path, fields, secure=True, **extra)
        self.address = address
        if follow and self.response.status_code == 303:
            return self.get(urljoin(address, self.response["Location"]))
        return self.response

    @property
    def page(self):
        return html.fromstring(self.response.content.decode())

    @property
    def text(self) -> str:
        return " ".join(self.page.text_content().split())

    def fields(self) -> dict[str, str]:
        """What the one form of the page would send."""
        return {field.get("name"): field.get("value", "") for field in self.page.xpath("//main//form//input[@type='hidden']")}

    def press(self, name: str = "", value: str = "", *, follow: bool = True, **chosen):
        """Submit the page's form with what was chosen and the button `name`."""
        form = self.page.xpath("//main//form")[0]
        fields = {**self.fields(), **chosen, **({name: value} if name else {})}
        fields.pop("csrfmiddlewaretoken", None)
        return self.post(urljoin(self.address, form.get("action") or self.address), fields, follow=follow)

    def start_login(self, country: str = "DE", *, next_key: str = "here", portal: str = PORTAL):
        return self.post(f"{portal}/login/", {"country": country, "next": next_key})

    def log_in(self, persona: str, country: str, *, tell=(), portal: str = PORTAL):
        """The whole way, from the portal's button to the portal's next page."""
        self.start_login(country, portal=portal)
        self.press()
        self.press(persona=persona)
        self.press("decision", "agree", tell=list(tell))
        return self.press()
