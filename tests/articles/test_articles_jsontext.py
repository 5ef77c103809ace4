"""JSON with positions: the same values as the standard library, each with its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pytest_numcheck.articles.jsontext import Json, JsonError, parse_stream, parse_value

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def plain(value: Json) -> object:
    if value.members is not None:
        return {name: plain(inner) for name, inner in value.members.items()}
    if value.elements is not None:
        return [plain(inner) for inner in value]
    return value.text() if value.kind == "string" else json.loads(value.source[value.start : value.end])


@given(JSON, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_reads_what_the_standard_library_writes(value: object, indent: object, plain_ascii: bool):
    text = json.dumps(value, indent=indent, ensure_ascii=plain_ascii)  # type: ignore[arg-type]
    expected = json.loads(json.dumps(value).replace("\\u0000", "\\ufffd"))
    assert plain(parse_value(text, 0)) == expected or "\\ud" in text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_every_character_leads_back(text: str):
    source = " " + json.dumps(text)
    layer = parse_value(source, 0).layer()
    assert layer.text == text
    for i in range(len(text)):
        start, end = layer.origin.span(i, i + 1)
        assert json.loads(f'"{source[start:end]}"') == text[i]


def test_escapes():
    value = parse_value(r'"5 \u20ac \ud83d\ude00 \ud83d \ude00 \/ \" \\ \u0041\ude00 \u0000"', 0)
    assert value.text() == '5 € 😀 \ufffd \ufffd / " \\ A\ufffd \ufffd'


def test_paths_and_names():
    value = parse_value('{"a": [{"b": "x"}, null], "c": null, "d": 5}', 0)
    assert value.at("a.0.b").text() == "x"
    assert value.at("a.7.b") is None
    assert value.at("a.b") is None
    assert value.get("c", "d").text() == "5"
    assert value.said("c") == ""


def test_a_stream():
    assert [plain(v) for v in parse_stream(' {"a":1}\n[2]  "x"\n')] == [{"a": 1}, [2], "x"]


@pytest.mark.parametrize(
    ("text", "at", "what"),
    [
        ('{"a": }', 6, "a value is wanted, not '}'"),
        ('{"a" 1}', 5, "':' is wanted"),
        ('{"a": 1', 6, "the JSON breaks off here"),
        ("[1 2]", 3, "',' or ']' is wanted"),
        ("{'a': 1}", 1, "a name in double quotes is wanted"),
        ('["a\nb"]', 1, "this string is not closed"),
        ('["a\\x"]', 3, "this cannot stand in a JSON string"),
        ('["abc', 1, "this string is not closed"),
        ("[nul]", 1, "a value is wanted"),
        ("[01]", 2, "',' or ']' is wanted"),
        ("[1,]", 3, "a value is wanted, not ']'"),
        ("", 0, "breaks off"),
        ("[" * 999, 200, "nested more than"),
    ],
)
def test_what_is_wrong_and_where(text: str, at: int, what: str):
    with pytest.raises(JsonError, match=what.replace("[", r"\[")) as fault:
        parse_value(text, 0)
    assert fault.value.at == at
