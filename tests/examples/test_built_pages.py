"""Pages and pictures that scripts make are what they would make now. The rules' pages, which take longer, are .ci/run's."""

from __future__ import annotations

import build_language
import build_options
import build_pictures
import build_screenshots
import pytest
from blocks import told
from build_rules import told as measured
from terminal import drawn, words


@pytest.mark.parametrize("script", [build_language, build_options, build_pictures], ids=lambda m: m.__name__)
def test_a_page_is_current(script, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["build", "--check"])
    assert script.main() == 0, capsys.readouterr().out


def test_the_screenshots_show_what_the_checker_says() -> None:
    assert [p.name for p in build_screenshots.stale()] == [], "run python docs/build_screenshots.py"


def test_a_stamp_is_found_again_and_depends_on_words_only() -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 60
    one, other = (build_screenshots.digest(t) for t in ("<p>5  miles</p><style>p{}</style>", "<b>5 miles</b>"))
    assert one == other != build_screenshots.digest("<p>6 miles</p>")
    assert build_screenshots.stamp(build_screenshots.stamped(png, one)) == one
    assert build_screenshots.stamp(png) == b""


def test_a_screen_keeps_its_words_and_wraps() -> None:
    svg = drawn("\x1b[31mred\x1b[0m and <plain>\n" + "x" * 30, "numcheck", 20)
    assert words(svg) == "$ numcheck red and <plain> " + "x" * 20 + " " + "x" * 10
    assert 'fill="#ff8f86">red<' in svg
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")


def test_shown_lines_must_be_printed_in_order() -> None:
    assert told("a\nb", "x\na\n\n b \n")
    assert told("a\n…\nc", "a\nb\nc")
    assert told("FAILED a …", "FAILED a - b")
    assert not told("a\nc", "a\nb\nc")
    assert not told("b\na", "a\nb")


def test_what_was_measured_is_told_in_a_sentence() -> None:
    assert "found nothing to check" in measured(None)
    assert measured(["3", "2", "0", "1", "0", "0", "33%"]).endswith("made 3 checks: 2 agreed, 1 with a warning.")
