"""Bytes become news-like prose: each byte picks a fragment, so that a fuzzer walks over wordings and not over letters."""

from __future__ import annotations

# fmt: off
FRAGMENTS = (
    " ", ". ", ", ", "\n\n", "\n", "; ", ": ", " (", ") ", "-", "\u2013", " \u2014 ", "'", "\"", "$", "\u20ac", "\xa3", "%",
    "/", " + ", "=", "~", "#", "*", "_", "`", "0", "1", "2", "3", "5", "7", "9", "10", "12", "16", "23", "36", "50", "54", "60",
    "75", "99", "100", "116", "365", "450", "1,000", "1,250", "12,000", "1,0000", "2.4", "0.5", "4.75", "1.03", "1,5",
    "999999999", "1e400", "9" * 29, "9" * 31, "1/2", "\xbd", "\u2154", "\u0663", "\uff15", "\u4e94", "-5", "one", "two",
    "three", "five", "nine", "ten", "twelve", "twenty-five", "half", "a third", "two-thirds", "dozens", "hundreds of thousands",
    "a million", "half a million", "thousand", "million", "billion", "bn", "m", "k", "trillion", "hundred and", "and a half",
    "a dozen", "zero", " percent", " per cent", " percentage points", " basis points", " pct", " points", " times", "-fold",
    " of the ", " of ", " out of ", " in ", " miles", " km", " kilometres", " feet", " meters", "-foot", " square miles",
    " pounds", " kg", " tons", " barrels", " gallons", " litres", " degrees Celsius", "\xb0F", "C", "F", " mph", " km/h",
    " knots", " inches", "\"", "'", " hours", " minutes", " seconds", " days", " weeks", " months", " years", " a day",
    " a year", " per 100,000", " an hour", " each", " apiece", " dollars", " euros", " yen", " cents", "US$", "A$", "7 a.m.",
    "9:37 p.m.", "noon", "midnight", "14:05", "25:61", " GMT", "Monday", "Friday", "January 4, 2019", "2019", "1998-2004",
    "the 1990s", "3/4/2020", "Feb. 29", "Dec 31 9999", "0001", "yesterday", "last year", " ago", " since ", "aged 54", ", 54,",
    "-year-old", "born in ", "died", " people", " soldiers", " votes", " schools", " homes", " workers", " children",
    " of them", "the others", "the remaining ", "all but ", " rose ", " fell ", " from ", " to ", " by ", " up ", " down ",
    " more than ", " less than ", " about ", " at least ", " up to ", " nearly ", " doubled", " halved", " compared with ",
    " versus ", " against ", " between ", " and ", " or ", " including ", " such as ", " total of ", " launched at ",
    " landed at ", " flight of ", " lasted ", " won ", "3-2", "396-9", "21-19, 6-4", " first", "21st", "12th", " ranked ",
    " killed", " injured", " wounded", " dead", " said", " reported", " earlier", " revised", " quarter", " profit of ",
    " revenue ", " shares ", "He ", "She ", "They ", "The ", "It ", "In ", "On ", "A ", "Mr. Smith", "Ohio", "Boeing 737",
    "Covid-19", "S&P 500", "Article 50", "http://a.b/1?2=3", "\u200b", "\u202e", "\xa0", "\xad", "\ufeff", "\u0301",
    "\U0001f600", "\ue000",
)
# fmt: on


def prose(data: bytes) -> str:
    """The fragments that the bytes pick; 255 passes the next two bytes on as one character of the basic plane."""
    out: list[str] = []
    at = 0
    while at < len(data):
        pick = data[at]
        at += 1
        if pick < 255:
            out.append(FRAGMENTS[pick % len(FRAGMENTS)])
        elif at + 1 < len(data):
            out.append(chr(data[at] << 8 | data[at + 1]))
            at += 2
    return "".join(out)


def bytes_for(text: str) -> bytes:
    """Bytes that ``prose`` turns into ``text``, as far as the fragments go: for seeds."""
    by_length = sorted((f for f in FRAGMENTS if f), key=len, reverse=True)
    out = bytearray()
    at = 0
    while at < len(text):
        fit = next((f for f in by_length if text.startswith(f, at)), None)
        if fit is not None:
            out.append(FRAGMENTS.index(fit))
            at += len(fit)
        else:
            code = min(ord(text[at]), 0xFFFF)
            out += bytes((255, code >> 8, code & 255))
            at += 1
    return bytes(out)
