"""What may stand in an expression, and what is refused before anything is compiled."""

import ast

import pytest

from pytest_numcheck.language.grammar import MAX_LENGTH, parse


class Refused(Exception):
    def __init__(self, what, offset):
        super().__init__(what)
        self.what, self.offset = what, offset


def refusal(source):
    with pytest.raises(Refused) as caught:
        parse(source, Refused)
    return caught.value


def test_a_figure_and_its_unit_bind_tighter_than_division():
    tree = parse("10 km / 2 hours", Refused).tree
    assert ast.unparse(tree) == "10 * km / (2 * hours)"


def test_percent_signs_read_as_in_prose():
    assert ast.unparse(parse("a<50%", Refused).tree) == "a < 50 * percent"


def test_offsets_lead_back_to_the_text_as_written():
    source = "10 km / 2 hours == taken"
    parsed = parse(source, Refused)
    name = parsed.tree.comparators[0]
    assert source[parsed.at(name):] == "taken"


@pytest.mark.parametrize(("source", "character"), [
    ("'a' == b", "'"), ('"a"', '"'), ("a[0]", "["), ("{a}", "{"), ("a.b", "."), ("a;b", ";"), ("a = b", "="), ("a # b", "#"),
    ("a @ b", "@"), ("a & b", "&"), ("~a", "~"), ("a := 1", ":"), ("a\\b", "\\"), ("\u0430 == 1", "\u0430"), ("a\tb", "\t"),
    ("a\x00", "\x00"), ("`a`", "`"), ("a\u2028b", "\u2028"),
])
def test_foreign_characters_are_pointed_at(source, character):
    assert refusal(source).offset == source.index(character)


@pytest.mark.parametrize("source", [
    "lambda: 1", "a if b else c", "a in b", "a is b", "None == a", "True", "await a", "[x for x in a]", "import os", "yield a",
])
def test_pythons_own_words_are_refused(source):
    refusal(source)


@pytest.mark.parametrize("source", ["a ** 2", "a // 2", "a % 2"])
def test_other_operators_are_refused(source):
    assert refusal(source).offset == 2


@pytest.mark.parametrize("source", ["0x10", "010", "1j", "1e5000", "12_34", "1or 2", "0b1", "1__0"])
def test_odd_figures_are_refused(source):
    refusal(source)


def test_a_grouped_figure_says_how_to_write_it():
    assert "1000" in refusal("a == 1,000").what


@pytest.mark.parametrize("source", ["", "  ", "a ==", "a b", "(a", "a)", "a == == b", ",", "not", "and a"])
def test_what_is_no_expression(source):
    assert 0 <= refusal(source).offset <= max(len(source), 1)


def test_length_and_depth_are_capped():
    refusal("a" * (MAX_LENGTH + 1))
    refusal("(" * 21 + "a" + ")" * 21)
    assert parse("(" * 20 + "a" + ")" * 20, Refused)
