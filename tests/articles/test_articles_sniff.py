"""Which files hold articles, and how a text is read: by content as well as by suffix."""

import time
from pathlib import Path

import pytest

from pytest_numcheck.articles.choose import Chooser
from pytest_numcheck.articles.parts import Namer, safe
from pytest_numcheck.articles.read import holds_articles
from pytest_numcheck.articles.sniff import form, xml_root
from pytest_numcheck.articles.stamp import parse_stamp

NINJS = '{"uri": "x:1", "headline": "T", "body_text": "It cost 5."}'
NITF = "<nitf><body><body.content><p>5</p></body.content></body></nitf>"


@pytest.mark.parametrize(
    ("text", "suffix", "expected"),
    [
        ("It cost 5.", ".txt", "plain"),
        ("<b>Markdown</b>", ".md", "markdown"),
        ("plain", ".HTML", "html"),
        ("<!DOCTYPE html><p>x", ".txt", "html"),
        ("<p>x", "", "html"),
        ("<5 men", ".txt", "plain"),
        (f"<?xml version='1.0'?>{NITF}", "", "xml"),
        (NINJS, "", "json"),
        ("[5] men {and} so", ".txt", "plain"),
        ('{"a": 1}', ".txt", "plain"),
        ('{"a": 1}', ".json", "json"),
        ("<html xmlns='x'><p>5</p></html>", ".xml", "html"),
        ("{}", ".jsonl", "lines"),
    ],
)
def test_form(text: str, suffix: str, expected: str):
    assert form(text, suffix) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.json", NINJS, True),
        ("a.json", f"[{NINJS}]", True),
        ("a.json", NINJS[:-9], True),
        ("package.json", '{"name": "x"}', False),
        ("a.json", '{"body": {"a": 1}}', False),
        ("a.json", "[]", False),
        ("a.json", "", False),
        ("a.json", '{"headline": 1, broken', True),
        ("a.xml", NITF, True),
        ("pom.xml", "<project/>", False),
        ("a.xml", "", False),
        ("a.xml", NITF[:20], True),
        ("a.rss", "<rss/>", True),
        ("a.jsonl", '{"title": "T", "text": "It cost 5."}\n', True),
        ("report.jsonl", '{"version": 1, "article": "a.txt", "mentions": []}', False),
        ("a.jsonl", "not json", False),
    ],
)
def test_json_and_xml_are_looked_into(tmp_path: Path, name: str, text: str, expected: bool):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert holds_articles(path) is expected
    assert Chooser((), (), tmp_path).is_article(path, named=False) is expected
    assert Chooser(("**/*",), (), tmp_path).is_article(path, named=False) is expected
    assert Chooser((), (), tmp_path).is_article(path, named=True)


def test_own_fields_make_an_article_of_json(tmp_path: Path):
    path = tmp_path / "a.json"
    path.write_text('[{"h": "T", "t": {"x": "It cost 5."}}]', encoding="utf-8")
    assert not holds_articles(path)
    assert holds_articles(path, {"text": "t.x"})
    assert not holds_articles(tmp_path / "gone.json")


@pytest.mark.parametrize(
    "hostile", ["<?a?>" * 5000, "<!--a-->" * 5000, "<!DOCTYPE [" * 3000, "<!DOCTYPE a>" * 3000, " " * 50_000, "<" * 50_000]
)
def test_looking_costs_next_to_nothing(hostile: str):
    began = time.process_time()
    assert xml_root(hostile) == ""
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        ("http://x.org/items/20240206-dam", "20240206-dam"),
        ("urn:newsml:x.org:20240206:dam-1", "dam-1"),
        ("https://x.org/a/b/en", "a-b-en"),
        ("https://x.org/dam-opens.html?utm=1#top", "dam-opens"),
        ("https://x.org/", ""),
        ("Dam [opens]: 5/6 at::last", "6-at-last"),
        ("x" * 200, "x" * 60),
        ("Überschwemmung-2024", "Überschwemmung-2024"),
        ("  ", ""),
        ("a/../../etc/passwd", "passwd"),
    ],
)
def test_names_are_safe_for_a_node_id(ident: str, expected: str):
    assert safe(ident) == expected


def test_names_are_unique():
    namer = Namer()
    assert [
        namer.name(ids, n) for n, ids in enumerate((("dam-1",), ("", "dam-1"), ("dam-1-2",), ("",), ("dam-1",)), start=1)
    ] == ["dam-1", "dam-1-2", "dam-1-2-2", "item-4", "dam-1-3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-02-06T23:00:00-05:00", "2024-02-06"),
        ("20240206T101112Z", "2024-02-06"),
        ("Tue, 06 Feb 2024 10:00:00 GMT", "2024-02-06"),
        ("1707213600", "2024-02-06"),
        ("1707213600000", "2024-02-06"),
        ("February 6, 2024", "2024-02-06"),
        ("2024-13-45", "None"),
        ("", "None"),
        ("soon", "None"),
        ("0000-00-00 00:00:00", "None"),
    ],
)
def test_stamps(text: str, expected: str):
    assert str(parse_stamp(text)) == expected
