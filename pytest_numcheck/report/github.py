"""GitHub Actions: annotations (workflow commands) and the step's summary (Markdown)."""

from __future__ import annotations

from .finding import Finding
from .run import Run

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
#: The summary of a step holds 1 MiB; more findings than this nobody reads there.
MAX_ROWS = 500


def commands(run: Run) -> str:
    """One workflow command a finding, the worst first: GitHub shows about ten of a kind a step."""
    lines = [_command(f) for f in run.ranked]
    lines += [f"::error file={_property(name)},title=numcheck::{_data(why)}" for name, why in run.unread]
    lines += [f"::warning file={_property(name)},title=numcheck::{_data(why)}" for name, why in run.cut]
    return "".join(f"{line}\n" for line in lines)


def summary(run: Run) -> str:
    """The step's summary: counts, then a table of all findings."""
    bad = run.ranked
    head = f"{run.articles} articles, {run.numbers} numbers: " + ", ".join(
        f"{run.count(s)} {s}{'' if run.count(s) == 1 else 's'}" for s in _COMMANDS)
    lines = ["## Numbers that do not agree" if bad else "## The numbers agree where they could be compared", "", head + ".", ""]
    if bad:
        lines += ["| | where | what | rule |", "|---|---|---|---|"]
        lines += [f"| {f.severity} | {_place(f)} | {_cell(_told(f))} | `{f.rule}` |" for f in bad[:MAX_ROWS]]
        if len(bad) > MAX_ROWS:
            lines.append(f"| | | … and {len(bad) - MAX_ROWS} more | |")
        lines.append("")
    waived = [f for f in run.findings if f.outcome == "waived"]
    if waived:
        lines += ["<details><summary>Waived: " + str(len(waived)) + "</summary>", ""]
        lines += [f"- {_place(f)} `{f.rule}`: {_cell(f.reason or '')}" for f in waived[:MAX_ROWS]]
        lines += ["", "</details>", ""]
    lines += [f"- could not be read: {_cell(why)}" for _, why in run.unread]
    lines += [f"- not checked to the end: {_cell(why)}" for _, why in run.cut]
    return "\n".join(lines).rstrip("\n") + "\n"


def _command(f: Finding) -> str:
    s = f.spots[0]
    end = f",endColumn={s.end_column}" if s.line == s.end_line else ""
    place = f"file={_property(f.article)},line={s.line},endLine={s.end_line},col={s.column}{end}"
    return f"::{_COMMANDS.get(f.severity, 'notice')} {place},title={_property(f'numcheck {f.rule}')}::{_data(_told(f))}"


def _told(f: Finding) -> str:
    others = [f"{s.text!r} in line {s.line}" for s in f.spots[1:] if s.line != f.spots[0].line]
    return f.told + (f" See {', '.join(others)}." if others else "")


def _place(f: Finding) -> str:
    return f"{_cell(f.article)}:{f.spots[0].line}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Text that cannot leave its cell of a Markdown table nor be taken for markup."""
    text = " ".join(text.split())
    for mark in "\\`*_{}[]<>|!#":
        text = text.replace(mark, "\\" + mark if mark != "<" else "&lt;")
    return text
