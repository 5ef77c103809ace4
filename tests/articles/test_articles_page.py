"""Saved pages of several styles: the article, and nothing of what stands around it."""

import html

import pytest

from pytest_numcheck.articles import extractor
from pytest_numcheck.articles.draft import Skipped
from pytest_numcheck.articles.model import Article
from pytest_numcheck.articles.read import read_articles_text, read_text

STORY = (
    "City leaders on Tuesday approved a $4.2 million plan to rebuild 12 bridges, officials said.",
    "The vote was 9-4, and the work is expected to begin on March 3, the city engineer told a hearing.",
    "&ldquo;We have waited 15 years for this,&rdquo; said the mayor, 54, who took office in 2019.",
    "The bridges carry 8,000 vehicles a day, most of them on the 3-mile (4.8 km) ring road.",
)
PROSE = "".join(f"<p>{p}</p>\n" for p in STORY)
MENU = "<ul>" + "".join(f'<li><a href="/{i}">Section {i} of 777</a></li>' for i in range(8)) + "</ul>"
RELATED = (
    "<h3>Related</h3><ul>"
    + "".join(
        f'<li><a href="/r{i}">Police arrest 777 people after a robbery of many shops in the centre</a></li>' for i in range(4)
    )
    + "</ul>"
)
COMMENT = "<p>Somebody writes that it cost 777 million, that nobody was asked, and that this is a shame.</p>"

PAGES = {
    "blog": f"""<!DOCTYPE html><html lang="en-US"><head><title>Bridge plan passes - Daily</title>
<meta property="article:published_time" content="2024-02-06T10:00:00+00:00"></head><body class="single has-sidebar">
<header class="site-header"><p>Daily, 777 pages</p><nav>{MENU}</nav></header><main><article class="post">
<header><h1 class="entry-title">Bridge plan passes</h1></header><div class="entry-content">{PROSE}
<div class="sharedaddy"><p>Share this with 777 friends, please, whenever you can find the time.</p></div></div></article>
<div id="comments" class="comments-area"><ol>{'<li class="comment"><article>' + COMMENT + "</article></li>"}</ol></div></main>
<aside class="widget-area">{RELATED}</aside><footer><p>Copyright 777 of the Daily, all rights reserved in 50 states.</p></footer>
</body></html>""",
    "daily": f"""<!doctype html><html lang="en"><head><script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle",
"headline": "Bridge plan passes", "datePublished": "2024-02-06T22:13:00Z"}}]}}</script></head><body><div id="app"><main>
<article id="story"><p>Advertisement</p><h1>Bridge plan passes</h1><section name="articleBody"><div>{PROSE}</div>
<div class="ad-wrapper"><p>SKIP ADVERTISEMENT</p></div></section><div class="author-bio">
<p>Jo Doe has won 777 prizes and lives with
four cats in a flat by the river. She joined in 2001.</p></div></article><section class="related-coverage">{RELATED}</section>
</main></div></body></html>""",
    "radio": f"""<!DOCTYPE html><html lang="en"><head><meta name="dcterms.date" content="2024-02-06"></head><body>
<a href="#main" class="visually-hidden skip-link">Skip to main content</a><div role="banner">{MENU}</div><div role="main">
<h1><span>Bridge plan passes</span></h1><div class="node"><div class="field--name-body">{PROSE}</div>
<section class="comment-wrapper"><h2>777 comments</h2>{COMMENT}</section></div><div class="block-related">{RELATED}</div></div>
<div role="contentinfo"><p>City Radio is heard by 777 listeners each day in 3 counties, seven days a week.</p></div></body>
</html>""",
    "tabloid": f"""<!DOCTYPE html><html lang="en-GB"><head><meta name="pubdate" content="2024-02-06"></head><body>
<div class="page"><div class="topNav">{MENU}</div><div class="articleContainer"><h1>Bridge plan passes</h1>
<div itemprop="articleBody">{PROSE}
<p><b>READ MORE: <a href="x">The 777 best pies, ranked by our food critic</a></b></p></div></div>
<div class="readerComments"><h2>Comments 777</h2>{COMMENT * 6}</div><div class="puff">{RELATED}</div></div></body></html>""",
    "old": f"""<html><head><title>Bridge plan passes :: Gazette</title></head><body><table><tr><td>{MENU}</td><td><font size=5>
<b>Bridge plan passes</b></font><br><br>Feb. 6, 2024<br><br>{"<br><br>".join(STORY)}<br><br><a href=x>Email this 777</a></td>
<td>{RELATED}</td></tr></table></body></html>""",
    "builder": f"""<!DOCTYPE html><html lang="en"><head><meta name="pubdate" content="2024-02-06"></head><body><main>
<article class="post category-comments tag-ads"><div class="elementor-widget"><h1>Bridge plan passes</h1></div>
{"".join(f'<div class="elementor-widget elementor-widget-text-editor"><p>{p}</p></div>' for p in STORY)}
<div data-testid="related-links"><p>Read also of the 777 people who were arrested after a robbery. It was in May.</p></div>
</article>
</main></body></html>""",
    "app": f"""<!DOCTYPE html><html><head><meta property="og:title" content="Bridge plan passes"><meta itemprop="datePublished"
content="2024-02-06"></head><body><form id="aspnetForm"><div class="content-with-sidebar"><div class="story-text">{PROSE}</div>
<div class="sidebar">{RELATED}</div></div></form><div class="cookie-consent"><p>We and our 777 partners store cookies on
your device. You can say no to this at any time.</p></div></body></html>""",
}


@pytest.fixture(params=[False, True], ids=["alone", "with the extractor"])
def voting(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.param:
        monkeypatch.setattr(extractor, "_extract", lambda: None)
    elif extractor._extract() is None:
        pytest.skip("trafilatura is not installed")


@pytest.mark.usefixtures("voting")
@pytest.mark.parametrize("style", PAGES)
def test_the_article_and_nothing_else(style: str):
    article = read_text(PAGES[style], name="a.html", suffix=".html")
    assert article.title == "Bridge plan passes"
    assert str(article.published) == "2024-02-06"
    assert "777" not in article.text
    for words in ("$4.2 million", "vote was 9-4", "waited 15 years", "8,000 vehicles"):
        assert article.text.count(words) == 1
    start = article.text.index("8,000")
    assert article.source[slice(*article.origin.span(start, start + 5))] == "8,000"


def test_the_extractor_only_votes(monkeypatch: pytest.MonkeyPatch):
    said = "\n".join(html.unescape(p) for p in STORY if "vote" not in p)
    monkeypatch.setattr(extractor, "_extract", lambda: lambda *_, **__: said)
    article = read_text(PAGES["blog"], suffix=".html")
    assert "vote was 9-4" not in article.text
    start = article.text.index("$4.2")
    assert article.source[slice(*article.origin.span(start, start + 4))] == "$4.2"


@pytest.mark.parametrize("fault", [RuntimeError, ValueError])
def test_an_extractor_that_fails_has_no_vote(fault: type[Exception], monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object, **__: object) -> str:
        raise fault("no")

    monkeypatch.setattr(extractor, "_extract", lambda: fails)
    assert "vote was 9-4" in read_text(PAGES["blog"], suffix=".html").text


def test_a_page_in_another_language_is_skipped():
    found = read_articles_text(PAGES["blog"].replace('lang="en-US"', 'lang="de"'), name="a.html", suffix=".html")
    assert found == [Skipped("a.html", None, "its language is de; only English is read")]


def test_a_page_of_links_has_no_article():
    (found,) = read_articles_text(f"<!doctype html><html><body>{MENU}{RELATED}</body></html>", name="a.html", suffix=".html")
    assert isinstance(found, Skipped)
    assert found.reason == "no paragraphs of prose on this page"


def test_what_holds_the_page_is_no_furniture():
    page = f'<html><body><div class="newsletter-page comments"><h1>Bridge plan passes</h1>{PROSE}</div></body></html>'
    found = read_articles_text(page, suffix=".html")
    assert isinstance(found[0], Article)
    assert len(found[0].paragraphs) == 5
