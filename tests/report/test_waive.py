"""Waivers."""

import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.check.outcome import CONSISTENT, INCONSISTENT, WAIVED, Check
from pytest_numcheck.numbers.mention import Mention, Reading
from pytest_numcheck.waive import waive


def run(text: str, outcome: str = INCONSISTENT, aliases: dict[str, str] | None = None) -> tuple[list[str], list[str]]:
    """Outcomes of a check of parts/whole on each "12", and the rules of waivers that were not needed."""
    article = read_text(text)
    mentions, checks, at = [], [], -1
    while (at := article.text.find("12", at + 1)) >= 0:
        place = article.sentence_at(at)
        mentions.append(Mention(len(mentions), at, at + 2, "12", "count", 12.0, sentence=place.index, paragraph=place.paragraph))
        checks.append(Check("parts/whole", "t", "error", outcome, "stated", (mentions[-1].id,), {}, "m",
                            article.line_column(at)[0], ("12",)))
    done, unused = waive(Reading(article, tuple(mentions)), checks, aliases)
    return [f"{c.outcome}: {c.reason}" if c.reason else c.outcome for c in done], [w.rule for w in unused]


def waiver(rule: str) -> str:
    return f"<!-- numcheck: ignore {rule} -- court record -->"


def test_a_waiver_lets_the_next_paragraph_stand_and_no_other() -> None:
    assert run(f"Text 12.\n\n{waiver('parts/whole')}\nMore 12.\n\nAgain 12.\n") == (
        [INCONSISTENT, f"{WAIVED}: court record", INCONSISTENT], [])


def test_a_paragraph_over_several_lines_is_one() -> None:
    assert run(f"{waiver('parts/whole')}\nMore text\nand then 12.\n\nAgain 12.\n")[0] == [f"{WAIVED}: court record", INCONSISTENT]


@pytest.mark.parametrize("rule", ["parts/sum", "clock/*"])
def test_another_rule_is_not_waived_and_the_waiver_is_told(rule: str) -> None:
    assert run(f"{waiver(rule)}\nMore 12.\n") == ([INCONSISTENT], [rule])


def test_a_group_and_an_old_name_are_understood() -> None:
    assert run(f"{waiver('parts/*')}\nMore 12.\n")[1] == []
    assert run(f"{waiver('old/name')}\nMore 12.\n", aliases={"old/name": "parts/whole"})[1] == []


def test_what_agrees_needs_no_waiver() -> None:
    assert run(f"{waiver('parts/whole')}\nMore 12.\n", CONSISTENT) == ([CONSISTENT], ["parts/whole"])
