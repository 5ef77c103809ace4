import codecs
import time

import pytest

from pytest_numcheck.articles.decode import MAX_BYTES, UndecodableError, decode

STORY = "Café owners in Łódź paid €3.5m – “too much”.\n"


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + STORY.encode("utf-32-le"),
    ],
)
def test_marked_and_unmarked_unicode(data):
    assert decode(data) == STORY


def test_line_ends_are_kept():
    assert decode(b"a\r\nb\rc\n") == "a\r\nb\rc\n"


def test_windows_1252_is_detected():
    assert decode("Café “quotes” – €5 and £3".encode("cp1252")) == "Café “quotes” – €5 and £3"


def test_latin_1_bytes_without_meaning_in_windows_1252():
    assert decode(b"caf\xe9 \x81 x") == "caf\xe9 \x81 x"


def test_one_pasted_byte_does_not_spoil_a_utf8_story():
    assert decode("Łódź paid ".encode() + b"\x80" + "5 – or more".encode()) == "Łódź paid €5 – or more"


def test_empty_file():
    assert decode(b"") == ""


def test_nul_bytes_are_refused_with_the_line():
    with pytest.raises(UndecodableError, match="NUL bytes") as e:
        decode(b"one\ntwo\nth\0ree")
    assert e.value.line == 3


def test_utf16_without_a_mark_is_guessed_in_the_message():
    with pytest.raises(UndecodableError, match="UTF-16 without its byte order mark"):
        decode("The plain story".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04rest", r"\.docx"),
        (b"\x89PNG\r\n", "a picture"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x1f\x8b\x08", "compressed"),
        (bytes(range(1, 256)) * 4, "looks binary"),
    ],
)
def test_binaries_are_named(data, what):
    with pytest.raises(UndecodableError, match=what):
        decode(data)


def test_a_broken_off_utf16_file():
    with pytest.raises(UndecodableError, match="breaks off"):
        decode(codecs.BOM_UTF16_LE + "abc".encode("utf-16-le")[:-1])


def test_half_characters_become_replacements_one_for_one():
    assert decode(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00") == "a\ufffdb"
    assert "\ufffd" not in decode(b"a")
    assert all(not 0xD800 <= ord(c) <= 0xDFFF for c in decode(b"x\xed\xa0\x80y"))


def test_size_cap():
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES
    with pytest.raises(UndecodableError, match="larger than 8 MB"):
        decode(b"a" * (MAX_BYTES + 1))


def test_a_megabyte_of_bad_bytes_is_quick():
    began = time.process_time()
    assert decode(b"\xe9 " * 500_000) == "é " * 500_000
    assert time.process_time() - began < 4
