"""Numbers whose words put one over the other: made small, ranked, expected, passed on the way."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def compared(text: str) -> list[str]:
    reading = read_numbers(read_text(f"Word.\n\n{text}"), default_lexicon())
    links = find_links(View(reading, default_lexicon())).by_kind["compared"]
    return [f"{reading.by_id[k.roles['more'][0]].text} > {reading.by_id[k.roles['less'][0]].text}" for k in links]


@pytest.mark.parametrize(("text", "expected"), [
    ("Only 74% of adults can read, compared with 95% next door.", ["95% > 74%"]),
    ("Exports reached 5.7% of sales, against a mere 1.4% in May.", ["5.7% > 1.4%"]),
    ("Just 34 homes were let, compared to the 150 homes of last May.", ["150 > 34"]),
    ("Prices rose 15.1% over the year, but by only 2.8% in the second half.", ["15.1% > 2.8%"]),
])
def test_what_is_called_small_is_the_less(text: str, expected: list[str]) -> None:
    assert compared(text) == expected


@pytest.mark.parametrize("text", [
    "Not only 74% of the voters were women, compared with 59% in May: the mayor is too.",
    "Only 30% backed the plan, while 40% did not answer.",
    "Only 74% can read, compared with just 59% next door.",
    "Only 12 ships came in May; the port was built for 40, compared with 30 at Holm.",
])
def test_what_is_not_called_small_beside_the_other(text: str) -> None:
    assert compared(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("The bay has the most seals, with 120, followed by Otter Point (50) and Long Reach (17).", ["120 > 50", "50 > 17"]),
    ("Iowa was the largest taker with 1.2 million acres, followed by Texas with 890,000 acres.",
     ["1.2 million acres > 890,000 acres"]),
    ("The lowest bid was £20, followed by Berg (£35).", ["£35 > £20"]),
])
def test_lists_in_order_of_size(text: str, expected: list[str]) -> None:
    assert compared(text) == expected


@pytest.mark.parametrize("text", [
    "Two people died on Monday, followed by 30 on Friday.",
    "The largest shop is at place 22, followed by a rival at place 59.",
    "The most popular route had 12 trains in May, followed by 30 in June.",
])
def test_lists_in_another_order(text: str) -> None:
    assert compared(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("The results missed Wall Street forecasts. The trust earned 31 cents a share. "
     "The average estimate of four analysts was for 33 cents a share.", ["33 cents a share > 31 cents a share"]),
    ("Revenue was $88.5 million in the period, which topped forecasts. Three analysts expected $85.1 million.",
     ["$88.5 million > $85.1 million"]),
    ("The mill had a loss of 12 cents a share, worse than forecasts. Analysts expected a loss of 10 cents a share.",
     ["12 cents a share > 10 cents a share"]),
    ("Firms added 146,000 jobs in May. The gain was below market expectations of 190,000 jobs.", ["190,000 > 146,000"]),
])
def test_what_came_against_what_was_expected(text: str, expected: list[str]) -> None:
    assert compared(text) == expected


@pytest.mark.parametrize("text", [
    "Revenue was $88.5 million and could beat forecasts. Analysts expect $98.1 million.",
    "The mill had a loss of 12 cents a share, above forecasts. Analysts expected a loss of 10 cents a share.",
    "The tax take was $2,500 million more than expected. The budget was $900 million.",
    "Profit was $3 million, above forecasts, and compares with $4 million in May.",
    "Revenue of $88 million beat forecasts. For the full year, analysts expect $400 million.",
])
def test_what_is_not_set_against_what_was_expected(text: str) -> None:
    assert compared(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Although sales were up from 13 percent in May, they are still down from the March high of 22 percent.",
     ["22 percent > 13 percent"]),
    ("It was down from $46 in May, but still up from the $31 of last year.", ["$46 > $31"]),
    ("It was up from $31 in May and up from $28 in April.", []),
])
def test_what_lies_between_two(text: str, expected: list[str]) -> None:
    assert compared(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("The port grew to a 27 per cent share, surpassing Holm's 26 per cent.", ["27 per cent > 26 per cent"]),
    ("Its $17m profit was dwarfed by the $204m of its rival.", ["$204m > $17m"]),
    ("Growth was 9.5% in 2004, faster than predicted and well above 2003's 9.1%.", ["9.5% > 9.1%"]),
    ("Investment rose 21.3%, some way off the peak of 43% seen in May.", ["43% > 21.3%"]),
    ("Deposits stood at 51.8 billion marks, above the required average of 50.7 billion marks.",
     ["51.8 billion marks > 50.7 billion marks"]),
    ("The toll is $44 million a week. That's less than the $53 million a week that he cited.",
     ["$53 million a week > $44 million a week"]),
    ("Orion 2 beat a field of 23 boats.", []),
    ("The hall is 12 metres above the 40-metre level of the lake.", []),
])
def test_verbs_and_benchmarks(text: str, expected: list[str]) -> None:
    assert compared(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("The deficit hit a record $412bn in the 12 months to June and $377bn in the previous year.", ["$412bn > $377bn"]),
    ("Exports reached an all-time high of 6.9 million tonnes, compared with 6.2 million tonnes in 2003.",
     ["6.9 million tonnes > 6.2 million tonnes"]),
    ("A record 45,000 crossings last year drove the total over 150,000.", []),
    ("The dollar fell to a record low of $1.36, compared with $1.41 a year ago.", []),
])
def test_a_record_is_more_than_what_was_before(text: str, expected: list[str]) -> None:
    assert compared(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("She sold 165 homes, 12 fewer than the 177 of May.", ["177 > 165"]),
    ("Inflation is 3.1%, above the bank's 2% target.", ["3.1% > 2%"]),
    ("Wages grew 2.1%, slower than the 2.8% pace of prices.", ["2.8% > 2.1%"]),
    ("Output was 14.6 million, 1.2 million below its ceiling, with the rival just under 3.0 million.", []),
])
def test_differences_and_what_follows_the_number(text: str, expected: list[str]) -> None:
    assert compared(text) == expected
