"""From rows to the values that go out."""

from collections.abc import Iterable
from typing import Any

from common_services.messages import data_services
from common_services.repository import identifier_of
from data_service_directory.models import AccessService, Coverage, DataService, Distribution, Publisher, Question
from edm.vocabulary.assurance import LevelOfAssurance
from edm.vocabulary.parties import Authority, ParticipantId, PartyId


def entry_value(row: DataService, access_services: Iterable[AccessService]) -> data_services.DataService:
    return data_services.DataService(
        identifier=row.identifier,
        classification=identifier_of(row.evidence_type),
        titles=row.titles,
        descriptions=row.descriptions,
        distributions=tuple(_distribution(distribution) for distribution in row.distributions.all()),
        access_services=tuple(_access_service(service) for service in access_services),
        level_of_assurance=LevelOfAssurance(row.level_of_assurance) if row.level_of_assurance else None,
        questions=tuple(question_value(question) for question in row.questions.all()),
    )


def question_value(row: Question) -> data_services.Question:
    return data_services.Question(
        identifier=str(row.identifier),
        type=row.type,
        texts=row.texts,
        value_expression=identifier_of(row.value_expression) if row.value_expression else "",
    )


def _distribution(row: Distribution) -> data_services.Distribution:
    languages: list[Any] = row.languages
    return data_services.Distribution(
        media_type=row.media_type,
        languages=tuple(languages),
        conforms_to=identifier_of(row.conforms_to) if row.conforms_to else None,
    )


def _access_service(row: AccessService) -> data_services.AccessService:
    publisher = row.publisher
    return data_services.AccessService(
        party=PartyId(row.party_id, row.party_type),
        names=row.names,
        conforms_to=tuple(row.conforms_to),
        publisher=_authority(publisher),
        publisher_descriptions=publisher.descriptions,
        covers=tuple(_covered(coverage) for coverage in publisher.coverages.all()),
    )


def _authority(row: Publisher) -> Authority:
    return Authority(identifier=ParticipantId(row.identifier, row.scheme), names=row.names, country=row.country)


def _covered(row: Coverage) -> data_services.ClassificationAnswer:
    return data_services.ClassificationAnswer(question=question_value(row.question), values=tuple(row.values))
