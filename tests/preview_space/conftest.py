"""A preview behind a link: one German degree, asked for by a Portuguese university."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils.translation import trans_real
from fpdf import FPDF

from deployments.catalogues import compile_catalogues
from evidence_exchange.provider.service import PreviewPart, PreviewPiece, PreviewRefused, PreviewView, Refusal, SummaryRow

HOST = "de.localhost:8443"
TOKEN = "a-token-of-forty-three-characters-0123456789"
LOOK = f"/preview/{TOKEN}"
WAY_BACK = "https://pt.localhost:8443/return/another-token"


def pdf(pages: int = 2) -> bytes:
    document = FPDF()
    for number in range(pages):
        document.add_page()
        document.set_font("Helvetica", size=24)
        document.cell(text=f"Zeugnis {number + 1}")
    return bytes(document.output())


def a_part(role: str = "MainEvidence", media_type: str = "application/pdf", **facts: Any) -> PreviewPart:
    defaults: dict[str, Any] = {
        "id": uuid4(),
        "role": role,
        "title": "Zeugnis",
        "media_type": media_type,
        "languages": ("DE",),
        "size": 18_400,
    }
    return PreviewPart(**(defaults | facts))


def a_piece(title: str = "Degree certificate", parts: tuple[PreviewPart, ...] | None = None) -> PreviewPiece:
    return PreviewPiece(
        id=uuid4(),
        titles={"EN": title, "DE": f"{title} (DE)"},
        issuer={"DE": "Hochschulregister", "EN": "Degree register"},
        issued_on=date(2026, 11, 20),
        parts=parts or (a_part(),),
        summary=(SummaryRow(labels={"EN": "Degree", "DE": "Grad", "FR": "Grade"}, value="Bachelor of Science"),),
        accepted=None,
    )


@dataclass
class Preview:
    """The provider's front door, for one link and the first browser that opens it."""

    view: PreviewView
    content: bytes
    media_type: str = "application/pdf"
    address: str | None = None
    owner: str | None = None
    refusal: Refusal | None = None
    accepted: list[frozenset[UUID]] = field(default_factory=list)

    def refuse_elsewhere(self, token: str, country: str) -> None:
        if self.view.country != country:
            raise PreviewRefused(Refusal.UNKNOWN)

    def open_preview(self, token: str, browser_key: str, now: datetime) -> PreviewView:
        self._admit(token, browser_key)
        return self.view

    def decide(self, token: str, browser_key: str, accepted: frozenset[UUID], now: datetime) -> PreviewView:
        self._admit(token, browser_key)
        self.accepted.append(accepted)
        self.view = replace(self.view, decided=True, sends_something=bool(accepted), pieces=())
        return self.view

    def way_back(self, token: str, browser_key: str) -> str | None:
        self._admit(token, browser_key)
        return self.address

    def piece_content(self, token: str, browser_key: str, part_id: UUID) -> tuple[str, bytes]:
        self._admit(token, browser_key)
        if self.view.decided:
            raise PreviewRefused(Refusal.CLOSED)
        return self.media_type, self.content

    def _admit(self, token: str, browser_key: str) -> None:
        if self.refusal is not None:
            raise PreviewRefused(self.refusal)
        if token != TOKEN:
            raise PreviewRefused(Refusal.UNKNOWN)
        self.owner = self.owner or browser_key
        if self.owner != browser_key:
            raise PreviewRefused(Refusal.OTHER_BROWSER)


class Browser(Client):
    def __init__(self, **options: Any) -> None:
        super().__init__(headers={"host": HOST}, **options)

    def generic(self, method: str, path: str, *args: Any, **extra: Any) -> Any:
        return super().generic(method, path, *args, **(extra | {"secure": True}))


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """French speaks from a compiled catalogue."""
    compile_catalogues()
    trans_real._translations = {}


@pytest.fixture
def preview(monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[Preview]:
    twin = Preview(view=a_view(), content=pdf())
    for name in ("open_preview", "decide", "way_back", "piece_content"):
        monkeypatch.setattr(f"preview_space.views.{name}", getattr(twin, name))
    monkeypatch.setattr("preview_space.guarding.refuse_elsewhere", twin.refuse_elsewhere)
    monkeypatch.setattr("preview_space.showing.piece_content", twin.piece_content)
    return twin


def a_view(*pieces: PreviewPiece) -> PreviewView:
    return PreviewView(
        country="DE",
        requester_country="PT",
        requester_names={"PT": "Universidade do Mondego", "EN": "University of the Mondego"},
        provider_names={"DE": "Hochschulregister Elbaue", "EN": "Elbaue Register of University Degrees"},
        procedure_code="T2",
        pieces=pieces or (a_piece(),),
        expires_at=datetime.now(UTC) + timedelta(minutes=39, seconds=30),
        decided=False,
        answered=False,
        sends_something=False,
        has_way_back=True,
    )


@pytest.fixture
def visitor(preview: Preview) -> Client:
    return Browser()
