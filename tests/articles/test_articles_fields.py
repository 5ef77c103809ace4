"""JSON of one's own making: JSON Lines, arrays, fields by name."""

import pytest

from pytest_numcheck.articles.draft import Broken, Skipped
from pytest_numcheck.articles.fields import parse_fields
from pytest_numcheck.articles.model import Article
from pytest_numcheck.articles.read import UnreadableArticle, read_articles_text


def test_fields():
    assert parse_fields([]) is None
    assert parse_fields(["title=h,text=a.b", "date=d"]) == {"title": "h", "text": "a.b", "date": "d"}
    for text, what in (
        ("title=h", "the field of the text is missing"),
        ("text", "not of the form text=FIELD"),
        ("x=y,text=t", "none of"),
    ):
        with pytest.raises(ValueError, match=what):
            parse_fields([text])


def test_lines_by_usual_names():
    found = read_articles_text(
        '{"headline": "Dam", "body": "It cost \\u20ac5.\\n\\nMore 6.", "publish_date": "2024-02-06", "id": "dam-1"}\r\n\r\n'
        '{"title": "Damm", "text": "99", "language": "de"}\n{"title": "No text"}\n{"title": "Dam", "text": "<p>5&nbsp;m</p>"}',
        name="a.jsonl",
        suffix=".jsonl",
    )
    assert [(type(f).__name__, f.part) for f in found] == [
        ("Article", "dam-1"),
        ("Skipped", "item-2"),
        ("Skipped", "item-3"),
        ("Article", "item-4"),
    ]
    first, last = found[0], found[3]
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (first.text, str(first.published)) == ("Dam\n\nIt cost €5.\n\nMore 6.", "2024-02-06")
    assert first.line_column(first.text.index("€5")) == (1, 38)
    assert last.line_column(last.text.index("5 m")) == (5, 30)


def test_lines_by_own_names():
    fields = parse_fields(["text=story.html,title=story.h,date=at,id=n"])
    found = read_articles_text(
        '{"n": 7, "at": 1707213600, "story": {"h": "Dam", "html": "<p>It cost 5.</p>"}}', suffix=".jsonl", fields=fields
    )
    assert isinstance(found[0], Article)
    assert (found[0].text, found[0].part, str(found[0].published)) == ("Dam\n\nIt cost 5.", "7", "2024-02-06")


def test_a_broken_line_is_one_broken_article():
    found = read_articles_text(
        '{"title": "T", "text": "5"}\n{"title": "T", text}\n{"title": "T", "text": "6"} x\n', name="a.jsonl", suffix=".jsonl"
    )
    assert [type(f) for f in found] == [Article, Broken, Broken]
    assert [f.error for f in found if isinstance(f, Broken)] == [
        "a.jsonl:2:16: a name in double quotes is wanted, not 't'",
        "a.jsonl:3:29: something follows the value on its line",
    ]


@pytest.mark.parametrize("text", ['{"a": 1}\n{"a": 2}', "", '{"title": "x"}'])
def test_lines_without_articles(text: str):
    with pytest.raises(UnreadableArticle, match="no line holds the text of an article"):
        read_articles_text(text, name="a.jsonl", suffix=".jsonl")


def test_a_whole_file_that_is_broken_says_where():
    with pytest.raises(UnreadableArticle, match=r"^a\.jsonl:1:2: "):
        read_articles_text("{broken", name="a.jsonl", suffix=".jsonl")


def test_an_array_by_own_names():
    found = read_articles_text('[{"t": "It cost 5."}, {"u": 6}]', suffix=".json", fields={"text": "t"})
    assert [type(f) for f in found] == [Article, Skipped]
