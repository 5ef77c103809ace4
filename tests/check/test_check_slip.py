"""The slip that explains a miss is named, and the mend is said in the article's own manner."""

from __future__ import annotations

import pytest

from pytest_numcheck.check.outcome import INCONSISTENT
from pytest_numcheck.engine import check_text


@pytest.mark.parametrize(("text", "rule", "slip", "mend"), [
    ("The market is open from 9 a.m. to 5 p.m., a nine-hour day.", "clock/elapsed", "one hour off",
     "With 6 p.m. it would agree."),
    ("It burned 100 square miles (160 square km).", "convert/bracket", "a length's factor on an area",
     "With 259 square km it would agree."),
    ("The road is 20 miles (320 km) long.", "convert/bracket", "a factor of 10", "With 32 km it would agree."),
    ("The road is 250 km (515 miles) long.", "convert/bracket", "transposed digits", "With 155 miles it would agree."),
    ("Seas warmed by 2C (35.6F) in a decade.", "convert/temperature-difference", "32 added", "With 3.6F it would agree."),
    ("Turnout fell from 64% to 56%, a drop of 8%.", "shares/percent-for-points", "percent for points",
     "With 8 percentage points it would agree."),
    ("Rents rose 25%, from $1,250 to $1,000.", "shares/percent-change", "the base swapped",
     "With $1,250 and $1,000 the other way round it would agree."),
    ("The council meets on Monday, November 24, 2026, to vote.", "calendar/weekday", "one day off",
     "With November 23, 2026 it would agree."),
    ("Divers freed 1,200 of the 1,020 seals.", "parts/part-whole", "the two numbers swapped", None),
])
def test_the_slip_is_named(text: str, rule: str, slip: str, mend: str | None) -> None:
    found = [c for c in check_text(text).checks if c.outcome == INCONSISTENT and c.rule == rule]
    assert [c.slip for c in found] == [slip]
    if mend:
        assert found[0].mend == mend


def test_a_wild_miss_has_no_slip() -> None:
    found, = (c for c in check_text("The road is 20 miles (57 km) long.").checks if c.outcome == INCONSISTENT)
    assert (found.slip, found.mend) == (None, None)


def test_a_number_said_elsewhere_is_the_likelier_mend() -> None:
    text = ("Launched at 7:11 a.m., the rocket flew east before landing at 9:37 a.m. in the sea.\n\n"
            "The rocket's flight duration of one hour and 26 minutes is a record. Farmers saw smoke at 8:37 a.m., the army said.")
    found, = (c for c in check_text(text).checks if c.outcome == INCONSISTENT)
    assert found.mend == "With 8:37 a.m. it would agree."
