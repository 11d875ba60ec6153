"""The error codes of ebMS 3.0 and AS4, and the failure that carries one (reference 9)."""

from dataclasses import dataclass
from enum import StrEnum

from edm.errors import CorrespondentFault, ServiceUnavailable


class Severity(StrEnum):
    FAILURE = "failure"
    WARNING = "warning"


class SoapFault(StrEnum):
    """The SOAP 1.2 fault code an answer carries besides its error signal."""

    SENDER = "Sender"
    MUST_UNDERSTAND = "MustUnderstand"
    VERSION_MISMATCH = "VersionMismatch"


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """One row of the error table."""

    code: str
    name: str
    category: str
    severity: Severity = Severity.FAILURE
    origin: str = "ebMS"

    def __str__(self) -> str:
        return self.code


VALUE_NOT_RECOGNIZED = ErrorCode("EBMS:0001", "ValueNotRecognized", "Content")
FEATURE_NOT_SUPPORTED = ErrorCode("EBMS:0002", "FeatureNotSupported", "Content", Severity.WARNING)
VALUE_INCONSISTENT = ErrorCode("EBMS:0003", "ValueInconsistent", "Content")
OTHER = ErrorCode("EBMS:0004", "Other", "Content")
CONNECTION_FAILURE = ErrorCode("EBMS:0005", "ConnectionFailure", "Communication")
EMPTY_MESSAGE_PARTITION_CHANNEL = ErrorCode("EBMS:0006", "EmptyMessagePartitionChannel", "Communication", Severity.WARNING)
MIME_INCONSISTENCY = ErrorCode("EBMS:0007", "MimeInconsistency", "Unpackaging")
FEATURE_NOT_SUPPORTED_INCONSISTENCY = ErrorCode("EBMS:0008", "FeatureNotSupported", "Unpackaging")
INVALID_HEADER = ErrorCode("EBMS:0009", "InvalidHeader", "Unpackaging")
PROCESSING_MODE_MISMATCH = ErrorCode("EBMS:0010", "ProcessingModeMismatch", "Processing")
EXTERNAL_PAYLOAD_ERROR = ErrorCode("EBMS:0011", "ExternalPayloadError", "Content")
FAILED_AUTHENTICATION = ErrorCode("EBMS:0101", "FailedAuthentication", "Processing", origin="security")
FAILED_DECRYPTION = ErrorCode("EBMS:0102", "FailedDecryption", "Processing", origin="security")
POLICY_NONCOMPLIANCE = ErrorCode("EBMS:0103", "PolicyNoncompliance", "Processing", origin="security")
DYSFUNCTIONAL_RELIABILITY = ErrorCode("EBMS:0201", "DysfunctionalReliability", "Processing", origin="reliability")
DELIVERY_FAILURE = ErrorCode("EBMS:0202", "DeliveryFailure", "Communication", origin="reliability")
MISSING_RECEIPT = ErrorCode("EBMS:0301", "MissingReceipt", "Communication")
INVALID_RECEIPT = ErrorCode("EBMS:0302", "InvalidReceipt", "Communication")
DECOMPRESSION_FAILURE = ErrorCode("EBMS:0303", "DecompressionFailure", "Communication")
DUPLICATE_DETECTED = ErrorCode("EBMS:4001", "DuplicateDetected", "Content")


class As4Error(CorrespondentFault):
    """A message cannot be accepted; the code goes back to the sender in an error signal.

    `ref_to_message_id` is the offending message where it is already known; `fault` is set where
    SOAP 1.2 asks for a fault beside the signal.
    """

    def __init__(self, code: ErrorCode, explanation: str, *, ref_to_message_id: str | None = None, fault: SoapFault | None = None) -> None:
        super().__init__(explanation)
        self.code = code
        self.explanation = explanation
        self.ref_to_message_id = ref_to_message_id
        self.fault = fault


class InvalidReceipt(As4Error):
    """A receipt that does not prove what it should."""

    def __init__(self, explanation: str, *, ref_to_message_id: str | None = None) -> None:
        super().__init__(INVALID_RECEIPT, explanation, ref_to_message_id=ref_to_message_id)


class UnreadableAnswer(ServiceUnavailable):
    """The answer is no signal at all (an error page of a proxy, nothing): as if nobody had answered."""
