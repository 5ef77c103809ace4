"""How far two moments are apart, and what lengths that can be."""

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.links.times.gaps import DAY, fits, gaps, near_slip, near_value, turned
from pytest_numcheck.numbers.read import read_numbers


def three(text):
    found = read_numbers(read_text(text)).mentions
    length = next(m for m in found if m.kind == "duration")
    a, b = (m for m in found if m.moment)
    return a, b, length


def agrees(text):
    a, b, length = three(text)
    return any(fits(length, g) for g in gaps(a, b))


@pytest.mark.parametrize(("text", "expected"), [
    ("From 1990 to 2000, ten years.", True),
    ("From 1990 to 2000, eleven years.", True),
    ("From 1990 to 2000, thirteen years.", False),
    ("From May 3 to May 10, seven days.", True),
    ("From May 3 to May 10, eight days.", True),
    ("From May 3 to May 10, three weeks.", False),
    ("From December 28 to January 4, one week.", True),
    ("From 9 p.m. to 1 a.m., four hours.", True),
    ("From 9 p.m. to 1 a.m., six hours.", False),
    ("From about 4 p.m. to 2 a.m., ten hours.", True),
    ("From May 1990 to July 1991, 14 months.", True),
])
def test_fits(text, expected):
    assert agrees(text) is expected


@pytest.mark.parametrize(("text", "expected"), [
    ("From 1962 to 1994, 23 years.", True),
    ("From 1962 to 1994, 42 years.", True),
    ("From 1962 to 1994, ten years.", False),
    ("From May 3 to May 17, two months.", True),
    ("From 9 a.m. to 5 p.m., nine hours.", True),
    ("From 9 a.m. to 5 p.m., four hours.", False),
])
def test_near_slip(text, expected):
    a, b, length = three(text)
    assert any(near_slip(length, g) for g in gaps(a, b)) is expected


def test_turned_digits():
    a, b, length = three("From March 1 to March 13, 30 days.")
    assert any(fits(length, g) for g in turned(a, b, gaps(a, b)))
    a, b, length = three("From 1956 to 1967, two years.")
    assert any(fits(length, g) for g in turned(a, b, gaps(a, b)))


def test_yearless_gaps_take_no_date_of_publication():
    a, b, _ = three("From May 3 to May 10, a week or seven days.".replace("a week or ", ""))
    assert (7 * DAY, 8 * DAY) in gaps(a, b)


def test_numbers_of_years():
    assert near_value(73, 37)
    assert near_value(225, 252)
    assert not near_value(20, 43)
