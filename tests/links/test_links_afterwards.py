"""Totals told after their parts, sorts that are all of something, and what is left of a whole."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def _links(text: str, kind: str) -> list[str]:
    view = View(read_numbers(read_text(text), default_lexicon()), default_lexicon())
    return [
        f"{k.confidence} " + " | ".join("+".join(view.mention(i).text for i in ids) for ids in k.roles.values())
        for k in find_links(view).by_kind.get(kind, ())
    ]


@pytest.mark.parametrize(("text", "link"), [
    ("Eleven climbers came from the hut and six from the camp. In all, 17 climbers reached the top.", "inferred Eleven+six | 17"),
    ("The ferry carried 48 children and seven adults. All 55 got off safely.", "inferred 48+seven | 55"),
    ("The fire in the mill killed four people and the one in the yard killed nine. The death toll of 13 may rise.",
     "inferred four+nine | 13"),
    ("He leaves six children, four sons and two daughters, and nine grandchildren.", "stated four+two | six"),
    ("Nine people, five men and three women, were fined.", "inferred five+three | Nine"),
    ("Five of the nine divers were brought up. Four are still missing.", "stated Five+Four | nine"),
    ("Of the 40 pupils who sat the test, 31 passed. The nine who failed may sit it again.", "stated 31+nine | 40"),
    ("A mine killed 17 soldiers and wounded 30. Eleven of the dead were drivers; the other six were cooks.",
     "inferred Eleven+six | 17"),
])
def test_a_total_and_all_there_is_of_it(text, link):
    assert link in _links(text, "list")


@pytest.mark.parametrize("text", [
    "Nine people, five men, three women and a child, were fined.",
    "The ferry carried 48 children and seven adults. All 12 lifeboats were new.",
    "She leaves three children, two sons and a daughter.",
    "Ten people, among them five men and three women, were fined.",
    "The club has 20 members. In all, 45 goals were scored this year.",
])
def test_no_total_where_more_may_be_meant(text):
    assert _links(text, "list") == []


def test_shares_of_both_sexes_are_all():
    assert _links("Women make up 58% of the crew and men 42%.", "shares") == ["inferred 58%+42%"]
    assert _links("Some 58% of women and 42% of men had read it.", "shares") == []


def test_one_of_them_is_no_part():
    assert _links("Of the three brothers the youngest, Karl, lived to be 97.", "part-of") == []
    assert _links("Of the 0.7 point growth, shops made up 1.1 point while farms took off 0.4.", "part-of") == []
