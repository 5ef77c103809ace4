import time

import pytest

from pytest_numcheck.articles.read import read_text


def md(text: str):
    return read_text(text, name="a.md", suffix=".md")


def shape(text: str) -> list[tuple[str, str]]:
    article = md(text)
    return [(p.role, article.text[p.start : p.end]) for p in article.paragraphs]


def prose(text: str) -> str:
    return md(text).text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bread **rose** by *3* __crowns__ and _more_ ***now***.", "Bread rose by 3 crowns and more now."),
        ("A 2*3 grid, snake_case_name and 5 * 4.", "A 2*3 grid, snake_case_name and 5 * 4."),
        ("He ~~paid 12~~ paid 14 crowns, ~20 in all.", "He paid 14 crowns, ~20 in all."),
        ("See [the 3 reports](https://x.org/a_(9)?b=7 \"of 12\") now.", "See the 3 reports now."),
        ("See [the report][r1] and [r1] and [sic].\n\n[r1]: https://x.org/99 'no'", "See the report and r1 and [sic]."),
        ("Run `x = 400` and ``a ` b 500`` now.", "Run and now."),
        ("An unclosed `tick 5 here.", "An unclosed tick 5 here."),
        ("At https://x.org/2024/05?p=12, and www.x.org/7. End.", "At , and . End."),
        ("Mail <me9@x.org> or <https://x.org/88>.", "Mail or ."),
        ("It cost \\$5 and 1986\\. Then \\*6\\*.", "It cost $5 and 1986. Then *6*."),
        ("It&#8217;s 5&nbsp;km &amp; more&hellip; &bogus; AT&T", "It's 5 km & more… &bogus; AT&T"),
        ("A <b>bold</b> <span class=\"n7\">move</span>, x < 5 and y > 3.", "A bold move, x < 5 and y > 3."),
        ("An area of 5 km<sup>2</sup> and CO<sub>2</sub>.", "An area of 5 km² and CO₂."),
        ("A note[^1] here.\n\n[^1]: The note says 7.", "A note here.\n\nThe note says 7."),
        ("Before <!-- 99 men --> after.", "Before after."),
        ("Before <!-- 99\n\nmen --> after.", "Before\n\nafter."),
        ("A {{< figure src=\"9.jpg\" >}} b {{% x 8 %}} c {{ page.n }}.", "A b c ."),
        ("[caption id=\"a9\" width=\"300\"]Words[/caption]", "Words"),
        ("## Heading 7 ## {#id-9}", "Heading 7 ##"),
    ],
)
def test_inline_markup_is_no_prose(text, shown):
    assert prose(text) == shown


def test_blocks():
    text = (
        "# Bread at 3 crowns\n\nFirst *line*\nsecond line.\n\nLater\n=====\n\n- one thing\n- another\n  goes on\n\n  and on\n"
        "1. first\n2) second\n\n> He said 5\n> and left.\n\n***\n\nEnd.\n"
    )
    assert shape(text) == [
        ("headline", "Bread at 3 crowns"),
        ("body", "First line second line."),
        ("heading", "Later"),
        ("item", "one thing"),
        ("item", "another goes on"),
        ("item", "and on"),
        ("item", "first"),
        ("item", "second"),
        ("body", "He said 5 and left."),
        ("body", "End."),
    ]


def test_code_is_no_prose():
    text = "Before.\n\n```python\nx = 400\n\n# not 5\n```\n\nBetween.\n\n    indented = 600\n\n~~~\n700\n~~~\nAfter."
    assert prose(text) == "Before.\n\nBetween.\n\nAfter."


def test_an_unclosed_fence_runs_to_the_end():
    assert prose("Before.\n\n```\n5 men\n\n6 men\n") == "Before."


def test_tables():
    text = "Before:\n\n| Name | Votes |\n|:-----|------:|\n| Poole | 1,200 |\n| Lund | 900 |\n\nAfter."
    article = md(text)
    rows = [p for p in article.paragraphs if p.role == "table"]
    assert [article.text[p.start : p.end] for p in rows] == ["Name | Votes", "Poole | 1,200", "Lund | 900"]
    assert [article.text[s.start : s.end] for s in rows[1].sentences] == ["Poole", "1,200"]


def test_html_tables_and_scripts():
    text = "<table><tr><td>Votes</td><td>900</td></tr></table>\n\n<script>\nvar x = 5;\n</script>\n<p>Text 7.</p><p>More.</p>"
    assert shape(text) == [("table", "Votes"), ("table", "900"), ("body", "Text 7."), ("body", "More.")]


def test_pictures():
    text = (
        "![Three men in 1990](a9.jpg)\n\nText here. ![Two boats](b.jpg \"title 5\")\n\n"
        "[![A link of 4](c.jpg)](d) goes on ![icon](e.png) here."
    )
    assert shape(text) == [
        ("caption", "Three men in 1990"),
        ("body", "Text here."),
        ("caption", "Two boats"),
        ("caption", "A link of 4"),
        ("body", "goes on here."),
    ]


def test_a_year_that_opens_a_line_goes_on_with_the_paragraph():
    assert shape("It began in\n2014. That was late.")[0] == ("body", "It began in 2014. That was late.")
    assert shape("It rose to\n12. That was a record.") == [("body", "It rose to 12. That was a record.")]


def test_title_and_heading():
    roles = [role for role, _ in shape("---\ntitle: Bread\n---\n\n# Bread\n\nIt rose.")]
    assert roles == ["headline", "heading", "body"]
    assert md("It rose.\n\n# Later\n\nMore.").title is None


def test_a_dateline_below_the_heading():
    article = md("# Bread\n\n*Friday, 3 May 2024*\n\nIt rose.")
    assert str(article.published) == "2024-05-03"
    assert [p.role for p in article.paragraphs] == ["headline", "dateline", "body"]


def test_every_character_leads_back_to_the_file():
    source = (
        "---\ntitle: Bread at **3** crowns\n---\n\n## It’s *on* [page 4](x5)\n\n> One **\u00adtwo**  six\n> seven\n\n"
        "- item `code` 8\n\n| a | 9 |\n|--|--|\n| b | 10 |\n\n![cap 11](y) tail\u00a012 &amp; thirteen\n"
    )
    article = md(source)
    for i, character in enumerate(article.text):
        back = source[article.origin(i)]
        assert back == character or character in " \n&'|", (i, character, back)
    for figure in ("3", "4", "8", "9", "10", "11", "12"):
        at = article.text.index(figure)
        start, end = article.origin.span(at, at + len(figure))
        assert source[start:end] == figure
        line, column = article.line_column(at)
        assert source.split("\n")[line - 1][column - 1 :].startswith(figure)


@pytest.mark.parametrize(
    "text",
    ["*" * 10**5, "a*" * 10**5, "[" * 10**5, "[]" * 10**5, "![" * 10**5, "[a](" * 10**5, "![a](b) x " * 20000, "`" * 10**5,
     "".join("`" * (i % 300 + 1) + " " for i in range(3000)), "<" * 10**5, "<a " * 10**5, "<!--" * 10**5, "{{< " * 10**5,
     "{{< " * 50000 + "\n\n >}}", ">" * 10**5, "- " * 10**5, "|" * 10**5, "&amp" * 10**5, "~~a " * 50000, "\\" * 10**5,
     "http://" * 50000, "www." + ")" * 10**5, "# a\n" * 10**4, "- " * 50000 + "x", "<pre>" * 10**5, "x" * 10**6, " " * 10**6,
     "\n" * 10**6, '"' * 10**5, "**a " * 50000],
)
def test_hostile_text_is_linear(text):
    began = time.process_time()
    md(text)
    assert time.process_time() - began < 4
