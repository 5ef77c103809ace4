"""Sizes and ends of changes."""

from __future__ import annotations

import pytest
from marked import found


@pytest.mark.parametrize(("text", "change"), [
    ("Profit rose [[25 pct|percent]] to [[$50|money|USD]] from [[$40|money|USD]].", ["up", "to", "from"]),
    ("Sales fell by [[4%|percent]].", ["down"]),
    ("It was a [[4%|percent]] fall.", ["down"]),
    ("They saw a fall of nearly [[4%|percent]].", ["down"]),
    ("A drop in child deaths of [[60%|percent]] was hailed.", ["down"]),
    ("There were [[12]] fewer shops.", ["down"]),
    ("Prices are [[25%|percent]] higher.", ["up"]),
    ("Shares were up [[3%|percent]] at [[$12|money|USD]].", ["up", None]),
    ("It fell to 100th place (down [[33]]).", ["down"]),
    ("The toll was [[46]], up from [[41]].", [None, "from"]),
    ("The fine was cut from [[$50|money|USD]] to [[$20|money|USD]].", ["from", "to"]),
    ("Costs doubled from [[$4|money|USD]] to [[$8|money|USD]].", ["from", "to"]),
    ("Costs will reach [[$4|money|USD]].", ["to"]),
    ("The firm lost [[70]] of its [[500]] staff.", ["down", None]),
    ("The index closed [[35]] points lower.", ["down"]),
    ("The rate edged up to [[5.2%|percent]] from [[5.1%|percent]].", ["to", "from"]),
    ("Rents fell [[3%|percent]] in May and [[4%|percent]] in June.", ["down", "down"]),
    ("The index gained [[12]] points, or [[1.2%|percent]].", ["up", "up"]),
    ("They raised output by [[28%|percent]] and, at the old mill, sales by [[15%|percent]].", ["up", "up"]),
    ("The council may raise property taxes [[3%|percent]].", ["up"]),
    ("The share fell as much as [[8%|percent]] before noon.", ["down"]),
    ("Output hit [[90]].", ["to"]),
    ("Heat dropped as low as [[3%|percent]].", ["to"]),
])
def test_change(text, change):
    assert found(text, "change") == change


@pytest.mark.parametrize("text", [
    "The fund raised [[$3|money|USD]] from [[200]] donors.",
    "They set up [[three]] camps and shot down [[two]] jets.",
    "Aid was increased to [[12]]-bed wards.",
    "It increased aid to [[12]] poor countries.",
    "The side lost [[three]] games.",
    "They drove from [[5 km|length]] to [[8 km|length]] a day.",
    "It will rise by [[2030|year]].",
    "It was raised by [[two]] women.",
    "Salt is added to [[10%|percent]] of loaves.",
    "It is a decline from [[10 years|duration]] ago.",
    "A storm surge of [[6 feet|length]] is feared.",
    "They made a [[$20|money|USD]] loss.",
    "He slid down a [[50 m|length]] pipe.",
    "The truck hit [[12]] cars.",
    "It is down to the [[1%|percent]] who pay.",
    "It peaked at [[$50|money|USD]].",
])
def test_no_change(text):
    assert set(found(text, "change")) == {None}
