"""Where in a rule file something is being written."""

import pytest

from pytest_numcheck.lsp.context import Context, context, names


@pytest.mark.parametrize(("text", "path", "value"), [
    ("", (), None),
    ("ti", (), None),
    ("title: A pa", ("title",), "A pa"),
    ("bind:\n  part: ", ("bind", "part"), ""),
    ("bind:\n  part: count\n  ", ("bind",), None),
    ("bind:\n  part: {kind: count, ", ("bind", "part"), None),
    ("bind:\n  part: {kind: [count, mo", ("bind", "part", "kind"), "[count, mo"),
    ("bind: {part: count, whole: ", ("bind", "whole"), ""),
    ("examples:\n  fires:\n    - text: x\n      sa", ("examples", "fires"), None),
    ("examples:\n  fires:\n  - ", ("examples", "fires"), None),
    ("match:\n  - phrase: x\n    certainty: ", ("match", "certainty"), ""),
    ("explain: |\n  why: so\nwhen: a", ("when",), "a"),
    ("bind:\n# note\n  part: ", ("bind", "part"), ""),
])
def test_contexts(text: str, path: tuple[str, ...], value: str | None) -> None:
    lines = text.split("\n")
    assert context(lines, len(lines) - 1, len(lines[-1])) == Context(path, value)


def test_names() -> None:
    text = "bind:\n  a: count\n  # b: no\n  b:\n    kind: money\nlet: {c: a + b, d: 1}\n"
    assert names(text, "bind", "let") == ["a", "b", "c", "d"]
    assert names("title: x", "bind") == []
