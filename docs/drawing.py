"""A small pen for the pictures of the documentation: SVG in light or dark, as the page or the reader's system has it."""

from __future__ import annotations

from html import escape

LIGHT = {"ink": "#1f2937", "soft": "#52606d", "line": "#c9d1d9", "paper": "#f6f8fa", "red": "#b3261e", "green": "#0b6e4f",
         "amber": "#8a5a00", "blue": "#0a5ea8"}
DARK = {"ink": "#e6edf3", "soft": "#a9b4c0", "line": "#4a5563", "paper": "#262b36", "red": "#ff8f86", "green": "#5fd0a5",
        "amber": "#f0b95a", "blue": "#7cb8f2"}
FONT = "ui-sans-serif, system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif"
MONO = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


class Drawing:
    """Shapes in the order in which they are drawn; ``str()`` is the file."""

    def __init__(self, width: int, height: int, title: str, told: str):
        self.width, self.height, self.title, self.told = width, height, title, told
        self.shapes: list[str] = []

    def rect(self, x: float, y: float, width: float, height: float, colour: str, *, opacity: float = 1, round: float = 3) -> None:
        self.shapes.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" rx="{round}" '
                           f'fill="var(--nc-{colour})" fill-opacity="{opacity}"/>')

    def line(self, x: float, y: float, x2: float, y2: float, colour: str, *, width: float = 1.5, dash: str = "") -> None:
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self.shapes.append(f'<path d="M{x:.1f} {y:.1f}L{x2:.1f} {y2:.1f}" stroke="var(--nc-{colour})" stroke-width="{width}" '
                           f'fill="none"{dashed}/>')

    def path(self, d: str, colour: str, *, width: float = 1.5, filled: bool = False) -> None:
        look = f'fill="var(--nc-{colour})"' if filled else f'fill="none" stroke="var(--nc-{colour})" stroke-width="{width}"'
        self.shapes.append(f'<path d="{d}" {look}/>')

    def dot(self, x: float, y: float, colour: str, r: float = 4) -> None:
        self.shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}" fill="var(--nc-{colour})"/>')

    def text(self, x: float, y: float, words: str, colour: str = "ink", *, size: float = 14, anchor: str = "start",
             weight: int = 400, mono: bool = False) -> None:
        font = f' font-family="{MONO}"' if mono else ""
        self.shapes.append(f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" '
                           f'xml:space="preserve" fill="var(--nc-{colour})"{font}>{escape(words, quote=False)}</text>')

    def __str__(self) -> str:
        def names(colours: dict[str, str]) -> str:
            return "".join(f"--nc-{k}:{v};" for k, v in colours.items())
        style = f".nc{{{names(LIGHT)}}}@media (prefers-color-scheme:dark){{.nc{{{names(DARK)}}}}}"
        return (f'<svg xmlns="http://www.w3.org/2000/svg" class="nc" viewBox="0 0 {self.width} {self.height}" '
                f'width="{self.width}" height="{self.height}" role="img" aria-label="{escape(self.told)}" '
                f'font-family="{FONT}"><title>{escape(self.title)}</title><style>{style}</style>'
                f"{''.join(self.shapes)}</svg>\n")
