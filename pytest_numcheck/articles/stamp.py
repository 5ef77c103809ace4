"""Dates as formats write them: ISO 8601 long and short, RFC 822, seconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from .dateline import parse_date

_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?(?:\.\d+)?\s*\Z")


def parse_stamp(text: str) -> date | None:
    """The day, in the time zone in which it is written; None where ``text`` is no date."""
    found = _ISO.match(text)
    if found:
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
    epoch = _EPOCH.match(text)
    if epoch:
        return datetime.fromtimestamp(int(epoch[1]), UTC).date()
    return parse_date(text[:100])
