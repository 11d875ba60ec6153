"""What a person reads when a login did not succeed; causes stay in the log behind the reference number."""

from dataclasses import dataclass
from http import HTTPStatus

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from eid_auth.service_provider.errors import LoginDeclined, LoginRefused, Refusal

Text = str | Promise
OPERATOR_CODES = frozenset({"InvalidAttrNameOrValue", "InvalidNameIDPolicy", "VersionMismatch"})


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure page: what happened, what it means, what to do."""

    title: Text
    text: Text
    status: HTTPStatus = HTTPStatus.FORBIDDEN

    @property
    def may_go_on(self) -> bool:
        """Whether the person is probably logged in and only went back a page."""
        return self.status in {HTTPStatus.CONFLICT, HTTPStatus.METHOD_NOT_ALLOWED}


NOT_SUCCEEDED = Failure(
    _("The login did not succeed"),
    _("Your country’s login was stopped or did not work. Nothing was sent and your application is as it was."),
)
NOT_AGREED = Failure(
    _("You chose not to share your details"),
    _("Without them we cannot ask another country for your documents. You can still upload them yourself."),
)
TOO_WEAK = Failure(
    _("This digital identity is not strong enough"),
    _("The documents you need call for a stronger login from your country, for example with an identity card. You can also upload them."),
)
NOT_POSSIBLE = Failure(
    _("The login could not be completed"),
    _("It is not your fault, and trying again may not help. Please tell us the reference below, or upload your documents."),
)
NOT_VERIFIED = Failure(
    _("We could not verify the login"),
    _("The answer from your country’s login could not be checked, so we did not log you in. Nothing was sent."),
)
MALFORMED = Failure(NOT_VERIFIED.title, NOT_VERIFIED.text, HTTPStatus.BAD_REQUEST)
NOT_STARTED_HERE = Failure(
    _("This login was not started in this browser"),
    _("Perhaps you began in another browser or another window, or it was too long ago. Please start the login again here."),
)
TOO_LATE = Failure(
    _("The login took too long"),
    _("For your safety a login must be finished within 15 minutes. Please start it again; your application is as it was."),
)
USED = Failure(
    _("This login has already been used"),
    _("You may have gone back a page. If you were logged in, you still are: go on with your application."),
    HTTPStatus.CONFLICT,
)
OTHER_COUNTRY = Failure(
    _("This is a digital identity of another country"),
    _("You chose one country and logged in with the digital identity of another. Please choose the country of your digital identity."),
)

DECLINED = {"AuthnFailed": NOT_SUCCEEDED, "RequestDenied": NOT_AGREED, "NoAuthnContext": TOO_WEAK}
REFUSED = {
    Refusal.NO_PENDING_LOGIN: NOT_STARTED_HERE,
    Refusal.OTHER_RELAY_STATE: NOT_STARTED_HERE,
    Refusal.IN_RESPONSE_TO: NOT_STARTED_HERE,
    Refusal.LOGIN_TOO_OLD: TOO_LATE,
    Refusal.TOO_MANY_ANSWERS: TOO_LATE,
    Refusal.ALREADY_USED: USED,
    Refusal.REPLAYED: USED,
    Refusal.ASSURANCE_TOO_LOW: TOO_WEAK,
    Refusal.OTHER_COUNTRY: OTHER_COUNTRY,
    Refusal.NOT_POSTED: Failure(USED.title, USED.text, HTTPStatus.METHOD_NOT_ALLOWED),
    Refusal.NOT_A_RESPONSE_FORM: MALFORMED,
    Refusal.NOT_BASE64: MALFORMED,
    Refusal.NOT_XML: MALFORMED,
    Refusal.TOO_LARGE: Failure(NOT_VERIFIED.title, NOT_VERIFIED.text, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
}


def failure_of(fault: LoginRefused | LoginDeclined) -> Failure:
    """The page for a failed login."""
    if isinstance(fault, LoginDeclined):
        return DECLINED.get(fault.status.second, NOT_POSSIBLE)
    return REFUSED.get(fault.reason, NOT_VERIFIED)


def calls_for_operator(fault: LoginRefused | LoginDeclined) -> bool:
    """Whether the node finds fault with how this service is set up."""
    return isinstance(fault, LoginDeclined) and bool({fault.status.top, fault.status.second} & OPERATOR_CODES)
