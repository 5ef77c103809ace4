"""Progress on a terminal."""

import io
from collections.abc import Callable

import pytest

from pytest_numcheck import progress
from pytest_numcheck.progress import Progress, told

Run = Callable[..., tuple[int, str, str]]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_what_it_says() -> None:
    assert told(1200, 9000, 4.0) == "1,200 of 9,000 files, 300 a second, 26 s left"
    assert told(1, 9000, 4.0) == "1 of 9,000 files, 15 a minute, 10.0 h left"
    assert told(9000, 9000, 30.0) == "9,000 of 9,000 files, 300 a second"
    assert told(100, 1000, 20.0).endswith("3 min left")
    assert told(0, 10, 0.0) == "0 of 10 files, 0 a minute"


def test_it_speaks_on_a_terminal_and_wipes_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.0)
    stream = Terminal()
    shown = Progress(50, stream)
    shown.wipe()
    assert stream.getvalue() == ""
    shown.step()
    assert stream.getvalue().startswith("\r\x1b[K1 of 50 files, ")
    shown.wipe()
    assert stream.getvalue().endswith("\r\x1b[K")
    before = stream.getvalue()
    shown.wipe()
    assert stream.getvalue() == before


def test_it_is_quiet_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "EVERY", 0.0)
    for total, stream in ((50, io.StringIO()), (3, Terminal())):
        shown = Progress(total, stream)
        shown.step()
        shown.wipe()
        assert stream.getvalue() == ""


def test_a_run_that_is_no_terminal_says_nothing_of_it(run: Run, tmp_path: object) -> None:
    from pathlib import Path
    for i in range(25):
        Path(str(tmp_path), f"{i}.txt").write_text("They lost 5 of the 12 ships.\n", encoding="utf-8")
    code, out, err = run("check", ".")
    assert (code, err) == (0, "")
    assert out.startswith("25 articles: 50 numbers seen")
