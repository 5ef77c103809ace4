"""Older and newer British print."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("The fare was £3 4s 6d.", "money 3.225 GBP"),
    ("A pint cost 1s 9d in 1962.", "money 1.75 shilling; year 1962"),
    ("He ran three miles and swam 400 yards.", "length 3 mile; length 400 yard"),
    ("The bull weighed 18 hundredweight.", "mass 18 hundredweight"),
    ("The tower is 120ft high.", "length 120 foot"),
    ("It lies 14 miles north of Leeds.", "length 14 mile"),
    ("The farm of 200 acres sold for £1,200 in 1911.", "area 200 acre; money 1200 GBP; year 1911"),
    ("He died aged 83 on 4 March 1951.", "age 83 year; date"),
    ("The match drew 12,000 spectators.", "count 12000 <spectator>"),
    ("He was sentenced to three months' imprisonment with hard labour.", "duration 3 month"),
    ("The train left at 5.40pm and was 12 minutes late.", "clock 1060; duration 12 minute"),
    ("The church raised a little over £5,000.", "money 5000 GBP ~more-than"),
    ("The pension is £141.20 a week.", "rate 141.2 GBP/week"),
    ("Bread is up 3p to 52p a loaf.", "money 3 GBP_penny ^up; money 52 GBP_penny ^to"),
    ("More than two-thirds of MPs voted against.", "ratio 0.6666666667 ~more-than"),
    ("The bill was passed by 312 votes to 276, a majority of 36.", "count 312 <vote>; count 276 <vote>; count 36 <vote>"),
    ("The council tax bill for a band D home is £1,671.", "money 1671 GBP"),
    ("The Prime Minister, 54, spent 40 minutes with the Queen.", "age 54 year; duration 40 minute"),
    ("Some 1.4m people are on the waiting list.", "count 1400000 <person> ~about"),
    ("The crowd was put at between 80,000 and 100,000.", "count 80000..100000"),
    ("Three-quarters of an hour later it was over.", "duration 0.75 hour"),
    ("A quarter of a million people marched.", "count 250000 <person>"),
    ("Half of the 640 staff will go.", "ratio 0.5; count 640 <staff>"),
    ("He had a 10st 4lb jockey.", "mass 10.28571429 stone"),
    ("The road will be shut for a day and a half.", "duration 1.5 day"),
    ("It cost him £100-£150 a month.", "rate 100..150 GBP/month"),
    ("The house is 150 years old.", "age 150 year"),
    ("One in three children is poor.", "ratio 0.3333333333"),
    ("The 19-mile tailback lasted six hours.", "length 19 mile; duration 6 hour"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
