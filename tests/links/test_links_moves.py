"""Changes put together number by number, comparisons and triples."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def told(text: str, kind: str) -> list[str]:
    reading = read_numbers(read_text(f"Word.\n\n{text}"), default_lexicon())
    links = find_links(View(reading, default_lexicon()))
    return [" ".join([f"{k.sign:+d}", *(f"{r}={reading.by_id[i].text}" for r, ids in sorted(k.roles.items()) for i in ids)])
            for k in links.by_kind[kind]]


@pytest.mark.parametrize(("text", "expected"), [
    ("Guests ate 80g a week in 1974, and the amount has since doubled, from 80g to 160g.", "+0 by=doubled new=160g old=80g"),
    ("The club lost members, down 12% to 8,800 from 10,000.", "-1 by=12% new=8,800 old=10,000"),
    ("Revenue was $45 million, up from $40 million.", "+1 new=$45 million old=$40 million"),
    ("The estimate, which stood at 76, has gone up to 86.", "+1 new=86 old=76"),
    ("Net income was up 15% at £2.3bn (2012: £2.0bn).", "+1 by=15% new=£2.3bn old=£2.0bn"),
    ("Profit rose 20% to £6m. That compares with £5m a year earlier.", "+1 by=20% new=£6m old=£5m"),
    ("Rents went from $1,200 to $1,500. The 25% rise hit students.", "+1 by=25% new=$1,500 old=$1,200"),
    ("It drew 60,000 visitors, three times as many as the 20,000 of May.", "+0 by=three times new=60,000 old=20,000"),
    ("The 189 cars were 12 more than the 177 of 2010.", "+1 by=12 new=189 old=177"),
])
def test_changes(text: str, expected: str) -> None:
    assert expected in told(text, "change")


@pytest.mark.parametrize("text", [
    "Sales rose 5% to $4 million while rents fell from $900 to $800.",
    "The jobless rate rose 0.2 points to 9.8%, up from 4.9% in 2007.",
    "The firm swung from a profit of $3 million to a loss of $4 million.",
])
def test_numbers_of_two_changes_are_not_mixed(text: str) -> None:
    assert not [k for k in told(text, "change") if "by=" in k and "old=" in k and "new=" in k]


def test_what_is_compared_and_what_is_a_difference() -> None:
    ransom = "The ransom was $3 million, less than the $5 million first asked."
    assert told(ransom, "compared") == ["-1 less=$3 million more=$5 million"]
    assert told("It raised $110,000. This exceeded its goal of $100,000.", "compared") == ["+1 less=$100,000 more=$110,000"]
    assert told("The tower is 40 metres taller than the 200-metre hall.", "compared") == []
    assert told("The haul was 40 kg, no more than the 60 kg of May.", "compared") == []


def test_three_that_go_together() -> None:
    assert told("He drove 70 miles in 50 minutes. He averaged 84 mph.", "trip") == [
        "+0 distance=70 miles speed=84 mph time=50 minutes"]
    assert told("He drove 70 miles in 50 minutes. The top speed was 120 mph.", "trip") == []
    assert told("It pays £18 each for 64,000 of them, or £1.15m.", "each-of") == ["+0 each=£18 number=64,000 total=£1.15m"]
    assert told("They give 15,000 doses a day. At that rate the 180,000 doses will last 12 days.", "rate-time") == [
        "+0 rate=15,000 doses a day time=12 days total=180,000"]
