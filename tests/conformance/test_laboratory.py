import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from conformance.service import LARGEST
from tests.conformance.conftest import BROKEN, ODD, OLD, SOUND


@pytest.fixture
def visitor() -> Client:
    return Client(headers={"host": f"localhost:{settings.PORT}"})


def bring(visitor: Client, content: bytes, *, name: str = "message.xml", **fields: str):
    return visitor.post("/lab/", {"message": SimpleUploadedFile(name, content), **fields}, secure=True)


def test_the_laboratory_asks_for_a_message(visitor):
    page = visitor.get("/lab/", secure=True)

    assert page.status_code == 200
    assert 'type="file"' in page.content.decode()


def test_a_conformant_message_is_told_so(visitor):
    page = bring(visitor, SOUND)

    assert page.status_code == 200
    assert "No rule asks to refuse this message" in page.content.decode()


@pytest.mark.parametrize(("content", "rule"), [(BROKEN, "R-EDM-REQ-C003"), (ODD, "R-EDM-REQ-C028")])
def test_a_broken_message_shows_the_rule_it_breaks(visitor, content, rule):
    page = bring(visitor, content).content.decode()

    assert "The receiver must refuse this message" in page
    assert rule in page


def test_the_kind_can_be_chosen(visitor):
    assert "R-EDM-RESP-S001" in bring(visitor, SOUND, kind="response").content.decode()


@pytest.mark.parametrize(
    ("content", "told"),
    [(OLD, "oots-edm:v1.2"), (b"<!DOCTYPE a><a/>", "DOCTYPE"), (b"nothing", "not well-formed"), (b"<a/>", "no ebMS header")],
)
def test_what_cannot_be_judged_is_told_in_a_sentence(visitor, content, told):
    page = bring(visitor, content)

    assert page.status_code == 422
    assert told in page.content.decode()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"content": b""}, "The file is empty"),
        ({"content": SOUND, "name": "message.pdf"}, "must end in .xml"),
        ({"content": b" " * (LARGEST + 1)}, "larger than any message"),
        ({"content": SOUND, "kind": "letter"}, "letter"),
    ],
)
def test_a_form_that_was_filled_wrongly_says_what_to_do(visitor, fields, told):
    page = bring(visitor, **fields)

    assert page.status_code == 422
    assert told in page.content.decode()


def test_nothing_brought_is_told_so(visitor):
    page = visitor.post("/lab/", {}, secure=True)

    assert page.status_code == 422
    assert "Choose the file" in page.content.decode()


def test_a_file_name_cannot_carry_markup_into_the_page(visitor):
    page = bring(visitor, SOUND, name="<script>alert(1)<!--.xml").content.decode()

    assert "<script>alert" not in page


def test_the_message_is_not_kept_in_the_page_or_a_cache(visitor):
    page = bring(visitor, BROKEN)

    assert "no-store" in page.headers["Cache-Control"]
    assert "Groß" not in page.content.decode()


def test_other_verbs_are_refused(visitor):
    assert visitor.put("/lab/", secure=True).status_code == 405


def test_a_form_of_another_site_is_refused():
    strict = Client(enforce_csrf_checks=True, headers={"host": f"localhost:{settings.PORT}"})

    assert bring(strict, SOUND).status_code == 403
