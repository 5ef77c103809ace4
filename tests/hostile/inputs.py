"""The nasty inputs: small ones lie in found/, big ones are made here, the same bytes each time."""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

#: runs "numcheck" or "pytest" with arguments, as the fixture ``run`` gives it
Run = Callable[..., "subprocess.CompletedProcess[str]"]
HERE = Path(__file__).resolve().parent
#: one thing to check, so that a verdict can be told from silence
SAID = "Of the 12 boats, 15 were lost.\n\n"
WORD = '<w:document xmlns:w="urn:w"><w:body>{}</w:body></w:document>'
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))


def packed(document: bytes, **more: bytes) -> bytes:
    """A Word file of that document, with other parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in {"[Content_Types].xml": b"<Types/>", "word/document.xml": document, **more}.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def every_digit() -> str:
    """Every character that Unicode counts among the digits and numbers, and what fills up for them."""
    numeric = [chr(i) for i in range(sys.maxunicode + 1) if unicodedata.category(chr(i)) in ("Nd", "Nl", "No")]
    return SAID + "".join(f"There were {c}{c} people and {c} of 5{c}.\n" for c in numeric)


#: name → what makes it. A name's suffix says how it is read.
INPUTS: dict[str, Callable[[], bytes | str]] = {
    "digits.txt": lambda: SAID + "There were " + "7" * 200_000 + " people. It cost $" + "1,234" * 20_000 + ".\n",
    "decimals.txt": lambda: SAID + "It grew 0." + "3" * 100_000 + "% to " + "1." * 50_000 + "5.\n",
    "powers.txt": lambda: SAID + "2 3^999 and 1e400 and 10^99999 and 5 x 10^" + "9" * 500 + " km.\n" * 5,
    "quotes.txt": lambda: SAID + "5' 6\" 'a \"12' 3\" " * 2_000,
    "ambiguous.txt": lambda: SAID + '"5 seconds" \'at 3 pounds\' "2 minutes" 7 C 8 F ' * 1_500,
    "brackets.txt": lambda: SAID + "(" * 50_000 + "5 miles (8 km)" + ")" * 50_000,
    "nested.txt": lambda: SAID + "5 miles (8 km [5 miles (" * 2_000,
    "one-word.txt": lambda: SAID + "Ohio" * 250_000,
    "one-word-with-hyphens.txt": lambda: SAID + "5-year-" * 140_000,
    "one-sentence.txt": lambda: SAID + "the 5 men and " * 4_000,
    "numbers.txt": lambda: SAID + "".join(f"There were {i} men. " + "\n\n" * (i % 7 == 0) for i in range(100_000)),
    "number-words.txt": lambda: SAID + "one hundred and twenty-five thousand three " * 2_000,
    "lists.txt": lambda: SAID + "Anna, Bert, Carl, " * 15_000 + "and Dora.",
    "abbreviations.txt": lambda: SAID + "U.S. a.m. Mr. St. No. " * 10_000,
    "times.txt": lambda: SAID + "7 a.m. to 9:30 p.m., from 14:05 until noon, " * 2_000,
    "every-digit.txt": every_digit,
    "bidi.txt": lambda: (
        SAID + "\u202e51\u202c of \u2066the\u2069 \u200f12\u200e b\u061coats, 1\u200b5\u200d w\u2060ere\ufeff lost. " * 500
    ),
    "combining.txt": lambda: SAID + "5" + "\u0301" * 200_000 + " men",
    "private.txt": lambda: SAID + "\ue000\U000f0001 \ue080\U00100001x\ue0f0\ue0f1\ue0f8\ue0f9 5 of 6 " * 2_000,
    "controls.txt": lambda: SAID + "\x1b[2J\x1b]0;title\x07 5 of the 12 \x9b31m boats \x85 \u2028 \u2029 \r 4\x0c",
    "nul.txt": lambda: SAID.encode() + b"5 \0 of 6",
    "surrogates.txt": lambda: SAID.encode() + b"5 \xed\xa0\x80 \xed\xb0\x80 of 6 \xf4\x90\x80\x80",
    "utf16-halves.txt": lambda: b"\xff\xfe" + SAID.encode("utf-16-le") + b"\x00\xd8" * 500,
    "utf16-cut.txt": lambda: b"\xff\xfe" + SAID.encode("utf-16-le") + b"\x35",
    "utf16-no-mark.txt": lambda: SAID.encode("utf-16-le"),
    "mixed.txt": lambda: SAID.encode() + "£5 for 12 cafés – ".encode() + "£6 for 13 cafés – ".encode("cp1252") + b"\x81\x8d\xff",
    "utf7.txt": lambda: SAID.encode() + b"+ADw-script+AD4- 5 of 6",
    "too-large.txt": lambda: b"5 of the 12 boats. " * 500_000,
    "waivers.md": lambda: SAID + "<!-- numcheck: ignore parts/x -- r -->\n" * 10_000,
    "front-matter.md": lambda: "---\n" + "a: [" * 20_000 + "\n---\n" + SAID,
    "front-matter-bomb.md": lambda: (
        "---\na: &a [x, x]\n"
        + "".join(f"b{i}: &b{i} [*{'a' if not i else f'b{i - 1}'}, *a]\n" for i in range(40))
        + "---\n"
        + SAID
    ),
    "emphasis.md": lambda: SAID + "**_*`[(" * 30_000,
    "quotes.md": lambda: SAID + ">" * 100_000 + " 5\n" + "- " * 50_000 + "6\n",
    "tables.md": lambda: SAID + "| 1 " * 50_000 + "|\n" + "|---" * 50_000 + "|\n",
    "links.md": lambda: SAID + "[" * 50_000 + "](" * 50_000,
    "deep.html": lambda: "<!doctype html><body>" + "<div><b>" * 10_000 + f"<p>{SAID}" * 3,
    "entities.html": lambda: f"<!doctype html><body><p>{SAID}" + "&#1;&#0;&#xD800;&#x110000;&bogus;&amp" * 20_000,
    "attributes.html": lambda: f"<!doctype html><body><p>{SAID}<a " + "x='" * 100_000,
    "comments.html": lambda: f"<!doctype html><body><p>{SAID}" + "<!--" * 100_000,
    "script.html": lambda: f"<!doctype html><body><p>{SAID}<script>" + "</scrip" * 100_000,
    "laughs.xml": lambda: (
        f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY l0 "ha">{LAUGHS}]><nitf><body><p>&l9;</p></body></nitf>'
    ),
    "external.xml": lambda: (
        '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><p>&x; 5</p></body></nitf>'
    ),
    "parameter.xml": lambda: (
        '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><nitf><body><p>5</p></body></nitf>'
    ),
    "external-dtd.xml": lambda: (
        '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd">'
        "<nitf><body><p>Of the 12 boats, 15 were lost.</p></body></nitf>"
    ),
    "deep.xml": lambda: "<nitf>" + "<p>" * 100_000,
    "wide.xml": lambda: "<nitf><body>" + "<p>5 of 6</p>" * 50_000 + "</body></nitf>",
    "deep.json": lambda: "[" * 200_000,
    "number.json": lambda: '{"uri": "x", "headline": "h", "body_text": "5 of 6", "version": ' + "9" * 500_000 + "}",
    "halves.json": lambda: (
        '{"uri": "x", "headline": "\\ud800\\udc00\\udc00\\ud800", "body_text": "Of the 12 boats, 15 were lost. \\ud800"}'
    ),
    "many.jsonl": lambda: '{"title": "T", "text": "Of 12 boats 5 sank."}\n' * 1000,
    "blank.jsonl": lambda: "\n" * 500_000,
    "broken.jsonl": lambda: '{"title": "T", "text": "Of 12 boats 5 sank."}\n{"title": \n' * 20,
    "bomb.docx": lambda: packed(WORD.format(PARAGRAPH.format("5 " * 40_000_000)).encode()),
    "bomb-beside.docx": lambda: packed(
        WORD.format(PARAGRAPH.format("Of the 12 boats, 15 were lost.")).encode(), **{"word/media/x.bin": bytes(60_000_000)}
    ),
    "laughs.docx": lambda: packed(f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>{WORD.format(PARAGRAPH.format("&l9;"))}'.encode()),
    "deep.docx": lambda: packed(WORD.format("<w:tbl><w:tr><w:tc>" * 50_000).encode()),
    "cut.docx": lambda: packed(WORD.format(PARAGRAPH.format("5 of 6")).encode())[:-200],
    "no-document.docx": lambda: packed(b"")[:60] + b"PK\x05\x06" + bytes(18),
}


def made(folder: Path) -> Iterator[Path]:
    """All inputs as files in ``folder``: those made and those found by fuzzing."""
    for name, make in INPUTS.items():
        data = make()
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
        yield folder / name
    for path in sorted((HERE / "found").glob("*.*")):
        (folder / f"found-{path.name}").write_bytes(path.read_bytes())
        yield folder / f"found-{path.name}"
