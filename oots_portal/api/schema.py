"""What the generated OpenAPI document cannot know by itself."""

from typing import Any, Literal

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiResponse

from oots_portal.api.permissions import HoldsTheKey
from oots_portal.api.problems import MEDIA_TYPE
from oots_portal.api.serializers.common import ProblemSerializer


class SandboxKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "oots_portal.api.authentication.SandboxKeyAuthentication"
    name = "sandboxKey"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "The key of STATE/secrets/api.key; in the sandbox only."}


class ProblemAwareSchema(AutoSchema):
    """Every operation may answer with a problem document."""

    def get_auth(self) -> list[dict[str, list[str]]]:
        """Only what demands the key is described as asking for it."""
        demanding = HoldsTheKey in self.view.permission_classes
        return super().get_auth() if demanding else []

    def _get_response_bodies(self, direction: Literal["request", "response"] = "response") -> dict[str, Any]:
        bodies: dict[str, Any] = super()._get_response_bodies(direction)
        problem = OpenApiResponse(ProblemSerializer, "A problem (RFC 9457).")
        bodies["default"] = self._get_response_for_code(problem, "default", [MEDIA_TYPE], direction)  # type: ignore[no-untyped-call]
        return bodies
