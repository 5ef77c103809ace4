import pytest
from calendar_scan import cues, drafts

from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.numbers.calendar.zones import zone_offsets


def times(text: str) -> list[tuple[str, float | None]]:
    return [(words, d.value) for words, d in drafts(text, "clock").items()]


@pytest.mark.parametrize(("text", "expected"), [
    ("It took off at 7:11 a.m. local time.", [("7:11 a.m.", 431)]),
    ("Born at 10.45pm.", [("10.45pm", 1365)]),
    ("Doors open at 7 a.m.", [("7 a.m.", 420)]),
    ("Open 9 to 11 p.m. daily.", [("9", 1260), ("11 p.m.", 1380)]),
    ("Open 11 to 2 p.m. daily.", [("11", 660), ("2 p.m.", 840)]),
    ("A 9am–5pm day.", [("9am", 540), ("5pm", 1020)]),
    ("From 10 p.m. to 6 a.m. they slept.", [("10 p.m.", 1320), ("6 a.m.", 360)]),
    ("It docked at 23:43 UTC.", [("23:43", 1423)]),
    ("Polls close at 8 p.m. Eastern (0100 GMT).", [("8 p.m.", 1200), ("0100", 60)]),
    ("They were hit at 0907GMT.", [("0907", 547)]),
    ("It opens at 6:00 UTC+0900.", [("6:00", 360)]),
    ("The vote came at 0400 local time.", [("0400", 240)]),
    ("Police were called at 1140 yesterday.", [("1140", 700)]),
    ("Open from 9:30-11:30 on weekdays.", [("9:30", 570), ("11:30", 690)]),
    ("They left at 6:08 in the evening.", [("6:08", 1088)]),
    ("Come at 8.15 in the evening.", [("8.15", 1215)]),
    ("The train left at 0715.", [("0715", 435)]),
    ("Trade closed at 19.30 GMT.", [("19.30", 1170)]),
    ("They met at seven o'clock.", [("seven o'clock", 420)]),
    ("The bell rang at half past seven.", [("half past seven", 450)]),
    ("Open from noon to 5 p.m.", [("noon", 720), ("5 p.m.", 1020)]),
    ("Open until midnight.", [("midnight", 1440)]),
    ("It fell at midnight.", [("midnight", 0)]),
])
def test_times(text: str, expected: list[tuple[str, float]]) -> None:
    assert times(text) == expected


@pytest.mark.parametrize("text", [
    "Town won 3:1.", "Read John 3:16 aloud.", "A ratio of 16:9.", "The final was 25:70.", "I am 5 and he is 6.",
    "2000 hours of work.",
    "They saw High Noon.", "He sang Midnight Train."])
def test_what_is_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(("text", "possible"), [
    ("It began at 8:71 a.m. sharp.", False), ("The alert went out at 25:70.", False), ("It ended at 4.84pm.", False),
    ("The alert went out at 23:40.", True), ("It ended at 24:00.", True), ("Come at 13:30 p.m.", True),
    ("Come at 13 a.m.", False)])
def test_impossible_times(text: str, possible: bool) -> None:
    (found,) = drafts(text, "clock").values()
    assert found.moment is not None
    assert found.moment.possible is possible
    assert (found.fixed is not None) is possible


def test_halves_zones_and_the_next_day() -> None:
    first, last = drafts("Polls closed at 22:30 BST, the last vote was cast at 2:30 the next day.", "clock").values()
    assert first.moment is not None
    assert last.moment is not None
    assert (first.moment.zone, first.moment.half, first.moment.next_day) == ("BST", None, False)
    assert (last.moment.zone, last.moment.next_day) == (None, True)
    (local,) = drafts("It took off at 7:11 a.m. local time.", "clock").values()
    assert local.moment is not None
    assert (local.moment.zone, local.moment.half, local.moment.grain) == ("local", "am", "minute")


def test_race_times_are_durations() -> None:
    assert [(w, d.value, d.unit) for w, d in drafts("She won in 2:14:04, ahead of Lee.", "duration").items()] == [("2:14:04",
        8044, "second")]


def test_noon_is_a_cue_too() -> None:
    assert cues("Open from noon to midnight.", "noon") == [("noon", 720.0), ("midnight", 1440.0)]


def test_zone_offsets() -> None:
    assert zone_offsets("EST") == (-300,)
    assert zone_offsets("Eastern") == (-300, -240)
    assert zone_offsets("UTC+5:30") == (330,)
    assert zone_offsets("GMT-3") == (-180,)
    assert zone_offsets("local") == ()
    assert zone_offsets("XYZ", Lexicon(data={"zones": {"XYZ": [1.5]}})) == (90,)
