"""Agency copy of other decades: fractions, spelled days, old money, prices that move."""

from __future__ import annotations

import pytest
from readings import mentions, told

CASES = [
    # changes
    ("Income fell by 2.5 mln dlrs to a 1986 loss of 1.7 mln dlrs from prior year earnings of 0.8 mln dlrs.",
     "money 2500000 USD ^down; year 1986; money 1700000 USD ^to; money 800000 USD ^from"),
    ("The provision was eight mln dlrs compared to 11 mln a year ago.", "money 8000000 USD; money 11000000 USD"),
    ("Spending fell to an annual rate of 179 billion dlrs.", "money 1.79e+11 USD ^to"),
    ("It closed eight cents down at 4.67 dlrs.", "money 8 USD_cent ^down; money 4.67 USD ^down"),
    ("Canfor firmed 12 cents to 35 dlrs.", "money 12 USD_cent ^up; money 35 USD ^to"),
    ("The index advanced 14 points to 902.", "count 14 <point> ^up; count 902 <point> ^to"),
    # fractions of a price
    ("The stock was at 76-1/8, up 5/8.", "count 76.125; count 0.625 ^up"),
    ("He ate up 3/4 of it.", "ratio 0.75"),
    ("Wheat ended at $5.92 1/2 a bushel.", "rate 5.925 USD/bushel"),
    # the way that a word says, and the ends of a change
    ("The index fell, as the result of the rising dollar, by 8.2 pct.", "percent 8.2 percent ^down"),
    ("The rate was up to 80.8 pct last month from 80.4 pct.", "percent 80.8 percent ^to; percent 80.4 percent ^from"),
    ("The premium rose to 50 stg from 25 to 30 stg.", "money 50 GBP ^to; money 25..30 GBP ^from"),
    ("Yesterday it was off 1/4.", "count 0.25 ^down"),
    ("National Distillers rose 3-1/8 to 63-3/4.", "count 3.125 ^up; count 63.75 ^to"),
    ("June 90 day bills rose to 85.2.", "duration 90 day; count 85.2 <bill> ^to"),
    # days and points of time
    ("The year started on April one and the talks on March nine.", "date; date"),
    ("Assets were 53 mln dlrs at December 31 and 79 mln dlrs at March 31.", "money 53000000 USD; date; money 79000000 USD; date"),
    ("At one point he was ready to concede.", ""),
    ("It provided 26 pct in the last quarter of 1986, Central Bureau figures show.", "percent 26 percent; year 1986"),
    # lists
    ("They forecast 24, 25 and 26 million tons.", "mass 24000000 ton; mass 25000000 ton; mass 26000000 ton"),
    ("Rates for three, six and 12 months rose.", "duration 3 month; duration 6 month; duration 12 month"),
    ("It was three or four times the usual crowd.", "multiplier 3; multiplier 4"),
    # money
    ("It sold 28 mln U.S. Dlr notes and paid 1.6 mln intis.", "money 28000000 USD; money 1600000 PEI"),
    ("Profit came to 27c a share.", "rate 27 USD_cent/share"),
    ("It was 27c in the shade.", ""),
    ("The rupee ended 14 paise higher.", "money 14 INR_paisa ^up"),
    ("Wages rose by 7s. 6d. a week to £8 5s.", "rate 7.5 shilling/week ^up; money 8.25 GBP ^to"),
    ("The suit asks for the one mln dlrs in damages.", "money 1000000 USD"),
    # names, addresses, codes
    ("It set a two-for-one and a 1-for-10 split.", ""),
    ("All new cars of the 1990 model year sell; the 300 series does not.", "year 1990"),
    ("Contracts traded rose to 561,830 in May.", "count 561830 <contract> ^to"),
    ("The 747-300s were seen in the 1200 block of Elm Street.", ""),
    ("Mr Hall, of 14 Chapel-street, drove a '98 Toyota.", ""),
    ("He was 14-of-22 with 80386-based tools.", "ratio 0.6363636364"),
    # shares
    ("The school had a pass percentage of 69 in May.", "percent 69 percent"),
    ("They gave a percentage of 10 people.", "count 10 <person>"),
    ("Fares were cut by as much as 0.45 of a percentage point.", "percent-point 0.45 percentage_point ~at-most ^down"),
    # what dealers bid and ask, what a price moved by
    ("The dollar opened at 145.10/20 yen.", ""),
    ("Cotton settled at 84.27 cents, down 1.32, on Friday.", "money 84.27 USD_cent; money 1.32 USD_cent ^down"),
    ("Reserves rose by 484 mln to 56.89 billion guilders.", "money 484000000 NLG ^up; money 5.689e+10 NLG ^to"),
    ("Exports were 22.5 billion dlrs and imports 14.5 billion.", "money 2.25e+10 USD; money 1.45e+10 USD"),
    ("The scheme cost 60 billion pesos. About 27 billion is long-term.", "money 6e+10 peso; money 2.7e+10 peso ~about"),
    ("It rose to 6.6 billion marks from a slightly downwards revised 4.8 billion.",
     "money 6600000000 DEM ^to; money 4800000000 DEM ^from"),
    ("It has a 50-pct stake and a 200-mln-dlr note.", "percent 50 percent; money 200000000 USD"),
    ("The firm will issue 30 mln dlrs of bonds at OPEC's 18 dlr target.", "money 30000000 USD; money 18 USD"),
    ("The fleet of 120 includes 85 vans.", "count 120; count 85 <van>"),
    ("Turnover was 84 mln stg, made up of 51 mln at home and 33 mln abroad.",
     "money 84000000 GBP; money 51000000 GBP; money 33000000 GBP"),
    ("FIND MAY HOLD 300 MLN BBLS", "volume 300000000 oil_barrel"),
    # measures
    ("She was 0.7 of a second outside the record.", "duration 0.7 second"),
    ("Root fell when the side were 112 for four at stumps.", "score 112..4"),
    ("The water level peaked at just under 35m on Sunday.", "length 35 meter ~less-than"),
    ("The plan will be spent over four years.", "duration 4 year"),
    ("About five mln broilers a year went there.", "rate 5000000 broiler/year ~about"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reading(text: str, expected: str) -> None:
    assert told(text) == expected


def test_the_last_place_of_a_fraction_is_its_denominator() -> None:
    assert [m.step for m in mentions("The stock rose 7/8 to 24-3/4.")] == [0.125, 0.25]
