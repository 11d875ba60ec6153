"""What several writers need."""

from common_services.messages.jurisdictions import Jurisdiction
from edm.regrep.namespaces import Element
from edm.regrep.writing import attribute, child


def write_jurisdiction(parent: Element, jurisdiction: Jurisdiction) -> None:
    element = child(parent, "sdg:Jurisdiction")
    child(element, "sdg:AdminUnitLevel1", jurisdiction.country)
    for code in jurisdiction.codes:
        attribute(child(element, "sdg:AdditionalJurisdictionClassification", code.code), "listID", code.list_id)
