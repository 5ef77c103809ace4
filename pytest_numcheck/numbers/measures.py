"""Physical measures: lengths, areas, volumes, masses, speeds, temperatures, energy, power, pressure, data."""

from __future__ import annotations

import re

from .around import minus_start, open_figures, quantity, set_unit
from .compound import and_a_half, next_part
from .figures import Figure
from .scan import Draft, Scan
from .units import unit_info
from .unitwords import unit_after

_BY = re.compile(r"\b(?:by|(?:rise|rises|rose|increase|increases|drop|fall|warming|heating|cooling|difference|change|jump|anomaly|warmed|cooled|heated|decline|limit|target|margin)"
                 r"(?:\s+in\s+[a-z ]{3,30})?\s+(?:of|by|to))\s+(?:(?:about|around|roughly|nearly|almost|up|to|as|much|more|less|than|at|least|over|just|only|some|a|further|another)\s+)*\Z", re.I)
_THAN = re.compile(r"\s+(?:\([^)]{1,20}\)\s+)?(?:warmer|cooler|hotter|more\s+than|less\s+than|rise|increase|drop|fall|jump|warming|difference|swing|temperature\s+(?:rise|increase|drop|difference)|colder|higher|lower|(?:above|below)\s+(?:average|normal|pre|the\s+(?:average|norm|long|pre))|of\s+(?:warming|heating|cooling))", re.I)
_WARMTH = re.compile(r"\b(?:temperatures?|heat|heatwave|hot|cold|warm\w*|cool\w*|weather|thermometer\w*|thermostat|freez\w+|melt\w*|boil\w*|celsius|fahrenheit|climate|oven|degrees outside|fever|furnace)\b", re.I)
_RICHTER_BEFORE = re.compile(r"\bmagnitude(?:[\s-]+|\s+(?:of|was|is|at|a|an|about|around|estimated|measured|measuring|preliminary)\b\s*){1,4}\Z|\bmeasur(?:ed|ing)\s+(?:about\s+)?\Z", re.I)
_RICHTER_AFTER = re.compile(r"[\s-]+(?:magnitude|on\s+the\s+richter|richter)\b", re.I)
_MW = re.compile(r"\s?M[Ww]\b")
_FEET_MARKS = re.compile(r"(?<![\w.,'])([3-8])\s?'\s?(\d{1,2}(?:\.\d)?)\s?(?:\"|'')(?!\w)")


def find(scan: Scan) -> None:
    """Claim physical measures, compounds ("5 feet 6 inches") in their first unit."""
    text = scan.text
    quake = "magnitude" in text or "Richter" in text or "Magnitude" in text
    for m in _FEET_MARKS.finditer(text) if "'" in text else ():
        figure = Figure(m.start(), m.end(), float(m[1]) + float(m[2]) / 12, 1 / 12, False, 1 / 12)
        scan.add(quantity(figure, m.start(), m.end(), "foot"))
    for figure in open_figures(scan):
        if figure.glued:
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
        half = and_a_half(text, end) if last is figure and not figure.fraction and info.kind in ("length", "mass", "volume") else None
        if half is not None:
            value, grain, end = value + half[0], half[0], half[1]
        minus = minus_start(text, figure.start) if info.kind in ("temperature", "angle", "length", "temperature-difference") else None
        if minus is not None and (info.kind == "temperature" or text[minus] not in "-–"):
            value = -value
        else:
            minus = None
        draft = quantity(figure, figure.start if minus is None else minus, end, unit.unit, value)
        draft.step = grain
        _warmth(scan, draft)
        if unit.unit in ("gallon", "pint", "quart", "fluid_ounce"):
            draft.alternatives = ("imperial_" + unit.unit,)
        elif unit.unit == "ton":
            draft.alternatives = ("tonne", "long_ton")
        scan.add(draft)


def _warmth(scan: Scan, draft: Draft) -> None:
    """A temperature that is a difference ("by 2C"), and degrees that do not say whose."""
    text = scan.text
    if draft.unit == "degree":
        sentence = scan.article.sentence_at(draft.start)
        if _WARMTH.search(text, sentence.start, sentence.end) is None:
            return
        draft.kind, draft.dimension, draft.scale = "temperature", unit_info("kelvin").dimension, 1.0
        draft.alternatives = ("degree_Celsius", "degree_Fahrenheit")
    elif draft.kind != "temperature":
        return
    before, after = _BY.search(text[max(draft.start - 70, 0) : draft.start]), _THAN.match(text, draft.end)
    if before is None and after is None:
        return
    if before is not None and re.match(r"(?:limit|target|change)\b.*\bto\b|\w+ .*\bto\s*\Z", before.group(), re.I) and not before.group().lower().startswith("by"):
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
        before = _RICHTER_BEFORE.search(text[max(figure.start - 40, 0) : figure.start])
        if before is None or text[end : end + 1] not in " .,;)" or before.group().lower().startswith("measur") and "magnitude" not in text[max(figure.start - 90, 0) : end + 60]:
            return False
        if unit_after(text, figure, scan.lexicon) is not None:
            return False
    if after is None and unit is not None:
        end = unit.end()
    return scan.add(quantity(figure, figure.start, end, "magnitude"))
