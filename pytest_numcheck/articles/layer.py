"""Text that lies inside a file in another spelling (a JSON string, XML character data), with the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from .model import OffsetMap


@dataclass(frozen=True, slots=True)
class Layer:
    """``text`` as it is meant, and where each of its characters stands in the file."""

    text: str
    origin: OffsetMap = field(default_factory=OffsetMap)

    def part(self, start: int, end: int) -> Layer:
        """The stretch ``start..end`` as a layer of its own."""
        return Layer(self.text[start:end], chain(OffsetMap((0,), (start,)), self.origin, end - start))

    def inner(self, inside: Layer) -> Layer:
        """``inside``, whose way back leads to this layer's text, with its way back leading to the file."""
        return Layer(inside.text, chain(inside.origin, self.origin, len(inside.text)))


@dataclass(slots=True)
class Laying:
    """Builds a layer piece by piece: what stands there as it is, and what stands for something longer."""

    _parts: list[str] = field(default_factory=list)
    _prose: list[int] = field(default_factory=list)
    _source: list[int] = field(default_factory=list)
    _wide: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, source: int, width: int | None = None) -> None:
        """Append ``text`` that begins at ``source``; with ``width`` it is one thing of so many characters in the file."""
        if not text:
            return
        if not self._prose or self._source[-1] - self._prose[-1] != source - self.length:
            self._prose.append(self.length)
            self._source.append(source)
        if width is not None:
            if width != 1:
                self._wide.append((source, width))
            for extra in range(1, len(text)):  # all of it stands where its first character does
                self._prose.append(self.length + extra)
                self._source.append(source)
        self._parts.append(text)
        self.length += len(text)

    def done(self) -> Layer:
        return Layer("".join(self._parts), OffsetMap(tuple(self._prose), tuple(self._source), tuple(self._wide)))


def chain(outer: OffsetMap, inner: OffsetMap, length: int) -> OffsetMap:
    """One map for two: ``outer`` leads from a text of ``length`` characters into a layer, ``inner`` from there to the file."""
    if not inner.prose and not inner.wide:
        return outer
    if not outer.prose:
        outer = OffsetMap((0,), (0,), outer.wide)
    prose: list[int] = []
    source: list[int] = []
    wide: list[tuple[int, int]] = []
    for i, (begin, at) in enumerate(zip(outer.prose, outer.source, strict=True)):
        end = outer.prose[i + 1] if i + 1 < len(outer.prose) else max(length, begin + 1)
        first = bisect_right(inner.prose, at)
        last = bisect_right(inner.prose, at + end - begin - 1)
        for offset in (at, *inner.prose[first:last]):
            there, here = inner(offset), begin + offset - at
            if not prose or source[-1] - prose[-1] != there - here:
                prose.append(here)
                source.append(there)
    for at, width in outer.wide:
        start, end = inner.span(at, at + width)
        if end - start > 1:
            wide.append((start, end - start))
    known = {at for at, _ in wide}
    if inner.wide:
        wide += [w for w in inner.wide if w[0] not in known]
        wide.sort()
    return OffsetMap(tuple(prose), tuple(source), tuple(wide))
