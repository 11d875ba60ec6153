"""Reads the entries of a Data Service Directory; the mirror of `data_service_writer`."""

from common_services.messages.data_services import AccessService, ClassificationAnswer, DataService, Distribution, Question
from common_services.messages.envelope import DATA_SERVICE, contents
from common_services.messages.readings import required_texts, texts
from edm.errors import CorrespondentFault
from edm.regrep.namespaces import Element, named
from edm.regrep.reading import all_texts, optional_text, required, required_attribute, required_text
from edm.regrep.values import cleaned, read_uuid
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.parties import Authority, ParticipantId, PartyId


def read_data_services(document: Element) -> tuple[DataService, ...]:
    """Several entries are allowed, each with an access service (R-DSD-RESP-S014)."""
    services = tuple(read_entry(element) for element in contents(document, DATA_SERVICE, "sdg:DataServiceEvidenceType"))
    if not all(service.access_services for service in services):
        raise CorrespondentFault("An entry has no access service.", rule="R-DSD-RESP-S014")
    return services


def read_entry(element: Element) -> DataService:
    return DataService(
        identifier=read_uuid(required_text(element, "sdg:Identifier"), rule="R-DSD-RESP-C002"),
        classification=required_text(element, "sdg:EvidenceTypeClassification", rule="R-DSD-RESP-C003"),
        titles=required_texts(element, "sdg:Title"),
        descriptions=texts(element, "sdg:Description"),
        distributions=_distributions(element),
        access_services=tuple(_access_service(found) for found in element.iterfind(named("sdg:AccessService"))),
        level_of_assurance=_assurance(optional_text(element, "sdg:AuthenticationLevelOfAssurance")),
        questions=tuple(read_question(found) for found in element.iterfind(named("sdg:EvidenceProviderClassification"))),
    )


def read_question(element: Element) -> Question:
    return Question(
        identifier=required_text(element, "sdg:Identifier", rule="R-DSD-RESP-C029"),
        type=required_text(element, "sdg:Type", rule="R-DSD-RESP-C030").lower(),
        texts=required_texts(element, "sdg:Description"),
        value_expression=optional_text(element, "sdg:ValueExpression") or "",
    )


def _distributions(element: Element) -> tuple[Distribution, ...]:
    found = tuple(
        Distribution(
            media_type=required_text(distribution, "sdg:Format", rule="R-DSD-RESP-C009"),
            languages=tuple(filter(None, all_texts(distribution, "sdg:Language"))),
            conforms_to=optional_text(distribution, "sdg:ConformsTo"),
        )
        for distribution in element.iterfind(named("sdg:DistributedAs"))
    )
    if not found:
        raise CorrespondentFault("An entry has no distribution.", rule="R-DSD-RESP-S027")
    return found


def _assurance(text: str | None) -> LevelOfAssurance | None:
    try:
        return LevelOfAssurance(text) if text else None
    except ValueError as fault:
        raise CorrespondentFault("The level of assurance is unknown.", rule="R-DSD-RESP-C008") from fault


def _access_service(element: Element) -> AccessService:
    publisher = required(element, "sdg:Publisher")
    party = required(element, "sdg:Identifier")
    return AccessService(
        party=PartyId(cleaned(party.text), required_attribute(party, "schemeID", rule="R-DSD-RESP-C012")),
        names=texts(element, "sdg:Name"),
        conforms_to=tuple(filter(None, all_texts(element, "sdg:ConformsTo"))),
        publisher=_publisher(publisher),
        publisher_descriptions=texts(publisher, "sdg:Description"),
        covers=tuple(_covered(found) for found in publisher.iterfind(named("sdg:ClassificationConcept"))),
    )


def _publisher(element: Element) -> Authority:
    identifier = required(element, "sdg:Identifier")
    return Authority(
        identifier=ParticipantId(cleaned(identifier.text), required_attribute(identifier, "schemeID", rule="R-DSD-RESP-C016")),
        names=required_texts(element, "sdg:Name"),
        country=required_text(required(element, "sdg:Jurisdiction"), "sdg:AdminUnitLevel1", rule="R-DSD-RESP-C020"),
    )


def _covered(element: Element) -> ClassificationAnswer:
    supported = required(element, "sdg:SupportedValue", rule="R-DSD-RESP-C028")
    return ClassificationAnswer(question=read_question(element), values=tuple(cleaned(value.text) for value in supported))
