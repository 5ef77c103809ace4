from datetime import date

import pytest
from calendar_scan import drafts, scan

from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.numbers.dimension import DATE


def spans(text: str, lexicon: Lexicon | None = None) -> dict[str, tuple[str, str] | None]:
    found = {}
    for words, d in drafts(text, "date", lexicon).items():
        days = d.fixed and (date.fromordinal(int(d.fixed.low)).isoformat(), date.fromordinal(int(d.fixed.high)).isoformat())
        found[words] = days
    return found


@pytest.mark.parametrize(("text", "expected"), [
    ("They met on October 28 in Oslo.", {"October 28": None}),
    ("The bridge opened on 28 October 2024 in the rain.", {"28 October 2024": ("2024-10-28", "2024-10-28")}),
    ("It closes on November 24, 2026, at dusk.", {"November 24, 2026": ("2026-11-24", "2026-11-24")}),
    ("The law took effect on Sept. 3, 2019.", {"Sept. 3, 2019": ("2019-09-03", "2019-09-03")}),
    ("On August 1,2005 the ferry sank.", {"August 1,2005": ("2005-08-01", "2005-08-01")}),
    ("Work ends in December 2023.", {"December 2023": ("2023-12-01", "2023-12-31")}),
    ("The fair runs from August 22 to 25.", {"August 22 to 25": None}),
    ("The fair runs May 3-10, 2014.", {"May 3-10, 2014": ("2014-05-03", "2014-05-10")}),
    ("The tour runs from May 3 to May 10, 2014.",
     {"May 3": ("2014-05-03", "2014-05-03"), "May 10, 2014": ("2014-05-10", "2014-05-10")}),
    ("Shops shut from December 27 to January 3, 2020.",
     {"December 27": ("2019-12-27", "2019-12-27"), "January 3, 2020": ("2020-01-03", "2020-01-03")}),
    ("The count ran 30 May – 2 June 2014.", {"30 May – 2 June 2014": ("2014-05-30", "2014-06-02")}),
    ("Sales from January to March 2014 fell.", {"January to March 2014": ("2014-01-01", "2014-03-31")}),
    ("Rain fell on 5 and 7 June 2014.", {"5": ("2014-06-05", "2014-06-05"), "7 June 2014": ("2014-06-07", "2014-06-07")}),
    ("A picnic on the fourth of July.", {"fourth of July": None}),
    ("They came on Monday 04 October 2010 in lorries.", {"04 October 2010": ("2010-10-04", "2010-10-04")}),
    ("Signed on 7 June.", {"7 June": None}),
])
def test_dates_with_a_month(text: str, expected: dict[str, tuple[str, str] | None]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize("text", [
    "In March 30 people were fined.", "It may 3 times a day sound.", "In June 25,000 people marched.",
    "The March of 3 brothers.",
    "Growth in May 3.5 percent above plan.", "She will march 4 miles."])
def test_a_month_beside_a_count_is_no_date(text: str) -> None:
    assert spans(text) == {}


@pytest.mark.parametrize(("text", "possible"), [
    ("It ends on April 31.", False), ("It ends on April 30.", True), ("Born on February 29, 2023.", False),
    ("Born on February 29, 2024.", True), ("Born on February 29.", True), ("Seen on 2014-02-30.", False),
    ("Due 31/14/2014.", False)])
def test_impossible_days(text: str, possible: bool) -> None:
    (found,) = drafts(text, "date").values()
    assert found.moment is not None
    assert found.moment.possible is possible
    assert found.value is None
    assert found.dimension == DATE


@pytest.mark.parametrize(("text", "expected"), [
    ("Filed 2014-05-01.", ("2014-05-01", "2014-05-01")), ("Filed on 28/10/2024.", ("2024-10-28", "2024-10-28")),
    ("Filed on 28.10.2024.", ("2024-10-28", "2024-10-28")), ("Filed on 10/28/2024.", ("2024-10-28", "2024-10-28")),
    ("Filed on 3/4/2020.", ("2020-03-04", "2020-04-03"))])
def test_dates_in_figures(text: str, expected: tuple[str, str]) -> None:
    assert list(spans(text).values()) == [expected]


def test_an_open_order_of_day_and_month_is_a_desk_matter() -> None:
    (found,) = drafts("Filed on 3/4/2020.", "date").values()
    assert found.alternatives == ("month-first", "day-first")
    desk = Lexicon(data={"calendar": {"numeric_order": "day-first"}})
    assert spans("Filed on 3/4/2020.", desk) == {"3/4/2020": ("2020-04-03", "2020-04-03")}


@pytest.mark.parametrize(("text", "expected"), [
    ("Profit in the fourth quarter of 2014 fell.", {"fourth quarter of 2014": ("2014-10-01", "2014-12-31")}),
    ("Q4 2014 was poor.", {"Q4 2014": ("2014-10-01", "2014-12-31")}),
    ("The first half of 2014 was dry.", {"first half of 2014": ("2014-01-01", "2014-06-30")}),
    ("Music of the 1980s is back.", {"1980s": ("1980-01-01", "1989-12-31")}),
    ("Films of the late '90s.", {"'90s": ("1990-01-01", "1999-12-31")}),
    ("Built in the mid-1960s.", {"1960s": ("1960-01-01", "1969-12-31")}),
    ("From the seventies on.", {"seventies": ("1970-01-01", "1979-12-31")}),
    ("A house of the 19th century.", {"19th century": ("1800-01-01", "1900-12-31")}),
    ("In the 18th and 19th centuries.", {"18th": ("1700-01-01", "1800-12-31"), "19th centuries": ("1800-01-01", "1900-12-31")}),
    ("A vase of the fifth century BC.", {"fifth century BC": None}),
    ("Highs in the 60s are forecast.", {}), ("She is in her 60s.", {}), ("The second quarter was dull.", {}),
])
def test_periods(text: str, expected: dict[str, tuple[str, str] | None]) -> None:
    assert spans(text) == expected


def test_long_rows_of_figures_cost_little() -> None:
    assert not scan("1-" * 3000).drafts
    assert not scan("May " * 2000).drafts
