"""Sizes of changes whose ends stand elsewhere in the sentence or around it, and what a value then came to."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def told(text: str) -> list[str]:
    """The changes as "confidence sign role=words …", those with both ends."""
    reading = read_numbers(read_text(f"Word.\n\n{text}"), default_lexicon())
    links = find_links(View(reading, default_lexicon()))
    found = []
    for k in links.by_kind["change"]:
        if {"old", "new"} <= k.roles.keys():
            roles = [f"{role}={reading.by_id[i].text}" for role, ids in sorted(k.roles.items()) for i in ids]
            found.append(" ".join([k.confidence, f"{k.sign:+d}", *roles]))
    return found


@pytest.mark.parametrize(("text", "expected"), [
    # before its ends, after them, between them, sentences away
    ("Staff numbers fell by 2,300 in the year. There were 28,400 people in the shops at the end of it; "
     "30,700 had been there at the start.", "inferred -1 by=2,300 new=28,400 old=30,700"),
    ("A flat that cost $250 in 2013 is now $350, 40 per cent dearer.", "inferred +1 by=40 per cent new=$350 old=$250"),
    ("The mill shipped 77.2 tonnes in May, up 5.0% from 73.5 tonnes in April and 35.7% below the 120.1 tonnes of last May.",
     "inferred -1 by=35.7% new=77.2 tonnes old=120.1 tonnes"),
    ("Holdings rose to 5.31 billion marks from 3.07 billion. The bank said this 2.24-billion-mark rise was planned.",
     "inferred +1 by=2.24-billion-mark new=5.31 billion marks old=3.07 billion"),
    ("Sales fell $19 million to $312 million after rising by 3% in May to $331 million.",
     "inferred -1 by=$19 million new=$312 million old=$331 million"),
    ("The fund will sell 1,204,500 shares, reducing its stake in the brewer to 14.1 million from 15.3 million shares.",
     "inferred +0 by=1,204,500 new=14.1 million old=15.3 million"),
    ("The bank lowered its deposit rate to 8.5%, lower by 25 basis points than the 8.75% of May.",
     "stated -1 by=25 basis points new=8.5% old=8.75%"),
    ("Orders in May slipped to $81.2 billion from April's $83.3 billion, though they were 165% above the $30.6 billion of 1986.",
     "inferred +1 by=165% new=$81.2 billion old=$30.6 billion"),
    ("A ticket costs 60p at present. Under the plan it would go up 4p to 64p in May.", "inferred +1 by=4p new=64p old=60p"),
    ("The town had 38,200 people in 1960. It had 30,560 ten years later, a loss of 20%.",
     "inferred -1 by=20% new=30,560 old=38,200"),
    ("The fee is now $1.25. It would go up to $1.50. The 25-cent increase is the third.",
     "inferred +1 by=25-cent new=$1.50 old=$1.25"),
])
def test_ends_are_found_around_the_size(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("The mine had 55.7 metres of water a month ago, and now 41.2 metres. The 16.5-metre loss came in May.", "stated"),
    ("Staff numbers fell by 230 in the year. There were 28,400 people in the shops at the end of it; "
     "30,700 had been there at the start.", "guessed"),
    ("Staff numbers fell by 3,200 in the year. There were 28,400 people in the shops at the end of it; "
     "30,700 had been there at the start.", "inferred"),
])
def test_what_does_not_fit_is_tied_less_surely(text: str, expected: str) -> None:
    assert [k.split()[0] for k in told(text) if "by=" in k] == [expected]


@pytest.mark.parametrize(("text", "size"), [
    ("Output is to rise by 4.3% against 4.1% planned. He said the grain harvest was 118 million tonnes, up from 115 million.",
     "4.3%"),
    ("The account swung to a surplus of $2.5 billion from a deficit of $310 million. Money supply rose 16.4% in May.", "16.4%"),
    ("The price touched £940 before ending at £975, down £120 from the previous close.", "£120"),
    ("The court cut the award of $8.35 billion by $2 billion, but interest has pushed it back above $8 billion.", "$2 billion"),
    ("Sales fell 6% to $312 million after rising by 3% in May to $331 million.", "3%"),
])
def test_a_size_of_something_else_is_left_alone(text: str, size: str) -> None:
    assert not [k for k in told(text) if f"by={size}" in k]


@pytest.mark.parametrize(("text", "expected"), [
    ("The total was 121 hours in 2012, but that fell to 115 hours in May.", "inferred -1 new=115 hours old=121 hours"),
    ("The jobless rate stood at 4.5% in May. It has since risen to 5.4%.", "inferred +1 new=5.4% old=4.5%"),
])
def test_what_a_value_then_came_to(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(("text", "expected"), [
    # the same change in another measure
    ("Net was $2.5 million, or 31 cents a share, up from $2.1 million, or 27 cents a share.",
     ["stated +1 new=$2.5 million old=$2.1 million", "stated +1 new=31 cents a share old=27 cents a share"]),
    ("Earnings rose to $52.3 million or 88 cents a share from $47.1 million or 80 cents a share.",
     ["stated +1 new=$52.3 million old=$47.1 million", "stated +1 new=88 cents a share old=80 cents a share"]),
    # a noun of change that names a thing; money against money; an award "up to"
    ("The bank cut its growth forecast for Spain to 2.2% from 3.2%.", ["stated -1 new=2.2% old=3.2%"]),
    ("The peso rose to 51.20 to the dollar from 55.90.", ["stated +0 new=51.20 old=55.90"]),
    ("The base price was revised to 40 cents from 45 cents.", ["stated +0 new=40 cents old=45 cents"]),
    # wire style
    ("Sales were off 8.8 pct to 71,240 from 78,110 a year before.", ["stated -1 by=8.8 pct new=71,240 old=78,110"]),
    ("Orders fell 1.3 pct in May to 88.3 mln dlrs from a revised 89.5 mln dlrs in April.",
     ["stated -1 by=1.3 pct new=88.3 mln dlrs old=89.5 mln dlrs"]),
    ("The surplus doubled in May to $244 million from April's $121 million.",
     ["stated +0 by=doubled new=$244 million old=$121 million"]),
    # the size of one change is not that of the next
    ("Shipments fell by 7.1%, with a surge in imports from 140,300 to 201,900 tonnes, an increase of 44%.",
     ["stated +1 by=44% new=201,900 tonnes old=140,300"]),
    # a week's step beside last year's value
    ("The rig count fell by 27 to a total of 640, against 1,015 a year ago.", ["guessed -1 by=27 new=640 old=1,015"]),
])
def test_changes_of_one_sentence(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    # one slip keeps the size from its ends: two digits turned in the old value, in the new one
    ("The insurer reported a 13.44 per cent rise in profit at 381.21 million francs for the quarter. It had posted a profit of "
     "363.05 million francs in the same quarter last year. Premiums rose 25.74 per cent to 9,236.70 million francs, against "
     "7,346.05 million francs last year.",
     "inferred +1 by=13.44 per cent new=381.21 million francs old=363.05 million francs"),
    ("The valley brought in 12.47 million tonnes of maize in 2004, 24% higher than in 2003. In 2003, the maize harvest came to "
     "11.49 million tonnes.",
     "inferred +1 by=24% new=12.47 million tonnes old=11.49 million tonnes"),
    ("Profit halved to $200m (£104m; 151m euros) from $50m.", "stated +0 by=halved new=$200m old=$50m"),
    ("The yield rose to 4.31% after closing at 4.42% on Friday.", "stated +1 new=4.31% old=4.42%"),
    ("The shares listed at 499 dollars, a 33 per cent premium to the issue price of 375 dollars.",
     "inferred +1 by=33 per cent new=499 dollars old=375 dollars"),
])
def test_a_slip_and_brackets_do_not_part_a_size_from_its_ends(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("text", [
    "Crude fell 3.38% to $55.12 a barrel and Brent was last at $60.73, down 2.74%.",
    "The shares touched 17.70 euros, before falling back to trade 7.8% higher at 16.60 euros.",
])
def test_sizes_with_a_base_that_is_not_told(text: str) -> None:
    assert [t for t in told(text) if "by=" in t and not t.startswith("guessed")] == []
