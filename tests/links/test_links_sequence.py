"""Two dates of which the words say that the one comes first."""

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.engine import check_text
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.links.times.sequence import find
from pytest_numcheck.numbers.read import read_numbers


def told(text):
    reading = read_numbers(read_text(text))
    words = {m.id: m.text for m in reading}
    return [f"{k.via}: {words[k.roles['first'][0]]} < {words[k.roles['then'][0]]}"
            for k in find(View(reading, default_lexicon()))]


@pytest.mark.parametrize(("text", "expected"), [
    ("Holm joined the band in 1975 and stayed in the line-up until 1982.", "until: 1975 < 1982"),
    ("The show aired on several stations from 1968 until his retirement in 2018.", "until: 1968 < 2018"),
    ("The firm, founded in Bergen in 1907 and taken over by a rival in 1967, makes vans.", "and: 1907 < 1967"),
    ("He joined the rebel league in 2007, but was granted amnesty by the board in 2009.", "and: 2007 < 2009"),
    ("The leak was found in 2015, but it was only revealed to the public in March 2018.", "and: 2015 < March 2018"),
    ("Lund painted him in 1776 after his return from the south in 1774.", "after: 1774 < 1776"),
    ("After his return from the south in 1774, Lund painted the captain in 1776.", "after a, b: 1774 < 1776"),
    ("Bell played for the town in 1991 before leaving for the coast in 1998.", "before: 1991 < 1998"),
    ("Police said on January 9 that they lost sight of Bell and Lund after the two left the port on January 6.",
     "after: January 6 < January 9"),
    ("The paper told in 2004 of the owner, who had bought the hall in 2001.", "had: 2001 < 2004"),
    ("In 2004 the maker owned up to hiding faults in its vans dating back to 1977.", "since: 1977 < 2004"),
    ("The council announced in 2010 that the pier would close in 2012.", "announced: 2010 < 2012"),
    ("She passed the exam in 1976, joining the assembly in 1983.", "going on: 1976 < 1983"),
    ("The plea was not heard on August 11, 2025. It was next listed on August 26, 2025.",
     "then: August 11, 2025 < August 26, 2025"),
    ("On February 2 he left Delhi and on February 14 he left Dubai.", "two days: February 2 < February 14"),
    ("In 1990 the mill burned down. In 1995 the town bought the land.", "opening with dates: 1990 < 1995"),
])
def test_sequence(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize("text", [
    "Bell won in 2010 and came second in 2006.",
    "The museum, opened in 1998, is in a mill that was built in 1870.",
    "Output rose to 40 tonnes in 1986 from 30 tonnes in 1985.",
    "Holm, first elected in 1996, was born in Baltimore in 1951.",
    "The sequel is due out in 2017 and a side story will arrive in 2016.",
    "King Olav, who died in 2005, President Berg, who died in 1999, and others.",
    "Sales in 2016 were the best since those of the boom, and in 1999 they had been worse.",
    "It was to end on December 15, but on December 14 it was extended.",
    "Two women were paid damages in 1995 after their sons, born in 1989, were switched.",
    "Oslo called its envoy home on December 29, with Rome following suit on December 31.",
    "It has had one loan since January 1986 and another since 1985.",
])
def test_what_is_told_out_of_order_or_not_in_order_at_all(text):
    checks = check_text(text).record()["checks"]
    assert not [c for c in checks if c["rule"] == "calendar/sequence" and c["outcome"] == "inconsistent"]


def test_a_list_of_feats_tells_nothing():
    assert told("Bell won in 2010 and came second in 2006.") == []
    assert told("The pier opened in 1998 while the mill closed in 1870.") == []
    assert told("Lund ran in 2003 and Bell in 1999.") == []
