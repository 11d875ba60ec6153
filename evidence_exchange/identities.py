"""Identifiers we mint for one exchange."""

from urllib.parse import urlsplit

from deployments import service as deployments
from deployments.model import MemberState


def host_of(state: MemberState) -> str:
    return urlsplit(state.origin).hostname or state.country.lower()


def new_message_id(state: MemberState) -> str:
    """A UUID at the domain of the Member State that sends (edm.md 8)."""
    return f"{deployments.identifiers().uuid()}@{host_of(state)}"


def new_content_id(state: MemberState) -> str:
    # Lower-case letters and digits only before the at sign: one published rule refuses anything else.
    return f"{deployments.identifiers().uuid().hex}@{host_of(state)}"
