import math

import pytest

from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.numbers.amounts import quantulum
from pytest_numcheck.numbers.amounts.units import UnknownUnit, loose_unit_info, unit_info
from pytest_numcheck.numbers.dimension import LENGTH, MONEY, NUMBER, SPEED, TIME, VOLUME, Dimension


@pytest.mark.parametrize(
    ("name", "kind", "dimension", "scale"),
    [
        ("kilometer", "length", LENGTH, 1000),
        ("mile", "length", LENGTH, 1609.344),
        ("kilometer/hour", "speed", SPEED, 1 / 3.6),
        ("kilometer**2", "area", LENGTH * LENGTH, 1e6),
        ("year", "duration", TIME, 31557600),
        ("decade", "duration", TIME, 315576000),
        ("percent", "percent", NUMBER, 0.01),
        ("percentage_point", "percent-point", NUMBER, 0.01),
        ("USD", "money", MONEY, 1),
        ("GBP_penny", "money", MONEY, 0.01),
        ("USD/oil_barrel", "rate", MONEY / VOLUME, 6.28981),
        ("megabyte", "data", Dimension.of(data=1), 8e6),
        ("degree", "angle", Dimension.of(angle=1), math.pi / 180),
        ("kilowatt_hour", "energy", Dimension.of(mass=1, length=2, time=-2), 3.6e6),
        ("pound", "mass", Dimension.of(mass=1), 0.45359237),
        ("hectopascal", "pressure", Dimension.of(mass=1, length=-1, time=-2), 100),
    ],
)
def test_what_a_unit_measures(name, kind, dimension, scale):
    info = unit_info(name)
    assert (info.kind, info.dimension) == (kind, dimension)
    assert info.scale == pytest.approx(scale, rel=1e-5)


def test_temperatures_have_a_shift_and_differences_none():
    f, delta = unit_info("degree_Fahrenheit"), unit_info("delta_degree_Fahrenheit")
    assert 212 * f.scale + f.shift == pytest.approx(373.15)
    assert delta.shift == 0
    assert f.dimension != delta.dimension


def test_unknown_units():
    with pytest.raises(UnknownUnit, match=r"kilometr.*did you mean 'kilometer'"):
        unit_info("kilometr")
    assert loose_unit_info("soldier/day").dimension == Dimension.of(time=-1)
    assert loose_unit_info("death/100000").scale == pytest.approx(1e-5)


def test_currency_of_a_rate():
    assert unit_info("EUR/month").currency == "EUR"
    assert loose_unit_info("belgian_franc").dimension == MONEY


def test_every_listed_unit_is_known():
    for name in default_lexicon().table("units")["units"]:
        assert loose_unit_info(name).dimension != NUMBER or name in ("ppm", "ppb", "decibel", "byte"), name


@pytest.mark.parametrize(
    ("words", "prefix", "unit"),
    [
        ("km/h", "", "kilometer/hour"),
        ("square miles", "", "mile**2"),
        ("miles per gallon", "", "mile/gallon"),
        ("mg/km", "", "milligram/kilometer"),
        ("", "US$", "USD"),
        ("", "£", "GBP"),
        ("yen", "", "JPY"),
        ("percent", "", "percent"),
        ("nonsense words", "", None),
    ],
)
def test_quantulum_names_units(words, prefix, unit):
    assert quantulum.unit_of(words, prefix) == unit


def test_quantulum_never_sees_figures_or_long_text():
    before = quantulum.known_windows()
    assert quantulum.unit_of("2 3^999") is None
    assert quantulum.unit_of("x" * 500) is None
    assert quantulum.known_windows() == before


def test_quantulum_is_asked_once(monkeypatch):
    quantulum.unit_of("gigawatts")
    monkeypatch.setattr(quantulum, "ask", lambda window: pytest.fail(window))
    assert quantulum.unit_of("gigawatts") == "gigawatt"


def test_a_reading_without_quantulum_falls_back_on_the_table(monkeypatch):
    from pytest_numcheck.numbers.amounts import unitwords

    unitwords._checked.cache_clear()
    monkeypatch.setattr(quantulum, "unit_of", lambda words, prefix="": None)
    assert unitwords._checked("km", "kilometer") == "kilometer"
    unitwords._checked.cache_clear()


def test_preload():
    quantulum.preload({"7 zorkmids": "", "y" * 99: "USD"})
    assert quantulum.unit_of("zorkmids") is None
    assert "y" * 99 not in quantulum.known_windows()
