"""Physical measures: lengths, areas, volumes, masses, speeds, temperatures, energy, power, pressure, data."""

from __future__ import annotations

import re
from functools import lru_cache

from ...base.lexicon import Lexicon
from ..clause.around import has, minus_start, one_of, open_figures, quantity, set_unit
from ..digits.figures import Figure
from ..digits.smallwords import cardinal
from ..scan import Draft, Scan
from .compound import and_a_half, next_part
from .units import unit_info
from .unitwords import unit_after

_RICHTER_AFTER = re.compile(r"[\s-]+(?:magnitude|on\s+the\s+richter|richter)\b", re.I)
_MW = re.compile(r"\s?M[Ww]\b")
_AMERICAN = re.compile(r"(?i)(?<!\w)(?:u\.?s\.?|american) ")
_TONS = {"metric": "tonne", "long": "long_ton"}
_STONES = re.compile(r"(?<![\w.,])(\d{1,2})\s?st(?:\s?(\d{1,2})\s?lbs?)?\b(?!\.?\s[A-Z])")
_FOOT_TALL = re.compile(
    r"(?<![\w.,-])([3-7]|four|five|six|seven)-(?:foot|feet)-"
    r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?![\w-])"
)
_INCH_MARK = re.compile(
    r"(?<![\w.,'\"])(\d{1,3}(?:\.\d{1,2})?)\s?[\"″](?=\s(?:wide|long|tall|high|thick|deep|across|in diameter|"
    r"x\s?\d|tvs?\b|televisions?|screens?|"
    r"displays?|monitors?|pipes?|guns?|wheels?|tyres?|tires?|vinyl|snow|of (?:rain|snow)))",
    re.I,
)
_INCH_GATE = re.compile(r"[\"″] (?:wide|long|tall|high|thick|deep|across|in d|x|tv|tele|screen|disp|"
                        r"mon|pip|gun|wheel|t[yi]re|vin|snow|of )", re.I)
_AGAIN = re.compile(r"\s?\(|,?\s+or\s+(?:(?:about|around|roughly|nearly|almost|some|just over)\s+)?")
_GAS = re.compile(r"\s?(?P<n>[mbt]|mm)c(?P<u>[mf])\b")
_GAS_SIZES = {"m": 1e3, "mm": 1e6, "b": 1e9, "t": 1e12}
_FEET_MARKS = re.compile(r"(?<![\w.,'])([3-8])\s?'\s?(\d{1,2}(?:\.\d)?)\s?(?:\"|'')(?!\w)")


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before a difference of temperature, after one, and before an earthquake's magnitude."""
    fillers = rf"(?:{one_of(lexicon, 'fillers')}\s+)*\Z"
    return (
        re.compile(rf"\b(?:by|{one_of(lexicon, 'difference')}(?:\s+in\s+[a-z ]{{3,30}})?\s+(?:of|by))\s+{fillers}", re.I),
        re.compile(rf"\s+(?:\([^)]{{1,20}}\)\s+)?{one_of(lexicon, 'differs')}", re.I),
        re.compile(rf"\bmagnitude[\s-]+(?:{one_of(lexicon, 'quake')}\s+){{0,4}}\Z|\bmeasur(?:ed|ing)\s+(?:about\s+)?\Z", re.I),
    )


def find(scan: Scan) -> None:
    """Claim physical measures, compounds ("5 feet 6 inches") in their first unit."""
    text = scan.text
    quake = "magnitude" in text or "Richter" in text or "Magnitude" in text
    for m in _FEET_MARKS.finditer(text) if "'" in text else ():
        figure = Figure(m.start(), m.end(), float(m[1]) + float(m[2]) / 12, 1 / 12, False, 1 / 12)
        scan.add(quantity(figure, m.start(), m.end(), "foot"))
    for m in _FOOT_TALL.finditer(text) if "-foot-" in text or "-feet-" in text else ():
        feet, inches = cardinal(m[1]) or 0, cardinal(m[2]) or 0
        if inches < 12:
            figure = Figure(m.start(), m.end(), feet + inches / 12, 1 / 12, not m[1].isdigit(), 1 / 12)
            scan.add(quantity(figure, m.start(), m.end(), "foot"))
    for m in _INCH_MARK.finditer(text) if _INCH_GATE.search(text) else ():
        if text.count('"', max(text.rfind("\n", 0, m.start()), 0), m.start()) % 2 == 0:
            grain = 0.1 if "." in m[1] else 1.0
            scan.add(quantity(Figure(m.start(), m.end(), float(m[1]), grain, False, grain), m.start(), m.end(), "inch"))
    for figure in open_figures(scan):
        if figure.glued:
            continue
        gas = _GAS.match(text, figure.end)
        if gas is not None and not figure.worded and not (gas["u"] == "m" and gas["n"] != "b"):
            size = _GAS_SIZES[gas["n"]]
            unit_name = "meter**3" if gas["u"] == "m" else "foot**3"
            draft = quantity(figure, figure.start, gas.end(), unit_name, figure.value * size)
            draft.step = figure.grain * size
            scan.add(draft)
            continue
        if quake and figure.value < 10 and not figure.worded and _quake(scan, figure):
            continue
        unit = unit_after(text, figure, scan.lexicon)
        if unit is None or (info := unit_info(unit.unit)).kind == "duration":
            continue
        value, end, grain = figure.value, unit.end, figure.grain
        at, last = unit, figure
        while (more := next_part(scan, last, at, scan.lexicon)) is not None:
            last, at = more
            part = unit_info(at.unit).scale / info.scale
            value, end, grain = value + last.value * part, at.end, last.grain * part
        half = (
            and_a_half(text, end)
            if last is figure and not figure.fraction and info.kind in ("length", "mass", "volume")
            else None
        )
        if half is not None:
            value, grain, end = value + half[0], half[0], half[1]
        minus = (
            minus_start(text, figure.start) if info.kind in ("temperature", "angle", "length", "temperature-difference") else None
        )
        if minus is not None and (info.kind == "temperature" or text[minus] not in "-–"):
            value = -value
        else:
            minus = None
        draft = quantity(figure, figure.start if minus is None else minus, end, unit.unit, value)
        draft.step = grain
        _warmth(scan, draft)
        _regional(scan, draft)
        scan.add(draft)


def _regional(scan: Scan, draft: Draft) -> None:
    """Whose gallon or ton it is: as the words say, else as the desk's region has it, else whichever fits."""
    if draft.unit in ("gallon", "pint", "quart", "fluid_ounce"):
        whose = scan.lexicon.table("region")["gallon"]
        if whose == "imperial" and _AMERICAN.search(scan.text, draft.start, draft.end) is None:
            set_unit(draft, f"imperial_{draft.unit}")
        elif whose != "us":
            draft.alternatives = (f"imperial_{draft.unit}",)
    elif draft.unit == "ton":
        whose = scan.lexicon.table("region")["ton"]
        if whose in _TONS:
            set_unit(draft, _TONS[whose])
        elif whose != "short":
            draft.alternatives = ("tonne", "long_ton")


def find_stones(scan: Scan) -> None:
    """Claim "12st 5lb" and "12st", which look like ordinals. Runs before those are read."""
    if "st" not in scan.text:
        return
    for m in _STONES.finditer(scan.text):
        if m[2] is None and m[1][-1] == "1" and m[1] != "11":
            continue
        value, grain = (float(m[1]), 1.0) if m[2] is None else (float(m[1]) + float(m[2]) / 14, 1 / 14)
        scan.add(quantity(Figure(m.start(), m.end(), value, grain, False, grain), m.start(), m.end(), "stone"))


def _warmth(scan: Scan, draft: Draft) -> None:
    """A temperature that is a difference ("by 2C"), and degrees that do not say whose."""
    text = scan.text
    if draft.unit == "degree":
        sentence = scan.article.sentence_at(draft.start)
        near = max(sentence.start, draft.start - 300), min(sentence.end, draft.end + 300)
        if has(scan.lexicon, "warmth").search(text, *near) is None:
            return
        draft.kind, draft.dimension, draft.scale = "temperature", unit_info("kelvin").dimension, 1.0
        draft.alternatives = ("degree_Celsius", "degree_Fahrenheit")
    elif draft.kind != "temperature":
        return
    if (
        scan.drafts
        and scan.drafts[-1].kind == "temperature-difference"
        and _AGAIN.fullmatch(text[scan.drafts[-1].end : draft.start])
    ):
        if draft.unit in ("degree_Celsius", "degree_Fahrenheit"):
            set_unit(draft, f"delta_{draft.unit}")
        return
    before, after, _ = _patterns(scan.lexicon)
    if before.search(text[max(draft.start - 70, 0) : draft.start]) is None and after.match(text, draft.end) is None:
        return
    if draft.unit == "degree":
        draft.kind, draft.dimension = "temperature-difference", unit_info("delta_degree_Celsius").dimension
        draft.alternatives = ("delta_degree_Celsius", "delta_degree_Fahrenheit")
    elif draft.unit in ("degree_Celsius", "degree_Fahrenheit"):
        set_unit(draft, f"delta_{draft.unit}")


def _quake(scan: Scan, figure: Figure) -> bool:
    """An earthquake's magnitude, before or after the word, or "7.5 Mw" in a text on one."""
    text, end = scan.text, figure.end
    after = _RICHTER_AFTER.match(text, end)
    unit = _MW.match(text, end)
    if after is None and unit is None:
        before = _patterns(scan.lexicon)[2].search(text[max(figure.start - 40, 0) : figure.start])
        if before is None or text[end : end + 1] not in " .,;)":
            return False
        if before.group().lower().startswith("measur") and "magnitude" not in text[max(figure.start - 90, 0) : end + 60]:
            return False
        if unit_after(text, figure, scan.lexicon) is not None:
            return False
    if after is None and unit is not None:
        end = unit.end()
    return scan.add(quantity(figure, figure.start, end, "magnitude"))
