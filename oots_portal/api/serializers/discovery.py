"""Answers of the discovery operations (integrator-api 2.1)."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from common_services.messages.data_services import AccessService, DataService, Distribution, Question
from common_services.messages.evidence_types import EvidenceType, EvidenceTypeList
from common_services.messages.requirements import Requirement
from edm.vocabulary.semantic_repository import path_of
from oots_portal.api.serializers.common import IdentifierSerializer, SourceSerializer, TextsField


def last_segment(identifier: str) -> str:
    """What names an identifier in our paths."""
    return path_of(identifier).rpartition("/")[2]


class WithSources(serializers.Serializer[Any]):
    sources = SourceSerializer(many=True)


class CountrySerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    names = TextsField()
    directory = serializers.ChoiceField(choices=["own", "partner", "none"])
    plays_requester = serializers.BooleanField()
    plays_provider = serializers.BooleanField()
    eid = serializers.BooleanField()


class CountriesAnswer(WithSources):
    countries = CountrySerializer(many=True)


class ProcedureSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    names = TextsField()
    national_titles = TextsField(required=False)


class ProceduresAnswer(WithSources):
    procedures = ProcedureSerializer(many=True)


class RequirementSerializer(serializers.Serializer[Requirement]):
    id = serializers.SerializerMethodField()
    identifier = serializers.URLField()
    names = TextsField()
    descriptions = TextsField()

    def get_id(self, requirement: Requirement) -> str:
        return last_segment(requirement.identifier)


class RequirementsAnswer(WithSources):
    """All of them are needed."""

    procedure_code = serializers.CharField()
    requester_country = serializers.CharField()
    all_of = RequirementSerializer(many=True)


class EvidenceTypeSerializer(serializers.Serializer[EvidenceType]):
    id = serializers.SerializerMethodField()
    identifier = serializers.URLField(source="classification")
    titles = TextsField()
    descriptions = TextsField()

    def get_id(self, evidence_type: EvidenceType) -> str:
        return last_segment(evidence_type.classification)


class OptionSerializer(serializers.Serializer[EvidenceTypeList]):
    """One way to satisfy a requirement: all of its evidence types together."""

    id = serializers.CharField(source="identifier")
    names = TextsField()
    all_of = EvidenceTypeSerializer(many=True, source="evidence_types")


class QuestionSerializer(serializers.Serializer[Question]):
    """What to ask the user; the answer comes back as `q.<id>=`."""

    id = serializers.CharField(source="identifier")
    label = TextsField(source="texts")  # type: ignore[assignment]  # fields leave the class body, they hide nothing
    type = serializers.ChoiceField(choices=["codelist", "string", "boolean"])
    values_url = serializers.CharField(source="value_expression", allow_blank=True)


class OptionsAnswer(WithSources):
    """Any one of the options satisfies the requirement; `no_match`: the country declares that it issues nothing."""

    requirement_id = serializers.URLField()
    provider_country = serializers.CharField()
    any_of = OptionSerializer(many=True)
    no_match = serializers.BooleanField()
    no_match_explanation = TextsField()


class DistributionSerializer(serializers.Serializer[Distribution]):
    media_type = serializers.CharField()
    languages = serializers.SerializerMethodField()
    conforms_to = serializers.URLField(allow_null=True)

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_languages(self, distribution: Distribution) -> list[str]:
        return [language.lower() for language in distribution.languages]


class ProviderSerializer(serializers.Serializer[AccessService]):
    id = IdentifierSerializer(source="publisher.identifier")
    names = TextsField(source="publisher.names")
    country = serializers.CharField(source="publisher.country")
    access_point = serializers.SerializerMethodField()
    edm_lines = serializers.SerializerMethodField()
    known_here = serializers.SerializerMethodField(help_text="Whether this platform has keys and address of the access point.")

    @extend_schema_field(IdentifierSerializer)
    def get_access_point(self, service: AccessService) -> dict[str, str]:
        return {"scheme": service.party.type, "value": service.party.value}

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_edm_lines(self, service: AccessService) -> list[str]:
        return [line.removeprefix("oots-edm:v") for line in service.conforms_to]

    @extend_schema_field(serializers.BooleanField())
    def get_known_here(self, service: AccessService) -> bool:
        return bool(self.context["is_known"](service.party))


class DataServiceSerializer(serializers.Serializer[DataService]):
    id = serializers.UUIDField(source="identifier")
    titles = TextsField()
    descriptions = TextsField()
    level_of_assurance = serializers.ChoiceField(choices=["Low", "Substantial", "High"], allow_null=True)
    distributions = DistributionSerializer(many=True)
    providers = ProviderSerializer(many=True, source="access_services")


class DataServicesAnswer(WithSources):
    """Providers, or the next question the directory wants the user to answer."""

    evidence_type_id = serializers.URLField()
    provider_country = serializers.CharField()
    data_services = DataServiceSerializer(many=True)
    question = QuestionSerializer(allow_null=True)


class CodeSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    names = TextsField()


class CodeListAnswer(WithSources):
    name = serializers.CharField()
    codes = CodeSerializer(many=True)


class SchemaAnswer(WithSources):
    """A data model of structured evidence."""

    identifier = serializers.URLField()
    names = TextsField()
    descriptions = TextsField()
    schema = serializers.CharField(help_text="The XML schema.")
