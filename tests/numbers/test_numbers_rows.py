"""Names in a row that belong to a count."""

import pytest

from pytest_numcheck.numbers.labels.rows import _BRACKET, _CLOSED, _EACH_PREP, _OPENED, _START, _TIED, _from

TEXTS = (
    "A four-way merger between Alba and Brun, a six-nation bloc of the Baltic; twenty-one states (Ohio and Utah) and 3 more "
    "states (Iowa), One – Ann, Bo, Cy – came. Three times (for the gear, for the service), in 7 big cities including Rome, "
    "two defeats in a row against Hull, $5 (Paid), 1,200 men (Irish), thirty three friends (Ed), someone (Al), 12 12 (Bo)",
    "", "5", "five", "Two", "no number (Ann)", "20 – Ann – 30 – Bo",
)


@pytest.mark.parametrize("pattern", [_TIED, _BRACKET, _CLOSED, _EACH_PREP, _OPENED])
def test_the_short_way_finds_what_the_long_one_does(pattern) -> None:
    for text in TEXTS:
        starts = [m.start() for m in _START.finditer(text)]
        assert [m.span() for m in _from(starts, pattern, text)] == [m.span() for m in pattern.finditer(text)]
    assert pattern.search(TEXTS[0]), "the text holds one"
