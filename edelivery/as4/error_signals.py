"""eb:Error and SOAP faults, written and read (reference 9.1 and 4.4)."""

from dataclasses import dataclass

from edelivery.as4.errors import As4Error, SoapFault
from edelivery.as4.markup import Element, text_of
from edelivery.as4.namespaces import eb, env
from edelivery.as4.writing import element, text

_ENGLISH = {"xml:lang": "en"}


@dataclass(frozen=True, slots=True)
class ReportedError:
    """One eb:Error of a signal; codes we do not know are kept as text."""

    code: str
    severity: str
    category: str | None = None
    short_description: str | None = None
    origin: str | None = None
    description: str | None = None
    detail: str | None = None
    ref_to_message_in_error: str | None = None


@dataclass(frozen=True, slots=True)
class ReportedFault:
    """A SOAP 1.2 fault, which Domibus sends beside the signal and proxies send alone."""

    code: str
    reason: str


def write_error_element(error: As4Error, ref: str | None) -> str:
    return element(
        "eb:Error",
        element("eb:Description", text(error.explanation), **_ENGLISH),
        category=error.code.category,
        errorCode=error.code.code,
        origin=error.code.origin,
        refToMessageInError=ref,
        severity=error.code.severity.value,
        shortDescription=error.code.name,
    )


def read_error_element(error: Element) -> ReportedError:
    return ReportedError(
        code=error.get("errorCode", ""),
        severity=error.get("severity", "failure"),
        category=error.get("category"),
        short_description=error.get("shortDescription"),
        origin=error.get("origin"),
        description=_text(error.find(eb("Description"))),
        detail=_text(error.find(eb("ErrorDetail"))),
        ref_to_message_in_error=error.get("refToMessageInError"),
    )


def write_fault(fault: SoapFault, reason: str) -> str:
    return element(
        "env:Fault",
        element("env:Code", element("env:Value", f"env:{fault.value}")),
        element("env:Reason", element("env:Text", text(reason), **_ENGLISH)),
    )


def read_fault(body: Element) -> ReportedFault | None:
    fault = body.find(env("Fault"))
    if fault is None:
        return None
    code = _text(fault.find(f"{env('Code')}/{env('Value')}")) or ""
    return ReportedFault(code.rpartition(":")[2], _text(fault.find(f"{env('Reason')}/{env('Text')}")) or "")


def _text(leaf: Element | None) -> str | None:
    return (text_of(leaf) or None) if leaf is not None else None
