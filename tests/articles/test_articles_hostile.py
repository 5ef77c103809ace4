"""Documents cut short, damaged or made to hurt: each is read or refused in plain words, soon, and positions stay in the file."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.articles.model import Article
from pytest_numcheck.articles.read import UnreadableArticle, read_articles_text

DOCUMENTS = {
    ".html": "<!doctype html><html lang='en'><head><title>T</title></head><body><nav><a href=x>9</a></nav><article>"
        "<h1>Dam &amp; co</h1>"
    "<p>It cost &pound;5&nbsp;million<br>in 2019, said the <b>12</b> people who had built it there.</p><ul><li>3</ul>"
    "<table><tr><td>1<td>2</table><!-- numcheck: ignore a/b -- c --><p hidden>9</p></article></body></html>",
    ".json": '[{"uri": "x:one", "headline": "D\\u00e4m", "body_xhtml": "<p>It cost \\u20ac5 \\ud83d\\ude00 &amp; '
        '6<\\/p>", "language": "en"},'
    ' {"uri": "x:two", "bodies": [{"role": "nitf", "value": "<nitf><body><p>5<\\/p><\\/body><\\/nitf>"}]}]',
    ".jsonl": '{"title": "T", "text": "It cost 5."}\n{"title": "T", "text": "<p>It cost \\u20ac6.</p>"}\n',
    ".xml": '<?xml version="1.0"?><newsMessage><itemSet><newsItem guid="a:b" xml:lang="en"><contentMeta><headline>D '
        '&amp; c</headline>'
    "</contentMeta><contentSet><inlineXML><nitf><body><body.content><p>It cost <b>5</b>&#160;€.</p></body.content></body></nitf>"
    "</inlineXML></contentSet></newsItem></itemSet></newsMessage>",
    ".rss": "<rss><channel><item><title>T</title><description>&lt;p&gt;It cost &amp;pound;5&lt;/p&gt;</description></item>"
    "<item><content:encoded xmlns:content='c'><![CDATA[<p>5 &amp; 6]]></content:encoded></item></channel></rss>",
    ".md": "+++\ntitle = 'T'\n+++\n# T\n\n**5** of [12](x), `9` <b>&pound;3</b>[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 "
        "|\n\n[^1]: 7\n",
}


def sound(text: str, suffix: str) -> None:
    """Reads or refuses ``text``; whatever is read leads back into it."""
    found, refused = list[object](), ""
    try:
        found += read_articles_text(text, name="a" + suffix, suffix=suffix)
    except UnreadableArticle as e:
        refused = str(e)
    assert refused.startswith("a" + suffix if refused else "")
    assert "\n" not in refused
    for article in found:
        if isinstance(article, Article):
            for paragraph in article.paragraphs:
                start, end = article.origin.span(paragraph.start, paragraph.end)
                assert 0 <= start <= end <= len(article.source)
                assert article.line_column(paragraph.start) >= (1, 1)


@pytest.mark.parametrize("suffix", DOCUMENTS)
@given(st.data())
def test_damaged(suffix: str, data: st.DataObject):
    text = DOCUMENTS[suffix]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 40, len(text))))
    junk = data.draw(st.text(alphabet="<>&;/\"'\\{}[]:,= \n!-|*xa5€\u200b\u0000😀", max_size=6))
    sound(text[:start] + junk + text[end:], suffix)


@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_cut_short(suffix: str):
    text = DOCUMENTS[suffix]
    for end in range(0, len(text), 3):
        sound(text[:end], suffix)


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("<!doctype html><body>" + "<div>" * 10_000 + "<p>It cost 5 million in the year 2019, they said. " * 3, ".html"),
        ("<!doctype html><body>" + "<div class='a-b related'>" * 30_000, ".html"),
        ("<div hidden>" * 30_000 + "</div>" * 30_000, ".html"),
        ("<a ='" * 60_000, ".html"),
        ('<a "' * 60_000, ".html"),
        ("<!--" * 60_000, ".html"),
        ("<script>" * 30_000, ".html"),
        ("<table><tr><td>x" * 20_000, ".html"),
        ("x<br>" * 60_000, ".html"),
        ("&amp" * 60_000, ".html"),
        ("<p>" + "</b></i></p>" * 30_000, ".html"),
        ("[caption]" * 30_000, ".html"),
        ("<p>" + "5" * 500_000, ".html"),
        ("<img src='data:" + "A" * 1_000_000 + "'>", ".html"),
        ("[" * 100_000, ".json"),
        ('{"a":' * 100_000, ".json"),
        ('{"uri": "x", "headline": "' + "\\u0041" * 60_000 + '"}', ".json"),
        ('{"uri": ' + "1" * 500_000 + "}", ".json"),
        ("<nitf>" + "<a>" * 100_000, ".xml"),
        ("<nitf " + " ".join(f'a{i}="x"' for i in range(20_000)) + "/>", ".xml"),
        ("<nitf><body><p>" + "&#65;" * 60_000 + "</p></body></nitf>", ".xml"),
        ("<?a?>" * 50_000, ".xml"),
        ("\n" * 300_000, ".jsonl"),
    ],
    ids=lambda value: value[:12],
)
def test_made_to_hurt(text: str, suffix: str):
    began = time.process_time()
    sound(text, suffix)
    assert time.process_time() - began < 4


def test_what_grows_costs_in_proportion():
    def seconds(count: int) -> float:
        page = "<!doctype html><body><article>" + "<div class='x'><p>It cost 5 of the 12 in 2019, he said.</p></div>" * count
        began = time.process_time()
        read_articles_text(page, suffix=".html")
        return time.process_time() - began

    seconds(100)
    assert seconds(16_000) < max(seconds(2_000), 0.01) * 30
