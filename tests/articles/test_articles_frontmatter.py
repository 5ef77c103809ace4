from datetime import date

import pytest

from pytest_numcheck.articles.read import read_text


def md(text: str):
    return read_text(text, name="a.md", suffix=".md")


def test_title_and_date():
    article = md("---\ntitle: Bread at 3 crowns\ndate: 2024-05-03\nauthor: x\n---\n\nIt rose.\n")
    assert (article.title, article.published, article.problems) == ("Bread at 3 crowns", date(2024, 5, 3), ())
    assert article.headline is not None
    assert article.text == "Bread at 3 crowns\n\nIt rose."
    assert article.line_column(article.text.index("3")) == (2, 17)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('title: "Bread: 3 crowns"', "Bread: 3 crowns"),
        ("title: 'It''s 3 crowns'", "It's 3 crowns"),
        ("title: Bread &#8216;at&#8217; *3* crowns", "Bread 'at' 3 crowns"),
        ("title: “Bread” at ３ crowns", '"Bread" at 3 crowns'),
        ("title: 2024", "2024"),
        ("title: >\n  Bread at\n  3 crowns", "Bread at 3 crowns"),
        ("headline: Bread", "Bread"),
    ],
)
def test_titles_as_yaml_writes_them(line, title):
    article = md(f"---\n{line}\n---\nIt rose.\n")
    assert article.title == title
    assert article.paragraphs[0].role == "headline"
    at = article.line_column(0)
    assert at[0] in (2, 3)


@pytest.mark.parametrize(
    "said",
    [
        "2024-05-03 10:00:17 -0400", "2024-05-03T10:00", "May 3, 2024", "3 May 2024", "'2024-05-03'", "2024/05/03",
        "Friday 3 May 2024",
    ],
)
def test_dates(said):
    assert md(f"---\ndate: {said}\n---\nIt rose.\n").published == date(2024, 5, 3)


def test_a_date_that_is_none_is_a_problem():
    article = md("---\ntitle: A\ndate: soon\n---\nIt rose.\n")
    assert article.published is None
    assert article.problems == ("a.md:3:7: front matter: 'soon' is not a date with day, month and year",)


def test_crlf():
    article = md("---\r\ntitle: Bread at 3 crowns\r\ndate: 2024-05-03\r\n---\r\n\r\nIt rose to 4.\r\n")
    assert article.title == "Bread at 3 crowns"
    assert article.line_column(article.text.index("4")) == (6, 12)


def test_waivers():
    said = "numcheck:\n  ignore:\n    - rule: clock/elapsed\n      reason: two zones\n    - {rule: a/*, reason: old copy}\n"
    article = md(f"---\n{said}---\nx\n")
    assert [(i.rule, i.reason, i.line) for i in article.ignores] == [
        ("clock/elapsed", "two zones", None),
        ("a/*", "old copy", None),
    ]
    assert article.problems == ()


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("numcheck: off", "a.md:2:11: front matter: a mapping is wanted here"),
        ("numcheck: {ignores: []}", "unknown key 'ignores'; did you mean 'ignore'?"),
        ("numcheck: {ignore: a/b}", "a list is wanted here"),
        ("numcheck: {ignore: [{rule: a/b}]}", "a waiver gives a reason"),
        ("numcheck: {ignore: [{rule: a/b, reason: ''}]}", "a waiver gives a reason"),
        ("numcheck: {ignore: [{reason: why}]}", "a waiver names a rule"),
        ("numcheck: {ignore: [{rule: a/b, reason: why, until: 2025}]}", "unknown key 'until'"),
    ],
)
def test_malformed_waivers(lines, problem):
    article = md(f"---\n{lines}\n---\nIt rose.\n")
    assert article.ignores == ()
    assert len(article.problems) == 1
    assert problem in article.problems[0]


def test_one_bad_waiver_leaves_the_others():
    article = md("---\nnumcheck:\n  ignore:\n    - {rule: a/b}\n    - {rule: c/d, reason: why}\n---\nx\n")
    assert [i.rule for i in article.ignores] == ["c/d"]
    assert len(article.problems) == 1


def test_bad_yaml_is_a_problem_and_the_lines_that_look_right_count():
    article = md('---\ntitle: Bread: 3 crowns\ndate: 2024-05-03\n---\n\nIt rose.\n')
    assert article.problems[0].startswith("a.md:2:13: front matter: a text that holds a colon and a space must stand in quotes")
    assert (article.title, article.published) == ("Bread: 3 crowns", date(2024, 5, 3))
    assert article.text.endswith("It rose.")


def test_toml():
    article = md('+++\ntitle = "Bread at 3 crowns"\ndate = 2024-05-03T10:00:00Z\n+++\nIt rose.\n')
    assert (article.title, article.published) == ("Bread at 3 crowns", date(2024, 5, 3))
    assert article.line_column(article.text.index("3")) == (2, 19)
    assert md("+++\ntitle = \n+++\nIt rose.\n").problems[0].startswith("a.md:2:9: front matter:")


def test_a_rule_at_the_top_is_no_front_matter():
    article = md("---\n\nIt rose.\n\n---\n\nMore.\n")
    assert article.text == "It rose.\n\nMore."
    assert article.problems == ()


def test_the_callers_date_is_only_a_fallback():
    text = "---\ndate: 2024-05-03\n---\nx\n"
    assert read_text(text, suffix=".md", published=date(2000, 1, 1)).published == date(2024, 5, 3)
    assert read_text("x", suffix=".md", published=date(2000, 1, 1)).published == date(2000, 1, 1)


def test_hostile_heads_are_problems_not_crashes():
    for body in ("a: " + "[" * 100_000, "- " * 100_000 + "a", "a: &x [*x, *x]", "a: !!python/object:os.system x", "{" * 50_000):
        article = md(f"---\nq: 1\n{body}\n---\nIt rose.\n")
        assert article.text == "It rose."
        assert len(article.problems) == 1


def test_waivers_in_toml():
    head = md('+++\ntitle = "T"\n[numcheck]\nignore = [{rule = "clock/elapsed", reason = "so said"}, {rule = "a/b"}]\n+++\nText.')
    assert [(i.rule, i.reason, i.line) for i in head.ignores] == [("clock/elapsed", "so said", None)]
    assert len(head.problems) == 1
    assert head.problems[0].startswith("a.md:3:1: front matter: a waiver reads")


def test_toml_that_is_none_says_where():
    head = md("+++\ntitle = \n+++\nText.")
    assert head.problems == ("a.md:2:9: front matter: Invalid value",)
