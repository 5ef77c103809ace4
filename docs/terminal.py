"""What a program wrote to a terminal, drawn: bold, dim and coloured text on a dark screen, as text that can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape

_CODE = re.compile(r"\x1b\[([0-9;]*)m")
COLOURS = {31: "#ff8f86", 32: "#5fd0a5", 33: "#f0b95a", 34: "#7cb8f2", 35: "#d2a8ff", 36: "#76d6e0"}
INK, DIM, SCREEN, BAR = "#e6edf3", "#9aa7b4", "#161b22", "#2d333b"
MONO = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
STEP, LINE, PAD, TOP = 7.83, 18, 18, 46


@dataclass(frozen=True)
class Look:
    bold: bool = False
    dim: bool = False
    colour: str | None = None

    def after(self, codes: str) -> Look:
        look = self
        for code in [int(c or 0) for c in codes.split(";")]:
            look = {0: Look(), 1: Look(True, look.dim, look.colour), 2: Look(look.bold, True, look.colour),
                    22: Look(False, False, look.colour), 39: Look(look.bold, look.dim)}.get(code, look)
            if code in COLOURS:
                look = Look(look.bold, look.dim, COLOURS[code])
        return look


def drawn(ansi: str, command: str, width: int) -> str:
    """An SVG of the screen; lines over ``width`` columns are wrapped as a terminal wraps them."""
    rows: list[list[tuple[str, Look]]] = [[]]
    look, used = Look(), 0
    for i, piece in enumerate(_CODE.split(ansi)):
        if i % 2:
            look = look.after(piece)
            continue
        for j, part in enumerate(re.split(r"(\n)", piece)):
            if j % 2:
                rows.append([])
                used = 0
            while part and j % 2 == 0:
                rows[-1].append((part[:width - used], look))
                used, part = used + len(part[:width - used]), part[width - used:]
                if part:
                    rows.append([])
                    used = 0
    while rows and not any(text for text, _ in rows[-1]):
        rows.pop()
    high, wide = TOP + LINE * (len(rows) + 1) + PAD, round(2 * PAD + STEP * width)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" role="img" '
           f'aria-label="{escape(command)}" font-family="{MONO}" font-size="13"><title>{escape(command)}</title>'
           f'<rect width="{wide}" height="{high}" rx="8" fill="{SCREEN}"/>'
           f'<path d="M0 8a8 8 0 0 1 8-8h{wide - 16}a8 8 0 0 1 8 8v20H0z" fill="{BAR}"/>',
           "".join(f'<circle cx="{18 + 18 * n}" cy="14" r="5" fill="#57606a"/>' for n in range(3)),
           _row([("$ ", Look(dim=True)), (command, Look(bold=True))], TOP)]
    out += [_row(row, TOP + LINE * (n + 1)) for n, row in enumerate(rows) if row]
    return "\n".join([*out, "</svg>", ""])


def _row(pieces: list[tuple[str, Look]], y: int) -> str:
    spans, x = [], float(PAD)
    for text, look in pieces:
        if text.strip():
            weight = ' font-weight="700"' if look.bold else ""
            # the width is forced, so that the carets stand under their numbers in any font
            spans.append(f'<tspan x="{x:.1f}" textLength="{len(text) * STEP:.1f}"{weight} '
                         f'fill="{look.colour or (DIM if look.dim else INK)}">{escape(text, quote=False)}</tspan>')
        x += len(text) * STEP
    return f'<text y="{y}" xml:space="preserve">{"".join(spans)}</text>'


def words(svg: str) -> str:
    """The text on a screen that was drawn, without its spacing."""
    return " ".join(" ".join(unescape(t) for t in re.findall(r"<tspan[^>]*>([^<]*)</tspan>", svg)).split())
