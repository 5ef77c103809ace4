"""HTML fragments from a CMS: what is shown, in which role, and where it stands in the file."""

import pytest

from pytest_numcheck.articles.model import Article
from pytest_numcheck.articles.read import read_articles_text, read_text


def fragment(text: str) -> Article:
    return read_text(text, name="a.html", suffix=".html")


def shown(text: str) -> list[tuple[str, str]]:
    article = fragment(text)
    return [(p.role, article.text[p.start : p.end]) for p in article.paragraphs]


def placed(article: Article, words: str) -> str:
    """What the file holds where the article says ``words``."""
    start = article.text.index(words)
    return article.source[slice(*article.origin.span(start, start + len(words)))]


def test_paragraphs_headings_lists_captions_and_tables():
    assert shown(
        "<h1>Dam <i>opens</i></h1>\n<p>It cost <b>5</b> million.<p>No end tag.<ul><li>One of 3<li>Two of 3</ul>"
        "<figure><img src=a.png alt='not shown'><figcaption>The dam in 2019</figcaption></figure>"
        "<table><tr><th>Year<th>Cost</tr><tr><td>2019</td><td>$5</td></tr></table>"
    ) == [
        ("headline", "Dam opens"),
        ("body", "It cost 5 million."),
        ("body", "No end tag."),
        ("item", "One of 3"),
        ("item", "Two of 3"),
        ("caption", "The dam in 2019"),
        ("table", "Year|Cost"),
        ("table", "2019 |$5"),
    ]


def test_what_is_not_shown():
    assert shown(
        "<p>Seen 1.</p><script>if (a < b) document.write('<p>9</p>')</script><style>p { margin: 9px }</style>"
        "<!-- 9 --><template><p>9</p></template><p hidden>9</p><div style='display: none'><p>9 <b>9</b></p></div>"
        "<p>Seen <del>9</del> 2 <code>x = 9</code>.<noscript>9</noscript></p><button>9</button>"
    ) == [("body", "Seen 1."), ("body", "Seen 2 .")]


def test_a_line_break_parts_after_a_sentence_and_where_it_is_doubled():
    assert shown("It rained.<br>It cost 5<br>dollars<br><br>\nMore") == [
        ("body", "It rained."),
        ("body", "It cost 5 dollars"),
        ("body", "More"),
    ]


def test_blank_lines_part_paragraphs_where_no_tag_does():
    assert shown("First <b>5</b>.\nStill first.\n\nSecond 6.") == [("body", "First 5. Still first."), ("body", "Second 6.")]


def test_entities_are_read_and_lead_back():
    article = fragment("<p>It&#8217;s &pound;5&nbsp;million, 72&deg; and &lt;2&frac12; &#x20AC;3 &bogus; &amp</p>")
    assert article.text == "It's £5 million, 72° and <2½ €3 &bogus; &"
    assert placed(article, "£5 million") == "&pound;5&nbsp;million"
    assert placed(article, "2½") == "2&frac12;"
    assert placed(article, "72°") == "72&deg;"


def test_raised_figures_stay_apart_and_footnote_marks_go():
    assert shown("<p>10<sup>5</sup> m<sub>2</sub> of it<sup><a href='#n'>[3]</a></sup> was <q>gone</q>.</p>") == [
        ("body", '10⁵ m₂ of it was "gone".')
    ]


def test_lines_and_columns_are_the_files():
    article = fragment("<p>One</p>\r\n<div\n class='x'>Two  <b>\n€12m</b> 𝟙 café 3</div>")
    assert article.text == "One\n\nTwo €12m 1 café 3"
    assert article.line_column(article.text.index("€12m")) == (4, 1)
    assert article.line_column(article.text.rindex("3")) == (4, 17)


def test_a_table_that_holds_prose_is_a_layout():
    long = "The council met for 5 hours and agreed on most of it. " * 5
    assert shown(f"<table><tr><td><p>{long}</p><p>{long}</p></td><td>{long}</td></tr></table>") == [("body", long.strip())] * 3


def test_tags_in_capitals_bare_attributes_and_stray_signs():
    assert shown("<P CLASS=a>5 < 6 and 7 > 6 <IMG SRC=x>&c<BR/></P><p title='a > b'>ok</p><p =>fine</p></div>") == [
        ("body", "5 < 6 and 7 > 6 &c"),
        ("body", "ok"),
        ("body", "fine"),
    ]


def test_a_waiver_speaks_of_its_paragraph_or_of_the_next():
    article = fragment(
        "<p>One 1.</p>\n<!-- numcheck: ignore clock/elapsed -- the court's own words -->\n<p>\nTwo 2.\n</p><p>Three"
        " <!-- numcheck: ignore parts/sum -- rounded --> 3.</p>\n<!-- numcheck: ignore a/b -->"
    )
    assert [(i.rule, i.reason, i.line, i.paragraph) for i in article.ignores] == [
        ("clock/elapsed", "the court's own words", 4, 1),
        ("parts/sum", "rounded", 5, 2),
    ]
    assert len(article.problems) == 1
    assert article.problems[0].startswith("a.html:6:1: a waiver reads")


def test_front_matter_before_html():
    article = fragment("---\ntitle: Dam opens\ndate: 2024-02-06\n---\n<p>It cost 5.</p>")
    assert (article.title, str(article.published), article.text) == ("Dam opens", "2024-02-06", "Dam opens\n\nIt cost 5.")
    assert article.line_column(article.text.index("It")) == (5, 4)


@pytest.mark.parametrize("text", ["", "   \n", "<p></p>", "<!-- only this -->"])
def test_nothing_to_read(text):
    (found,) = read_articles_text(text, name="a.html", suffix=".html")
    assert found.reason == "there is nothing to read in it"
