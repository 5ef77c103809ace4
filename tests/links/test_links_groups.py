"""A figure for all beside those of two groups, and margins beside profit and sales."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.engine import check_text
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def _told(text: str, kind: str) -> list[str]:
    view = View(read_numbers(read_text(text), default_lexicon()), default_lexicon())
    return [f"{k.confidence} " + " ".join(view.mention(ids[0]).text for ids in k.roles.values())
            for k in find_links(view).by_kind.get(kind, ())]


@pytest.mark.parametrize(("text", "link"), [
    ("Nationally 31% smoke, 38% of men and 24% of women.", "stated 31% 38% 24%"),
    ("Some 88 percent own a phone (rural 81 percent, urban 93 percent).", "inferred 88 percent 81 percent 93 percent"),
    ("Nurses in public hospitals earn $3,100 and those in private clinics $2,800. The average is $3,000.",
     "stated $3,000 $3,100 $2,800"),
])
def test_two_groups_that_are_all(text, link):
    assert _told(text, "between") == [link]


@pytest.mark.parametrize("text", [
    "Some 31% smoke. In the south 38% of men and 24% of women do.",
    "Nationally 31% smoke, 38% of men and 24% of drivers.",
    "Nationally 31% smoke, 38% of men and 24% of older men.",
    "The rate rose by 31% overall, to 38% among men and 24% among women.",
])
def test_other_figures_are_left_alone(text):
    assert _told(text, "between") == []


@pytest.mark.parametrize(("text", "link"), [
    ("Operating profit came to $40 million on sales of $500 million, an operating margin of 8%.",
     "stated $40 million $500 million 8%"),
    ("On revenue of £2bn it made a profit of £150m. The 7.5% margin was its best.", "inferred £150m £2bn 7.5%"),
])
def test_margins(text, link):
    assert _told(text, "margin") == [link]


@pytest.mark.parametrize("text", [
    "It won by a margin of 8%. Profit was $40 million on sales of $500 million, with margins lower by 2%.",
    "Net profit came to $40 million on sales of $500 million, with a gross margin of 18%.",
])
def test_no_margin_of_another_sort(text):
    assert all("18%" not in link and "2%" not in link for link in _told(text, "margin"))


def test_what_is_said_of_them():
    report = check_text("Nationally 13% smoke, 38% of men and 24% of women.").record()
    found = [c["message"] for c in report["checks"] if c["rule"] == "shares/between-groups" and c["outcome"] == "inconsistent"]
    assert found == ["13% for all does not lie between 38% and 24%"]
