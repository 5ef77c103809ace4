"""Positions through several layers: an entity in HTML in a JSON string leads to the file."""

from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.articles.layer import Layer, Laying, chain
from pytest_numcheck.articles.model import OffsetMap


def test_a_character_that_the_file_spells_longer():
    laying = Laying()
    laying.add("ab", 10)
    laying.add("€", 12, 6)
    laying.add("c", 18)
    layer = laying.done()
    assert layer.text == "ab€c"
    assert layer.origin.span(1, 3) == (11, 18)
    assert layer.origin.span(3, 4) == (18, 19)
    assert layer.part(2, 4).origin.span(0, 1) == (12, 18)


def test_two_characters_for_one_spelling():
    laying = Laying()
    laying.add("xy", 5, 7)
    laying.add("z", 12)
    layer = laying.done()
    assert [layer.origin(i) for i in range(3)] == [5, 5, 12]


def test_nothing_changed_is_the_identity():
    assert chain(OffsetMap((0, 3), (1, 7)), OffsetMap(), 9) == OffsetMap((0, 3), (1, 7))
    assert Layer("abc").part(1, 3).origin(0) == 1


gaps = st.lists(st.tuples(st.integers(1, 5), st.integers(0, 4)), min_size=1, max_size=8)


def laid(pieces: list[tuple[int, int]]) -> tuple[OffsetMap, int]:
    prose, source, wide = [], [], []
    here = there = 0
    for length, gap in pieces:
        there += gap
        prose.append(here)
        source.append(there)
        here += length
        there += length
    return OffsetMap(tuple(prose), tuple(source), tuple(wide)), here


@given(gaps, gaps)
def test_one_map_for_two(first: list[tuple[int, int]], second: list[tuple[int, int]]):
    outer, length = laid(first)
    inner, _ = laid(second)
    both = chain(outer, inner, length)
    assert [both(i) for i in range(length)] == [inner(outer(i)) for i in range(length)]
