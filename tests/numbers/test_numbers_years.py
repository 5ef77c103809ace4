import pytest
from calendar_scan import drafts, scan


def years(text: str) -> dict[str, tuple[float | None, float | None]]:
    return {words: (d.value, d.value2) for words, d in drafts(text, "year").items()}


@pytest.mark.parametrize(("text", "expected"), [
    ("It began in 2014.", {"2014": (2014, None)}),
    ("The 2008 attacks shook the city.", {"2008": (2008, None)}),
    ("A 2018 film about bees.", {"2018": (2018, None)}),
    ("Seas may rise by 2100.", {"2100": (2100, None)}),
    ("From 1967 to 1995 he was a member.", {"1967": (1967, None), "1995": (1995, None)}),
    ("In 2011-12 the share rose.", {"2011-12": (2011, 2012)}),
    ("In 2000 –01 few recycled.", {"2000 –01": (2000, 2001)}),
    ("The deficit for 2013/2014 grew.", {"2013/2014": (2013, 2014)}),
    ("Ota (1931-2015) wrote songs.", {"1931-2015": (1931, 2015)}),
    ("Mayor from 1997-1995.", {"1997-1995": (1997, 1995)}),
    ("Duke William landed in 1066.", {"1066": (1066, None)}),
    ("The class of '98 met.", {"'98": (1998, None)}),
    ("The temple fell in 300 BC.", {"300 BC": (300, None)}),
    ("In 2009 US President Barack Obama spoke.", {"2009": (2009, None)}),
    ("Back to at least 1990 levels.", {"1990": (1990, None)}),
    ("The 2017 Women's World Championship.", {"2017": (2017, None)}),
    ("The 2000 US election was close.", {"2000": (2000, None)}),
])
def test_years(text: str, expected: dict[str, tuple[float | None, float | None]]) -> None:
    assert years(text) == expected


@pytest.mark.parametrize("text", [
    "Some 2000 people marched.", "They ran 1500 metres.", "At least 1800 fled.", "More than 2000 likes came in.",
    "It cost £2000.",
    "A 1000 megawatt cable.", "Between 2000-2500 people live there.", "He weighed 1,984 eggs.",
    "It would reach 2000 or 3000 likes.",
    "Around 2000 protesters came.", "It is 2000 km long."])
def test_counts_that_look_like_years(text: str) -> None:
    assert years(text) == {}


def test_a_year_is_all_its_days() -> None:
    (found,) = drafts("It began in 2015.", "year").values()
    assert found.fixed is not None
    assert found.fixed.high - found.fixed.low == 364
    assert found.unit is None
    (old,) = drafts("The temple fell in 300 BC.", "year").values()
    assert old.moment is not None
    assert old.moment.year == -300
    assert old.fixed is None


def test_the_end_of_the_text_is_no_trap() -> None:
    assert [d.value for d in scan("2014").drafts] == [2014]
