import pytest

from pytest_numcheck.articles.read import read_text


def ignores(text: str, suffix: str = ".md") -> list[tuple[str, str, int | None]]:
    return [(i.rule, i.reason, i.line) for i in read_text(text, name="a.md", suffix=suffix).ignores]


def test_on_the_line_above():
    text = "Text.\n\n<!-- numcheck: ignore clock/elapsed -- two zones -->\nMore.\n"
    assert ignores(text) == [("clock/elapsed", "two zones", 4)]


def test_blank_lines_and_other_waivers_are_stepped_over():
    text = "<!-- numcheck: ignore a/b -- one -->\n<!-- numcheck: ignore c/* — two -->\n\nMore.\n"
    assert ignores(text) == [("a/b", "one", 4), ("c/*", "two", 4)]


def test_in_a_line_of_prose():
    text = "One.\n\nTwo is 3. <!-- numcheck: ignore a/b, c/d -- as said -->\nThree."
    assert ignores(text) == [("a/b", "as said", 3), ("c/d", "as said", 3)]


def test_at_the_end_of_the_file():
    assert ignores("One.\n<!-- numcheck: ignore a/b -- late -->") == [("a/b", "late", 2)]


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        ("<!-- numcheck: ignore a/b -->", "gives no reason"),
        ("<!-- numcheck: ignore a/b -- -->", "gives no reason"),
        ("<!-- numcheck: ignore -- why -->", "names no rule"),
        ("<!-- numcheck: skip a/b -- why -->", "does not say ignore"),
        ("<!-- numcheck -->", "does not say ignore"),
    ],
)
def test_malformed_ones_are_problems(comment, fault):
    article = read_text(f"One.\n\n  {comment}\nTwo.", name="a.md", suffix=".md")
    assert article.ignores == ()
    assert len(article.problems) == 1
    assert article.problems[0].startswith("a.md:3:3: a waiver reads <!-- numcheck: ignore RULE -- reason -->")
    assert fault in article.problems[0]
    assert "numcheck" not in article.text


def test_other_comments_are_none():
    article = read_text("One. <!-- numcheckers unite --> <!-- note --> Two.", suffix=".md")
    assert article.ignores == article.problems == ()
    assert article.text == "One. Two."


def test_plain_text_takes_them_too():
    assert ignores("Head\n\n<!-- numcheck: ignore a/b -- why not -->\nTwo.", ".txt") == [("a/b", "why not", 4)]


@pytest.mark.parametrize("rule", ["*", "*/*", "clock", "c*/x"])
def test_one_for_everything_is_refused(rule):
    for text in (f"One.\n\n<!-- numcheck: ignore {rule} -- tired -->\nTwo.",
                 f"---\nnumcheck:\n  ignore:\n    - rule: '{rule}'\n      reason: tired\n---\nTwo."):
        article = read_text(text, name="a.md", suffix=".md")
        assert article.ignores == ()
        assert len(article.problems) == 1
        assert "one for everything is refused" in article.problems[0]
