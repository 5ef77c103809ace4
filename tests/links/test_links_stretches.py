"""How long something lasted, and the two moments it lasted between."""

import time

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.links.times.stretches import find
from pytest_numcheck.numbers.read import read_numbers


def told(text):
    reading = read_numbers(read_text(text))
    words = {m.id: m.text for m in reading}
    return [" · ".join(words[i] for i in k.ids) for k in find(View(reading, default_lexicon()))]


@pytest.mark.parametrize(("text", "expected"), [
    ("The tug was launched in 1934 and scrapped in 1967 after 33 years at sea.", "1934 · 1967 · 33 years"),
    ("The tug was launched in 1934 and scrapped in 1967 after 23 years at sea.", "1934 · 1967 · 23 years"),
    ("Queen Ida took the throne in 1946. She reigned for 70 years until she died in 2016.", "1946 · 2016 · 70 years"),
    ("From 1987, when she came, to 2003, when she left, she spent 16 years there.", "1987 · 2003 · 16 years"),
    ("It grew by half between 1901 and 1950, or from 1960 to 1980 – in just 20 years.", "1960 · 1980 · 20 years"),
    ("The clan ruled for almost a decade from 2005. It was hated. Its head was ousted in 2015 by the army.",
     "2005 · 2015 · a decade"),
    ("The clan ruled for almost a decade from 1995. It was hated. Its head was ousted in 2015 by the army.",
     "1995 · 2015 · a decade"),
    ("As of 29 November 2018, lamps light up the town. Come to the 53-day-long festival. It is on until 20 January 2019.",
     "29 November 2018 · 20 January 2019 · 53-day"),
    ("The hall closed on 7 May and opened on 25 May; the work lasted 18 days.", "7 May · 25 May · 18 days"),
    ("Power failed at 4 p.m. and came back at 9 p.m. Staff cursed the five-hour outage.", "4 p.m. · 9 p.m. · five-hour"),
    ("He was dug out at 3 am, nine hours after the house fell in at 6 pm.", "6 pm · 3 am · nine hours"),
    ("The curfew, from 8 p.m. to 5 a.m., keeps us in for nine hours each night.", "8 p.m. · 5 a.m. · nine hours each night"),
    ("The vigil will last 24 hours, from 6 p.m. on Friday until 6 p.m. on Saturday.", "6 p.m. · 6 p.m. · 24 hours"),
    ("He ran the mill from 1979 to 1986. Those nine years in charge made it rich.", "1979 · 1986 · nine years"),
    ("The gates open at 7am and close at 10pm. A guard is there for all 15 hours.", "7am · 10pm · 15 hours"),
    ("The comet was seen in 1936 and returned in 2012, a round of 67 years.", "1936 · 2012 · 67 years"),
    ("She first stood in 2001. It took her another 18 years to be elected, in 2019.", "2001 · 2019 · 18 years"),
    ("The ban, imposed in 1938, was lifted in 1976. Thirty-eight years had gone by.", "1938 · 1976 · Thirty-eight years"),
])
def test_what_lasted(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize("text", [
    "He joined the bank in 1962, spent ten years in Rome and retired in 1994.",
    "The envoy has six weeks to reply. Ministers will meet on May 25 and 26.",
    "They were called at 12.21pm and came at once, five minutes later. He was freed at 2.26pm.",
    "He was jailed in 1991 for five years and again in 1999, for three years.",
    "The pit closed in 1962 and opened in 1970. In the ten years before that it had paid.",
    "The trial began on January 8 and is expected to last six weeks. The verdict in another case came on January 12.",
    "Sales in 1986 were up on 1985 after 15 years of growth.",
    "The mill began in 1949 and was in danger in 2003. A stranger took over, ending 70 years of family rule.",
    "The chief was named for a period of one year from October 7, 1987. The board will meet on December 9, 1987.",
    "The shop opens at 9 a.m. and closes at 5 p.m.; on Saturday it is open for four hours.",
    "Much time had gone by since the seven-year revolt in the 1950s. In 2011 the judge spoke of independence in 1963.",
    "The budget, balanced since July 1985 for the first time in 15 years, was passed in 1986.",
])
def test_not_told(text):
    assert told(text) == []


def test_a_hostile_text_is_quick():
    begun = time.process_time()
    told("It began in 1990 and ended in 1995 after 7 years. " * 300)
    told("from 1990 " * 400 + "for 5 years")
    assert time.process_time() - begun < 20
