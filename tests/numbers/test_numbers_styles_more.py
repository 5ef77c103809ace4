"""Smaller things that readers of numbers trip over: unusual spaces, rarer currencies, labels, elisions."""

from __future__ import annotations

import pytest
from readings import mentions, told

NBSP, THIN, NARROW, SHY = "\u00a0", "\u2009", "\u202f", "\u00ad"

SPACES = [
    (f"The road is 12{NBSP}km long.", "length 12 kilometer"),
    (f"It cost £3{THIN}million.", "money 3000000 GBP"),
    (f"Some 1{NARROW}200{NARROW}000 people came.", "count 1200000 <person> ~about"),
    (f"The plant burns 1{NBSP}200 tonnes.", "mass 1200 tonne"),
    (f"The popu{SHY}lation is 12,{SHY}500 people.", "count 12500 <person>"),
    ("Of the 12 200 were hurt.", "count 12; count 200 <hurt>"),
]

RARE_MONEY = [
    ("He paid 300 Icelandic kronur.", "ISK"),
    ("The plant cost 90 million Bulgarian leva.", "BGN"),
    ("A loaf costs 12 Moldovan lei.", "MDL"),
    ("Rents rose to 400 Kuwaiti dinars.", "KWD"),
    ("The bank lent 20 billion Rwandan francs.", "RWF"),
    ("They owe 15 million East Caribbean dollars.", "XCD"),
    ("He stole EC$40,000.", "XCD"),
    ("The prize is 70,000 quetzals.", "GTQ"),
    ("It sold for 9,000 Austrian schillings.", "ATS"),
    ("The fund held 2.2 billion escudos.", "PTE"),
    ("The ferry cost 500 million drachmas.", "GRD"),
    ("The fine was 30,000 Burmese kyat.", "MMK"),
    ("Wages are 900 manat.", "AZN"),
    ("The road cost 4 billion CFA francs.", "XAF"),
    ("The firm earned 120 million German marks.", "DEM"),
    ("A bus costs 15 Macau patacas.", "MOP"),
]

PLAIN = [
    ("She scored 85 marks in the exam.", "count 85 <mark>"),
    ("Two punts lay by the bridge.", "count 2 <punt>"),
    ("It was 33 years in jail, 20 of them alone.", "duration 33 year; duration 20 year"),
    ("It took a decade or two to mend.", "duration 1..2 decade"),
    ("They saw three gruelling months of rain.", "duration 3 month"),
    ("He is a 30-odd year veteran.", "duration 30 year"),
    ("Web 2.0 firms and the RSS 1.0 feed grew.", ""),
    ("A 747 carries 400 people.", "count 400 <person>"),
    ("Chapter three has 40 pages.", "count 40 <page>"),
    ("The squad of 23 has two keepers.", "count 23 <squad>; count 2 <keeper>"),
    ("The file holds 3.5 x 10^4 rows.", "count 35000 <row>"),
    ("Gold is up 3.50 dlrs an ounce from 401.", "rate 3.5 USD/ounce ^up; rate 401 USD/ounce ^from"),
    ("The field made 3.1 bcf of gas.", "volume 3100000000 foot**3"),
    ("The man, 6-foot-3, fled.", "length 6.25 foot"),
    ("It is 14.5 mpg better.", "rate 14.5 mile/gallon"),
    ("The dose was 3 mg/kg.", "rate 3 milligram/kilogram"),
    ("The twins are 10 and the cats 5 and 7 years old.", "count 10; age 5 year; age 7 year"),
    ("The car maker 3M sells 4M masks.", "count 4000000 <mask>"),
    ("Life expectancy at birth is 79.4 years.", "age 79.4 year"),
    ("There were 1885 aftershocks.", "count 1885 <aftershock>"),
]


@pytest.mark.parametrize(("text", "expected"), [*SPACES, *PLAIN])
def test_reading(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "code"), RARE_MONEY)
def test_every_currency_that_news_writes(text: str, code: str) -> None:
    assert [(m.unit, m.currency) for m in mentions(text) if m.kind in ("money", "rate")] == [(code, code)]
