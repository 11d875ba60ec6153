from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client

from evidence_exchange.provider.service import Refusal
from preview_space.guarding import cookie_name
from tests.preview_space.conftest import LOOK, WAY_BACK, Browser, Preview, a_part, a_piece, a_view

NO_STORE = {"no-store", "no-cache", "private"}


def choice(preview: Preview, *answers: str) -> dict[str, str]:
    return {f"piece-{piece.id}": answer for piece, answer in zip(preview.view.pieces, answers, strict=True)}


def test_the_page_says_whose_it_is_who_asks_and_that_nothing_was_sent(visitor: Client) -> None:
    page = visitor.get(LOOK).text

    assert '<span lang="de">Hochschulregister Elbaue</span>' in page
    assert '<span lang="pt">Universidade do Mondego</span>' in page
    assert "Nothing has been sent. Only you can see this page." in page
    assert "Admission to a university" in page
    assert "(Berlin time)" in page
    assert "39 minutes" in page


def test_before_the_way_back_is_known_the_time_is_a_minimum(visitor: Client, preview: Preview) -> None:
    preview.view = replace(preview.view, has_way_back=False)

    assert "You have at least 39 minutes" in visitor.get(LOOK).text


def test_what_the_document_says_stands_beside_its_picture(visitor: Client, preview: Preview) -> None:
    page = visitor.get(LOOK).text
    part = preview.view.pieces[0].parts[0]

    assert "<dt>Degree</dt>" in page
    assert "Bachelor of Science" in page
    assert f'src="{LOOK}/documents/{part.id}/1.png"' in page
    assert "All 2 pages" in page


def test_no_answer_is_chosen_beforehand_and_both_look_the_same(visitor: Client) -> None:
    page = visitor.get(LOOK).text

    assert "Send this document" in page
    assert "Do not send it" in page
    assert "checked" not in page


def test_the_pictures_come_from_the_very_bytes(visitor: Client, preview: Preview) -> None:
    visitor.get(LOOK)
    part = preview.view.pieces[0].parts[0]

    first, second = (visitor.get(f"{LOOK}/documents/{part.id}/{number}.png") for number in (1, 2))
    original = visitor.get(f"{LOOK}/documents/{part.id}")

    assert first.content.startswith(b"\x89PNG")
    assert first.content != second.content
    assert original.content == preview.content
    assert visitor.get(f"{LOOK}/documents/{part.id}/3.png").status_code == 404
    assert visitor.get(f"{LOOK}/documents/{part.id}/0.png").status_code == 404


def test_structured_evidence_is_pictured_by_its_version_to_read(visitor: Client, preview: Preview) -> None:
    main, readable = a_part(media_type="application/xml"), a_part("HumanReadableVersion")
    preview.view = a_view(a_piece(parts=(main, readable)))

    page = visitor.get(LOOK).text

    assert f'src="{LOOK}/documents/{readable.id}/1.png"' in page
    assert "Version to read: Zeugnis (PDF, German, 18 kB" in page
    assert "Open the original: Zeugnis (XML, German, 18 kB" in page


def test_structured_evidence_itself_has_no_picture(visitor: Client, preview: Preview) -> None:
    visitor.get(LOOK)
    preview.media_type = "application/xml"
    part = preview.view.pieces[0].parts[0]

    assert visitor.get(f"{LOOK}/documents/{part.id}/1.png").status_code == 404
    assert visitor.get(f"{LOOK}/documents/{part.id}").headers["Content-Disposition"].startswith("attachment")


def test_a_document_that_cannot_be_pictured_still_can_be_decided_on(visitor: Client, preview: Preview) -> None:
    preview.content = b"no PDF at all"

    page = visitor.get(LOOK).text

    assert "There is no picture of this document" in page
    assert "Send this document" in page


@pytest.mark.parametrize(("answer", "accepted", "words"), [("send", 1, "You chose to send it"), ("keep", 0, "You chose not to send it")])
def test_a_choice_is_recorded_and_said(visitor: Client, preview: Preview, answer: str, accepted: int, words: str) -> None:
    decided = visitor.post(LOOK, choice(preview, answer), follow=True)

    assert [len(pieces) for pieces in preview.accepted] == [accepted]
    assert words in decided.text
    assert "Your choice is saved" in decided.text


def test_every_document_gets_its_own_answer(visitor: Client, preview: Preview) -> None:
    preview.view = a_view(a_piece("Degree"), a_piece("Marks"))
    wanted = preview.view.pieces[0].id

    visitor.post(LOOK, choice(preview, "send", "keep"))

    assert preview.accepted == [frozenset({wanted})]


def test_a_document_left_open_is_named_and_nothing_is_decided(visitor: Client, preview: Preview) -> None:
    preview.view = a_view(a_piece("Degree"), a_piece("Marks"))
    degree, marks = preview.view.pieces

    page = visitor.post(LOOK, {f"piece-{degree.id}": "send"}).text

    assert 'role="alert"' in page
    assert f'<a href="#send-{marks.id}">Choose whether to send: Marks</a>' in page
    assert page.count(" checked") == 1
    assert not preview.accepted


def test_after_the_choice_no_choice_is_offered(visitor: Client, preview: Preview) -> None:
    answers = choice(preview, "keep")
    visitor.post(LOOK, answers)

    again = visitor.post(LOOK, answers)

    assert len(preview.accepted) == 1
    assert "Send this document" not in again.text
    assert visitor.get(f"{LOOK}/documents/{a_part().id}").status_code == 410


def test_the_way_back_fills_in_once_it_is_known(visitor: Client, preview: Preview) -> None:
    waiting = visitor.post(LOOK, choice(preview, "send"), follow=True).text
    assert 'hx-trigger="every 1s"' in waiting
    assert "Check now" in waiting
    assert visitor.get(f"{LOOK}/way-back").status_code == 204

    preview.address = WAY_BACK

    news = visitor.get(f"{LOOK}/way-back").text
    assert f'href="{WAY_BACK}"' in news
    assert "hx-get" not in news
    assert f'href="{WAY_BACK}"' in visitor.get(LOOK).text


def test_the_first_browser_gets_a_key_and_keeps_it(visitor: Client) -> None:
    first = visitor.get(LOOK)
    cookie = first.cookies[cookie_name()]

    assert cookie_name() == f"__Host-preview-{settings.DEPLOYMENT.name}"
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["path"] == "/"
    assert not cookie["domain"]
    assert cookie_name() not in visitor.get(LOOK).cookies


def test_a_second_browser_is_shown_nothing(visitor: Client, preview: Preview) -> None:
    visitor.get(LOOK)
    part = preview.view.pieces[0].parts[0]
    other = Browser()

    for address in (LOOK, f"{LOOK}/documents/{part.id}", f"{LOOK}/documents/{part.id}/1.png", f"{LOOK}/way-back"):
        answer = other.get(address)
        assert answer.status_code == 403
        assert "opened in another browser" in answer.text
        assert "Bachelor" not in answer.text
    assert other.post(LOOK, choice(preview, "send")).status_code == 403
    assert not preview.accepted


@pytest.mark.parametrize(
    ("refusal", "status", "words"),
    [
        (Refusal.UNKNOWN, 404, "This link opens nothing"),
        (Refusal.EXPIRED, 410, "The time ran out. Nothing was sent"),
        (Refusal.OTHER_BROWSER, 403, "This link was opened in another browser"),
        (Refusal.CLOSED, 410, "This page is closed"),
    ],
)
def test_a_link_that_opens_nothing_says_why_and_what_to_do(
    visitor: Client, preview: Preview, refusal: Refusal, status: int, words: str
) -> None:
    preview.refusal = refusal

    page = visitor.get(LOOK)

    assert page.status_code == status
    assert words in page.text
    assert "open the site where you applied, sign in, and choose the document" in page.text


def test_nothing_is_kept_on_the_way_and_nobody_learns_the_address(visitor: Client, preview: Preview) -> None:
    part = preview.view.pieces[0].parts[0]
    for address in (LOOK, f"{LOOK}/documents/{part.id}", f"{LOOK}/documents/{part.id}/1.png", "/preview/privacy", "/preview/accessibility"):
        answer = visitor.get(address)
        assert {directive.strip() for directive in answer.headers["Cache-Control"].split(",")} >= NO_STORE
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Frame-Options"] == "DENY"
    assert '<meta name="referrer" content="no-referrer">' in visitor.get(LOOK).text


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(visitor: Client, method: str) -> None:
    assert getattr(visitor, method)(LOOK).status_code == 405


def test_a_form_without_its_token_is_refused(preview: Preview) -> None:
    careful = Browser(enforce_csrf_checks=True)
    careful.get(LOOK)

    assert careful.post(LOOK, choice(preview, "send"), headers={"origin": "https://de.localhost:8443"}).status_code == 403
    assert not preview.accepted


def test_an_answered_preview_says_that_the_copies_are_gone(visitor: Client, preview: Preview) -> None:
    preview.view = replace(preview.view, decided=True, answered=True, sends_something=True, pieces=())

    assert "The copies on this site have been erased" in visitor.get(LOOK).text


def test_a_portal_without_a_preview_space_has_no_notices_of_one(db: None) -> None:
    portal = Browser()
    portal.defaults["HTTP_HOST"] = "pt.localhost:8443"

    assert portal.get("/preview/privacy").status_code == 404


@pytest.mark.parametrize("answers", [(), ("send",), ("keep",)])
def test_the_preview_speaks_the_language_of_the_reader(visitor: Client, preview: Preview, answers: tuple[str, ...]) -> None:
    visitor.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"

    page = visitor.post(LOOK, choice(preview, *answers), follow=True).text if answers else visitor.get(LOOK).text

    assert '<html lang="fr"' in page
    assert "would like" not in page
    assert "Votre choix est enregistré" in page if answers else "Regardez votre document, puis décidez" in page
