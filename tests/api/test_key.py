"""Who may follow exchanges."""

from uuid import uuid4

import pytest

from oots_portal.api.authentication import _key

PROTECTED = ["exchanges?reference=K7M-4QX", f"exchanges/{uuid4()}", f"exchanges/{uuid4()}/trace", f"sandbox/messages?exchange={uuid4()}"]


@pytest.mark.parametrize("path", PROTECTED)
def test_without_the_key_nothing_is_told(stranger, path):
    answer = stranger.get(path)

    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="sandbox"'


@pytest.mark.parametrize("header", ["Bearer wrong", "Bearer", "Basic {key}", "Bearer {key} {key}", "Bearer {key}x"])
@pytest.mark.parametrize("path", ["exchanges?reference=K7M-4QX", "countries"])
def test_a_wrong_key_is_refused_everywhere(stranger, header, path):
    stranger._client.headers = {}
    answer = stranger._client.get(f"/api/v1/{path}", secure=True, headers={"Authorization": header.format(key=_key().decode())})

    assert (answer.status_code, answer.headers["Content-Type"]) == (401, "application/problem+json")


def test_outside_the_sandbox_no_key_opens_anything(integrator, settings):
    from dataclasses import replace

    from deployments.model import Environment

    settings.DEPLOYMENT = replace(settings.DEPLOYMENT, environment=Environment.ACCEPTANCE)

    assert integrator.get("exchanges", reference="K7M-4QX").status_code == 401
