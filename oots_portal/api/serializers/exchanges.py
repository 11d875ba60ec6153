"""How an exchange and its trace look; no personal data (integrator-api 2.2)."""

from typing import Any

from rest_framework import serializers

from oots_portal.api.serializers.common import IdentifierSerializer, ProblemSerializer, TextsField


class LinkSerializer(serializers.Serializer[Any]):
    rel = serializers.CharField()
    method = serializers.CharField()
    href = serializers.CharField()


class ProviderOfExchangeSerializer(serializers.Serializer[Any]):
    country = serializers.CharField()
    name = TextsField()


class PreviewSerializer(serializers.Serializer[Any]):
    description = TextsField()
    host = serializers.CharField()


class ExchangeSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    conversation_id = serializers.UUIDField()
    reference = serializers.CharField()
    state = serializers.CharField()
    line = serializers.CharField()
    procedure_code = serializers.CharField()
    requirement_ids = serializers.ListField(child=serializers.CharField())
    evidence_type = serializers.CharField()
    evidence_titles = TextsField()
    whose_turn = serializers.CharField()
    deadline = serializers.DateTimeField(allow_null=True)
    deadline_kind = serializers.CharField(allow_null=True)
    provider = ProviderOfExchangeSerializer()
    preview = PreviewSerializer(allow_null=True)
    pieces = serializers.IntegerField()
    problem = ProblemSerializer(allow_null=True)
    deferred_until = serializers.DateTimeField(allow_null=True)
    satisfies = serializers.ListField(child=serializers.CharField())
    opened_at = serializers.DateTimeField()
    settled_at = serializers.DateTimeField(allow_null=True)
    next = LinkSerializer(many=True)


class ExchangesSerializer(serializers.Serializer[Any]):
    exchanges = ExchangeSerializer(many=True)


class EntrySerializer(serializers.Serializer[Any]):
    """One row of the exchange log. `error_detail` and `facts` may hold words of the other side: show them as such."""

    event = serializers.CharField()
    at = serializers.DateTimeField()
    side = serializers.CharField()
    authority = IdentifierSerializer()
    message_id = serializers.CharField(allow_blank=True)
    request_id = serializers.CharField(allow_blank=True)
    response_id = serializers.CharField(allow_blank=True)
    peer_country = serializers.CharField(allow_blank=True)
    error_code = serializers.CharField(allow_blank=True)
    error_detail = serializers.CharField(allow_blank=True)
    decision = serializers.CharField(allow_blank=True)
    facts = serializers.DictField(child=serializers.CharField())


class DigestSerializer(serializers.Serializer[Any]):
    uri = serializers.CharField()
    algorithm = serializers.CharField()
    value = serializers.CharField()


class MessageSerializer(serializers.Serializer[Any]):
    message_id = serializers.CharField()
    direction = serializers.CharField()
    action = serializers.CharField()
    state = serializers.CharField()
    own_party = serializers.CharField()
    peer_party = serializers.CharField()
    attempts = serializers.IntegerField()
    started_at = serializers.DateTimeField()
    settled_at = serializers.DateTimeField(allow_null=True)
    receipt_verdict = serializers.CharField(allow_blank=True)
    error = serializers.CharField(allow_blank=True)
    digests = DigestSerializer(many=True, source="references")


class TraceSerializer(serializers.Serializer[Any]):
    exchange_id = serializers.UUIDField()
    entries = EntrySerializer(many=True)
    messages = MessageSerializer(many=True)


class PartSerializer(serializers.Serializer[Any]):
    content_id = serializers.CharField()
    media_type = serializers.CharField()
    content = serializers.CharField(help_text="Decrypted, base64.")


class WireSerializer(serializers.Serializer[Any]):
    """One message as it crossed HTTP."""

    message_id = serializers.CharField()
    action = serializers.CharField()
    sender = IdentifierSerializer()
    receiver = IdentifierSerializer()
    content_type = serializers.CharField()
    body = serializers.CharField(help_text="The HTTP body, base64.")
    receipt = serializers.CharField(allow_null=True, help_text="The signed receipt, base64.")
    receipt_verdict = serializers.CharField(allow_blank=True)
    parts = PartSerializer(many=True)


class WiresSerializer(serializers.Serializer[Any]):
    messages = WireSerializer(many=True)
