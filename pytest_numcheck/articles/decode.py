"""From bytes to text: which encoding a file is in, and which files are no text at all."""

from __future__ import annotations

import codecs
import re

from ..base.caps import CAPS

#: The longest file that is read, where nothing else is said. A long news story is 30 kB; a book 1 MB.
MAX_BYTES = CAPS.size

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document (.docx, .odt)"),
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\x00\x05\x16\x07", "a macOS side file"),
)
# what no text editor writes; tab, line feed, form feed, return, ctrl-Z and escape are left alone
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f]")
_DECLARED = re.compile(rb"(?:encoding|charset)\s*=\s*[\"']?((?!utf)[a-zA-Z][\w.-]{1,30})", re.IGNORECASE)
_SURROGATES = re.compile("[\ud800-\udfff]")


class UndecodableError(ValueError):
    """Not a text. ``str()`` says why in plain words; ``line`` is where, when that is known."""

    def __init__(self, why: str, line: int | None = None):
        super().__init__(why)
        self.line = line


def too_large(most: int, what: str = "as one article") -> str:
    """What is said of a file with more bytes than ``most``."""
    size = f"{most / 1_000_000:g} MB" if most >= 1_000_000 else f"{most:,} bytes"
    return f"the file is larger than {size}, the most that is read {what}"


def decode(data: bytes, most: int = MAX_BYTES, what: str = "as one article") -> str:
    """The text of a file, its byte order mark taken off and its line ends kept.

    A byte order mark decides. Without one the file is UTF-8, and each byte that UTF-8 cannot explain is read as
    Windows-1252, so that an old Latin-1 story and a UTF-8 story with one pasted character both come out right.
    A page or XML file that is not UTF-8 is read in the encoding that it declares.
    Raises UndecodableError for what is no text: NUL bytes, binaries, files over ``most`` bytes (``what`` ends that sentence).
    """
    if len(data) > most:
        raise UndecodableError(too_large(most, what))
    for magic, what in _OTHER_FORMATS:
        if data.startswith(magic):
            raise UndecodableError(f"this is {what}, not text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _marked(data[len(mark) :], encoding)
            break
    else:
        text = _unmarked(data)
    nul = text.find("\0")
    if nul >= 0:
        hint = " (UTF-16 without its byte order mark?)" if data[:200].count(0) * 3 > len(data[:200]) else ""
        raise UndecodableError(f"the file holds NUL bytes, so it is not text{hint}", text.count("\n", 0, nul) + 1)
    return without_surrogates(text)


def without_surrogates(text: str) -> str:
    """Half characters (lone surrogates), which nothing can print, replaced one for one by U+FFFD."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _marked(data: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        return _unmarked(data)
    try:
        return data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError as e:
        name = encoding[:6].upper()
        raise UndecodableError(f"the file begins as {name} but breaks off or is damaged at byte {e.start + 2}") from None


def _unmarked(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    sample = data[:100_000]
    if b"\0" not in sample and len(_CONTROLS.findall(sample)) * 50 > len(sample):
        raise UndecodableError("the file looks binary: too many control characters for a text")
    declared = _DECLARED.search(sample[:2000])
    if declared and b"<" in sample[:100]:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError, ValueError):
            pass
    return data.decode("utf-8", "numcheck-windows-1252")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    try:
        return byte.decode("cp1252"), error.start + 1
    except UnicodeDecodeError:
        return byte.decode("latin-1"), error.start + 1


codecs.register_error("numcheck-windows-1252", _as_windows_1252)
