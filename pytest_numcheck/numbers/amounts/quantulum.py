"""The one place that calls quantulum3: from an amount and its unit words to the unit that they name.

quantulum3 sees a tight window with a stand-in number ("7 miles per hour", "US$7"), never article text, and each distinct
window once. Its known faults are fenced in here: it warns when imported, depends on hash order for a few inputs, returns
spans that are not the text, shares mutable units and chokes on long digit runs. Callers decide by the tables of
``rules/data`` which words may be units at all, and check the answer's dimension.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Mapping
from functools import cache
from typing import Any

from ...base.lexicon import default_lexicon
from ..known import windows

#: A window's answer; "" where quantulum3 had none or an odd one. Only unit words are ever kept here.
_memo: dict[str, str] = {}
_WINDOW = 48
_MEMO_SIZE = 20_000
_PLAIN = re.compile(r"[A-Za-z_]+")


def unit_of(words: str, prefix: str = "") -> str | None:
    """The unit that ``prefix`` 7 ``words`` is in ("km/h": "kilometer/hour"; prefix "US$": "USD"), or None.

    The name is in pint's words and ISO codes, as ``units.unit_info`` takes it. The same on every run.
    """
    window = f"{prefix}7 {words}".strip() if words else f"{prefix}7"
    if window not in _memo:
        _remember()
    if window not in _memo:
        if len(window) > _WINDOW or any(c.isdigit() for c in words + prefix):
            return None
        if len(_memo) >= _MEMO_SIZE:
            _memo.clear()
        _memo[window] = ask(window) or ""
    return _memo[window] or None


def known_windows() -> dict[str, str]:
    """A copy of what has been asked so far, for a cache; it holds unit words, no article text."""
    return dict(sorted(_memo.items()))


def preload(windows: Mapping[str, str]) -> None:
    """Take the answers of an earlier run of the same version (see ``known_windows``)."""
    _memo.update((str(k), str(v)) for k, v in windows.items() if len(k) <= _WINDOW)


@cache
def _remember() -> None:
    """Take the answers that come with the package, where they are of the version in use."""
    for window, answer in windows().items():
        _memo.setdefault(window, answer)


@cache
def _parser() -> Any:
    """quantulum3's parser, quietly imported on first need."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        _import_inflect()
        from quantulum3 import parser
    return parser


def _import_inflect() -> None:
    """Import inflect without typeguard's instrumentation, which takes most of quantulum3's first second."""
    if "inflect" in sys.modules:
        return
    try:
        import typeguard
    except ImportError:
        return
    real = typeguard.typechecked
    typeguard.typechecked = _unchanged
    try:
        import inflect  # noqa: F401
    except ImportError:
        pass
    finally:
        typeguard.typechecked = real


def _unchanged(target: Any = None, **_: Any) -> Any:
    return target if target is not None else _unchanged


def ask(window: str) -> str | None:
    """quantulum3's own answer for a window, not remembered."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = _parser().parse(window)
        except Exception:  # whatever it trips over, we have a table
            return None
    if len(found) != 1:
        return None
    quantity = found[0]
    if quantity.value != 7 or tuple(quantity.span) != (0, len(window)):
        return None
    currency = getattr(quantity.unit, "currency_code", None)
    if isinstance(currency, str) and re.fullmatch(r"[A-Z]{3}", currency):
        return currency
    return _name(str(quantity.unit.name), [(str(d["base"]), int(d["power"])) for d in quantity.unit.dimensions or ()])


def _name(whole: str, dimensions: list[tuple[str, int]]) -> str | None:
    """pint's name for quantulum3's unit: that of the unit itself where it is one word, else of its bases and powers."""
    names: Mapping[str, str] = default_lexicon().table("quantulum-names")["names"]
    if whole in names:
        return names[whole] or None
    if (len(dimensions) == 1 and dimensions[0][1] == 1) or whole in ("litre", "millilitre", "centilitre", "hectare"):
        name = _pint(whole, names)
        return name if name != "dimensionless" else None
    up: list[str] = []
    down: list[str] = []
    for base, power in dimensions:
        name = _pint(base, names)
        if not name:
            return None
        (up if power > 0 else down).append(name if abs(power) == 1 else f"{name}**{abs(power)}")
    return "/".join(["*".join(up) or "1", *down]) if up or down else None


def _pint(name: str, names: Mapping[str, str]) -> str | None:
    found = names.get(name, name.replace("metre", "meter").replace("litre", "liter").replace(" ", "_").replace("-", "_"))
    return found if found and _PLAIN.fullmatch(found) else None
