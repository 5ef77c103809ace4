"""Rule sets: what they extend, severities, overrides, words and data, and their errors."""

import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from pytest_numcheck.base.files import rules_root
from pytest_numcheck.base.strictyaml import DataError
from pytest_numcheck.language.load import load_folder
from pytest_numcheck.language.ruleset import load_ruleset

RULE = dedent("""\
    rule: {id}
    title: Ages
    severity: {{stated: error, else: warning}}
    bind: {{age: age}}
    assert: age <= 130 years
    message: "{{age}}"
    aliases: [{alias}]
    """)


@pytest.fixture
def desk(tmp_path):
    """A desk's folder of two rules."""
    for rule_id, alias in (("people/age", "people/old-age"), ("people/height", "people/tall")):
        path = tmp_path / "desk-rules" / f"{rule_id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RULE.format(id=rule_id, alias=alias), encoding="utf-8")
    return tmp_path


def write(folder, text, name="numcheck.yaml"):
    path = folder / name
    path.write_text(dedent(text), encoding="utf-8")
    return path


def refusal(config, root=None):
    with pytest.raises(DataError) as caught:
        load_ruleset(config, root)
    return caught.value


def test_the_default_is_the_recommended_set():
    rules = load_ruleset()
    assert [r.id for r in rules.rules] == [r.id for r in load_folder(rules_root(), compiled=False)]
    assert rules == load_ruleset({"extends": "numcheck:recommended@1"}) == load_ruleset({"extends": ["numcheck:recommended@1"]})
    assert hash(rules) == hash(load_ruleset(None))


def test_a_file_extends_folders_beside_it(desk):
    path = write(desk, """\
        extends: [desk-rules/]
        rules: {people/age: note, people/tall: {stated: error, slip: error, else: "off"}}
        overrides:
          - {files: "sport/**", rules: {people/*: "off"}}
          - {files: ["*.md"], rules: {people/age: error}}
        """)
    rules = load_ruleset(path)
    age, height = rules.rules
    assert rules.severity(age, "news/a.txt", "stated", False) == "note"
    assert rules.severity(age, "sport/a.txt", "stated", True) == "off"
    assert rules.severity(age, "sport/a.md", "guessed", False) == "error"
    assert rules.severity(height, "news/a.txt", "stated", False) == "error"
    assert rules.severity(height, "news/a.txt", "guessed", False) == "off"
    assert str(rules.severity_of(age)) == "note"
    assert rules.rule("people/tall") is height
    with pytest.raises(KeyError, match="people/age"):
        rules.rule("people/ages")


def test_own_severities_stay_where_nothing_is_said(desk):
    rules = load_ruleset({"extends": ["desk-rules"]}, desk)
    assert [rules.severity(rules.rules[0], "a.txt", c, False) for c in ("stated", "inferred")] == ["error", "warning"]


def test_a_desk_rule_replaces_one_of_the_same_id(desk):
    built_in = load_ruleset().rules[0]
    path = desk / "desk-rules" / f"{built_in.id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RULE.format(id=built_in.id, alias="some/thing"), encoding="utf-8")
    rules = load_ruleset({"extends": ["numcheck:recommended@1", "desk-rules"]}, desk)
    assert rules.rule(built_in.id).title == "Ages"
    assert len(rules.rules) == len(load_ruleset().rules) + 2


def test_a_set_extends_another_file(desk):
    write(desk, 'extends: [desk-rules]\nrules: {people/age: "off", people/height: note}\n', "base.yaml")
    rules = load_ruleset(write(desk, "extends: [base.yaml]\nrules: {people/age: error}\n"))
    assert [rules.severity(r, "a", "stated", False) for r in rules.rules] == ["error", "note"]
    assert "extends itself" in refusal(write(desk, "extends: [numcheck.yaml]\n")).what


def test_settings_of_an_ini_file(desk):
    rules = load_ruleset({"extends": ["desk-rules"], "rules": ["people/age: off", "people/height: 'note'"]}, desk)
    assert [rules.severity(r, "a", "stated", False) for r in rules.rules] == ["off", "note"]


def test_words_and_data(desk):
    words = desk / "desk-rules" / "words"
    words.mkdir()
    (words / "person.yaml").write_text("[wrangler]\n", encoding="utf-8")
    (words / "gear.yaml").write_text("[rope, saddle]\n", encoding="utf-8")
    path = write(desk, """\
        extends: [numcheck:recommended@1, desk-rules]
        words: {person: [drover], gear: {replace: [lasso]}}
        data: {paces: {walker: {words: [walker], high: 12 km/h}}}
        """)
    lexicon = load_ruleset(path).lexicon
    assert {"wrangler", "drover"} <= set(lexicon.list("person"))
    assert len(lexicon.list("person")) > 2
    assert lexicon.list("gear") == ("lasso",)
    assert lexicon.table("paces")["walker"]["high"] == "12 km/h"


def test_the_key_follows_every_change(desk):
    def key(**more):
        return load_ruleset({"extends": ["desk-rules"], **more}, desk).key

    keys = [key(), key(rules={"people/age": "off"}), key(words={"gear": ["rope"]}),
    key(data={"paces": {"a": {"high": "1 km/h"}}}),
            key(overrides=[{"files": "a", "rules": {"people/age": "off"}}])]
    path = desk / "desk-rules" / "people" / "age.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "explain: more\n", encoding="utf-8")
    keys.append(key())
    assert len(set(keys)) == len(keys)
    assert key() == key()


@pytest.mark.parametrize(("text", "what", "place"), [
    ("rules: {people/aeg: note}", "did you mean 'people/age'?", (2, 9)),
    ("rules: {people/age: notte}", "did you mean 'note'?", (2, 21)),
    ("rules: {folk/*: note}", "there is no rule 'folk/*'", (2, 9)),
    ("rule: {people/age: note}", "did you mean 'rules'?", (2, 1)),
    ("overrides: [{files: a}]", "needs 'files' and 'rules'", (2, 13)),
    ("overrides: {files: a}", "a list is wanted", (2, 12)),
    ("overrides: [{files: 3, rules: {}}]", "text is wanted", (2, 21)),
    ("overrides: [{files: '', rules: {}}]", "not a usable pattern", (2, 21)),
    ("words: {person: them}", "a list of words", (2, 17)),
    ("data: {paces: [1]}", "a mapping is wanted", (2, 15)),
])
def test_errors_stand_where_the_fault_is(desk, text, what, place):
    error = refusal(write(desk, f"extends: [desk-rules]\n{text}\n"))
    assert what in error.what
    assert (error.line, error.column - error.column % 1) == (place[0], place[1] + (1 if "''" in text else 0))


@pytest.mark.parametrize(("extends", "what"), [
    ("numcheck:recomended@1", "did you mean 'numcheck:recommended@1'?"), ("numcheck:recommended@2", "there is no built-in"),
    ("numcheck:recommended", "did you mean 'numcheck:recommended@1'?"), ("desk-ruls", "did you mean 'desk-rules/'?"),
    ("/no/where", "no folder"),
])
def test_unknown_sets(desk, extends, what):
    assert what in refusal({"extends": [extends]}, desk).what


def test_files_that_cannot_be_read(tmp_path):
    assert "cannot be read" in refusal(tmp_path / "none.yaml").what
    path = tmp_path / "numcheck.yaml"
    path.write_bytes(b"\xff\xfe")
    assert "UTF-8" in refusal(path).what
    path.write_text("", encoding="utf-8")
    assert load_ruleset(path) == load_ruleset()
    assert "id: severity" in refusal({"rules": ["nonsense"]}).what


def test_paths_do_not_depend_on_the_working_folder(desk, monkeypatch):
    path = write(desk, "extends: [desk-rules]\n")
    before = load_ruleset(path).key
    elsewhere = desk / "elsewhere"
    shutil.copytree(desk / "desk-rules", elsewhere / "desk-rules")
    monkeypatch.chdir(elsewhere)
    assert load_ruleset(path).key == before
    assert load_ruleset({"extends": ["desk-rules"]}, Path()).key == before
