"""The answers that come with the package are those of the libraries in use."""

from __future__ import annotations

import sys
from subprocess import run

import pytest

from pytest_numcheck.numbers import known
from pytest_numcheck.numbers.amounts import quantulum, units

SOME = ("mile", "kilometers", "acre", "kilowatt_hour", "ton", "stone", "byte", "pascal", "knot", "oil_barrel", "year")


@pytest.fixture
def here() -> None:
    if not known._units():
        pytest.skip("made for another version of pint")


@pytest.mark.usefixtures("here")
def test_a_unit_is_what_pint_says_it_is():
    for name in SOME:
        assert known.pint_unit(name) == units.ask_pint(name), name


@pytest.mark.usefixtures("here")
def test_what_pint_cannot_know_is_told_without_asking():
    for name in ("soldier", "death", "zorkmid", "voter"):
        assert known.pint_unit(name) is None
        assert units.ask_pint(name) is None


@pytest.mark.usefixtures("here")
def test_what_pint_may_know_is_asked():
    assert known.pint_unit("petafortnights") is False


def test_windows_hold_what_quantulum3_answers():
    windows = known.windows()
    if not windows:
        pytest.skip("made for another version of quantulum3")
    for words in ("miles", "km/h", "dollars", "barrels", "euros", "miles per hour", "square miles", "liters per day"):
        window = f"7 {words}"
        if window in windows:
            assert windows[window] == (quantulum.ask(window) or ""), window


def test_another_version_is_asked_itself(monkeypatch):
    monkeypatch.setattr(known, "version", lambda name: "0.0")
    known._units.cache_clear()
    try:
        assert known.pint_unit("mile") is False
        assert known.windows() == {}
    finally:
        known._units.cache_clear()


def test_a_plain_article_loads_neither_library():
    code = ("import sys; from pytest_numcheck import check_text; "
            "check_text('The road is 5 miles (8 km) long and cost $3 million, or 40 cents per voter.'); "
            "sys.exit('pint' in sys.modules or 'quantulum3' in sys.modules)")
    if known._units() and known.windows():
        assert run([sys.executable, "-c", code], check=False).returncode == 0
