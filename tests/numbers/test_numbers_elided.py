"""Units left out at the second number."""

from __future__ import annotations

import pytest
from readings import told

SAME_SENTENCE = [
    ("The surplus rose to 6.2 billion dlrs from 4.1 billion a year ago and from 5.8 billion in May.",
     "money 6200000000 USD ^to; money 4100000000 USD ^from; money 5800000000 USD ^from"),
    ("The deficit was 310 mln dlrs against 275 mln in June and 402 mln a year earlier.",
     "money 310000000 USD; money 275000000 USD; money 402000000 USD"),
    ("Exports fell 6 pct to 2.3 mln tonnes from 2.4 mln.",
     "percent 6 percent ^down; mass 2300000 tonne ^to; mass 2400000 tonne ^from"),
    ("Demand averaged 4.30 mln bpd, down 3.1 pct from 4.44 mln last year.",
     "rate 4300000 oil_barrel/day; percent 3.1 percent ^down; rate 4440000 oil_barrel/day ^from"),
    ("Ministers offered 12 billion of the 31 billion schillings.", "money 1.2e+10 ATS; money 3.1e+10 ATS"),
    ("Output was 505,000 tonnes (498,000) in the year.", "mass 505000 tonne; mass 498000 tonne"),
    ("Profit was 41 mln pounds (1986: 38 mln) on turnover of 512 mln.",
     "money 41000000 GBP; year 1986; money 38000000 GBP; money 512000000 GBP"),
    ("Winds blew at 15-20 knots, gusting to 35.", "speed 15..20 knot; speed 35 knot"),
    ("It had 4.2 inches of snow, breaking the record of 3.9 set in 1951.", "length 4.2 inch; length 3.9 inch; year 1951"),
    ("Prices rose 2.4 pct in March, against 1.9 in February.", "percent 2.4 percent ^up; percent 1.9 percent"),
]
FROM_THE_SENTENCE_BEFORE = [
    ("Sales rose to 9.1 billion dlrs. Imports fell to 3.6 billion from 3.8 billion.",
     "money 9100000000 USD ^to; money 3600000000 USD ^to; money 3800000000 USD ^from"),
]
THINGS_OF_THEIR_OWN = [
    ("The firm made $3 billion and has 2.5 million customers.", "money 3000000000 USD; count 2500000 <customer>"),
    ("The plan costs $3 billion and the number of jobless rose to 2.5 million.", "money 3000000000 USD; count 2500000 ^to"),
    ("The number of homes worth over $1m rose by 5,000 to 22,000.",
     "money 1000000 USD ~more-than; count 5000 <home> ^up; count 22000 <home> ^to"),
    ("It rose 5 pct to 112.5 on Friday.", "percent 5 percent ^up; count 112.5 ^to"),
    ("Shares fell 5 cents after a high of 4.12.", "money 5 USD_cent ^down; count 4.12"),
    ("They paid $40 for two.", "money 40 USD; count 2"),
]


@pytest.mark.parametrize(("text", "expected"), [*SAME_SENTENCE, *FROM_THE_SENTENCE_BEFORE, *THINGS_OF_THEIR_OWN])
def test_reading(text: str, expected: str) -> None:
    assert told(text) == expected


def test_an_article_starts_afresh() -> None:
    assert told("Sales rose to 9.1 billion dlrs.") != told("Imports fell to 3.6 billion.") == "count 3600000000 <import> ^to"
