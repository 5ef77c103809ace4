"""HTML cut into tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.articles.tags import tokens


def cut(text: str) -> list[tuple[str, str]]:
    return [(t.kind, t.name or text[t.start : t.end]) for t in tokens(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a<b>c</b>", [("text", "a"), ("open", "b"), ("text", "c"), ("close", "b")]),
        ("5 < 6 <7", [("text", "5 < 6 <7")]),
        ("<a title='x > y'>z", [("open", "a"), ("text", "z")]),
        ('<a title="never closed>z</a>', [("open", "a"), ("text", "z"), ("close", "a")]),
        ("<a it's>z", [("open", "a"), ("text", "z")]),
        ("<!-- a <b> -->c<!-- open <b>", [("comment", "<!-- a <b> -->"), ("text", "c"), ("comment", "<!-- open <b>")]),
        ("<script>a<b</script>c", [("open", "script"), ("raw", "a<b"), ("close", "script"), ("text", "c")]),
        ("<script>a", [("open", "script"), ("text", "a")]),
        ("<nitf:p>5</nitf:p>", [("open", "p"), ("text", "5"), ("close", "p")]),
        ("<![CDATA[<p>]]>x", [("cdata", "<![CDATA[<p>]]>"), ("text", "x")]),
        ("<!doctype html><?php 5 ?>x", [("comment", "<!doctype html>"), ("comment", "<?php 5 ?>"), ("text", "x")]),
        ("x<p", [("text", "x"), ("open", "p")]),
    ],
)
def test_tokens(text: str, expected: list[tuple[str, str]]):
    assert cut(text) == expected


def test_attributes():
    text = "<a HREF=x class = 'b c' data-n=\"5 > 4\" hidden class=d>"
    (token,) = tokens(text, 0, len(text))
    assert token.attributes() == {"href": "x", "class": "b c", "data-n": "5 > 4", "hidden": ""}
    assert token.value("class") == ("b c", 19)
    assert token.value("none") == ("", 0)


@given(st.text(alphabet="<>/ab =\"'!-[]CDATA?&;\n"))
def test_tokens_cover_the_text_in_order(text: str):
    at = 0
    for token in tokens(text, 0, len(text)):
        assert token.start == at < token.end
        at = token.end
    assert at == len(text)
