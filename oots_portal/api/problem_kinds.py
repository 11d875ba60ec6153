"""What can go wrong, as the closed list integrators program against (integrator-api 2.6)."""

from dataclasses import dataclass
from enum import StrEnum


class WhoCanFix(StrEnum):
    INTEGRATOR = "integrator"
    USER = "user"
    PLATFORM = "platform"
    PEER = "peer"
    PROVIDER_COUNTRY = "provider country"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A code with its HTTP status; kinds that only occur inside the state of an exchange have none of their own."""

    code: str
    title: str
    status: int
    who_can_fix: WhoCanFix
    retryable: bool = False

    @property
    def slug(self) -> str:
        return self.code.replace("_", "-")


I, U, P, O, C = WhoCanFix.INTEGRATOR, WhoCanFix.USER, WhoCanFix.PLATFORM, WhoCanFix.PEER, WhoCanFix.PROVIDER_COUNTRY  # noqa: E741

VALIDATION_FAILED = ProblemKind("validation_failed", "The question is incomplete or malformed", 400, I)
UNAUTHENTICATED = ProblemKind("unauthenticated", "The key is missing or wrong", 401, I)
FORBIDDEN = ProblemKind("forbidden", "This is not open to you", 403, I)
NOT_FOUND = ProblemKind("not_found", "There is no such thing here", 404, I)
METHOD_NOT_ALLOWED = ProblemKind("method_not_allowed", "The method is not allowed here", 405, I)
NOT_ACCEPTABLE = ProblemKind("not_acceptable", "The answer cannot be given in the form asked for", 406, I)
UNSUPPORTED_MEDIA_TYPE = ProblemKind("unsupported_media_type", "The body is in a form that is not read here", 415, I)
NO_PROVIDER = ProblemKind("no_provider", "Nobody in that country delivers this evidence type", 422, C)
RATE_LIMITED = ProblemKind("rate_limited", "Too many calls", 429, I, retryable=True)
INTERNAL_ERROR = ProblemKind("internal_error", "Something went wrong here", 500, P)
DIRECTORY_UNREACHABLE = ProblemKind("directory_unreachable", "The directory did not give a usable answer", 502, P, retryable=True)
DIRECTORY_NOT_TRUSTED = ProblemKind("directory_signature_invalid", "The answer of the directory is not signed by anybody trusted", 502, P)
CORRESPONDENT_FAULT = ProblemKind("answer_invalid", "The other side broke a rule of the specification", 502, O)
DIRECTORY_PENDING = ProblemKind("directory_pending", "The directory is being asked: repeat the call in a moment", 503, P, retryable=True)
GATEWAY_UNAVAILABLE = ProblemKind("gateway_unavailable", "Another system did not answer", 503, P, retryable=True)

# Of a failed or expired exchange.
PEER_AUTHENTICATION = ProblemKind("peer_authentication", "The other country could not establish who the person is", 0, O)
PEER_REFUSED = ProblemKind("peer_refused", "The other country could not handle the request", 0, P)
PEER_NOT_FOUND = ProblemKind("peer_not_found", "The other country found nothing under these particulars", 0, O)
PEER_TIMEOUT = ProblemKind("peer_timeout", "The time the other country gives has passed", 0, U, retryable=True)
PEER_UNSUPPORTED = ProblemKind("peer_unsupported", "The other country does not offer what was asked for", 0, O)
UNDELIVERABLE = ProblemKind("undeliverable", "The message could not be delivered", 0, P, retryable=True)
OUR_TIMEOUT = ProblemKind("our_timeout", "No answer came in time", 0, O, retryable=True)
ANSWER_INVALID = ProblemKind("answer_invalid", "The answer could not be used", 0, O)
NO_COMMON_VERSION = ProblemKind("no_common_version", "The two sides speak no version of the exchange in common", 422, P)
LOA_TOO_LOW = ProblemKind("loa_too_low", "The login is weaker than the provider demands", 422, U)

KINDS = {kind.slug: kind for kind in reversed([value for value in globals().values() if isinstance(value, ProblemKind)])}
