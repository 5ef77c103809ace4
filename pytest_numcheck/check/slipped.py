"""What a number might have been before a slip of the finger or the mind: the variants of one mention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..numbers.interval import Interval
from ..numbers.mention import Mention, Moment

MINUTES_A_DAY = 1440
#: Digit slips prove nothing between numbers shorter than this.
MIN_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Variant:
    """The mention as it may have been meant. ``evidence`` is False for a slip that almost any two small numbers fit."""

    name: str
    rank: int
    mention: Mention
    evidence: bool = True
    #: how to say what was meant, where it is not a number in the style of the mention
    said: str | None = None


def variants(m: Mention, least: int = MIN_DIGITS) -> Iterator[Variant]:
    """Every single slip away from ``m``, likeliest kinds first for its kind; of digits from ``least`` on."""
    if m.kind == "clock":
        yield from _clock(m)
    elif m.kind in ("date", "year"):
        yield from _calendar(m)
    elif m.value is not None and m.value2 is None:
        yield from _number(m, least)


def _clock(m: Mention) -> Iterator[Variant]:
    moment = m.moment
    if moment is None or moment.minutes is None:
        return
    for by in (-60, 60):
        yield Variant("one hour off", 0, _at(m, moment, by))
    if moment.half or moment.minutes < 13 * 60:
        yield Variant("a.m. for p.m." if moment.half == "am" else "p.m. for a.m." if moment.half == "pm" else "12 hours off",
                      1, _at(m, moment, 720))
    hour = int(moment.minutes) // 60
    swapped = hour % 10 * 10 + hour // 10
    if swapped != hour and swapped < 24 and moment.half is None:
        yield Variant("transposed digits", 3, _at(m, moment, (swapped - hour) * 60))
    minute = int(moment.minutes) % 60
    turned = minute % 10 * 10 + minute // 10
    if turned < 60 and turned != minute:
        yield Variant("transposed digits", 3, _at(m, moment, turned - minute))


def _at(m: Mention, moment: Moment, by: float) -> Mention:
    assert moment.minutes is not None
    minutes = (moment.minutes + by) % MINUTES_A_DAY
    half = None if moment.half is None else "am" if minutes < 720 else "pm"
    move = minutes - moment.minutes
    return replace(m, value=minutes if m.value is not None else None, printed=_moved(m.printed, move),
                   loose=_moved(m.loose, move), moment=replace(moment, minutes=minutes, half=half))


def _calendar(m: Mention) -> Iterator[Variant]:
    moment = m.moment
    if moment is None:
        return
    if moment.day is not None:
        for by in (-1, 1):
            yield from _day(m, moment, moment.day + by, "one day off", 0)
        yield from _day(m, moment, moment.day % 10 * 10 + moment.day // 10, "transposed digits", 3)
        for by in (-10, 10):
            yield from _day(m, moment, moment.day + by, "ten days off", 4)
    if moment.year is not None and moment.end_year is None:
        for by in (-1, 1):
            yield _years(m, moment, by, "one year off", 1)
        for by in (-10, 10):
            yield _years(m, moment, by, "ten years off", 2)
        for by in (-100, 100):
            yield _years(m, moment, by, "a century off", 2)
        if moment.year > 999:
            y = str(moment.year)
            for i in range(3):
                turned = int(y[:i] + y[i + 1] + y[i] + y[i + 2:])
                if turned != moment.year and turned > 999:
                    yield _years(m, moment, turned - moment.year, "transposed digits", 3)


def _day(m: Mention, moment: Moment, day: int, name: str, rank: int) -> Iterator[Variant]:
    if 1 <= day <= 31 and moment.day is not None and day != moment.day:
        by = day - moment.day
        yield Variant(name, rank, replace(m, printed=_moved(m.printed, by), loose=_moved(m.loose, by),
                                          moment=replace(moment, day=day)))


def _years(m: Mention, moment: Moment, by: int, name: str, rank: int) -> Variant:
    assert moment.year is not None
    days = _days(by)
    return Variant(name, rank, replace(
        m, value=None if m.value is None else m.value + by if m.kind == "year" else m.value,
        printed=_moved(m.printed, days), loose=_moved(m.loose, days), moment=replace(moment, year=moment.year + by)))


def _days(years: int) -> float:
    return float(round(years * 365.2425))


def _number(m: Mention, least: int) -> Iterator[Variant]:
    assert m.value is not None
    v = m.value
    if m.kind == "duration" and m.unit in ("hour", "minute"):
        hour = 60.0 if m.unit == "minute" else 1.0
        for by in (-hour, hour):
            if v + by > 0:
                yield Variant("one hour off", 1, _shifted(m, by))
    # a zero too many is a slip of figures: nobody writes ten times "one hour and 26 minutes" by mistake
    for factor in () if m.worded or " and " in m.text else (10.0, 1000.0, 100.0):
        for f in (1 / factor, factor):
            yield Variant(f"a factor of {factor:,.0f}", 2, _scaled(m, f))
    if m.kind in ("temperature", "temperature-difference") and m.unit and "ahrenheit" in m.unit:
        for by in (-32.0, 32.0):
            yield Variant("32 added" if by < 0 else "32 left out", 1, _shifted(m, by))
    if not m.worded:
        for digits, name in _digits(m, least):
            if digits != v:
                yield Variant(name, 3, _shifted(m, digits - v))
    if m.kind in ("count", "age", "ordinal", "duration") and v == int(v) and v < 1000:
        for by in (-1.0, 1.0):
            if v + by > 0:
                yield Variant("off by one", 5, _shifted(m, by), evidence=False)
    if m.kind in ("temperature", "percent", "money"):
        yield Variant("wrong sign", 6, _scaled(m, -1.0), evidence=False)


_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def _digits(m: Mention, least: int) -> Iterator[tuple[float, str]]:
    """Values of the printed figure with two digits turned, one too many or one lost; the magnitude word stays."""
    found = _FIGURE.findall(m.text)
    if len(found) != 1 or not m.value:
        return
    figure = found[0].replace(",", "")
    if not float(figure):
        return
    unit = abs(m.value) / float(figure)
    whole, dot, rest = figure.partition(".")
    digits, places = whole + rest, len(rest) if dot else 0
    if not least <= len(digits) <= 15:
        return

    def value(d: str) -> float:
        return float(int(d)) / 10.0**places * unit

    if least < MIN_DIGITS and len(digits) == MIN_DIGITS and not places and digits[0] != "0":
        for turned in (digits[2] + digits[:2], digits[1:] + digits[0], digits[::-1]):
            if turned[0] != "0" and turned != digits:
                yield value(turned), "digits out of order"
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1] and (i or digits[1] != "0"):
            yield value(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2:]), "transposed digits"
    if not places and len(digits) >= MIN_DIGITS:
        for i in range(len(digits)):
            if i and digits[i] == digits[i - 1]:
                yield value(digits[:i] + digits[i + 1:]), "a doubled digit"
        for i in range(len(digits)):
            yield value(digits[:i + 1] + digits[i] + digits[i + 1:]), "a dropped digit"


def _moved(interval: Interval | None, by: float) -> Interval | None:
    return None if interval is None else interval.scaled(1.0, by)


def _shifted(m: Mention, by: float) -> Mention:
    """The mention with ``by`` more: what rounding allows stays, what a hedge or a loose reading allows grows in proportion."""
    assert m.value is not None
    if not m.value:
        return replace(m, value=by, printed=_moved(m.printed, by), loose=_moved(m.loose, by))
    scaled = _scaled(m, (m.value + by) / m.value)
    return scaled if m.hedge else replace(scaled, step=m.step, printed=_moved(m.printed, by))


def _scaled(m: Mention, factor: float) -> Mention:
    assert m.value is not None
    return replace(m, value=m.value * factor, step=None if m.step is None else m.step * abs(factor),
                   printed=None if m.printed is None else m.printed.scaled(factor),
                   loose=None if m.loose is None else m.loose.scaled(factor))
