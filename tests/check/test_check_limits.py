"""Caps, excuses, selectors and the explanations of failing examples."""

from __future__ import annotations

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import Lexicon, default_lexicon
from pytest_numcheck.check import bind
from pytest_numcheck.check.examples import run_example
from pytest_numcheck.check.excuse import Excuses
from pytest_numcheck.check.outcome import CONSISTENT, UNDECIDED, Verdicts
from pytest_numcheck.check.plan import make_plan
from pytest_numcheck.check.run import check_plans
from pytest_numcheck.check.select import holds_word, same_measure
from pytest_numcheck.language.load import load_rule
from pytest_numcheck.language.model import Rule
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.mention import Mention
from pytest_numcheck.numbers.read import read_numbers

RULE = """
rule: test/two
title: A test
severity: error
bind:
  whole: {kind: count, near: [crew]}
  part: {kind: count, of: [sailor]}
within: article
each: whole
match: ["a crew of {whole}"]
assert: part <= whole
message: "{part} of {whole}"
"""


def rule(text: str = RULE) -> Rule:
    return load_rule(text, "two.yaml", "test/two")


def run(text: str, made: Rule | None = None) -> Verdicts:
    lexicon = default_lexicon()
    reading = read_numbers(read_text(text), lexicon)
    view = View(reading, lexicon)
    return check_plans(reading, find_links(view), view, [make_plan(made or rule(), lexicon)], lexicon,
                       lambda r, c, s: r.severity.of(c, s), trace=True)


def test_too_many_candidates_leave_it_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bind, "MAX_CANDIDATES", 3)
    text = "The ship has a crew of 12. " + " ".join(f"There were {n} sailors in port {chr(n + 45)}." for n in range(20, 30))
    found, = run(text).checks
    assert found.outcome == UNDECIDED
    assert found.reason
    assert found.reason.startswith("cut short")


def test_one_candidate_in_reach_settles_it_whatever_the_others() -> None:
    text = "The ship has a crew of 12. In port were 300 sailors, and 40 sailors at sea. Nine sailors fell ill."
    found, = run(text).checks
    assert (found.outcome, found.certainty, found.words) == (CONSISTENT, "guessed", ("12", "Nine"))


def test_several_candidates_and_no_slip_are_left_open() -> None:
    found, = run("The ship has a crew of 12. In port were 331 sailors, and 47 sailors at sea.").checks
    assert (found.outcome, found.reason) == (UNDECIDED, "several numbers could be meant")


def test_a_severity_of_off_says_nothing_of_a_miss() -> None:
    silent = rule(RULE.replace("severity: error", 'severity: {slip: error, else: "off"}'))
    assert run("The ship has a crew of 12. In port were 331 sailors.", silent).checks == ()
    agreed, = run("The ship has a crew of 12. In port were 11 sailors.", silent).checks
    assert (agreed.outcome, agreed.severity) == (CONSISTENT, "error")


@pytest.mark.parametrize(("text", "word"), [
    ("The toll was revised. It stands at 12.", None),
    ("The toll of 12 was revised.", "revised"),
    ("The revisedness of 12 is odd.", None),
])
def test_an_excuse_must_stand_in_the_sentence_of_a_number(text: str, word: str | None) -> None:
    article = read_text(text)
    reading = read_numbers(article)
    assert Excuses(article, default_lexicon()).word(("excuses",), reading.mentions) == word


def test_a_desk_may_add_excuses() -> None:
    article = read_text("Spies put it at 12.")
    lexicon = Lexicon(words={"excuses": ["spies"]})
    assert Excuses(article, lexicon).word(("excuses",), read_numbers(article).mentions) == "spies"
    assert Excuses(article, lexicon).word((), read_numbers(article).mentions) is None


def test_whole_words_only() -> None:
    assert holds_word("a crew of twelve", "crew")
    assert not holds_word("a screwdriver", "crew")


def mention(kind: str, **more: object) -> Mention:
    return Mention(0, 0, 1, "1", kind, 1.0, **more)  # type: ignore[arg-type]


def test_the_same_measure() -> None:
    assert same_measure(mention("count", head="soldier"), mention("count", head="troop"))
    assert not same_measure(mention("count", head="soldier"), mention("count", head="barrel"))
    assert not same_measure(mention("money", currency="USD"), mention("money", currency="EUR"))
    assert not same_measure(mention("rate", unit="car/day"), mention("rate", unit="tyre/day"))


def test_examples_say_in_plain_words_what_went_wrong() -> None:
    made = rule(RULE + """
examples:
  fires:
    - text: "The ship has a crew of [[12]]. In port were [[11]] sailors."
    - text: "Nothing to [[see]]."
    - text: "The ship has a crew of [[12]] and [[three]] dogs. In port were 310 sailors."
    - text: "The ship has a crew of [[12]]. In port were [[310]] sailors."
      says: "310 are too many"
  quiet:
    - text: "The ship has a crew of 12. In port were 310 sailors."
    - text: "The ship has a crew of 12. In port were ten sailors."
  todo:
    - text: "The ship has a crew of [[12]]. In port were [[310]] sailors."
    - text: "The ship had twelve of a crew. In port were [[310]] sailors."
""")
    told = [run_example(made, e) or "" for e in made.examples]
    assert "it should fire, but does not" in told[0]
    assert "'12' (count)" in told[0] or "'12' (count," in told[0]
    assert "stopped at assert" in told[0]
    assert "no numbers of the kinds it needs" in told[1]
    assert "it fires, but on '12', '310'" in told[2]
    assert "and not '310 are too many'" in told[3]
    assert "it should be quiet, but says: 310 of 12" in told[4]
    assert told[5] == ""
    assert "move it to fires" in told[6]
    assert told[7] == ""
