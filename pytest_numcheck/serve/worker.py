"""The process that reads articles for ``numcheck serve``: one JSON line in, one out, until its input ends.

It is a process of its own so that an article that takes too long can be stopped. It writes nothing else, keeps nothing,
and tells of a fault by its kind and place, never by the article's words.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..engine import Report
    from ..language.ruleset import RuleSet


def main(sources: list[str]) -> int:
    """Serve standard input with the rules that ``sources`` name."""
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what a library prints is not an answer
    from ..engine import check_text, load_rules
    ruleset = load_rules(*sources, root=Path.cwd())
    check_text("Of the 5 ships, 3 sank.", ruleset=ruleset)  # loads what is needed before anyone waits for it
    print(json.dumps({"ready": True}), file=out, flush=True)
    for line in sys.stdin.buffer:
        print(json.dumps(answer(json.loads(line), ruleset)), file=out, flush=True)
    return 0


def answer(ask: dict[str, Any], ruleset: RuleSet) -> dict[str, Any]:
    """The verdicts on one article, or ``{"unreadable": why}``, or ``{"fault": what broke}``."""
    from ..articles.read import UnreadableArticle
    from ..engine import check_text
    published = date.fromisoformat(ask["published"]) if ask["published"] else None
    try:
        report = check_text(ask["text"], ruleset=ruleset, name=ask["name"], suffix=ask["suffix"], published=published)
        return {"answer": verdicts(report), **({"page": shown(report)} if ask.get("page") else {})}
    except UnreadableArticle as e:
        return {"unreadable": str(e)}
    except Exception as e:
        at = traceback.extract_tb(e.__traceback__)[-1]
        return {"fault": f"{type(e).__name__} in {Path(at.filename).name}:{at.lineno}"}


def verdicts(report: Report) -> dict[str, Any]:
    """What a program that asks gets."""
    found = [f.data() for f in report.findings().values()]
    passed = not any(f["outcome"] == "inconsistent" and f["severity"] == "error" for f in found)
    complaints = [*report.complaints, *(f"{report.article.name}: cut short: {why}" for why in report.cut)]
    return {"passed": passed, "report": report.record(), "findings": found, "complaints": complaints}


def shown(report: Report) -> dict[str, Any]:
    """The article as the page shows it."""
    from ..report.page.article import page_article
    from ..report.page.pieces import spots_of
    found = list(report.findings().values())
    return page_article(report.article, report.record(), spots_of(report.reading), found).data()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
