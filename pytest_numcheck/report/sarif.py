"""SARIF 2.1.0, the exchange format of code scanning (OASIS standard)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from .coverage import ArticleCoverage, total
from .finding import Finding, Spot
from .run import RuleText, Run

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(run: Run) -> str:
    """The run as a SARIF log: columns in code points, waived findings as suppressed results."""
    ids = sorted({f.rule for f in run.findings})
    place = {rule: i for i, rule in enumerate(ids)}
    files: dict[str, list[ArticleCoverage]] = {}
    for article in run.coverage:
        files.setdefault(article.article.partition("::")[0], []).append(article)
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "numcheck", "semanticVersion": run.version, "version": run.version,
                                "rules": [_rule(rule, run.rules.get(rule)) for rule in ids]}},
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": not run.unread,
                             "toolExecutionNotifications": [*(_notice(name, why, "error") for name, why in run.unread),
                                                            *(_notice(name, why, "warning") for name, why in run.cut)]}],
            "artifacts": [_read(file, parts) for file, parts in files.items()],
            "results": [_result(f, place[f.rule]) for f in run.findings],
            "properties": {"articles": run.articles, "numbers": run.numbers, "numericCoverage": _coverage(run.coverage)},
        }],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: str, text: RuleText | None) -> dict[str, Any]:
    if text is None:
        return {"id": rule}
    return {"id": rule, "name": "".join(p.capitalize() for p in rule.replace("/", "-").split("-")),
            "shortDescription": {"text": text.title}, "fullDescription": {"text": text.explain},
            "help": {"text": text.explain, "markdown": text.page},
            "defaultConfiguration": {"level": _level(text.level)}}


def _result(f: Finding, index: int) -> dict[str, Any]:
    first, *others = f.spots
    result: dict[str, Any] = {
        "ruleId": f.rule, "ruleIndex": index, "level": _level(f.severity), "message": {"text": f.told},
        "locations": [_location(f.article, first)],
        "relatedLocations": [{"id": i, "message": {"text": f"the other number: {s.text}"}, **_location(f.article, s)}
                             for i, s in enumerate(others, 1)],
        "partialFingerprints": {"numcheck/v1": f.fingerprint},
        "properties": {k: v for k, v in (("certainty", f.certainty), ("slip", f.slip), ("case", f.node)) if v},
    }
    if f.outcome == "waived":
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": f.reason or ""}]
    return result


def _read(file: str, parts: Sequence[ArticleCoverage]) -> dict[str, Any]:
    """A file that was read, with the coverage of its articles and the lines of the numbers that no rule knew."""
    lines = sorted({line for a in parts for line in a.lines})
    return {"location": _artifact(file), "properties": {"numericCoverage": {**_coverage(parts), "uncheckedLines": lines}}}


def _coverage(articles: Sequence[ArticleCoverage]) -> dict[str, Any]:
    """Numbers seen, checked against another, and alone; checked in percent of those that are not alone."""
    return {"numbers": sum(a.seen for a in articles), "checked": sum(a.checked for a in articles),
            "alone": sum(a.alone for a in articles), "percent": round(total(articles), 1)}


def _location(article: str, s: Spot) -> Mapping[str, Any]:
    region = {"startLine": s.line, "startColumn": s.column, "endLine": s.end_line, "endColumn": s.end_column,
              "charOffset": s.start, "charLength": s.end - s.start, "snippet": {"text": s.text}}
    return {"physicalLocation": {"artifactLocation": _artifact(article), "region": region}}


def _artifact(article: str) -> dict[str, str]:
    try:
        raw = article.encode("utf-8", "surrogateescape")  # names of files need not be text
    except UnicodeEncodeError:
        raw = article.encode("utf-8", "replace")
    uri = quote(raw, safe="/:~!$&'()*+,;=@-._" if article.startswith("/") else "/~!$&'()*+,;=@-._")
    return {"uri": f"file://{uri}"} if article.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _notice(name: str, why: str, level: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": why},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(name)}}]}


def _level(severity: str) -> str:
    return severity if severity in ("error", "warning", "note") else "none"
