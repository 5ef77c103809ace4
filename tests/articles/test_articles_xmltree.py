"""XML with positions, and what of XML is refused."""

import time

import pytest

from pytest_numcheck.articles.layer import Layer
from pytest_numcheck.articles.xmltree import XmlError, parse_xml


def test_elements_know_where_they_stand():
    inner = "<b>5 &amp; <![CDATA[<6>]]><!-- no --><i>&#8364;</i>&nbsp;</b>"
    text = f'<?xml version="1.0"?>\n<é:a xmlns:é="urn:x" n=">">€<b c="1"/>{inner}</é:a>'
    root = parse_xml(Layer(text))
    assert (root.tag, root.attribute("n"), text[root.start : root.end]) == ("a", ">", text[text.index("<é") :])
    first, second = root.children
    assert text[first.start : first.end] == '<b c="1"/>'
    assert first.markup().text == first.text() == ""
    assert second.said().text == "5 & <6>€\u00a0"
    said = second.said()
    for words in ("5 &", "<6>", "€"):
        at = said.text.index(words)
        start, end = said.origin.span(at, at + len(words))
        assert text[start:end] in ("5 &amp;", "<6>", "&#8364;")


def test_inside_another_layer():
    root = parse_xml(Layer("<a><b>5</b></a>", Layer("x" * 40 + "<a><b>5</b></a>").part(40, 55).origin))
    assert root.find("b").said().origin(0) == 46


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>', "declares entities"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "declares entities"),
        ('<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:1/">%b;]><a/>', "declares entities"),
        ("<a>" * 1000, "nested more than 500 deep"),
        ("<a><b></a>", "closes another"),
        ("<a>", "breaks off"),
        ("", "breaks off"),
        ("<a/><b/>", "follows the last element"),
        ("<a b='1' b='2'/>", "stands twice"),
        ("<a b=1/>", "not well-formed"),
        ("just text", "not well-formed"),
        ("<a>\x01</a>", "not well-formed"),
    ],
)
def test_what_is_refused(text: str, what: str):
    with pytest.raises(XmlError, match=what) as fault:
        parse_xml(Layer(text))
    assert 0 <= fault.value.at <= max(len(text) - 1, 0)


def test_a_document_type_alone_is_fine_and_fetches_nothing():
    began = time.monotonic()
    root = parse_xml(Layer('<!DOCTYPE nitf SYSTEM "http://127.0.0.1:1/nitf.dtd"><nitf>5&nbsp;&unknown;</nitf>'))
    assert root.said().text == "5\u00a0&unknown;"
    assert time.monotonic() - began < 2
