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

    from .desk import Entry
    from .session import NumcheckSession


class NumcheckWarning(UserWarning):
    """Numbers that look wrong, by a rule of severity warning. ``-W error::pytest_numcheck.NumcheckWarning`` makes it fail."""


class Inconsistent(Exception):
    """Numbers that cannot all be right; the text is the whole finding."""


class Unreadable(Exception):
    """The article could not be read; the text says why."""


class CutShort(Exception):
    """A cap left something of the article unchecked; the text says what."""


def case_id(parent: pytest.Collector, name: str) -> str:
    """The case's node id, said outright: pytest then takes what stands in [] for parameters, as ``--lf`` will look for it."""
    return f"{parent.nodeid}::{name}"


class ArticleFile(pytest.File):
    """A file of one article, whose items are the checks that its numbers make possible, or of several, each a collector."""

    numcheck: NumcheckSession

    @classmethod
    def of(cls, parent: pytest.Collector, path: Path, numcheck: NumcheckSession) -> ArticleFile:
        node: ArticleFile = cls.from_parent(parent, path=path)
        named = node.nodeid.encode("utf-8", "backslashreplace").decode()
        if named != node.nodeid:  # a name that is no text: neither pytest's cache nor its workers could pass it on
            node = cls.from_parent(parent, path=path, nodeid=named)
        node.numcheck = numcheck
        numcheck.desk.expect(node.article, path)
        return node

    @property
    def article(self) -> str:
        """The article's name in reports: its node id, or its path where it lies outside the root folder."""
        return self.nodeid or self.path.as_posix()

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        for entry in self.numcheck.desk.judge(self.article, self.path):
            if entry["part"] is None:
                yield from cases(self, entry, self.numcheck, self.article, self.article)
            else:
                node: ArticleNode = ArticleNode.from_parent(self, name=entry["part"])
                node.entry, node.numcheck, node.file = entry, self.numcheck, self.article
                yield node


class ArticleNode(pytest.Collector):
    """One article of a file that holds several."""

    numcheck: NumcheckSession
    entry: Entry
    #: the file's name in reports
    file: str

    def collect(self) -> Iterator[pytest.Item]:
        yield from cases(self, self.entry, self.numcheck, self.file, f"{self.file}::{self.name}")

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name


def cases(parent: pytest.Collector, entry: Entry, numcheck: NumcheckSession, file: str, article: str) -> Iterator[pytest.Item]:
    """The items of a judged ``article`` of ``file``: its checks, or the one that tells why there are none."""
    numcheck.heard(article, entry, parent.path, file)
    if "error" in entry:
        yield UnreadableItem.from_parent(parent, name="readable", error=entry["error"])
        return
    if "skipped" in entry:
        yield SkippedItem.from_parent(parent, name="skipped", reason=entry["skipped"])
        return
    if "cut" in entry["record"]:
        yield CutItem.from_parent(parent, name="complete", why="; ".join(entry["record"]["cut"]), strict=numcheck.options.strict)
    for i, check in enumerate(entry["record"]["checks"]):
        own = check["node"][len(article) + 2:]
        yield CheckItem.from_parent(parent, name=own, nodeid=case_id(parent, own), check=check,
                                    title=entry["titles"][check["rule"]], finding=entry["findings"].get(str(i)),
                                    fail_on=numcheck.options.fail_on)


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


class SkippedItem(pytest.Item):
    """An item of a file that is no article to be checked: skipped, with the reason."""

    def __init__(self, *, reason: str, **kwargs: Any):
        super().__init__(**kwargs)
        self.user_properties.append(("outcome", "skipped"))
        self.add_marker(pytest.mark.skip(reason=clean(reason)))

    def runtest(self) -> None:
        """Never called: the mark skips it."""

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, "No article to be checked"


class CutItem(pytest.Item):
    """The item of an article of which something was not looked at: undecided, and a failure where ``strict``."""

    def __init__(self, *, why: str, strict: bool, **kwargs: Any):
        super().__init__(**kwargs)
        self.why = f"cut short: {clean(why)}"
        self.user_properties.append(("outcome", "undecided"))
        if not strict:
            self.add_marker(pytest.mark.skip(reason=self.why))

    def runtest(self) -> None:
        raise CutShort(self.why)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, "This article was not checked to its end"

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str | TerminalRepr:
        return failure(self, excinfo, self.why, 1, self.why)


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
