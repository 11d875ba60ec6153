"""Why a login does not end with a person: what the node's answer broke, or what the node itself said."""

from enum import StrEnum

from edm.errors import CorrespondentFault
from eid_auth.service_provider.status import Status


class Refusal(StrEnum):
    """Each check of the login by name; the list is its security documentation."""

    NO_PENDING_LOGIN = "this browser waits for no login"
    OTHER_RELAY_STATE = "the relay state is not the one that was sent"
    LOGIN_TOO_OLD = "the login was started too long ago"
    ALREADY_USED = "the login has already been answered"
    TOO_MANY_ANSWERS = "too many answers to one login"

    NOT_POSTED = "an answer comes by POST"
    NOT_A_RESPONSE_FORM = "not one form field SAMLResponse"
    TOO_LARGE = "the response is too large"
    NOT_BASE64 = "the response is not base64"
    NOT_XML = "the response is not well-formed, or has a document type"

    STRUCTURE = "the parts of the response are not those of the profile"
    DUPLICATE_ID = "an identifier appears twice"
    OUTSIDE_REFERENCE = "a reference to something outside the response"
    SIGNATURE_COUNT = "not exactly one signature, directly in what it signs"
    SIGNATURE_ALGORITHM = "a signature algorithm that is not allowed"
    DIGEST_ALGORITHM = "a digest algorithm that is not allowed"
    CANONICALISATION = "a canonicalisation that is not allowed"
    TRANSFORM = "a transform that is not allowed"
    SIGNATURE_REFERENCE = "the signature does not cover exactly its own element"
    SIGNATURE_CONTENT = "the signature carries more than a signature"
    NOT_ENCRYPTED = "not exactly one encrypted assertion"
    CONTENT_ENCRYPTION = "a content encryption that is not allowed"
    KEY_TRANSPORT = "a key transport that is not allowed"
    DESTINATION = "the destination is not this service"
    IN_RESPONSE_TO = "the answer belongs to another request, or to none"
    ISSUER = "the issuer is not the trusted node"
    SIGNATURE = "the signature is not the trusted node's"

    UNREADABLE = "the assertion cannot be read"
    HIDDEN_NODE = "a comment or a processing instruction in the assertion"
    LIBRARY = "python3-saml does not accept the response"
    ASSERTION_COUNT = "not exactly one assertion"
    SUBJECT_CONFIRMATION = "not one bearer confirmation for this request"
    RECIPIENT = "the recipient is not this service"
    AUDIENCE = "the audience is not exactly this service"
    VALIDITY = "the period of validity is absent, too long or past"
    ISSUE_INSTANT = "issued too long ago or in the future"
    AUTHENTICATION_INSTANT = "authenticated before the request or in the future"
    ASSURANCE_UNKNOWN = "the level of assurance is absent or none of the notified ones"
    ASSURANCE_TOO_LOW = "the level of assurance is below the one requested"
    ATTRIBUTES = "the attributes are not one complete set of a natural person"
    REPRESENTATION = "the person acts for somebody else, or for a company"
    IDENTIFIER = "the identifier is not CC/CC/local"
    OTHER_COUNTRY = "the identity is from another country than the one chosen"
    OTHER_RECEIVER = "the identifier was issued for another receiving country"
    REPLAYED = "the response or its assertion has been seen before"


class LoginRefused(CorrespondentFault):
    """The answer is not believed."""

    def __init__(self, reason: Refusal, *, detail: str = "") -> None:
        super().__init__(f"{reason.value} {detail}".strip())
        self.reason = reason


class LoginDeclined(CorrespondentFault):
    """The node answers, under its signature, that there is no login."""

    def __init__(self, status: Status) -> None:
        super().__init__(f"the node answers {status}")
        self.status = status
