"""Joins and readings that text of other publishers showed to be wrong."""

import pytest

from pytest_numcheck import check_text


def wrong(text: str, rule: str) -> list[str]:
    return [c.message for c in check_text(text).checks if c.rule == rule and c.outcome == "inconsistent"]


@pytest.mark.parametrize(("rule", "text"), [
    ("order/change-amount", "Corben stock was trading at 31-3/4, up 2-1/4 on heavy volume of 4.2 mln shares."),
    ("calendar/possible", "Barley, afloat, Apl 86 unch, May 85 unch, Jne 84 unch."),
    ("parts/parts-exceed",
     "The force has about 12,500 guards. Of those 12,500 guards, 8,000 live in camps and the other 4,500 at home."),
    ("convert/bracket", "The road will run about 170-200 kms (105-125 miles) to the coast."),
])
def test_what_only_looks_wrong_is_quiet(rule: str, text: str) -> None:
    assert wrong(text, rule) == []


@pytest.mark.parametrize(("rule", "text"), [
    ("calendar/possible", "It bought 900 shares on March 67 and as many in April."),
    ("parts/parts-exceed", "Of the 12,500 guards, 9,000 live in camps and 4,500 at home."),
    ("convert/bracket", "The road will run about 170-200 kms (150-180 miles) to the coast."),
])
def test_what_is_wrong_is_still_told(rule: str, text: str) -> None:
    assert wrong(text, rule)


@pytest.mark.parametrize(("rule", "text"), [
    ("repeat/headline-body", "15 killed, 14 injured in landslip near shrine\n\n"
     "Rain led to a landslip near the shrine on Tuesday, killing at least five people and injuring 14, officials said."),
    ("repeat/headline-body", "Five killed as rains wreak havoc in Doda\n\n"
     "Three persons – two in the valley and one in the town – were killed as rains wreaked havoc in Doda."),
    ("repeat/headline-body", "5 killed, 14 injured in landslip\n\nRescue is under way after the landslip.\n\n"
     "Nine people have lost their lives in the landslip and 14 others have been injured, the board said."),
    ("repeat/refers-back", "The report is on the 20 biggest projects, the office said. It showed that the cost of the 30 "
     "projects will be $50bn, 14% higher than originally planned."),
    ("repeat/told-twice", "Zoo says it will help the panel\n\n"
     "The top court was hearing two petitions that made claims of faults at the zoo in the taking of animals from abroad.\n\n"
     "A judge will lead the panel.\n\nThe top court was hearing five petitions that made claims of faults at the zoo in the "
     "taking of animals from abroad, on the basis of reports and of complaints from wildlife groups."),
    ("shares/exclusive", "Of those asked, 95 percent were white, 11.9 percent were black and the others did not say."),
])
def test_what_fresh_text_has_wrong_is_told(rule: str, text: str) -> None:
    assert wrong(text, rule)


@pytest.mark.parametrize(("rule", "text"), [
    ("repeat/headline-body", "5 killed, 14 injured in landslip near shrine\n\n"
     "Rain led to a landslip near the shrine on Tuesday, killing at least five people and injuring 14, officials said."),
    ("repeat/headline-body", "Three killed as rains wreak havoc in Doda\n\n"
     "Three persons – two in the valley and one in the town – were killed as rains wreaked havoc in Doda."),
    ("repeat/refers-back",
     "It gave six patients new kidneys. Surgery was done on 12 people. Next month it will see all 12 patients."),
    ("shares/exclusive", "Some 46 percent of white voters and 86 percent of black voters said yes."),
])
def test_what_fresh_text_has_right_is_quiet(rule: str, text: str) -> None:
    assert wrong(text, rule) == []
