"""What the node answers: both levels of the status code; the library keeps only the first."""

from dataclasses import dataclass

from lxml.etree import _Element

from eid_auth.service_provider.namespaces import samlp

PREFIX = "urn:oasis:names:tc:SAML:2.0:status:"


@dataclass(frozen=True, slots=True)
class Status:
    """The last words of the two codes; empty where there is none or it is no code of SAML."""

    top: str
    second: str = ""

    @property
    def is_success(self) -> bool:
        return self.top == "Success"

    def __str__(self) -> str:
        return f"{self.top}/{self.second}" if self.second else self.top


def read_status(response: _Element) -> Status:
    """The status of a response whose signature has been verified; its StatusMessage is never read."""
    code = response.find(f"{samlp('Status')}/{samlp('StatusCode')}")
    if code is None:
        return Status("")
    return Status(_word(code), _word(code.find(samlp("StatusCode"))))


def _word(code: _Element | None) -> str:
    value = "" if code is None else code.get("Value", "")
    word = value.removeprefix(PREFIX)
    return word if word != value and word.isalpha() else ""
