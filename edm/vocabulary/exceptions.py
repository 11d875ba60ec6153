"""The eight exceptions of an evidence error and their severities (EDM reference 7.3, 7.4)."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"
    PREVIEW_REQUIRED = "urn:sr.oots.tech.ec.europa.eu:codes:ErrorSeverity:EDMErrorResponse:PreviewRequired"


@dataclass(frozen=True, slots=True)
class EdmException:
    """A code with the type and the wording the code list ties to it."""

    code: str
    type: str
    message: str


FAILED_AUTHENTICATION = EdmException("EDM:ERR:0001", "rs:AuthenticationExceptionType", "Failed Authentication")
# Also the answer that leads to the preview: an error in form, not in meaning.
MISSING_AUTHORIZATION = EdmException("EDM:ERR:0002", "rs:AuthorizationExceptionType", "Missing Authorization")
INVALID_REQUEST = EdmException("EDM:ERR:0003", "rs:InvalidRequestExceptionType", "Syntactically or semantically invalid request")
OBJECT_NOT_FOUND = EdmException("EDM:ERR:0004", "rs:ObjectNotFoundExceptionType", "Object not found")
TIMEOUT = EdmException("EDM:ERR:0005", "rs:TimeoutExceptionType", "Exceeding timeout period")
UNRESOLVED_REFERENCE = EdmException("EDM:ERR:0006", "rs:UnresolvedReferenceExceptionType", "Referenced object that cannot be resolved")
UNSUPPORTED_CAPABILITY = EdmException(
    "EDM:ERR:0007", "rs:UnsupportedCapabilityExceptionType", "Optional feature or capability is not supported"
)
QUERY_FAILED = EdmException("EDM:ERR:0008", "query:QueryExceptionType", "Invalid query syntax or semantics that must be corrected")

EXCEPTIONS = (
    FAILED_AUTHENTICATION,
    MISSING_AUTHORIZATION,
    INVALID_REQUEST,
    OBJECT_NOT_FOUND,
    TIMEOUT,
    UNRESOLVED_REFERENCE,
    UNSUPPORTED_CAPABILITY,
    QUERY_FAILED,
)


def exception_of_code(code: str) -> EdmException | None:
    return next((exception for exception in EXCEPTIONS if exception.code == code), None)
