"""Rule files as test files: each example is a case."""

from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import RULE

Write = Callable[..., Path]


def test_the_examples_of_a_named_rule_run(desk: Path, pytester: pytest.Pytester) -> None:
    result = pytester.runpytest("--numcheck", "pack/desk/lost.yaml", "-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["pack/desk/lost.yaml::fires[[]0[]] PASSED*", "pack/desk/lost.yaml::quiet[[]0[]] PASSED*"])
    pytester.runpytest("--numcheck", "pack/desk/lost.yaml::fires[0]").assert_outcomes(passed=1)


def test_a_folder_is_searched_where_it_is_called_rules_or_the_settings_say_so(
        desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("desk-rules/desk/told.yaml", RULE.format(name="told", verb="told", severity="note"))
    write("desk-rules/words/ships.yaml", "- ship\n")
    pytester.runpytest("--numcheck", "desk-rules").assert_outcomes(passed=2)
    assert pytester.runpytest("--numcheck", "pack").ret == pytest.ExitCode.NO_TESTS_COLLECTED
    pytester.runpytest("--numcheck", "pack", "--numcheck-rule-files", "pack/*").assert_outcomes(passed=6)


def test_an_example_that_does_not_hold_fails_with_what_was_seen(desk: Path, pytester: pytest.Pytester) -> None:
    rule = pytester.path / "pack" / "desk" / "lost.yaml"
    rule.write_text(rule.read_text().replace("They lost 5 of the 12", "They lost 50 of the 12"))
    result = pytester.runpytest("--numcheck", "pack/desk/lost.yaml")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*desk/lost: quiet[[]0[]]*", "*it should be quiet, but says: 50 is more than 12*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_an_example_to_do_is_an_expected_failure_until_it_is_done(desk: Path, pytester: pytest.Pytester) -> None:
    rule = pytester.path / "pack" / "desk" / "lost.yaml"
    rule.write_text(rule.read_text() + '  todo:\n    - text: "Of the [[12]] ships [[15]] were lost."\n')
    pytester.runpytest("--numcheck", str(rule)).assert_outcomes(passed=2, xfailed=1)
    rule.write_text(rule.read_text().replace("Of the [[12]] ships [[15]] were lost.", "They lost [[15]] of the [[12]] ships."))
    result = pytester.runpytest("--numcheck", str(rule))
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*no longer to do*"])


def test_a_broken_rule_file_is_a_collection_error_with_a_caret(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("desk-rules/desk/told.yaml", RULE.format(name="told", verb="told", severity="note").replace("bind:", "bnd:"))
    result = pytester.runpytest("--numcheck", "desk-rules")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*told.yaml:4:1: unknown key 'bnd'; did you mean 'bind'?", "*bnd:", "*^"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_other_yaml_is_left_alone(desk: Path, write: Write, pytester: pytest.Pytester) -> None:
    write("rules/ci.yaml", "rules:\n  - x\n")
    assert pytester.runpytest("--numcheck", "rules").ret == pytest.ExitCode.NO_TESTS_COLLECTED
