"""Whatever is written, the answer is a rule or an error of ours: never a traceback, never a wait."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pytest_numcheck.base.files import rules_root
from pytest_numcheck.base.strictyaml import DataError
from pytest_numcheck.language.expression import Named, compile_expression
from pytest_numcheck.language.load import load_rule
from pytest_numcheck.language.message import compile_message
from pytest_numcheck.language.value import Undecided, plain
from pytest_numcheck.numbers.dimension import NUMBER

TOKENS = ["a", "b", "(", ")", "+", "-", "*", "/", "==", "<", "<=", "!=", "and", "or", "not", "3", "0", "1e300", "50%", "2 km",
          "kg", ",", "sum(", "abs(", "min(", "change(", "{", "}", "'", ".", " ", "million", "true", "years_between(",
          "published()", ":in km", "\n"]
ODD = ["&a", "*a", "- ", "\t", "[[", "]]", "<x>", "\u2028", "\x85"]
RULE = (rules_root() / "clock" / "elapsed.yaml").read_text(encoding="utf-8")
NAMES = {"a": Named(NUMBER), "b": Named(None)}


class Refused(Exception):
    pass


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=12).map(" ".join) | st.text(max_size=30))
def test_expressions(source):
    try:
        expression = compile_expression(source, NAMES, error=lambda what, offset: Refused(what, source[offset:]))
    except Refused:
        return
    try:
        value = expression.evaluate({"a": plain(2.0), "b": plain(0.0)}, None)
    except (Undecided, AttributeError):  # published() has no article here
        return
    assert value.interval is not None or value.truth in (True, False, None)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), max_size=12).map("".join) | st.text(max_size=30))
def test_messages(text):
    try:
        message = compile_message(text, NAMES, lambda what, offset: Refused(what, offset))
    except Refused:
        return
    assert isinstance(message.render({}, None), str)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(RULE) - 1), st.integers(0, 12), st.sampled_from([*TOKENS, *ODD]))
def test_rule_files(at, cut, put):
    try:
        said = load_rule(RULE[:at] + put + RULE[at + cut:], "x.yaml", "clock/elapsed", compiled=False).id
    except DataError as e:
        said = str(e)
    assert said.startswith(("clock/elapsed", "x.yaml:"))
