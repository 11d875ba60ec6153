"""What every answer has."""

from collections.abc import Mapping
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from common_services.lookups import Source


class TextsField(serializers.DictField):
    """Texts by BCP 47 language; the wire has upper-case codes."""

    child = serializers.CharField()

    def to_representation(self, value: Mapping[str, str]) -> dict[str, str]:
        return {language.lower(): text for language, text in value.items()}


class SourceSerializer(serializers.Serializer[Source]):
    """Where an answer comes from: the question put to a directory, whether its signature held, how old it is."""

    query = serializers.CharField(source="url")
    verdict = serializers.ChoiceField(choices=["verified", "local"])
    age_seconds = serializers.SerializerMethodField()
    signer = serializers.CharField(allow_blank=True)
    root = serializers.CharField(  # type: ignore[assignment]  # fields leave the class body, they hide nothing
        allow_blank=True, help_text="SHA-256 fingerprint of the trusted root."
    )

    @extend_schema_field(OpenApiTypes.NUMBER)
    def get_age_seconds(self, source: Source) -> float:
        return source.age.total_seconds() if source.age else 0.0


class IdentifierSerializer(serializers.Serializer[Any]):
    """An authority or an access point: value and scheme are only unique together."""

    scheme = serializers.CharField()
    value = serializers.CharField()


class ProblemSerializer(serializers.Serializer[Any]):
    """RFC 9457; `status` is absent where a problem is part of an exchange's state."""

    type = serializers.URLField()
    title = serializers.CharField()
    code = serializers.CharField()
    status = serializers.IntegerField(required=False)
    detail = serializers.CharField(required=False)
    instance = serializers.CharField(required=False)
    wire = serializers.DictField(child=serializers.CharField(), required=False)
    errors = serializers.ListField(  # type: ignore[assignment]
        child=serializers.DictField(child=serializers.CharField()), required=False
    )
    who_can_fix = serializers.CharField()
    retryable = serializers.BooleanField()
    user_message_key = serializers.CharField()
