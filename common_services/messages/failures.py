"""What a directory says when it has no answer (chapter 7): closed lists as constants, an occurrence adds its detail."""

from dataclasses import dataclass
from enum import StrEnum

from common_services.messages.data_services import DataService, Question
from edm.regrep.slots import COLLECTION, Slot

NOT_FOUND = "rs:ObjectNotFoundExceptionType"
INVALID_REQUEST = "rs:InvalidRequestExceptionType"
SEVERITY_ERROR = "urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:Error"
SEVERITY_ADDITIONAL_INPUT = "urn:sr.oots.tech.ec.europa.eu:codes:ErrorSeverity:DSDErrorResponse:AdditionalInput"
QUESTIONS = Slot("UserRequestedClassificationConcepts", COLLECTION, "R-DSD-ERR-S022", "R-DSD-ERR-S015", "R-DSD-ERR-S019")


@dataclass(frozen=True, slots=True)
class DirectoryException:
    """One row of the code lists `EBErrorCodes` and `DSDErrorCodes`, texts verbatim."""

    code: str
    type: str
    message: str
    severity: str = SEVERITY_ERROR


EB_EMPTY = DirectoryException("EB:ERR:0001", NOT_FOUND, "The result set is empty")
EB_REQUIREMENT_UNKNOWN = DirectoryException(
    "EB:ERR:0002", NOT_FOUND, "The requirement requested, represented by the requirement id, does not exist"
)
EB_INVALID_QUERY = DirectoryException("EB:ERR:0003", INVALID_REQUEST, "The query parameters do not follow the query specification")
EB_PROCEDURE_UNKNOWN = DirectoryException(
    "EB:ERR:0005", INVALID_REQUEST, "The value of the procedure-id query parameter is invalid or unknown"
)
EB_COUNTRY_UNKNOWN = DirectoryException(
    "EB:ERR:0006", INVALID_REQUEST, "The value of the procedure implementation country query parameter is invalid or unknown"
)
EB_QUERY_UNKNOWN = DirectoryException("EB:ERR:0007", INVALID_REQUEST, "The requested Query does not exist")
DSD_NONE_FOUND = DirectoryException("DSD:ERR:0001", NOT_FOUND, "No Data Services were found based on the given parameters")
DSD_EVIDENCE_TYPE_UNKNOWN = DirectoryException("DSD:ERR:0002", NOT_FOUND, "The Evidence Type requested cannot be found")
DSD_INVALID_QUERY = DirectoryException("DSD:ERR:0003", INVALID_REQUEST, "The query parameters do not follow the query specification")
DSD_QUERY_UNKNOWN = DirectoryException("DSD:ERR:0004", INVALID_REQUEST, "The requested Query does not exist")
DSD_QUESTION = DirectoryException(
    "DSD:ERR:0005",
    NOT_FOUND,
    "The query requires the included extra attributes to be provided by the user",
    SEVERITY_ADDITIONAL_INPUT,
)
DSD_WRONG_ANSWER = DirectoryException("DSD:ERR:0006", INVALID_REQUEST, "Incorrect provided value for requested parameters")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One `rs:Exception`, as written or as read; a question comes with the entry that asks it."""

    code: str
    type: str
    message: str
    severity: str = SEVERITY_ERROR
    detail: str = ""
    entry: DataService | None = None
    questions: tuple[Question, ...] = ()


def occurrence(exception: DirectoryException, detail: str = "") -> Occurrence:
    return Occurrence(code=exception.code, type=exception.type, message=exception.message, severity=exception.severity, detail=detail)


class FailureKind(StrEnum):
    """Why a lookup has no value, in the terms of who acts next (end of chapter 7)."""

    UNKNOWN_PROCEDURE = "unknown_procedure"
    NO_EVIDENCE_TYPE = "no_evidence_type"
    NO_PROVIDER = "no_provider"
    QUESTION = "question"
    UNWELL = "unwell"
    UNREACHABLE = "unreachable"
    NOT_TRUSTED = "not_trusted"
