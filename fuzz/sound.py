"""What must hold of whatever is read and judged, however strange the article."""

from __future__ import annotations

import json
import math
import re

from pytest_numcheck.articles.draft import Broken, Skipped
from pytest_numcheck.articles.model import Article
from pytest_numcheck.articles.read import UnreadableArticle
from pytest_numcheck.engine import Report, check_article, load_rules
from pytest_numcheck.report.finding import Finding
from pytest_numcheck.report.outputs import FORMATS
from pytest_numcheck.report.run import Run

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
RULES = load_rules("numcheck:recommended@1")


def worded(error: Exception, name: str) -> None:
    """An error that users see: named, in one line."""
    said = str(error)
    assert said.startswith(name), said
    assert "\n" not in said, said
    assert not _CONTROLS.search(said), repr(said)


def read(call: object, name: str) -> list[Article]:
    """The articles that ``call`` gives; none where they are refused in words."""
    try:
        found = call()  # type: ignore[operator]
    except UnreadableArticle as e:
        worded(e, name)
        return []
    for one in found:
        if isinstance(one, Broken):
            worded(ValueError(one.error), name)
        elif isinstance(one, Skipped):
            assert one.reason
    return [one for one in found if isinstance(one, Article)]


def article(one: Article) -> None:
    """Positions lead back into the file."""
    for paragraph in one.paragraphs:
        assert 0 <= paragraph.start <= paragraph.end <= len(one.text)
        start, end = one.origin.span(paragraph.start, paragraph.end)
        assert 0 <= start <= end <= len(one.source)
        assert one.line_column(paragraph.start) >= (1, 1)


def judged(one: Article) -> Report:
    """Numbers, checks and every output of an article."""
    article(one)
    report = check_article(one, RULES)
    assert not report.late, report.cut
    record = report.record()
    json.dumps(record, allow_nan=False).encode()
    for m in record["mentions"]:
        assert 0 <= m["start"] < m["end"] <= len(one.source)
        assert all(m[k] is None or math.isfinite(m[k]) for k in ("value", "value2", "low", "high"))
        assert m["low"] is None or m["high"] is None or m["low"] <= m["high"]
    for check in report.checks:
        text = report.finding(check)
        assert not _CONTROLS.search(text), repr(text)
    found = list(report.findings().values())
    for f in found:
        assert Finding.of(json.loads(json.dumps(f.data()))) == f
    run = Run("0", articles=1, numbers=len(record["mentions"]), findings=found)
    for render in FORMATS.values():
        render(run).encode()
    return report
