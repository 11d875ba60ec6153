"""From the path of an identifier to the address this deployment writes."""

from deployments.service import deployment


def identifier_of(path: str) -> str:
    return f"{deployment().semantic_repository.rstrip('/')}/{path}"
