"""How much one article may ask for. What is cut off is told, never passed over in silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

#: A file of several articles, or a Word file with its pictures, may be so many times as large as one article.
PACKAGE = 8


@dataclass(frozen=True, slots=True)
class Caps:
    """The limits; each is an option of the same name (``--numcheck-max-numbers``, ``--max-numbers``)."""

    #: bytes of an article; a larger file is refused
    size: int = 8_000_000
    #: numbers of an article; it is read up to the paragraph that holds more
    numbers: int = 10_000
    #: checks that one rule may make in one article
    checks: int = 1000
    #: seconds that one search of a phrase may take
    search: float = 2.0
    #: seconds of processor time that reading and judging one article may take
    seconds: float = 30.0

    @property
    def package(self) -> int:
        """Bytes of a file of several articles."""
        return self.size * PACKAGE

    def reading(self, size: int) -> float:
        """Seconds of processor time for reading a file of ``size`` bytes, before its articles are judged."""
        return self.seconds * (1 + size // self.size)


CAPS = Caps()
#: What each limit is called, what it wants, and what its help says.
TEXTS: Mapping[str, tuple[str, str]] = {
    "size": ("BYTES", f"the largest article (default: {CAPS.size}); a file of several may have {PACKAGE} times as much"),
    "numbers": ("N", f"most numbers of an article: the rest of it is left undecided (default: {CAPS.numbers})"),
    "checks": ("N", f"most checks of one rule in one article: the rest is left undecided (default: {CAPS.checks})"),
    "search": ("SECONDS", f"longest search for one phrase in one article (default: {CAPS.search:g})"),
    "seconds": ("SECONDS", f"processor time for one article; one that takes more is left undecided (default: {CAPS.seconds:g})"),
}


def caps_of(given: Callable[[str], str | None], shown: str = "--max-") -> Caps:
    """The limits with those that ``given`` names set. Raises ValueError in plain words; ``shown`` begins the options' names."""
    found: dict[str, int | float] = {}
    for name in (f.name for f in fields(Caps)):
        text = given(name)
        if text:
            try:
                value = float(text) if name in ("search", "seconds") else int(text.replace("_", ""))
            except ValueError:
                value = 0
            if not 0 < value < 1e15:
                raise ValueError(f"{shown}{name} wants a number above 0, not '{text}'")
            found[name] = value
    return Caps(**found)  # type: ignore[arg-type]
