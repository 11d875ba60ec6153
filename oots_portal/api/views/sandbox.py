"""What only the sandbox tells: messages as they crossed HTTP."""

from base64 import b64encode
from typing import Any

from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from edelivery.service import Wire, wires_of_exchange
from edm.vocabulary.parties import PartyId
from oots_portal.api.documented import SANDBOX
from oots_portal.api.permissions import HoldsTheKey
from oots_portal.api.serializers.exchanges import WiresSerializer
from oots_portal.api.serializers.questions import SandboxMessagesQuestion


@method_decorator(never_cache, name="dispatch")
class SandboxMessagesView(APIView):
    permission_classes = [HoldsTheKey]

    @extend_schema(tags=SANDBOX, operation_id="sandbox_messages", parameters=[SandboxMessagesQuestion], responses=WiresSerializer)
    def get(self, request: Request) -> Response:
        """Every message of an exchange: the HTTP body, its decrypted parts and its receipt, while they are kept."""
        question = SandboxMessagesQuestion(data=request.query_params)
        question.is_valid(raise_exception=True)

        wires = wires_of_exchange(question.validated_data["exchange"])

        return Response(WiresSerializer({"messages": [_wire(wire) for wire in wires]}).data)


def _wire(wire: Wire) -> dict[str, Any]:
    return {
        "message_id": wire.message_id,
        "action": wire.action,
        "sender": _party(wire.sender),
        "receiver": _party(wire.receiver),
        "content_type": wire.content_type,
        "body": _base64(wire.body),
        "receipt": _base64(wire.receipt) if wire.receipt is not None else None,
        "receipt_verdict": wire.receipt_verdict,
        "parts": [{"content_id": part.content_id, "media_type": part.media_type, "content": _base64(part.content)} for part in wire.parts],
    }


def _party(party: PartyId) -> dict[str, str]:
    return {"scheme": party.type, "value": party.value}


def _base64(content: bytes) -> str:
    return b64encode(content).decode()
