import time

import pytest

from edm.errors import CorrespondentFault
from edm.regrep.parsing import DEEPEST, MOST_ELEMENTS, parse

BOMB = (
    b"""<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">"""
    + b"".join(b'<!ENTITY x%d "%s">' % (number, b"&x%d;" % (number - 1) * 10 if number else b"&x;" * 10) for number in range(12))
    + b"]><a>&x11;</a>"
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"no xml", id="text"),
        pytest.param(b"<a>", id="unclosed"),
        pytest.param(b"<a/><b/>", id="two roots"),
        pytest.param(b"\xff\xfe\x00", id="bytes"),
        pytest.param(b"<?xml version='1.0' encoding='klingon'?><a/>", id="unknown encoding"),
        pytest.param(b"<a>\x01</a>", id="control character"),
        pytest.param(b"<a b='1' b='2'/>", id="attribute twice"),
        pytest.param(b"<x:a/>", id="prefix of nothing"),
        pytest.param(b"<!DOCTYPE a><a/>", id="DOCTYPE"),
        pytest.param(b"<!-- x --><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", id="external DOCTYPE"),
        pytest.param(b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", id="external entity"),
        pytest.param(b"<!DOCTYPE a [<!ENTITY e SYSTEM 'http://127.0.0.1:9/'>]><a>&e;</a>", id="entity on the network"),
        pytest.param("<!DOCTYPE a><a/>".encode("utf-16"), id="DOCTYPE in UTF-16"),
        pytest.param(b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1), id="too deep"),
        pytest.param(b"<a>" * 100_000, id="far too deep"),
        pytest.param(b"<a>" + b"<b/>" * MOST_ELEMENTS + b"</a>", id="too many elements"),
        pytest.param(BOMB, id="entities of entities"),
        pytest.param(b"<a b='&lt;x'>&undeclared;</a>", id="undeclared entity"),
    ],
)
def test_a_hostile_document_is_refused_at_once(content):
    began = time.monotonic()

    with pytest.raises(CorrespondentFault):
        parse(content)

    assert time.monotonic() - began < 2


def test_a_document_larger_than_the_limit_is_refused_unread():
    with pytest.raises(CorrespondentFault, match="larger than 10 bytes"):
        parse(b"<a>0123456</a>", limit=10)


def test_a_document_as_deep_as_allowed_is_read():
    parse(b"<a>" * DEEPEST + b"</a>" * DEEPEST)


def test_a_comment_cannot_cut_a_name_in_two():
    assert parse(b"<a>Du<!-- x -->po<?y z?>nt<![CDATA[el]]></a>").text == "Dupontel"


def test_an_instruction_to_include_is_no_instruction():
    document = parse(b"<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='/etc/passwd' parse='text'/></a>")

    assert "".join(document.itertext()) == ""
