"""GitLab Code Quality: the part of Code Climate's format that GitLab reads."""

from __future__ import annotations

import hashlib
import json

from .run import Run

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def render(run: Run) -> str:
    """A JSON list. GitLab hides ``check_name``, so the description names the rule; fingerprints are unique in the list."""
    rows = [{
        "description": f"{f.told} ({f.rule})",
        "check_name": f.rule,
        "fingerprint": hashlib.sha256(f"{f.article}\0{f.fingerprint}".encode(errors="replace")).hexdigest(),
        "severity": _SEVERITY.get(f.severity, "info"),
        "location": {"path": f.article, "lines": {"begin": f.spots[0].line}},
    } for f in run.open]
    rows += [{
        "description": why, "check_name": "numcheck/readable",
        "fingerprint": hashlib.sha256(f"{name}\0unreadable".encode(errors="replace")).hexdigest(),
        "severity": "critical", "location": {"path": name, "lines": {"begin": 1}},
    } for name, why in run.unread]
    rows += [{
        "description": why, "check_name": "numcheck/complete",
        "fingerprint": hashlib.sha256(f"{name}\0complete".encode(errors="replace")).hexdigest(),
        "severity": "minor", "location": {"path": name, "lines": {"begin": 1}},
    } for name, why in run.cut]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"
