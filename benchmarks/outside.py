"""Duckling (Haskell, through a native wheel) as a reader to compare with; None where it is not installed.

``pip install pyduckling-native-phihos`` gives it. It reads the dimensions that an article's numbers have.
"""

from __future__ import annotations

from collections.abc import Callable

DIMENSIONS = ["number", "ordinal", "distance", "volume", "quantity", "temperature", "amount-of-money", "duration", "time"]
ZONES = "/usr/share/zoneinfo"


def reader() -> Callable[[str], object] | None:
    try:
        import duckling
    except ImportError:
        return None
    zones = duckling.load_time_zones(ZONES)
    moment = duckling.parse_ref_time(zones, "UTC", 1_700_000_000)
    locale = duckling.default_locale_lang(duckling.parse_lang("EN"))
    context = duckling.Context(moment, locale)
    wanted = duckling.parse_dimensions(DIMENSIONS)

    def read(text: str) -> object:
        return duckling.parse(text, context, wanted, False)
    return read
