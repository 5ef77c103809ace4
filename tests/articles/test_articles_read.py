import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from pytest_numcheck.articles.read import SUFFIXES, UnreadableArticle, read_file, read_text


def test_read_file(tmp_path: Path):
    path = tmp_path / "a.txt"
    data = "\ufeffBread at “3” crowns\r\n\r\nIt rose.\r\n".encode()
    path.write_bytes(data)
    article = read_file(path)
    assert article.path == path.as_posix()
    assert article.source == "Bread at “3” crowns\r\n\r\nIt rose.\r\n"
    assert article.text == 'Bread at "3" crowns\n\nIt rose.'
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.line_column(article.text.index("rose")) == (3, 4)
    assert read_file(path, name="desk/a.txt").path == "desk/a.txt"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_or_device_is_refused_at_once(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path / "pipe.txt", Path("/dev/zero")):
        with pytest.raises(UnreadableArticle, match="this is a pipe or a device, not a file"):
            read_file(path)


def test_suffix_decides_the_format(tmp_path: Path):
    assert SUFFIXES[:7] == (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
    for name, shown in (("a.md", "Bread"), ("a.MD", "Bread"), ("a.txt", "**Bread**"), ("a.story", "**Bread**")):
        path = tmp_path / name
        path.write_text("**Bread**", encoding="utf-8")
        assert read_file(path).text == shown


def test_what_cannot_be_read(tmp_path: Path):
    with pytest.raises(UnreadableArticle, match=r"^gone\.txt: no such file or directory$"):
        read_file(tmp_path / "gone.txt", name="gone.txt")
    with pytest.raises(UnreadableArticle, match=r"^x: is a directory$"):
        read_file(tmp_path, name="x")
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\ntwo \0 three")
    with pytest.raises(UnreadableArticle, match=r"^a\.txt:2:1: the file holds NUL bytes"):
        read_file(path, name="a.txt")
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(UnreadableArticle, match=r"^a\.txt: this is a PDF file, not text$"):
        read_file(path, name="a.txt")
    with pytest.raises(UnreadableArticle, match=r"^<text>:1:1: the text holds NUL"):
        read_text("a\0b")
    with pytest.raises(UnreadableArticle, match="larger than 8 MB"):
        read_text("a" * 8_000_001)
    assert issubclass(UnreadableArticle, ValueError)


def test_lone_surrogates_are_replaced_one_for_one():
    article = read_text("Bread \udcff 3")
    assert article.source == "Bread \ufffd 3"
    assert article.text.index("3") == 8


def test_published():
    told = date(2000, 1, 1)
    assert read_text("Head\n\nFriday, January 4, 2019\n\nText.", published=told).published == date(2019, 1, 4)
    assert read_text("Head\n\nLONDON, Jan. 4, 2019 (Reuters) - Text.", published=told).published == date(2019, 1, 4)
    assert read_text("Head\n\nIt was on January 4, 2019.", published=told).published == told
    assert read_text("Head\n\nText.").published is None
    late = "Head\n\n" + "Text here.\n\n" * 5 + "January 4, 2019\n"
    assert read_text(late).published is None


def test_ids_and_lookups():
    article = read_text("Head\n\nOne here. Two here.\n\nThree.")
    assert [s.index for s in article.sentences] == [0, 1, 2, 3]
    assert [s.paragraph for s in article.sentences] == [0, 1, 1, 2]
    assert article.headline is article.paragraphs[0]
    assert article.sentence_at(article.text.index("Two")).index == 2
    assert article.sentence_at(article.text.index("Two") - 1).index == 1
    assert article.line_column_of_source(0) == (1, 1)
    for paragraph in article.paragraphs:
        assert paragraph.sentences[0].start == paragraph.start
        assert paragraph.sentences[-1].end == paragraph.end


def test_the_same_text_reads_the_same():
    text = "Head\n\nOne “here”. Two here.\n\n- a\n- b\n"
    assert read_text(text) == read_text(text)
