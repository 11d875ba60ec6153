"""What several readers need: texts by language, jurisdictions."""

from common_services.messages.jurisdictions import Jurisdiction, JurisdictionCode
from common_services.messages.texts import DEFAULT_LANGUAGE, Texts
from edm.errors import CorrespondentFault
from edm.regrep.namespaces import Element, named
from edm.regrep.reading import required_text
from edm.regrep.values import cleaned


def texts(parent: Element, name: str) -> Texts:
    """Texts by language; publishers may leave the language out, it is English then (chapter 2)."""
    found: dict[str, str] = {}
    for element in parent.iterfind(named(name)):
        text = cleaned(element.text)
        if text:
            found.setdefault(cleaned(element.get("lang")).upper() or DEFAULT_LANGUAGE, text)
    return found


def required_texts(parent: Element, name: str) -> Texts:
    found = texts(parent, name)
    if not found:
        raise CorrespondentFault(f"{name} is missing or blank.")
    return found


def jurisdiction(element: Element) -> Jurisdiction:
    codes = tuple(
        JurisdictionCode(list_id=cleaned(code.get("listID")), code=cleaned(code.text))
        for code in element.iterfind(named("sdg:AdditionalJurisdictionClassification"))
    )
    return Jurisdiction(country=required_text(element, "sdg:AdminUnitLevel1"), codes=codes)
