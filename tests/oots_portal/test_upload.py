from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from deployments.blobs.base import BlobMissing
from deployments.service import blobs
from evidence_exchange.states import RequesterState
from oots_portal.procedure.models import UploadedDocument
from tests.oots_portal import cast
from tests.oots_portal.conftest import CARD, Browser, SignIn
from tests.oots_portal.twins import Exchanges

PDF = b"%PDF-1.7\n a degree"


def a_file(content: bytes = PDF, name: str = "groß-zeugnis.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


@pytest.mark.parametrize("content", [PDF, b"\x89PNG\r\n\x1a\n picture", b"\xff\xd8\xff picture"])
def test_a_file_of_an_accepted_kind_is_attached(citizen: Client, content: bytes) -> None:
    sent = citizen.post(f"{CARD}/upload", {"file": a_file(content)}, follow=True)

    assert "Uploaded" in sent.text
    assert citizen.get(f"{CARD}/uploaded").content == content


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"MZ program", "zeugnis.pdf", "This kind of file cannot be used"),
        (b"<html>", "zeugnis.pdf", "This kind of file cannot be used"),
        (PDF + b"." * 5_000_000, "zeugnis.pdf", "This file is too big"),
        (b"", "zeugnis.pdf", "This file is empty"),
        (PDF, "z" * 201 + ".pdf", "The name of this file is too long"),
    ],
)
def test_what_cannot_be_used_is_said(citizen: Client, content: bytes, name: str, words: str) -> None:
    page = citizen.post(f"{CARD}/upload", {"file": a_file(content, name)})

    assert words in page.text
    assert 'role="alert"' in page.text
    assert not UploadedDocument.objects.exists()


def test_a_file_is_asked_for(citizen: Client) -> None:
    assert "Please choose a file first" in citizen.post(f"{CARD}/upload", {}).text


def test_neither_name_nor_content_lies_open_in_the_database(citizen: Client) -> None:
    citizen.post(f"{CARD}/upload", {"file": a_file()})

    kept = UploadedDocument.objects.get()

    assert "groß" not in bytes(kept.sealed_name).decode("latin-1")
    assert "filename*=utf-8''gro%C3%9F-zeugnis.pdf" in citizen.get(f"{CARD}/uploaded").headers["Content-Disposition"]


def test_a_new_file_takes_the_place_of_the_old_one(citizen: Client, django_capture_on_commit_callbacks: Callable) -> None:
    citizen.post(f"{CARD}/upload", {"file": a_file()})
    old = UploadedDocument.objects.get().blob

    with django_capture_on_commit_callbacks(execute=True):
        citizen.post(f"{CARD}/upload", {"file": a_file(PDF + b"2")})

    assert citizen.get(f"{CARD}/uploaded").content == PDF + b"2"
    with pytest.raises(BlobMissing):
        blobs().get(old)


def test_a_removed_file_is_forgotten(citizen: Client) -> None:
    citizen.post(f"{CARD}/upload", {"file": a_file()})

    assert citizen.get(f"{CARD}/uploaded/remove").status_code == 405
    citizen.post(f"{CARD}/uploaded/remove")

    assert citizen.get(f"{CARD}/uploaded").status_code == 404
    assert "Not started" in citizen.get("/documents").text


def test_uploading_stops_a_request_that_runs(ask: Callable[..., Client], exchanges: Exchanges) -> None:
    client = ask()
    exchange = exchanges.move(RequesterState.PREVIEW_REQUIRED)

    client.post(f"{CARD}/upload", {"file": a_file()})

    assert exchanges.cancelled == [exchange.exchange_id]
    assert "Uploaded" in client.get("/documents").text


def test_somebody_elses_file_does_not_exist(citizen: Client, sign_in: SignIn) -> None:
    citizen.post(f"{CARD}/upload", {"file": a_file()})
    other = sign_in(cast.identity("ana"), client=Browser())
    other.get("/signed-in")
    other.get("/documents")

    assert other.get(f"{CARD}/uploaded").status_code == 404
