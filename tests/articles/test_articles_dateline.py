from datetime import date

import pytest

from pytest_numcheck.articles.dateline import dateline_date, find_date, opening_date, parse_date

DAY = date(2014, 2, 11)


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, February 11, 2014",
        "(Feb 11, 2014 5:51 AM)",
        "11 February 2014",
        "11 Feb. 2014, 17:51",
        "2014-02-11",
        "2014-02-11T17:51:00Z",
        "Published: February 11th, 2014 at 5.51pm GMT",
        "Posted on Tuesday, 11 February, 2014",
        "LONDON, Feb. 11, 2014",
        "Washington, February 11, 2014",
        "By Anna Poole and Jo Lund, Feb 11, 2014",
        "By ANNA POOLE | February 11, 2014 | 5:51 p.m. EST",
        "Last updated 11 February 2014 08:15 UTC; first published Feb 10, 2014",
        "Date: 2014/02/11",
        "11th of February 2014",
        "Reuters, Feb 11, 2014",
    ],
)
def test_datelines(line):
    assert dateline_date(line) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "The council met on February 11, 2014.",
        "On February 11, 2014, bread cost 3 crowns",
        "February 2014",
        "Election of February 11, 2014: results",
        "No date here",
        "February 30, 2014",
        "11/02/2014",
        "Apollo 11 2014",
        "x" * 500 + " February 11, 2014",
    ],
)
def test_no_datelines(line):
    assert dateline_date(line) is None


@pytest.mark.parametrize(
    "text",
    [
        "LONDON, Feb. 11, 2014 (Reuters) - Shares fell 3 percent.",
        "BEIJING, Feb 11, 2014 (Xinhua) -- Output rose.",
        "NEW YORK CITY, N.Y., February 11, 2014 — A court said.",
        "11 February 2014 – Output rose.",
        "(Feb 11, 2014 5:51 AM) Output rose.",
        "Geneva, 11 February 2014 – Output rose.",
        "Tuesday, February 11, 2014 The town of Lund has a new mayor.",
    ],
)
def test_dates_that_open_a_story(text):
    assert opening_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "On February 11, 2014 - a cold day - he left.",
        "Since February 11, 2014, the town has had no mayor.",
        "LONDON, Sept 3 (Reuters) - Shares fell.",
        "February 11, 2014 was a cold day.",
        "Anna Poole was born on February 11, 2014 - or so she said.",
        "WASHINGTON (AP) — On Feb. 11, 2014 - a Tuesday - it rained.",
    ],
)
def test_dates_in_a_sentence_are_none(text):
    assert opening_date(text) is None


def test_parse_date():
    assert parse_date("2014-08-18 10:00:17 -0400") == date(2014, 8, 18)
    assert parse_date("25/12/2014") == parse_date("12/25/2014") == date(2014, 12, 25)
    assert parse_date("5.5.2014") == date(2014, 5, 5)
    assert parse_date("04/11/2014") is None
    assert parse_date("2014") is None
    assert parse_date("soon") is None
    assert parse_date("2014-13-40") is None


def test_find_date_takes_the_first():
    assert find_date(["By Anna Poole", "Feb 11, 2014", "March 1, 2015"]) == DAY
    assert find_date(["No date.", "It was on May 5, 2015."]) is None
