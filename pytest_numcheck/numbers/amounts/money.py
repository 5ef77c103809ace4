"""Sums of money: signs, prefixes, ISO codes and currency words, with the country kept."""

from __future__ import annotations

import re
from dataclasses import replace

from ..clause.around import minus_start, open_figures, quantity
from ..digits.figures import Figure
from ..digits.magnitudes import magnitude_at
from ..scan import Draft, Scan
from . import quantulum
from .compound import figure_at
from .currencies import Currencies, currencies
from .pounds import is_sterling

_TOKEN = re.compile(r"(?:\s?-\s?|\s)([A-Za-z][A-Za-z.]*(?:'s)?)(?!\d)")
_PENNIES = re.compile(r"\s(?:and\s)?(?=[\w])")
_WON_OK = re.compile(r"(?:million|billion|trillion|bn|[km]|,\d{3})\Z")
_NEXT_FIGURE = re.compile(r"\s?\d(?!\d*\s?[$£¥₹])")
_OLD = re.compile(r"(?<![\w.,])(?:£(?P<l>\d[\d,]{0,9})[\s,.]{1,2})?(?P<s>\d{1,2})s(?![\w'])"
                  r"(?:[\s,.]{1,2}(?P<d>\d{1,2}(?:½|¼|¾)?)d(?!\w)(?:\.(?=\s[a-z]))?)?")
#: what makes "R" rand and "P" pesos: other capitals before a figure are codes
_LARGE = re.compile(r"\d+(?:\.\d+)?\s?(?:m|bn|million|billion|trillion)\b|"
                    r"\d{1,3}(?:,\d{3})+|\d+\.\d{2}(?!\d)|\d+(?= to the dollar)")
_CENTS_AFTER = re.compile(r"\s(?:an?\s(?:share|litre|liter|kilo|kilogram|kg|pound|lb|mile|copy|day|ton|tonne|unit|bushel|"
                          r"dozen|word|minute|ticket|stock)|per\s|each\b|coins?\b|pieces?\b|stamps?\b|"
                          r"dividends?\b|shares?\b|fully|higher|lower|up\b|down\b|off\b|to\s\d{1,3}(?:\.\d)?c\b|to\s\$|"
                          r"rises?\b|cuts?\b|increases?\b|levy\b|tax\b|excise\b)")
_CENTS_BEFORE = re.compile(r"(?:\d(?:\.\d)?c|\$\d+\.\d\d)\s(?:to|from|or|and|a\sshare\s(?:from|to)|at)\s\Z|\b(?:US|"
                           r"dividend\sof|put\son|took\soff|shares?\s(?:rose|fell|gained|lost|added|shed|closed|were|up|down)(?:\s(?:up|down|"
                           r"by))?)\s\Z")
#: lines of a screen, not prices in pence: "1080p"
_SCREENS = frozenset((1080, 1440, 2160, 4320))
_GLUED_P = re.compile(r"p(?!\w|\.m)")


def find(scan: Scan) -> None:
    """Claim sums of money. The unit is the ISO code, or "USD_cent", "GBP_penny" for hundredths."""
    table, text = currencies(scan.lexicon), scan.text
    if "£" in text or "d" in text:
        _find_shillings(scan)
    for figure in open_figures(scan):
        start, end, code, scaled = figure.start, figure.end, None, figure
        before = _before(text, figure, table)
        if before is not None and scan.free(before[0], figure.start):
            start, code, big = before
            if big:
                scaled = replace(figure, value=figure.value * 1e6, grain=figure.grain * 1e6, magnitude=1e6)
            _, end = _extra(text, scaled.end, code, table)
        elif not figure.glued:
            found = _after(scan, scaled, table)
            if found is None:
                continue
            code, end, scaled = found
        if code is None or (figure.fraction and code == "GBP_penny"):
            continue
        minus = minus_start(text, start)
        value = scaled.value
        if (
            minus is not None
            and (end > figure.end or start < figure.start)
            and not (text[start - 1] == "-" and text[max(start - 2, 0)].isalnum())
        ):
            start, value = minus, -value
        draft = quantity(scaled, start, end, code, value)
        _add_parts(scan, draft, table)
        scan.add(draft)


def _find_shillings(scan: Scan) -> None:
    """Claim "£3 4s 6d" as pounds and "1s 9d" as shillings: twelve pence to the shilling, twenty shillings to the pound."""
    for m in _OLD.finditer(scan.text):
        if not (m["l"] or m["d"]):
            continue
        pence = m["d"] or "0"
        shillings = int(m["s"]) + (int(pence.rstrip("½¼¾")) + {"½": 0.5, "¼": 0.25, "¾": 0.75}.get(pence[-1], 0.0)) / 12
        value = int(m["l"].replace(",", "")) + shillings / 20 if m["l"] else shillings
        grain = (1 / 12 if m["d"] else 1.0) / (20 if m["l"] else 1)
        figure = Figure(m.start(), m.end(), value, grain, False, grain)
        scan.add(quantity(figure, m.start(), m.end(), "GBP" if m["l"] else "shilling"))


def _before(text: str, figure: Figure, table: Currencies) -> tuple[int, str, bool] | None:
    """Where the sign or code before the figure begins, its currency, and whether it says millions ("MUSD 5")."""
    i = figure.start - 1
    if i >= 0 and text[i] in " -":
        i -= 1
    if i < 0 or text[i] not in table.last:
        return None
    low = max(figure.start - 9, 0)
    m = table.before.search(text[low : figure.start])
    if m is None:
        return None
    surface = m["a"] or m["b"]
    at = low + m.start()
    if m.group()[-1] == "-" and surface.isalpha():
        return None
    if surface.isalpha() and surface.islower() and surface != "kr" and m.group()[-1] not in " ":
        return None
    if m["b"] and at > 0 and text[at - 1].isalpha() and surface == "$" and text[at - 1].isupper():
        return None
    if surface in ("Sh", "kr", "rs.", "usd", "eur", "gbp", "rmb", "RM", "DM") and at > 0 and text[at - 1] not in " ([\n\"'-–/":
        return None
    if surface in ("R", "P") and ((at > 0 and text[at - 1] not in " (\n\"'-–") or m.group() != surface
                                  or not _LARGE.match(text, figure.start)):
        return None
    return at, table.surfaces[surface], bool(m["big"])


def _extra(text: str, end: int, code: str, table: Currencies) -> tuple[str, int]:
    """The currency said once more after the figure ("$5 million dollars", "$5 USD") belongs to the span."""
    found = _words(text, end, table)
    if found is not None and found[0] == code:
        return found
    m = table.after.match(text, end)
    if m is not None and m["c"] and table.surfaces[m["c"]] == code:
        return code, m.end()
    return code, end


def _after(scan: Scan, figure: Figure, table: Currencies) -> tuple[str, int, Figure] | None:
    text, end = scan.text, figure.end
    m = table.after.match(text, end)
    if m is not None:
        surface = m["s"] or m["c"]
        code = table.surfaces[surface]
        if code == "GBP_penny" and (
            figure.worded or m.start("s") != end or _GLUED_P.match(text, end) is None or figure.value > 9999
            or figure.value in _SCREENS
        ):
            return None
        plain = not figure.worded and m.start("s") == end and figure.value <= 999
        if surface == "c" and not (plain and _is_cents(text, figure, m.end())):
            return None
        if m["s"] and text[m.end() : m.end() + 1].isdigit() and surface in "$£€¥":
            return None  # "... 5 $10": the sign belongs to the next figure
        if surface in "$£¥₹" and m.start("s") > end and _NEXT_FIGURE.match(text, m.end()) is not None:
            return None
        factor, stop = magnitude_at(text, m.end(), figure.start) if m["c"] and figure.magnitude == 1 else (1.0, m.end())
        factor *= 1e6 if m["big"] else 1.0
        return (
            code,
            stop,
            replace(figure, value=figure.value * factor, grain=figure.grain * factor, magnitude=figure.magnitude * factor),
        )
    found = _words(text, end, table, figure, scan)
    return None if found is None else (found[0], found[1], figure)


def _is_cents(text: str, figure: Figure, end: int) -> bool:
    """As in "27c a share", "fell 3c to 41c", "a 5c coin"; not "27c in the shade"."""
    if _CENTS_AFTER.match(text, end) is not None:
        return True
    return _CENTS_BEFORE.search(text, max(figure.start - 40, 0), figure.start) is not None


def _words(
    text: str, end: int, table: Currencies, figure: Figure | None = None, scan: Scan | None = None
) -> tuple[str, int] | None:
    """The currency that the words after ``end`` name, and where they end."""
    tokens: list[re.Match[str]] = []
    at = end
    while len(tokens) < 3 and (m := _TOKEN.match(text, at)) is not None:
        tokens.append(m)
        at = m.end()
    if not tokens:
        return None
    if tokens[0][1].lower() in ("more", "extra") and len(tokens) > 1:
        tokens = tokens[1:]
    words = [t[1].lower() for t in tokens]
    if (
        len(words) > 1
        and figure is not None
        and words[1].rstrip(".") in table.shared
        and tokens[0][1][0].isupper()
        and f"{words[0]} {words[1].rstrip('.')}" not in table.words
    ):
        return _foreign(words[0], words[1].rstrip(".")), tokens[1].end() - (1 if words[1].endswith(".") else 0)
    for n in range(len(tokens), 0, -1):
        phrase = " ".join(words[:n])
        stop = tokens[n - 1].end()
        if phrase not in table.words and phrase.endswith("."):
            phrase, stop = phrase[:-1], stop - 1
        code = table.words.get(phrase)
        if code is None:
            continue
        if phrase in ("mark", "marks", "crown", "crowns") and (
            figure is None or (figure.magnitude == 1 and figure.value < 1e4 and figure.grain >= 0.1)
        ):
            return None  # of an exam
        if phrase == "won" and (figure is None or not _WON_OK.search(text[figure.start : figure.end])):
            return None
        if phrase in ("rand", "dong", "kr", "buck", "sterling", "lira", "real") and figure is None:
            return None
        answer = quantulum.unit_of(phrase) if figure is not None else None
        return (answer if answer in table.several.get(phrase, ()) else code), stop
    if (
        figure is not None
        and scan is not None
        and words[0].rstrip(".") in ("pound", "pounds")
        and is_sterling(scan, figure, tokens[0].end(), table)
    ):
        return "GBP", tokens[0].end() - (1 if words[0].endswith(".") else 0)
    return None


def _foreign(nation: str, noun: str) -> str:
    """A currency that the table does not name: quantulum3's code for it, else a name of its own ("belgian_franc")."""
    one = noun[:-1] if noun.endswith("s") else noun
    answer = quantulum.unit_of(f"{nation} {one}")
    return answer if answer is not None and len(answer) == 3 and answer.isupper() else f"{nation}_{one}"


def _add_parts(scan: Scan, draft: Draft, table: Currencies) -> None:
    """As in "3 dollars 50 cents", "$4 and 25 cents": one sum."""
    if draft.unit in table.parts or draft.value is None:
        return
    m = _PENNIES.match(scan.text, draft.end)
    figure = figure_at(scan.text, m.end()) if m is not None else None
    if figure is None or figure.magnitude != 1 or figure.value >= 100:
        return
    sign = 1 if draft.value >= 0 else -1
    found = _words(scan.text, figure.end, table)
    part = table.parts.get(found[0]) if found is not None else None
    if found is not None and part is not None and part[0] == draft.unit and scan.free(figure.start, found[1]):
        draft.value += sign * figure.value * part[1]
        draft.end, draft.step = found[1], part[1]
    elif (
        found is None
        and scan.text[draft.end - 1].isalpha()
        and _bare_cents(scan.text, figure)
        and scan.free(figure.start, figure.end)
    ):
        draft.value += sign * figure.value * 0.01
        draft.end, draft.step = figure.end, 0.01


def _bare_cents(text: str, figure: Figure) -> bool:
    """As in "15 dollars 50": hundredths without their word, before a stop."""
    two = figure.worded or figure.end - figure.start == 2
    return (
        two
        and figure.grain == 1
        and 1 <= figure.value < 100
        and text[figure.end : figure.end + 2].strip()[:1] in ("", ".", ",", ";", "!", "?", ")")
    )
