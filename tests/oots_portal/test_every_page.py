"""What holds on every page: one heading, a language, labels, unique words on links and buttons, nothing inline."""

from collections import Counter
from itertools import pairwise

import pytest
from lxml import html

from tests.oots_portal.pages import PAGES

_seen: dict[str, bytes] = {}


@pytest.fixture(params=PAGES, ids=str)
def tree(request: pytest.FixtureRequest, db: None) -> html.HtmlElement:
    """Each page is walked to once and looked at by every test."""
    if request.param not in _seen:
        surroundings = (request.getfixturevalue(name) for name in ("ask", "citizen", "exchanges", "directories"))
        _seen[request.param] = PAGES[request.param](*surroundings).content
    return html.document_fromstring(_seen[request.param])


def test_a_page_has_one_heading_a_title_a_language_and_a_main_part(tree: html.HtmlElement) -> None:
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//h1")[0].text_content().strip()
    assert len(tree.xpath("//title")[0].text_content().strip()) > 5
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//main[@id='main']")) == 1


def test_every_control_has_a_label(tree: html.HtmlElement) -> None:
    labelled = set(tree.xpath("//label/@for"))

    for control in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        assert control.get("id") in labelled
    for group in tree.xpath("//fieldset"):
        assert group.xpath("./legend")


def test_what_points_to_a_place_finds_it_and_names_are_given_once(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert [name for name, times in Counter(ids).items() if times > 1] == []

    pointed = tree.xpath("//a[starts-with(@href, '#')]/@href")
    described = [name for names in tree.xpath("//@aria-describedby | //@aria-labelledby") for name in names.split()]
    assert {name.removeprefix("#") for name in pointed} | set(described) <= set(ids)


def test_links_with_the_same_words_lead_to_the_same_place(tree: html.HtmlElement) -> None:
    places: dict[str, set[str]] = {}
    for link in tree.xpath("//main//a[@href]"):
        places.setdefault(" ".join(link.text_content().split()), set()).add(link.get("href"))

    assert {words: hrefs for words, hrefs in places.items() if len(hrefs) > 1} == {}
    assert "" not in places


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(tree: html.HtmlElement) -> None:
    assert tree.xpath("//@style") == []
    assert tree.xpath("//style") == []
    assert [script for script in tree.xpath("//script") if not (script.get("src") or "").startswith("/static/")] == []
    assert [source for source in tree.xpath("//img/@src | //link/@href") if not source.startswith("/")] == []
    assert [name for name in tree.xpath("//@*") if getattr(name, "attrname", "").startswith("on")] == []


def test_headings_do_not_skip_a_level(tree: html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]

    after_the_error_summary = levels[1:] if levels[0] == 2 else levels
    assert after_the_error_summary[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(after_the_error_summary))


def test_no_word_of_the_machinery_reaches_a_citizen(tree: html.HtmlElement) -> None:
    for details in tree.xpath("//details[@class='tech']"):
        details.drop_tree()
    said = tree.xpath("//main")[0].text_content()

    assert not [
        word
        for word in ("OOTS", "evidence", "eDelivery", "AS4", "EDM:ERR", "exchange", "consent", "None ")
        if word in said.replace("None of", "")
    ]
