"""Writes an article in the alphabet of holes, and keeps the way back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ...numbers.mention import Mention, Reading
from . import holes

#: white space that is not one space already
_RUN = re.compile(r" \s+|[^\S ]\s*")

#: (prose offset, order among marks of one place, the mark, prose offset after it)
_Mark = tuple[int, int, str, int]
_CLOSE, _SENTENCE, _PARAGRAPH, _CUE, _MENTION = range(5)


class Canvas:
    """The text of a view and its offset maps. ``overflow``: some mentions had ids too large to be shown."""

    def __init__(self, reading: Reading):
        self.overflow = False
        self._source = reading.article.text
        self._lower = _lower(holes.purged(self._source))
        self._out: list[str] = []
        self._length = 0
        self._view: list[int] = []
        self._prose: list[int] = []
        self._point(0)
        self._write(sorted([*self._ends(reading), *self._openings(reading)]))
        self.text = "".join(self._out)
        self.sentences = tuple(self._sentences())

    def to_view(self, offset: int) -> int:
        return _mapped(self._prose, self._view, offset)

    def to_prose(self, view: int) -> int:
        return _mapped(self._view, self._prose, view)

    def _write(self, marks: list[_Mark]) -> None:
        at = 0
        for offset, _, mark, after in marks:
            if offset > at:
                self._copy(at, offset)
                at = offset
            self._point(at)
            self._out.append(mark)
            self._length += len(mark)
            at = max(at, after)
            self._point(at)
        self._copy(at, len(self._source))
        self._point(len(self._source))

    def _point(self, prose: int) -> None:
        self._view.append(self._length)
        self._prose.append(prose)

    def _copy(self, start: int, end: int) -> None:
        """Append prose, each run of white space as one space."""
        self._point(start)
        for run in _RUN.finditer(self._lower, start, end):
            self._put(self._lower[start:run.start()])
            if run.end() - run.start() > 1:
                self._point(run.start())
            self._put(" ")
            start = run.end()
            if run.end() - run.start() > 1:
                self._point(start)
        self._put(self._lower[start:end])

    def _put(self, text: str) -> None:
        self._out.append(text)
        self._length += len(text)

    def _ends(self, reading: Reading) -> list[_Mark]:
        found: list[_Mark] = []
        sentences = reading.article.sentences
        for i, s in enumerate(sentences):
            found.append((s.end, _SENTENCE, holes.SENTENCE_END, s.end))
            if i + 1 == len(sentences) or sentences[i + 1].paragraph != s.paragraph:
                found.append((s.end, _PARAGRAPH, holes.PARAGRAPH_END, s.end))
        return found

    def _openings(self, reading: Reading) -> list[_Mark]:
        found: list[_Mark] = []
        hidden = self._hidden(reading)
        for lead, end, m in hidden:
            found.append((lead, _MENTION, holes.KIND[m.kind] + holes.mention_id(m.id), end))
            begin = m.end + self._source.startswith((" ", "-"), m.end)
            if m.noun and self._source.startswith(m.noun, begin):
                found.append((begin + len(m.noun), _CLOSE, holes.NOUN_END, 0))
        starts = [lead for lead, _, _ in hidden]
        for cue in reading.cues:
            if cue.kind not in holes.CUE_KIND or cue.id > holes.MAX_ID:
                self.overflow |= cue.id > holes.MAX_ID
                continue
            opening = holes.CUE_KIND[cue.kind] + holes.cue_id(cue.id)
            i = bisect_right(starts, cue.start) - 1
            start, end = cue.start, cue.end
            if i >= 0 and start < hidden[i][1]:
                start = hidden[i][0]
                if end <= hidden[i][1]:
                    found.append((start, _CUE, opening + holes.CUE_END, 0))
                    continue
            j = bisect_right(starts, end - 1) - 1
            if j >= 0 and end < hidden[j][1]:
                end = hidden[j][1]
            found += [(start, _CUE, opening, 0), (end, _CLOSE, holes.CUE_END, 0)]
        return found

    def _hidden(self, reading: Reading) -> list[tuple[int, int, Mention]]:
        """The spans that mentions hide; none overlap."""
        spans: list[tuple[int, int, Mention]] = []
        at = 0
        for m in sorted(reading.mentions, key=lambda m: (m.start, m.end)):
            lead = max(m.lead if 0 <= m.lead < m.start else m.start, at)
            if m.id > holes.MAX_ID:
                self.overflow = True
            elif m.kind in holes.KIND:
                at = max(at, m.end)
                spans.append((lead, max(m.end, lead), m))
        return spans

    def _sentences(self) -> list[tuple[int, int]]:
        ends = [m.start() for m in re.finditer(holes.SENTENCE_END, self.text)]
        return list(zip([0, *(e + 1 for e in ends)], ends, strict=False))


def _mapped(keys: list[int], values: list[int], at: int) -> int:
    """Where ``at`` goes: the first of several places, the beginning of a stretch that is not copied one to one."""
    i = max(min(bisect_left(keys, at), len(keys) - 1), 0)
    if keys[i] > at:
        i -= 1
        if values[i + 1] - values[i] != keys[i + 1] - keys[i]:
            return values[i]
    return values[i] + max(at - keys[i], 0) if keys[i] <= at else values[0]


def _lower(text: str) -> str:
    """Lower case, character for character."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
