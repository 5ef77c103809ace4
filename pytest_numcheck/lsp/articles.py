"""An article in the editor: what is marked, and what a hover over a number says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsprotocol import types

from ..engine import Report
from ..numbers.mention import Mention
from ..report.columns import clean
from ..report.finding import Finding, Spot
from ..report.shown import details
from .positions import Lines

SOURCE = "numcheck"
SEVERITY = {"error": types.DiagnosticSeverity.Error, "warning": types.DiagnosticSeverity.Warning,
            "note": types.DiagnosticSeverity.Information}


def diagnostics(report: Report, uri: str, lines: Lines) -> list[types.Diagnostic]:
    """One mark on each number of each open finding, with the other numbers as related places; then what is wrong with waivers."""
    found = [d for f in report.findings().values() if f.outcome == "inconsistent" for d in _finding(f, report, uri, lines)]
    return found + [_complaint(report.article.name, text, lines) for text in report.complaints]


def _finding(f: Finding, report: Report, uri: str, lines: Lines) -> list[types.Diagnostic]:
    places = [(spot.text, place(spot, report, lines)) for spot in f.spots]
    return [types.Diagnostic(
        at, f.told, SEVERITY.get(f.severity, types.DiagnosticSeverity.Information), f.rule, source=SOURCE,
        related_information=[types.DiagnosticRelatedInformation(types.Location(uri, other), f"the other number: {text}")
                             for j, (text, other) in enumerate(places) if i != j],
        data=f.fingerprint) for i, (_, at) in enumerate(places)]


def place(spot: Spot, report: Report, lines: Lines) -> types.Range:
    """Where a number stands in the document."""
    shift = _shift(report, lines)
    if shift is None:  # the article was taken out of another format
        return lines.range(lines.spot(spot.line, spot.column), lines.spot(spot.end_line, spot.end_column))
    return lines.range(spot.start + shift, spot.end + shift)


def hover(report: Report, lines: Lines, position: types.Position) -> types.Hover | None:
    """How the number under ``position`` was read, and what was found about it."""
    shift = _shift(report, lines)
    if shift is None:
        return None
    at = lines.offset(position) - shift
    article = report.article
    spans = [(m, *article.origin.span(m.start, m.end)) for m in report.reading]
    under = [(end - start, start, end, m) for m, start, end in spans if start <= at <= end]
    if not under:
        return None
    _, start, end, mention = min(under, key=lambda u: (not u[1] <= at < u[2], *u[:3]))
    text = [f"“{clean(mention.text)}”"]
    if isinstance(mention, Mention):
        text += [f"{label}: {value}" for label, value in details(mention)]
    else:
        text.append(f"kind: {mention.kind}")
    for check in report.checks:
        if mention.id in check.mentions and check.outcome in ("inconsistent", "waived"):
            why = f" (waived: {check.reason})" if check.outcome == "waived" else f" ({check.severity})"
            text.append(f"\n{clean(check.message)}. {check.rule}{why}")
    return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, "\n".join(text)), lines.range(start + shift, end + shift))


def _shift(report: Report, lines: Lines) -> int | None:
    """How far the document's offsets are from the article's: 1 behind a byte order mark; None where it is no part of it."""
    source = report.article.source
    if len(source) == len(lines.text):
        return 0
    return 1 if lines.text.startswith("\ufeff") and len(source) + 1 == len(lines.text) else None


def waivers(uri: str, lines: Lines, found: Sequence[types.Diagnostic]) -> list[types.CodeAction]:
    """For each finding the comment that would let it stand, above its line; the reason is left for a person to write."""
    actions = []
    for d in found:
        if d.source != SOURCE or "/" not in str(d.code):
            continue
        line = lines.line(d.range.start.line)
        top = types.Position(d.range.start.line, 0)
        comment = f"{line[:len(line) - len(line.lstrip())]}<!-- numcheck: ignore {d.code} --  -->\n"
        edit = types.WorkspaceEdit(changes={uri: [types.TextEdit(types.Range(top, top), comment)]})
        actions.append(types.CodeAction(f"Let it stand: waive {d.code}, with your reason", kind=types.CodeActionKind.QuickFix,
                                        diagnostics=[d], edit=edit))
    return actions


def unreadable(text: str, lines: Lines) -> types.Diagnostic:
    """Why the document, or an article in it, cannot be read."""
    at, what = _place(re.match(r"[^\n]*?(?::(\d+))?(?::(\d+))?: (.*)", text, re.S), text, lines)
    return types.Diagnostic(at, what, types.DiagnosticSeverity.Error, "readable", source=SOURCE)


def _complaint(name: str, text: str, lines: Lines) -> types.Diagnostic:
    at, what = _place(re.match(rf"{re.escape(name)}(?::(\d+))?(?::(\d+))?: (.*)", text, re.S), text, lines)
    return types.Diagnostic(at, what, types.DiagnosticSeverity.Warning, "waiver", source=SOURCE)


def _place(said: re.Match[str] | None, text: str, lines: Lines) -> tuple[types.Range, str]:
    """From ``name:line:column: what``: from there to the end of the line, and what."""
    line, column, what = (said[1], said[2], said[3]) if said else (None, None, text)
    start = lines.spot(int(line or 1), int(column or 1))
    end = start + len(lines.line(int(line or 1) - 1)[int(column or 1) - 1:])
    return lines.range(start, end), what
