"""What looks like an amount and is a name, and amounts that were misread once."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("Sales are forecast to hit 4m by 2020.", "count 4000000 ^to; year 2020"),
    (
        "The park grew to 6.05 hectares (14.9 acres), up from 2.48.",
        "area 6.05 hectare ^to; area 14.9 acre; area 2.48 hectare ^from",
    ),
    ("The board is one and two thirds metres long.", "length 1.666666667 meter"),
    ("The fare doubled from 40 cents to 80 cents.", "multiplier 2; money 40 USD_cent ^from; money 80 USD_cent ^to"),
    ("The rate is six per 100,000, and premature deaths are rising.", "rate 6 1/100000"),
    ("Life expectancy of 81 is the highest in Europe.", "age 81 year"),
    ("Smith (44) said he saw it.", "age 44 year"),
    ("Asteroid 2008 QH24 will pass on Monday.", ""),
    ("The 007 movie opened in 40 cinemas.", "count 40 <cinema>"),
    ("A 27\" television costs $300.", "length 27 inch; money 300 USD"),
    ("The drivers made a one-two finish.", ""),
    ("17 U.S. Code § 230 applies.", ""),
    (
        "The magnitude of the earthquake was 6.6 and 1,885 aftershocks had occurred.",
        "measure 6.6 magnitude; count 1885 <aftershock>",
    ),
    ("About 37 billion U.S. gallons leaked.", "volume 3.7e+10 gallon ~about"),
    (
        "32 Norwegian, 16 Finnish and three Latvian soldiers were hurt.",
        "count 32 <soldier>; count 16 <soldier>; count 3 <soldier>",
    ),
    ("He was jailed for fourteen years, serving eight.", "duration 14 year; duration 8 year"),
    ("It took 16 unforgettable years.", "duration 16 year"),
    ("Average speeds are about 10.5mbps.", "rate 10.5 megabit/second ~about"),
    ("The firm has a staff of 600 in a 27-storey tower.", "count 600 <staff>; count 27 <storey>"),
    ("One asked how it happened.", ""),
    ("Phase two will affect 200 people.", "count 200 <person>"),
    ("The child is in grade five or six.", ""),
    ("It took an hour or two to reach them.", "duration 1..2 hour"),
    ("Budgets were slashed by a third.", "ratio 0.3333333333 ^down"),
    ("They found element 119.", ""),
    ("Ages ranged from 18 to at least 62.", "age 18 year; age 62 year ~at-least"),
    ("They walked thousands of miles with two rats.", "vague mile; count 2 <rat>"),
    ("BMW offers one for about $3,000.", "money 3000 USD ~about"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
