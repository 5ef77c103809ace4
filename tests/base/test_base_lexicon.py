import pytest

from pytest_numcheck.base.files import rules_root
from pytest_numcheck.base.lexicon import Lexicon, default_lexicon, shipped
from pytest_numcheck.base.strictyaml import DataError


def test_shipped_lists_are_lists_of_words():
    paths = sorted((rules_root() / "words").glob("*.yaml"))
    assert paths
    for path in paths:
        words = default_lexicon().list(path.stem)
        assert words, path
        assert all(isinstance(w, str) and w == w.strip() and w for w in words), path
        assert len(set(words)) == len(words), path


def test_shipped_tables_are_mappings():
    for path in sorted((rules_root() / "data").glob("*.yaml")):
        assert isinstance(default_lexicon().table(path.stem), dict), path


def test_a_list_that_is_not_there():
    with pytest.raises(DataError, match=r"no words file 'excuse'.*did you mean 'excuses'"):
        default_lexicon().list("excuse")
    with pytest.raises(DataError, match="no data file 'unit'"):
        shipped("data", "unit")


def test_a_desk_adds_to_a_list_or_replaces_it():
    shipped_words = default_lexicon().list("rise")
    more = Lexicon(words={"rise": ["zoomed aloft", shipped_words[0]]})
    assert more.list("rise") == (*shipped_words, "zoomed aloft")
    assert Lexicon(words={"rise": {"replace": ["grew"]}}).list("rise") == ("grew",)
    assert Lexicon(words={"own-list": ["a", "b"]}).list("own-list") == ("a", "b")


def test_a_table_is_overridden_key_by_key():
    name = "hedges"
    table = default_lexicon().table(name)
    key = next(iter(table))
    changed = Lexicon(data={name: {key: "new", "extra": {"a": 1}}}).table(name)
    assert changed[key] == "new"
    assert changed["extra"] == {"a": 1}
    assert {k: v for k, v in changed.items() if k not in (key, "extra")} == {k: v for k, v in table.items() if k != key}
    assert default_lexicon().table(name) == table


def test_lexicons_are_equal_by_their_overrides():
    a, b, c = Lexicon(words={"x": ["1"]}), Lexicon(words={"x": ["1"]}), Lexicon(words={"x": ["2"]})
    assert a == b
    assert hash(a) == hash(b)
    assert a != c
    assert a.key != default_lexicon().key
    assert a != "x"


def test_rules_are_found():
    assert (rules_root() / "words").is_dir()
