"""numcheck rules, explain, schema and test-rules."""

import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pytest

Run = Callable[..., tuple[int, str, str]]
Write = Callable[[str, str], None]


def test_the_rules_are_listed_with_severity_and_title(run: Run) -> None:
    assert run("rules") == (0, "desk/lost  error    A part is no more than the whole\n"
                               "desk/sent  note     A part is no more than the whole\n"
                               "desk/sold  warning  A part is no more than the whole\n", "")


@pytest.mark.parametrize("name", ["desk/lost", "desk/gone"])
def test_a_rule_is_explained_under_any_of_its_names(run: Run, name: str) -> None:
    code, out, _ = run("explain", name)
    assert code == 0
    for said in ("desk/lost: A part is no more than the whole", "Nobody can lose more than there was.",
                 "It looks for part (count), whole (count), within one sentence.", "They lost 15 of the 12 ships.",
                 "-> 15 is more than 12", "<!-- numcheck: ignore desk/lost -- your reason -->"):
        assert said in out


def test_a_long_explanation_is_paged_on_a_terminal_and_nowhere_else(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr("pydoc.pager", lambda text, title="": paged.append(text))
    monkeypatch.setenv("LINES", "5")
    plain = run("explain", "desk/lost")[1]
    assert plain
    assert paged == []
    assert "\x1b" not in plain
    monkeypatch.setattr("pytest_numcheck.cli.pager._watched", lambda: True)
    assert run("explain", "desk/lost")[1] == ""
    assert paged == [plain]
    monkeypatch.setenv("LINES", "500")
    assert run("explain", "desk/lost")[1] == plain
    monkeypatch.setattr("pytest_numcheck.cli.pager.colour", lambda: True)
    assert run("explain", "desk/lost")[1].startswith("\x1b[1mdesk/lost\x1b[0m: ")


@pytest.mark.parametrize("what", ["rule", "report"])
def test_the_schemas_are_schemas(run: Run, what: str) -> None:
    schema = json.loads(run("schema", what)[1])
    jsonschema.Draft7Validator.check_schema(schema)


def test_examples_are_run(run: Run) -> None:
    assert run("test-rules", "pack") == (0, "3 rules, 6 examples: all as they say\n", "")
    assert run("test-rules", "pack/desk/lost.yaml")[1] == "1 rule, 2 examples: all as they say\n"


def test_an_example_that_does_not_hold_is_one(run: Run, tmp_path: Path) -> None:
    rule = tmp_path / "pack" / "desk" / "lost.yaml"
    rule.write_text(rule.read_text().replace("They lost 5 of", "They lost 50 of"))
    code, out, _ = run("test-rules", "pack")
    assert code == 1
    assert "pack/desk/lost.yaml:" in out
    assert "it should be quiet, but says: 50 is more than 12" in out
    assert out.endswith("3 rules, 6 examples: 1 not as it says\n")


def test_a_broken_rule_is_two(run: Run, write: Write) -> None:
    write("other/desk/lost.yaml", "rule: desk/lost\ntitel: x\n")
    code, _, err = run("test-rules", "other")
    assert code == 2
    assert "other/desk/lost.yaml:2:1: unknown key 'titel'; did you mean 'title'?\n  titel: x\n  ^" in err


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"numcheck {version('pytest-numcheck')}\n", "")
