"""Spaces, dashes, fractions and digits in unusual characters; leftovers of markup."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("The road is 12 km long and cost £3 million.", "length 12 kilometer; money 3000000 GBP"),
    ("The pitch is 100 m by 60 m.", "length 100 meter; length 60 meter"),
    ("It fell 3½ points to 41⅝.", "count 3.5 <point> ^down; count 41.625 <point> ^to"),
    ("The gap is 10–12 metres.", "length 10..12 meter"),
    ("He paid ５００ yen for １２ eggs.", "money 500 JPY; count 12 <egg>"),
    ("The popu\xadlation is 12,\xad500 people.", "count 12500 <person>"),
    ("Prices rose 5 % to 1 200 euros.", "percent 5 percent ^up; money 1200 EUR ^to"),
    ("The temperature was −15 °C.", "temperature -15 degree_Celsius"),
    ("It weighs 5 kg &amp; costs $20.", "mass 5 kilogram; money 20 USD"),
    ("About 1 million people live there.", "count 1000000 <person> ~about"),
    ("Add ½ cup of water and 1¾ lb of beef.", "volume 0.5 cup; mass 1.75 pound"),
    ("The area is 50 km² and the volume 3 m³.", "area 50 kilometer**2; volume 3 meter**3"),
    ("The “12-year” plan needs ‘$5m’.", "duration 12 year; money 5000000 USD"),
    ("The map is 1:50,000.", ""),
    ("The screen is 27\" wide.", "length 27 inch"),
    ("He is 6'2\" tall.", "length 6.166666667 foot"),
    ("A 5’10” man was seen.", "length 5.833333333 foot"),
    ("The lens is 50mm f/1.8.", "length 50 millimeter"),
    ("About 3/4 of voters and 1/3 of members agreed.", "ratio 0.75 ~about; ratio 0.3333333333"),
    ("It is 5+ years since the vote.", "duration 5 year"),
    ("Up to 200+ firms applied.", "count 200 <firm> ~at-most"),
    ("~300 people came.", "count 300 <person> ~about"),
    ("<b>12</b> people died.", "count 12"),
    ("It cost US $40.", "money 40 USD"),
    ("It cost 5 dollars 20 cents.", "money 5.2 USD"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
