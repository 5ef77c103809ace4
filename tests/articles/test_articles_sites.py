"""What sites give away: WordPress posts and exports, RSS, Atom, JSON Feed."""

import json
from collections.abc import Sequence

import pytest

from pytest_numcheck.articles.draft import Broken, Skipped
from pytest_numcheck.articles.model import Article
from pytest_numcheck.articles.read import read_articles_text, read_text

HTML = "<p>The dam cost <b>&#36;5 million</b>.</p>\n<p>It holds 12&nbsp;billion litres.</p>\n"
PROSE = "The dam cost $5 million.\n\nIt holds 12 billion litres."


def read(text: str, suffix: str) -> Sequence[Article | Skipped | Broken]:
    return read_articles_text(text, name=f"a{suffix}", suffix=suffix)


def placed(article: Article, words: str) -> str:
    start = article.text.index(words)
    return article.source[slice(*article.origin.span(start, start + len(words)))]


POST = {
    "id": 77,
    "date": "2024-02-06T10:00:00",
    "date_gmt": "2024-02-05T23:00:00",
    "slug": "dam-opens",
    "status": "draft",
    "type": "post",
    "title": {"rendered": "Dam opens &#8211; at last"},
    "content": {"rendered": HTML, "protected": False},
    "excerpt": {"rendered": "<p>Excerpt 99</p>"},
}


def test_a_post():
    article = read_text(json.dumps(POST), suffix=".json")
    assert article.text == f"Dam opens – at last\n\n{PROSE}"
    assert (str(article.published), article.part) == ("2024-02-06", None)
    assert placed(article, "$5") == "&#36;5"


def test_posts():
    posts = [
        POST,
        {**POST, "content": {"rendered": "", "protected": True}, "excerpt": {"rendered": ""}},
        {**POST, "slug": "dam-fr", "lang": "fr"},
        {**POST, "slug": "", "content": {"raw": "<!-- wp:paragraph -->\n<p>5.</p>"}},
    ]
    found = read(json.dumps(posts), ".json")
    assert [f.part for f in found] == ["dam-opens", "dam-opens-2", "dam-fr", "77"]
    assert [f.reason for f in found if isinstance(f, Skipped)] == [
        "a post without text",
        "its language is fr; only English is read",
    ]


WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="c" xmlns:wp="w" xmlns:dc="d"><channel><title>Site 99</title><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<item><title>Dam &amp; co</title><link>https://x.org/?p=1</link><pubDate>Wed, 07 Feb 2024 10:00:00 +0000</pubDate>
<content:encoded><![CDATA[The dam cost <b>$5 million</b>.

[caption id="x" width="99"]<img src="a.jpg" /> The dam in 2019[/caption]

[gallery ids="98,99"]It holds 12&nbsp;billion litres.]]></content:encoded><wp:post_id>1</wp:post_id>
<wp:post_date><![CDATA[2024-02-06 11:00:00]]></wp:post_date><wp:post_name><![CDATA[dam-opens]]></wp:post_name>
<wp:post_type><![CDATA[post]]></wp:post_type><wp:comment><wp:comment_content>99 idiots</wp:comment_content></wp:comment></item>
<item><title>a.jpg</title><wp:post_type>attachment</wp:post_type></item><item><wp:post_type>nav_menu_item</wp:post_type></item>
<item><title>Empty</title><wp:post_name>empty</wp:post_name><content:encoded></content:encoded><wp:post_type>page</wp:post_type></item>
</channel></rss>"""


def test_an_export():
    found = read(WXR, ".xml")
    story = found[0]
    assert isinstance(story, Article)
    assert [(p.role, story.text[p.start : p.end]) for p in story.paragraphs] == [
        ("headline", "Dam & co"),
        ("body", "The dam cost $5 million."),
        ("caption", "The dam in 2019"),
        ("body", "It holds 12 billion litres."),
    ]
    assert (story.name, str(story.published)) == ("a.xml::dam-opens", "2024-02-06")
    assert story.line_column(story.text.index("12")) == (9, 31)
    assert [(f.part, f.reason) for f in found[1:] if isinstance(f, Skipped)] == [
        ("empty", "a post without text"),
        ("not-posts", "no stories: 1 attachment, 1 nav_menu_item"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"<description>{HTML.replace('&', '&amp;').replace('<', '&lt;')}</description>",
        f"<description>Teaser 99</description><content:encoded><![CDATA[{HTML}]]></content:encoded>",
        "<description>The dam cost $5 million.\n\nIt holds 12 billion litres.</description><media:content>"
            "<media:title>99</media:title></media:content>",
    ],
    ids=["escaped", "cdata", "plain"],
)
def test_rss(body: str):
    found = read(
        f"""<rss xmlns:content="c" xmlns:media="m"><channel><title>99</title><language>en</language><item><title>Dam opens</title>
<link>https://x.org/news/dam-opens.html?utm=1</link><pubDate>Tue, 06 Feb 2024 23:00:00 GMT</pubDate>{body}</item>
<item><title>Only this</title><guid>tag:x.org,2024:99</guid></item></channel></rss>""",
        ".rss",
    )
    first = found[0]
    assert isinstance(first, Article)
    assert (first.text, first.part, str(first.published)) == (f"Dam opens\n\n{PROSE}", "dam-opens", "2024-02-06")
    assert placed(first, "12 billion") in ("12&nbsp;billion", "12&amp;nbsp;billion", "12 billion")
    assert isinstance(found[1], Skipped)
    assert found[1].reason == "an entry without text"


@pytest.mark.parametrize(
    "content",
    [
        f'<content type="xhtml"><div xmlns="h">{HTML}</div></content>',
        f'<content type="html"><![CDATA[{HTML}]]></content>',
        '<content type="text">The dam cost $5 million.\n\nIt holds 12 billion litres.</content>',
    ],
)
def test_atom(content: str):
    found = read(
        f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>99</title><entry><title type="html">Dam &lt;i&gt;opens
&lt;/i&gt;</title><link rel="enclosure" href="https://x.org/99.mp3"/><link href="https://x.org/dam-opens/"/><id>tag:99</id>
<published>2024-02-06T23:00:00Z</published><updated>2024-03-01T00:00:00Z</updated>{content}</entry>
<entry xml:lang="de"><title>Damm</title><summary>99</summary></entry></feed>""",
        ".atom",
    )
    first = found[0]
    assert isinstance(first, Article)
    assert (first.text, first.part, str(first.published)) == (f"Dam opens\n\n{PROSE}", "dam-opens", "2024-02-06")
    assert isinstance(found[1], Skipped)


def test_json_feed():
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "99",
        "items": [
            {
                "id": "99",
                "url": "https://x.org/dam-opens",
                "title": "Dam opens",
                "content_html": HTML,
                "date_published": "2024-02-06T10:00:00Z",
            },
            {"id": "2", "content_text": "It cost 5."},
        ],
    }
    found = read(json.dumps(feed), ".json")
    assert isinstance(found[0], Article)
    assert (found[0].text, found[0].part, str(found[0].published)) == (f"Dam opens\n\n{PROSE}", "dam-opens", "2024-02-06")
    assert found[1].part == "2"
