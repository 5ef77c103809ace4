"""pytest nodes: a rule file and the examples that it carries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .collect import case_id
from .report.failure import failure

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr

    from .language.model import Example, Rule
    from .session import NumcheckSession


class Misfit(Exception):
    """A rule does not do on its example what the example says; the text says how."""


class StillToDo(Exception):
    """An example that the rule is known not to pass yet."""


class RuleFile(pytest.File):
    """A rule. Its items are its examples: ``rules/clock/elapsed.yaml::fires[0]``."""

    numcheck: NumcheckSession

    @classmethod
    def of(cls, parent: pytest.Collector, path: Path, numcheck: NumcheckSession) -> RuleFile:
        node: RuleFile = cls.from_parent(parent, path=path)
        node.numcheck = numcheck
        return node

    def collect(self) -> Iterator[pytest.Item]:
        from .base.strictyaml import DataError
        from .rulefile import read_rule
        lexicon = self.numcheck.ruleset.lexicon
        try:
            rule = read_rule(self.path, self.nodeid or self.path.as_posix(), lexicon)
        except DataError as e:
            raise self.CollectError(str(e)) from None
        for example in rule.examples:
            yield ExampleItem.from_parent(self, name=example.name, nodeid=case_id(self, example.name), rule=rule, example=example)


class ExampleItem(pytest.Item):
    """One example of a rule."""

    parent: RuleFile

    def __init__(self, *, rule: Rule, example: Example, **kwargs: Any):
        super().__init__(**kwargs)
        self.rule, self.example = rule, example
        self.user_properties += [("rule", rule.id), ("example", example.name), ("line", example.line)]
        if example.expect == "todo":
            self.add_marker(pytest.mark.xfail(reason="to do", raises=StillToDo))

    def runtest(self) -> None:
        from .check.examples import run_example
        wrong = run_example(self.rule, self.example, self.parent.numcheck.ruleset.lexicon)
        if wrong is not None:
            raise Misfit(wrong)
        if self.example.expect == "todo":
            raise StillToDo

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.example.line - 1, f"{self.rule.id}: {self.example.name}"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        if not isinstance(excinfo.value, Misfit):
            return super().repr_failure(excinfo, style)
        text = str(excinfo.value)
        return failure(self, excinfo, text, self.example.line, text.partition("\n")[0])
