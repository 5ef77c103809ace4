"""reviewdog's diagnostic format, one JSON object a line; its columns count UTF-8 bytes."""

from __future__ import annotations

from typing import Any

from .finding import Finding, Spot
from .jsonl import line
from .run import Run

_SEVERITY = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(run: Run) -> str:
    """One diagnostic a line."""
    rows: list[dict[str, Any]] = [_diagnostic(f) for f in run.open]
    rows += [{"message": why, "location": {"path": name}, "severity": "ERROR", "source": {"name": "numcheck"}}
             for name, why in run.unread]
    rows += [{"message": why, "location": {"path": name}, "severity": "WARNING", "source": {"name": "numcheck"}}
             for name, why in run.cut]
    return "".join(f"{line(row)}\n" for row in rows)


def _diagnostic(f: Finding) -> dict[str, Any]:
    return {"message": f.told,
            "location": _location(f.article, f.spots[0]),
            "severity": _SEVERITY.get(f.severity, "INFO"),
            "source": {"name": "numcheck"},
            "code": {"value": f.rule},
            "related_locations": [{"message": f"the other number: {s.text}", "location": _location(f.article, s)}
                                  for s in f.spots[1:]]}


def _location(article: str, s: Spot) -> dict[str, Any]:
    return {"path": article, "range": {"start": {"line": s.line, "column": s.bytes[0]},
                                       "end": {"line": s.end_line, "column": s.bytes[1]}}}
