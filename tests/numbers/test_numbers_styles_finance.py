"""Finance pages: basis points, multiples, quarters, indices."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("The Federal Reserve raised rates by 25 bps to 5.25%.", "percent-point 25 basis_point ^up; percent 5.25 percent ^to"),
    ("Spreads widened 12bp to 143bp.", "percent-point 12 basis_point ^up; percent-point 143 basis_point ^to"),
    ("A 3.5-point rise in the Dow left it at 13,012.", "count 3.5 <point> ^up; count 13012 <point>"),
    ("The company posted EPS of $1.02, beating estimates by 4 cents.", "money 1.02 USD; money 4 USD_cent"),
    ("Revenue for Q3 2014 was S$1.2 billion, up 8 per cent year on year.", "date; money 1200000000 SGD; percent 8 percent ^up"),
    ("The shares trade at 14.5x forward earnings.", "multiplier 14.5"),
    ("Net debt stands at 1.2x EBITDA.", "multiplier 1.2"),
    ("Turnover in FY15 rose to Rs 4,500 crore.", "money 4.5e+10 INR ^to"),
    (
        "Brent crude fell $1.45, or 2.1%, to $67.20 a barrel.",
        "money 1.45 USD ^down; percent 2.1 percent ^down; rate 67.2 USD/oil_barrel ^to",
    ),
    ("The FTSE 100 closed 45.3 points lower at 7,210.", "count 45.3 <point> ^down; count 7210 <point>"),
    ("The Nasdaq Composite dropped 1.3 percent to 9,812.44.", "percent 1.3 percent ^down; count 9812.44 ^to"),
    ("Bitcoin slid below $20,000 for the first time since 2020.", "money 20000 USD ~less-than ^down; ordinal 1; year 2020"),
    ("The yen traded at 109.80 per dollar.", "rate 109.8 1/dollar"),
    ("Sterling bought $1.2850 and €1.1420.", "money 1.285 USD; money 1.142 EUR"),
    ("Pre-tax profits slumped from £120m to just £45m.", "money 120000000 GBP ^from; money 45000000 GBP ^to"),
    ("The firm, valued at $1.3bn, raised $75m in a Series C round.", "money 1300000000 USD; money 75000000 USD"),
    ("It has a market cap of A$4.6bn.", "money 4600000000 AUD"),
    ("Banks wrote off HK$3.5bn of loans.", "money 3500000000 HKD"),
    ("The C$2.5-million contract runs to 2027.", "money 2500000 CAD; year 2027"),
    ("A dividend of 4.5p a share will be paid on 12 June.", "rate 4.5 GBP_penny/share; date"),
    ("Each unit costs 99 cents; a pack of six is $4.50.", "money 99 USD_cent; count 6; money 4.5 USD"),
    ("Interest rates are at 0.1 per cent, the lowest in the bank's 325-year history.", "percent 0.1 percent; duration 325 year"),
    (
        "GDP grew 0.4% in the three months to June, after a 0.2% fall in the first quarter.",
        "percent 0.4 percent ^up; duration 3 month; percent 0.2 percent ^down; ordinal 1",
    ),
    ("Inflation eased to 2.3% in May from 2.6% in April.", "percent 2.3 percent ^to; percent 2.6 percent ^from"),
    ("The deficit was 3.1% of GDP, or about €78 billion.", "percent 3.1 percent; money 7.8e+10 EUR ~about"),
    ("House prices rose by an average of £5,200 to £214,000.", "money 5200 GBP ^up; money 214000 GBP ^to"),
    ("The fund returned 7.5% a year over a decade.", "rate 7.5 percent/year; duration 10 year"),
    ("Unemployment fell by 12,000 to 1.42 million.", "count 12000 ^down; count 1420000 ^to"),
    ("The pay ratio is 150:1.", "ratio 150"),
    (
        "Sales nearly doubled to $84 million from $43 million.",
        "multiplier 2 ~nearly; money 84000000 USD ^to; money 43000000 USD ^from",
    ),
    ("The bank set aside a further £1.4bn to cover PPI claims.", "money 1400000000 GBP"),
    ("Margins improved 30 basis points to 18.2%.", "percent-point 30 basis_point ^up; percent 18.2 percent ^to"),
    ("Tesco's like-for-like sales were up 2.1 per cent.", "percent 2.1 percent ^up"),
    (
        "The tax rate would rise by two percentage points, from 19% to 21%.",
        "percent-point 2 percentage_point ^up; percent 19 percent ^from; percent 21 percent ^to",
    ),
    ("The index has lost a fifth of its value this year.", "ratio 0.2 ^down"),
    ("The minimum wage will go up 44p to £8.36 an hour.", "money 44 GBP_penny ^up; rate 8.36 GBP/hour ^to"),
    ("Household debt equals 170% of income.", "percent 170 percent"),
    ("The contract is worth between $3.5 million and $4 million.", "money 3500000..4000000 USD"),
    ("They paid $12-a-barrel less than the market price.", "rate 12 USD/oil_barrel"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
