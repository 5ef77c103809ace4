"""Plain lines, one a finding, as compilers print them: editors and people read ``path:line:column: severity: what``."""

from __future__ import annotations

from .columns import clean
from .run import Run


def render(run: Run) -> str:
    """The open findings by article and place, then what could not be read."""
    found = sorted(run.open, key=lambda f: (f.article, f.spots[0].start, f.rule))
    lines = [f"{clean(f.article)}:{f.spots[0].line}:{f.spots[0].column}: {f.severity}: {f.told} ({f.rule})" for f in found]
    return "".join(f"{line}\n" for line in [*lines, *(clean(why) for _, why in (*run.unread, *run.cut))])
