"""What discovery may be asked: query parameters, checked before anybody is bothered."""

from typing import Any

from rest_framework import serializers

from edm.vocabulary.countries import OOTS_COUNTRIES

CHOICES = sorted(OOTS_COUNTRIES)


class RequesterCountryQuestion(serializers.Serializer[Any]):
    requester_country = serializers.ChoiceField(CHOICES, help_text="The country whose procedure it is; Greece is EL.")


class OptionalRequesterCountryQuestion(serializers.Serializer[Any]):
    requester_country = serializers.ChoiceField(
        CHOICES, required=False, help_text="Only what this country declares; without it the code list is told."
    )


class ProviderCountryQuestion(serializers.Serializer[Any]):
    provider_country = serializers.ChoiceField(CHOICES, help_text="The country that issues the evidence; Greece is EL.")


class ExchangesQuestion(serializers.Serializer[Any]):
    reference = serializers.CharField(required=False, max_length=20, help_text="The public reference a citizen reads out.")
    conversation = serializers.UUIDField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if len(attrs) != 1:
            raise serializers.ValidationError({"reference": "Give either a reference or a conversation."})
        return attrs


class SandboxMessagesQuestion(serializers.Serializer[Any]):
    exchange = serializers.UUIDField()
