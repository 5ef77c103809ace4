"""pytest nodes: an article and its checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .check.outcome import FAILS
from .report.columns import clean
from .report.failure import failure

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr

    from .session import NumcheckSession


class NumcheckWarning(UserWarning):
    """Numbers that look wrong, by a rule of severity warning. ``-W error::pytest_numcheck.NumcheckWarning`` makes it fail."""


class Inconsistent(Exception):
    """Numbers that cannot all be right; the text is the whole finding."""


class Unreadable(Exception):
    """The article could not be read; the text says why."""


def case_id(parent: pytest.File, name: str) -> str:
    """The case's node id, said outright: pytest then takes what stands in [] for parameters, as ``--lf`` will look for it."""
    return f"{parent.nodeid}::{name}"


class ArticleFile(pytest.File):
    """One article. Its items are the checks that its numbers make possible."""

    numcheck: NumcheckSession

    @classmethod
    def of(cls, parent: pytest.Collector, path: Path, numcheck: NumcheckSession) -> ArticleFile:
        node: ArticleFile = cls.from_parent(parent, path=path)
        node.numcheck = numcheck
        numcheck.desk.expect(node.article, path)
        return node

    @property
    def article(self) -> str:
        """The article's name in reports: its node id, or its path where it lies outside the root folder."""
        return self.nodeid or self.path.as_posix()

    def collect(self) -> Iterator[pytest.Item]:
        entry = self.numcheck.desk.judge(self.article, self.path)
        self.numcheck.heard(self.article, entry, self.path)
        if "error" in entry:
            yield UnreadableItem.from_parent(self, name="readable", error=entry["error"])
            return
        for i, check in enumerate(entry["record"]["checks"]):
            name = check["node"][len(self.article) + 2:]
            yield CheckItem.from_parent(self, name=name, nodeid=case_id(self, name), check=check,
                                        title=entry["titles"][check["rule"]], finding=entry["findings"].get(str(i)),
                                        fail_on=self.numcheck.options.fail_on)


class CheckItem(pytest.Item):
    """One check: passes, fails, warns, or is skipped with the reason. ``check`` is as in the JSON report."""

    def __init__(self, *, check: dict[str, Any], title: str, finding: str | None, fail_on: str = "error", **kwargs: Any):
        super().__init__(**kwargs)
        self.check, self.title, self.finding, self.fail_on = check, title, finding, fail_on
        self.user_properties += [(k, check[k]) for k in ("rule", "severity", "outcome", "certainty", "line")]
        if check["slip"]:
            self.user_properties.append(("slip", check["slip"]))
        if check["outcome"] == "undecided":
            self.add_marker(pytest.mark.skip(reason=f"{check['rule']} undecided: {check['reason']}"))
        elif check["outcome"] == "waived":
            self.add_marker(pytest.mark.xfail(reason=f"waived: {check['reason']}", strict=True))

    def runtest(self) -> None:
        check = self.check
        if check["outcome"] == "waived":
            raise Inconsistent(self.finding)
        if check["outcome"] != "inconsistent" or check["severity"] not in ("error", "warning"):
            return
        if check["severity"] in FAILS[self.fail_on]:
            raise Inconsistent(self.finding)
        self.warn(NumcheckWarning(f"{clean(check['message'])} ({check['rule']})"))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.check["line"] - 1, self.title

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        if isinstance(excinfo.value, (Inconsistent, NumcheckWarning)):
            return failure(self, excinfo, self.finding or "", self.check["line"], self.check["message"])
        return super().repr_failure(excinfo, style)


class UnreadableItem(pytest.Item):
    """The one, failing item of an article that could not be read."""

    def __init__(self, *, error: str, **kwargs: Any):
        super().__init__(**kwargs)
        self.error = error
        self.user_properties.append(("outcome", "unreadable"))

    def runtest(self) -> None:
        raise Unreadable(self.error)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, "This article could not be read"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        return failure(self, excinfo, self.error, 1, self.error.partition("\n")[0])
