"""Writes the entries of the Data Service Directory in the order of elements of chapters 2.2 and 6.2."""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from common_services.messages.data_services import AccessService, ClassificationAnswer, DataService, Distribution, Question
from common_services.messages.envelope import DATA_SERVICE, write_success
from common_services.messages.jurisdictions import Jurisdiction
from common_services.messages.writings import write_jurisdiction
from edm.regrep.namespaces import Element
from edm.regrep.writing import attribute, child, localised_children, optional_child


def write_data_services(services: Iterable[DataService], *, object_ids: Callable[[], UUID]) -> bytes:
    """One registry object per entry."""
    return write_success(DATA_SERVICE, [partial(write_entry, service) for service in services], object_ids=object_ids)


def write_entry(service: DataService, parent: Element) -> None:
    element = write_trimmed_entry(service, parent)
    for access_service in service.access_services:
        _access_service(element, access_service)
    _assurance(element, service)
    for question in service.questions:
        write_question(element, question)


def write_trimmed_entry(service: DataService, parent: Element) -> Element:
    """What a question shows of its entry: no access service, no question (R-DSD-ERR-S021)."""
    element = child(parent, "sdg:DataServiceEvidenceType")
    child(element, "sdg:Identifier", str(service.identifier))
    child(element, "sdg:EvidenceTypeClassification", service.classification)
    localised_children(element, "sdg:Title", service.titles)
    localised_children(element, "sdg:Description", service.descriptions)
    for distribution in service.distributions:
        _distribution(element, distribution)
    return element


def write_question(parent: Element, question: Question, name: str = "sdg:EvidenceProviderClassification") -> Element:
    """The type in lower case, as the rules have it although published examples do not (chapter 2.4)."""
    element = child(parent, name)
    identifier = child(element, "sdg:Identifier", question.identifier)
    if question.value_expression:
        attribute(identifier, "schemeID", question.value_expression)
    child(element, "sdg:Type", question.type)
    optional_child(element, "sdg:ValueExpression", question.value_expression or None)
    localised_children(element, "sdg:Description", question.texts)
    return element


def _distribution(parent: Element, distribution: Distribution) -> None:
    element = child(parent, "sdg:DistributedAs")
    child(element, "sdg:Format", distribution.media_type)
    for language in distribution.languages:
        child(element, "sdg:Language", language)
    optional_child(element, "sdg:ConformsTo", distribution.conforms_to)


def _assurance(parent: Element, service: DataService) -> None:
    level = service.level_of_assurance
    optional_child(parent, "sdg:AuthenticationLevelOfAssurance", level.value if level else None)


def _access_service(parent: Element, service: AccessService) -> None:
    element = child(parent, "sdg:AccessService")
    attribute(child(element, "sdg:Identifier", service.party.value), "schemeID", service.party.type)
    localised_children(element, "sdg:Name", service.names)
    for line in service.conforms_to:
        child(element, "sdg:ConformsTo", line)
    _publisher(child(element, "sdg:Publisher"), service)


def _publisher(element: Element, service: AccessService) -> None:
    publisher = service.publisher
    attribute(child(element, "sdg:Identifier", publisher.identifier.value), "schemeID", publisher.identifier.scheme)
    localised_children(element, "sdg:Name", publisher.names)
    localised_children(element, "sdg:Description", service.publisher_descriptions)
    child(child(element, "sdg:Address"), "sdg:AdminUnitLevel1", publisher.country)
    write_jurisdiction(element, Jurisdiction(publisher.country))
    for answer in service.covers:
        _covered(element, answer)


def _covered(parent: Element, answer: ClassificationAnswer) -> None:
    element = write_question(parent, answer.question, "sdg:ClassificationConcept")
    supported = child(element, "sdg:SupportedValue")
    kind = "sdg:BooleanValue" if answer.question.type == "boolean" else "sdg:StringValue"
    for value in answer.values:
        child(supported, kind, value)
