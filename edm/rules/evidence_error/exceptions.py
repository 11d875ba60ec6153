"""The exceptions of an error: code, type, wording, severity, and the way to the preview."""

from edm.regrep.namespaces import Element
from edm.regrep.values import cleaned
from edm.rules.book import RuleBook
from edm.rules.evidence_error.paths import EXCEPTION
from edm.rules.forms import HOLDS_MOMENT
from edm.rules.judgements import at_most_one_slot, attribute_in, has_attribute, must, one_slot, only_slots, text_of, value_type
from edm.rules.places import place, slot
from edm.rules.report import Severity as Gravity
from edm.vocabulary.exceptions import EXCEPTIONS, MISSING_AUTHORIZATION, Severity, exception_of_code
from edm.vocabulary.languages import LANGUAGES

exception_rules = RuleBook("4.6")

ALL = place(EXCEPTION)


def has_the_severity_of_an_error(exception: Element) -> str | None:
    """A substring test; an exception without code is not judged."""
    code = cleaned(exception.get("code"))
    if not code or code == MISSING_AUTHORIZATION.code or Severity.ERROR in exception.get("severity", ""):
        return None
    return "Only the exception that asks for a preview has another severity than Error."


def has_the_wording_of_its_code(exception: Element) -> str | None:
    """An unknown code is another rule's affair."""
    known = exception_of_code(cleaned(exception.get("code")))
    return None if known is None or cleaned(exception.get("message")) == known.message else "The message is not the wording of the code."


def starts_secure_in_any_case(location: Element) -> str | None:
    return None if text_of(location).lower().startswith("https://") else "The preview location does not start with https://."


exception_rules.judge("R-EDM-ERR-S013", ALL, one_slot("Timestamp"))
exception_rules.judge("R-EDM-ERR-S014", ALL, at_most_one_slot("PreviewLocation"), severity=Gravity.CAUTION)
exception_rules.judge("R-EDM-ERR-S015", ALL, at_most_one_slot("PreviewDescription"), severity=Gravity.CAUTION)
exception_rules.judge("R-EDM-ERR-S022", place(slot(EXCEPTION, "Timestamp")), value_type("DateTimeValueType"))
exception_rules.judge("R-EDM-ERR-S023", place(slot(EXCEPTION, "PreviewLocation")), value_type("StringValueType"))
exception_rules.judge("R-EDM-ERR-S024", place(slot(EXCEPTION, "PreviewDescription")), value_type("InternationalStringValueType"))
exception_rules.judge("R-EDM-ERR-S027", ALL, only_slots("Timestamp", "PreviewLocation", "PreviewDescription"))

exception_rules.judge("R-EDM-ERR-C012", ALL, has_attribute("xsi:type"))
# Compared with its prefix.
exception_rules.judge("R-EDM-ERR-C013", ALL, attribute_in("xsi:type", {known.type for known in EXCEPTIONS}, "of exceptions"))
exception_rules.judge("R-EDM-ERR-C014", ALL, attribute_in("severity", list(Severity), "ErrorSeverity"))
exception_rules.judge("R-EDM-ERR-C015", ALL, has_the_severity_of_an_error)
exception_rules.judge("R-EDM-ERR-C016", ALL, has_attribute("message"))
exception_rules.judge("R-EDM-ERR-C017", ALL, attribute_in("code", {known.code for known in EXCEPTIONS}, "EDMErrorCodes"))
exception_rules.judge("R-EDM-ERR-C018", place(f"{slot(EXCEPTION, 'Timestamp')}/rim:Value"), HOLDS_MOMENT)
exception_rules.judge("R-EDM-ERR-C019", place(slot(EXCEPTION, "PreviewLocation")), starts_secure_in_any_case)
exception_rules.judge(
    "R-EDM-ERR-C020",
    place(f"{slot(EXCEPTION, 'PreviewDescription')}/rim:Value/rim:LocalizedString"),
    attribute_in("xml:lang", LANGUAGES, "LanguageCode"),
)
# The assertion executes only the severity, and looks for it anywhere in the document.
exception_rules.judge(
    "R-EDM-ERR-C022",
    place(f"{EXCEPTION}[rim:Slot[@name='PreviewLocation']]"),
    must(f"//rs:Exception/@severity[contains(., '{Severity.PREVIEW_REQUIRED}')]", "A preview location asks for severity PreviewRequired."),
)
exception_rules.judge("R-EDM-ERR-C026", ALL, has_attribute("code"))
exception_rules.judge("CH-4.5.3-a", ALL, has_the_wording_of_its_code)
