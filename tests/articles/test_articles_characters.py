import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.articles.characters import DROPPED, Prose, trimmed, unify


@pytest.mark.parametrize(
    ("given_", "plain"),
    [
        ("“Yes,” she said, ‘no’", "\"Yes,\" she said, 'no'"),
        ("10\u00a0000 5\u2009km 7\u202f000", "10 000 5 km 7 000"),
        ("１２３", "123"),
        ("５％ ＄３", "5% $3"),
        ("\u22125C", "-5C"),
        ("non\u2011breaking", "non-breaking"),
        ("5′ 10″", "5' 10\""),
        ("1⁄2", "1/2"),
        ("٣٤", "34"),
        ("a\x01b", "a b"),
        ("a\ud800b", "a\ufffdb"),
        ("a\u2028b\x0bc\x0cd", "a\nb\nc\nd"),
        ("a\r\nb\rc", "a \nb\nc"),
        ("soft\u00adhyphen\ufeff", f"soft{DROPPED}hyphen{DROPPED}"),
        ("1990–95 — and so on… ½ km²", "1990–95 — and so on… ½ km²"),
    ],
)
def test_unify(given_, plain):
    assert unify(given_) == plain
    assert len(unify(given_)) == len(given_)


@given(st.text(max_size=60))
def test_unify_keeps_the_length_and_is_stable(text):
    once = unify(text)
    assert len(once) == len(text)
    assert unify(once) == once
    assert "\r" not in once


def test_trimmed():
    assert trimmed(f" {DROPPED}\n ab {DROPPED}", 0, 8) == (4, 6)
    assert trimmed("   ", 0, 3) == (3, 3)


def test_identity_needs_no_map():
    prose = Prose("One line.")
    assert prose.add(0, 9) == (0, 9)
    assert prose.origin().prose == ()


def test_dropped_characters_and_runs_of_space_lead_back():
    unified = unify("  Ten\u00ad thou\u00adsand\n   men  ,  and\u200b more \n\n next")
    prose = Prose(unified)
    prose.add(0, unified.index("next"))
    prose.add(unified.index("next"), len(unified))
    assert prose.text() == "Ten thousand men , and more\n\nnext"
    origin = prose.origin()
    for i, character in enumerate(prose.text()):
        if character not in " \n":
            assert unified[origin(i)] == character
    start = prose.text().index("thousand")
    assert unified[slice(*origin.span(start, start + 8))].replace(DROPPED, "") == "thousand"


def test_nothing_to_be_seen_adds_nothing():
    prose = Prose(f" {DROPPED} \n")
    assert prose.add(0, 4) == (0, 0)
    assert prose.text() == ""


@given(st.text(alphabet="ab \n\t" + DROPPED, max_size=40))
def test_every_visible_character_leads_back(unified):
    prose = Prose(unified)
    prose.add(0, len(unified))
    text, origin = prose.text(), prose.origin()
    assert text == " ".join(unified.replace(DROPPED, "").split())
    for i, character in enumerate(text):
        assert unified[origin(i)] == character or (character == " " and unified[origin(i)].isspace())
