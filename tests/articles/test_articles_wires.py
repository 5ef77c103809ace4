"""What the wires send: ninjs, NewsML-G2, NewsML 1.x and NITF, as several producers write them."""

import json
from collections.abc import Sequence

import pytest

from pytest_numcheck.articles.draft import Broken, Skipped
from pytest_numcheck.articles.model import Article
from pytest_numcheck.articles.read import UnreadableArticle, read_articles_text, read_text

TEXT = "The dam cost $5 million, officials said.\n\nIt holds 12 billion litres."
XHTML = "<p>The dam cost <b>$5 million</b>, officials said.</p><p>It holds 12 billion litres.</p>"


def read(text: str, suffix: str = ".json") -> Sequence[Article | Skipped | Broken]:
    return read_articles_text(text, name=f"a{suffix}", suffix=suffix)


def one(text: str, suffix: str = ".json") -> Article:
    return read_text(text, name=f"a{suffix}", suffix=suffix)


def placed(article: Article, words: str) -> str:
    start = article.text.index(words)
    return article.source[slice(*article.origin.span(start, start + len(words)))]


@pytest.mark.parametrize(
    "item",
    [
        {
            "uri": "urn:x:1",
            "type": "text",
            "versioncreated": "2024-02-06T10:00:00Z",
            "language": "en-GB",
            "headline": "Dam opens",
            "body_text": TEXT,
            "body_xhtml": XHTML,
        },
        {
            "uri": "urn:x:1",
            "versioncreated": "2024-02-06T10:00:00+02:00",
            "headlines": [{"role": "kicker", "value": "Water"}, {"role": "main", "value": "Dam opens"}],
            "bodies": [
                {"role": "plain", "contenttype": "text/plain", "value": TEXT},
                {"role": "html", "contenttype": "text/html", "value": XHTML},
            ],
        },
        {
            "uri": "urn:x:1",
            "standard": {"name": "ninjs", "version": "3.0"},
            "versionCreated": "2024-02-06",
            "pubStatus": "canceled",
            "headlines": [{"value": "Dam opens"}],
            "bodies": [{"contentType": "text/plain", "value": TEXT}],
        },
        {
            "guid": "tag:x:1",
            "headline": "Dam opens",
            "versioncreated": "2024-02-06T10:00:00+0000",
            "body_html": XHTML,
            "embargoed": "2030-01-01",
        },
        {
            "uri": "urn:x:1",
            "versioncreated": "2024-02-06",
            "headline": "Dam &amp; all",
            "bodies": [
                {
                    "role": "nitf",
                    "value": f"<nitf><body><body.head><hedline><hl1>Dam opens</hl1></hedline></body.head>"
                        f"<body.content>{XHTML}</body.content></body></nitf>",
                }
            ],
        },
    ],
    ids=["1.x", "2.x", "3.x", "superdesk", "nitf inside"],
)
@pytest.mark.parametrize("plain_ascii", [True, False])
def test_ninjs(item: dict[str, object], plain_ascii: bool):
    article = one(json.dumps(item, ensure_ascii=plain_ascii, indent=1))
    assert article.title in ("Dam opens", "Dam & all")
    assert str(article.published) == "2024-02-06"
    assert article.text.endswith("The dam cost $5 million, officials said.\n\nIt holds 12 billion litres.")
    assert (placed(article, "$5 million"), placed(article, "12 billion")) == ("$5 million", "12 billion")
    assert article.part is None


def test_positions_lead_through_escapes_entities_and_tags():
    article = one(
        '{"uri": "x:1", "headline": "T",\n "body_xhtml":"<p class=\\"a\\">\\u20ac5&nbsp;m <i>\\/<\\/i> 1\\t2&#8209;3 '
            '&pound;<b>7</b><\\/p>"}'
    )
    assert article.text == "T\n\n€5 m / 1 2-3 £7"
    assert placed(article, "€5 m") == "\\u20ac5&nbsp;m"
    assert placed(article, "2-3") == "2&#8209;3"
    assert placed(article, "£7") == "&pound;<b>7"
    assert article.line_column(article.text.index("€5")) == (2, 31)


def test_an_array_names_each_item():
    items = [
        {"uri": f"http://x.org/items/{slug}", "headline": slug, "body_text": "It cost 5.", "language": language}
        for slug, language in (("dam-2024", "en"), ("en", "en-US"), ("dam-2024", "en"), ("damm", "de-AT"))
    ]
    items.append({"uri": "http://x.org/items/pic", "type": "picture", "headline": "A dam"})
    found = read(json.dumps(items))
    assert [(type(f).__name__, f.part) for f in found] == [
        ("Article", "dam-2024"),
        ("Article", "items-en"),
        ("Article", "dam-2024-2"),
        ("Skipped", "items-damm"),
        ("Skipped", "items-pic"),
    ]
    assert [f.reason for f in found if isinstance(f, Skipped)] == [
        "its language is de-AT; only English is read",
        "a picture without text",
    ]
    assert found[0].name == "a.json::dam-2024"
    with pytest.raises(UnreadableArticle, match="holds 5 articles; read_articles reads them all"):
        one(json.dumps(items))


@pytest.mark.parametrize(
    "wrap",
    [
        lambda i: {"items": [i, i]},
        lambda i: {"data": {"items": [{"item": i, "meta": {}}, {"item": i}]}},
        lambda i: {"results": [i, i]},
        lambda i: {"hits": {"hits": [{"_source": i}, {"_source": i}]}},
    ],
)
def test_packages_of_several_makes(wrap):
    item = {"uri": "x:story-one", "headline": "T", "body_text": "It cost 5."}
    assert [f.part for f in read(json.dumps(wrap(item)))] == ["story-one", "story-one-2"]


def test_a_stream_of_items():
    item = json.dumps({"uri": "x:story-one", "headline": "T", "body_text": "It cost 5."})
    assert [f.part for f in read(f"{item}\n{item}")] == ["story-one", "story-one-2"]


def test_a_caption_is_read_and_an_event_without_text_is_not():
    article = one(
        json.dumps(
            {
                "uri": "x:1",
                "type": "picture",
                "headline": "Dam",
                "descriptions": [
                    {"role": "creditline", "value": "ACME 9"},
                    {"role": "caption", "value": "The dam on Monday, Nov. 11, 2019."},
                ],
            }
        )
    )
    assert [p.role for p in article.paragraphs] == ["headline", "caption"]
    (found,) = read(json.dumps({"uri": "x:1", "headline": "Match", "eventDetails": {"dates": {}}}))
    assert isinstance(found, Skipped)
    assert found.reason == "an event without text"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ('[{"uri": "x:1",\n  "headline": "T" "body_text": "x"}]', "a.json:2:19", "',' or '}' is wanted"),
        ('[{"uri": "x:1",\n  "headline": "T', "a.json:2:15", "this string is not closed"),
        ('{"name": "numcheck", "version": 1}', "a.json:1:1", "no known format of articles"),
        ("[" * 5000, "a.json:1:201", "nested more than 200 deep"),
    ],
)
def test_malformed_json(text: str, where: str, what: str):
    with pytest.raises(UnreadableArticle) as fault:
        read(text)
    assert str(fault.value).startswith(f"{where}: ")
    assert what in str(fault.value)


NITF = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">
<nitf><head><title>slug 99</title><docdata><date.issue norm="20240206T101112Z"/><doc-id id-string="nDAM99"/></docdata></head>
<body><body.head><hedline><hl1>Dam opens</hl1><hl2>At 5 times the price</hl2></hedline><byline>By Jo Doe, 99</byline>
<dateline><location>OSLO</location>, Feb 6</dateline><abstract><p>Summary 99.</p></abstract></body.head>
<body.content><p>The dam cost <money>$5&nbsp;million</money>.</p><media><media-reference source="99.jpg"/><media-caption>One of 12
valves</media-caption><media-producer>99</media-producer></media><block><p>It holds <num>12</num> billion<br/>litres.</p>
<hl2>More</hl2><ul><li>3 pumps</li></ul></block><note>ed 99</note></body.content><body.end><tagline>99</tagline></body.end></body>
</nitf>"""


def test_nitf():
    article = one(NITF, ".xml")
    assert [(p.role, article.text[p.start : p.end]) for p in article.paragraphs] == [
        ("headline", "Dam opens"),
        ("heading", "At 5 times the price"),
        ("dateline", "OSLO, Feb 6"),
        ("body", "The dam cost $5 million."),
        ("caption", "One of 12 valves"),
        ("body", "It holds 12 billion litres."),
        ("heading", "More"),
        ("item", "3 pumps"),
    ]
    assert str(article.published) == "2024-02-06"
    assert placed(article, "$5 million") == "$5&nbsp;million"
    assert article.line_column(article.text.index("12 billion")) == (
        7,
        len("valves</media-caption><media-producer>99</media-producer></media><block><p>It holds <num>") + 1,
    )


def g2(content: str, more: str = "", language: str = "en") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:x.org:2024:dam-story" xml:lang="en">
<itemMeta>
<itemClass qcode="ninat:text"/><versionCreated>2024-02-06T10:00:00Z</versionCreated><pubStatus qcode="stat:canceled"/>
<embargoed>2030-01-01T00:00:00Z</embargoed></itemMeta><contentMeta><language tag="{language}"/><headline>Dam &amp; co
open</headline>{more}</contentMeta><contentSet>{content}</contentSet></newsItem>"""


@pytest.mark.parametrize(
    "content",
    [
        f'<inlineXML contenttype="application/nitf+xml"><nitf xmlns="n"><body><body.content>{XHTML}</body.content>'
            f'</body></nitf></inlineXML>',
        f'<inlineXML contenttype="application/xhtml+xml"><html xmlns="h"><head><title>99</title></head>'
            f'<body>{XHTML}</body></html></inlineXML>',
        f'<inlineXML contenttype="text/html"><h:section xmlns:h="h"><h:div>{XHTML}</h:div></h:section></inlineXML>',
        f'<inlineData contenttype="text/html"><![CDATA[{XHTML}]]></inlineData>',
        f'<inlineData contenttype="text/plain">{TEXT}</inlineData>',
        f'<inlineXML xml:lang="de"><p>Der Damm 99.</p></inlineXML><inlineXML xml:lang="en">{XHTML}</inlineXML>'
            f'<remoteContent href="x.jpg"/>',
    ],
    ids=["nitf", "xhtml", "prefixes", "cdata", "plain", "two languages"],
)
def test_newsml_g2(content: str):
    article = one(g2(content), ".xml")
    assert article.text == "Dam & co open\n\nThe dam cost $5 million, officials said.\n\nIt holds 12 billion litres."
    assert (str(article.published), placed(article, "12 billion")) == ("2024-02-06", "12 billion")


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (g2("<inlineXML><p>Der Damm.</p></inlineXML>", language="de"), "its language is de; only English is read"),
        (g2('<remoteContent href="x.jpg"/>').replace("ninat:text", "ninat:picture"), "a picture without text"),
        (
            g2('<inlineXML contenttype="application/sportsml+xml"><sports-content><p>5</p></sports-content></inlineXML>'),
            "sports data (SportsML)",
        ),
        (g2("<inlineXML><events><event><name>5</name></event></events></inlineXML>"), "events without text"),
        (g2('<remoteContent href="http://x.org/full.xml"/>'), "its content lies in another file"),
        ('<packageItem xmlns="x" guid="p"><groupSet/></packageItem>', "a package that only refers to its items"),
        ('<conceptItem xmlns="x" guid="p"/>', "a concept, not a story"),
    ],
)
def test_what_of_newsml_g2_is_skipped(item: str, reason: str):
    (found,) = read(item, ".xml")
    assert isinstance(found, Skipped)
    assert reason in found.reason


def test_a_news_message_is_a_package():
    story = g2(f"<inlineXML>{XHTML}</inlineXML>")
    found = read(
        f'<newsMessage xmlns="x"><header/><itemSet>{story}{story.replace("dam-story", "dam-two")}'
        '<packageItem guid="urn:x:the-package"/></itemSet></newsMessage>',
        ".xml",
    )
    assert [(type(f).__name__, f.part) for f in found] == [
        ("Article", "dam-story"),
        ("Article", "dam-two"),
        ("Skipped", "the-package"),
    ]


def test_newsml_1():
    article = one(
        f"""<NewsML Version="1.2"><NewsItem><Identification><NewsIdentifier><NewsItemId>77</NewsItemId></NewsIdentifier>
</Identification><NewsManagement><ThisRevisionCreated>20240206T101112+0000</ThisRevisionCreated></NewsManagement><NewsComponent>
<NewsComponent><NewsLines><HeadLine>Dam opens</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName="en"/>
</DescriptiveMetadata><NewsComponent><Role FormalName="StyleSheet"/><ContentItem><DataContent>p {{ margin: 99px }}</DataContent>
</ContentItem></NewsComponent><NewsComponent><Role FormalName="Body"/><ContentItem><MimeType FormalName="text/xhtml"/>
<DataContent><html><head><title>99</title></head><body>{XHTML}</body></html></DataContent></ContentItem></NewsComponent></NewsComponent>
<NewsComponent><DescriptiveMetadata><Language FormalName="zh"/></DescriptiveMetadata><ContentItem><DataContent>水 99</DataContent>
</ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>""",
        ".xml",
    )
    assert article.text == "Dam opens\n\nThe dam cost $5 million, officials said.\n\nIt holds 12 billion litres."
    assert str(article.published) == "2024-02-06"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("<nitf><body>\n<p>5</body></nitf>", "a.xml:2:5: this end tag closes another element than the one open"),
        ("<nitf><body>\n<p>5 €", "a.xml:2:6: the XML breaks off here"),
        ('<!DOCTYPE nitf [\n<!ENTITY a "b">]><nitf>&a;</nitf>', "a.xml:2:1: it declares entities, which are not read"),
        ("<project>\n<a/></project>", "a.xml:1:1: <project> is in no known format of articles"),
    ],
)
def test_malformed_xml(text: str, where: str):
    with pytest.raises(UnreadableArticle) as fault:
        read(text, ".xml")
    assert str(fault.value).startswith(where)
