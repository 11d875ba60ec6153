"""eb:Error and SOAP faults, written and read (reference 9.1 and 4.4)."""

from dataclasses import dataclass

from edelivery.as4.errors import As4Error, SoapFault
from edelivery.as4.markup import Element, add, text_of
from edelivery.as4.namespaces import XML, eb, env

LANGUAGE = f"{{{XML}}}lang"


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


def write_error_element(signal: Element, error: As4Error, ref: str | None) -> None:
    attributes = {
        "category": error.code.category,
        "errorCode": error.code.code,
        "origin": error.code.origin,
        "refToMessageInError": ref,
        "severity": error.code.severity.value,
        "shortDescription": error.code.name,
    }
    element = add(signal, eb("Error"), attributes=attributes)
    add(element, eb("Description"), error.explanation, {LANGUAGE: "en"})


def read_error_element(element: Element) -> ReportedError:
    return ReportedError(
        code=element.get("errorCode", ""),
        severity=element.get("severity", "failure"),
        category=element.get("category"),
        short_description=element.get("shortDescription"),
        origin=element.get("origin"),
        description=_text(element.find(eb("Description"))),
        detail=_text(element.find(eb("ErrorDetail"))),
        ref_to_message_in_error=element.get("refToMessageInError"),
    )


def write_fault(body: Element, fault: SoapFault, reason: str) -> None:
    element = add(body, env("Fault"))
    add(add(element, env("Code")), env("Value"), f"env:{fault.value}")
    add(add(element, env("Reason")), env("Text"), reason, {LANGUAGE: "en"})


def read_fault(body: Element) -> ReportedFault | None:
    fault = body.find(env("Fault"))
    if fault is None:
        return None
    code = _text(fault.find(f"{env('Code')}/{env('Value')}")) or ""
    return ReportedFault(code.rpartition(":")[2], _text(fault.find(f"{env('Reason')}/{env('Text')}")) or "")


def _text(element: Element | None) -> str | None:
    return (text_of(element) or None) if element is not None else None
