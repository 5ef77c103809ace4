"""The outputs for platforms: what they say, where they point, and that a platform can read them."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from pytest_numcheck import check_text, load_rules
from pytest_numcheck.engine import Report
from pytest_numcheck.language.ruleset import RuleSet
from pytest_numcheck.report import github, gitlab, lines, rdjsonl, sarif
from pytest_numcheck.report.coverage import coverage_of
from pytest_numcheck.report.finding import Finding
from pytest_numcheck.report.outputs import Output, parse, write
from pytest_numcheck.report.run import RuleText, Run

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden"
SCHEMA = json.loads((HERE.parent / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
#: a euro sign (3 bytes), a letter outside the basic plane (4 bytes, 2 UTF-16 units) and an accent before the numbers
WIDE = "A loss\n\nThe \u20ac12m \U0001d7d9 caf\u00e9 sold its chairs. It lost 11 of the 9 tables.\n"
WAIVED = "<!-- numcheck: ignore desk/lost -- the clerk's own words -->\nThey lost 31 of the 20 ships.\n"
BOTH = f"{WIDE}\n{WAIVED}"
RULE = """\
rule: desk/lost
title: A part is no more than the whole
severity: error
bind: {part: count, whole: count}
match: ["lost {part} of the {whole}"]
assert: part <= whole
message: "{part} is more than {whole}"
examples:
  fires: [{text: "They lost [[15]] of the [[12]] ships.", says: "15 is more than 12"}]
  quiet: [{text: "They lost 5 of the 12 ships."}]
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> RuleSet:
    folder = tmp_path_factory.mktemp("pack") / "desk"
    folder.mkdir()
    (folder / "lost.yaml").write_text(RULE, encoding="utf-8")
    return load_rules(folder.parent)


def run_of(*reports: Report) -> Run:
    run = Run("1.2.3", articles=len(reports), numbers=sum(len(r.reading.mentions) for r in reports))
    for report in reports:
        run.findings += report.findings().values()
        run.coverage.append(coverage_of(report.record()))
    run.rules = {f.rule: RuleText(f.title, "Why it is so.", "error", "# The page\n") for f in run.findings}
    return run


@pytest.fixture
def run(desk: RuleSet) -> Run:
    found = run_of(check_text(BOTH, ruleset=desk, name="caf\u00e9 news/a, b.md", suffix=".md"))
    assert [f.outcome for f in found.findings] == ["inconsistent", "waived"]
    found.unread.append(("bad.txt", "bad.txt: not text"))
    return found


def test_every_output_counts_columns_its_own_way(run: Run) -> None:
    line = WIDE.splitlines()[2]
    eleven, nine = line.index("11 of"), line.index("9 tables")
    points = [s.column for s in run.findings[0].spots]
    assert points == [eleven + 1, nine + 1]
    log = json.loads(sarif.render(run))["runs"][0]
    assert log["columnKind"] == "unicodeCodePoints"
    region = log["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, eleven + 1, eleven + 3)
    assert BOTH[region["charOffset"]:][:region["charLength"]] == "11"
    diagnostic = json.loads(rdjsonl.render(run).splitlines()[0])
    start = diagnostic["location"]["range"]["start"]
    assert line.encode()[start["column"] - 1:].startswith(b"11 of")
    related = diagnostic["related_locations"][0]["location"]["range"]
    assert line.encode()[related["start"]["column"] - 1:related["end"]["column"] - 1] == b"9"
    units = line.encode("utf-16-le")
    low, high = run.findings[0].spots[1].utf16
    assert units[2 * low - 2:2 * high - 2].decode("utf-16-le") == "9"


def test_sarif_is_valid_and_complete(run: Run) -> None:
    log = json.loads(sarif.render(run))
    jsonschema.validate(log, SCHEMA)
    one = log["runs"][0]
    assert one["properties"]["numericCoverage"] == {"numbers": 6, "checked": 4, "alone": 2, "percent": 100.0}
    assert [a["location"]["uri"] for a in one["artifacts"]] == ["caf%C3%A9%20news/a,%20b.md"]
    assert one["artifacts"][0]["properties"]["numericCoverage"]["uncheckedLines"] == []
    waived = one["results"][1]
    assert waived["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "the clerk's own words"}]
    assert "suppressions" not in one["results"][0]
    assert one["tool"]["driver"]["rules"][one["results"][0]["ruleIndex"]]["id"] == one["results"][0]["ruleId"]
    assert one["tool"]["driver"]["rules"][0]["help"]["markdown"] == "# The page\n"
    assert one["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "caf%C3%A9%20news/a,%20b.md"
    assert one["invocations"][0]["executionSuccessful"] is False
    assert one["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "bad.txt: not text"
    jsonschema.validate(json.loads(sarif.render(Run("1"))), SCHEMA)


def test_fingerprints_survive_edits_elsewhere_and_tell_twins_apart(desk: RuleSet) -> None:
    def prints(text: str) -> list[str]:
        return [f.fingerprint for f in check_text(text, ruleset=desk).findings().values()]
    before = prints(WIDE)
    assert prints(f"A new headline\n\nA new first paragraph.\n\n{WIDE}") == before
    assert prints(WIDE.replace("11 of", "12 of")) != before
    twice = prints("It lost 11 of the 9 tables.\n\nIt lost 11 of the 9 tables.\n\nNothing else.\n")
    assert len(set(twice)) == len(twice) == 2


def test_github_escapes_what_would_end_a_command(run: Run) -> None:
    text = github.commands(run)
    first, second = text.splitlines()
    assert first.startswith("::error file=caf\u00e9 news/a%2C b.md,line=3,endLine=3,col=")
    assert "title=numcheck desk/lost::11 is more than 9." in first
    assert second == "::error file=bad.txt,title=numcheck::bad.txt: not text"
    run.findings[0] = Finding(**{**run.findings[0].data(), "words": (), "spots": run.findings[0].spots,
                                 "message": "100% wrong\n::error::injected"})
    assert "\n::error::injected" not in github.commands(run)
    assert "100%25 wrong%0A" in github.commands(run) or "100%25 wrong ::error::injected" in github.commands(run)


def test_the_summary_cannot_be_broken_out_of(run: Run) -> None:
    text = github.summary(run)
    assert "| error | café news/a, b.md:3 | 11 is more than 9." in text
    assert "the clerk's own words" in text
    assert "could not be read: bad.txt: not text" in text
    run.findings[0] = Finding(**{**run.findings[0].data(), "words": (), "spots": run.findings[0].spots,
                                 "message": "a | b <img src=x> `c`"})
    assert " \\| b &lt;img src=x\\> \\`c\\`" in github.summary(run)
    assert github.summary(Run("1")).startswith("## The numbers agree")


def test_gitlab_has_unique_fingerprints_and_names_the_rule(desk: RuleSet) -> None:
    reports = [check_text(WIDE, ruleset=desk, name=name) for name in ("a.md", "b.md")]
    rows = json.loads(gitlab.render(run_of(*reports)))
    assert len({r["fingerprint"] for r in rows}) == len(rows) == 2
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["description"].endswith("(desk/lost)")
        assert (row["severity"], row["location"]["lines"]["begin"]) == ("major", 3)


@pytest.mark.parametrize(("name", "text"), [
    ("sarif.json", sarif.render), ("github.txt", github.commands), ("github-summary.md", github.summary),
    ("gitlab.json", gitlab.render), ("rdjsonl.jsonl", rdjsonl.render), ("terminal.txt", lines.render)])
def test_the_bytes_are_those_of_the_golden_file(name: str, text: object, run: Run) -> None:
    """To renew them after a change on purpose: delete tests/golden/outputs and run this twice."""
    golden = GOLDEN / "outputs" / name
    assert callable(text)
    if not golden.is_file():
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text(run), encoding="utf-8")
        pytest.fail(f"{golden} was missing and has been written; look at it")
    assert text(run) == golden.read_text(encoding="utf-8")


def test_findings_survive_json(desk: RuleSet) -> None:
    for finding in check_text(BOTH, suffix=".md", ruleset=desk).findings().values():
        assert Finding.of(json.loads(json.dumps(finding.data()))) == finding


def test_outputs_are_parsed_and_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parse("sarif=out/x.sarif", tmp_path) == Output("sarif", tmp_path / "out" / "x.sarif")
    assert parse("github", tmp_path) == Output("github")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert parse("github-summary", tmp_path).path is None
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "s.md"))
    assert parse("github-summary", tmp_path).path == tmp_path / "s.md"
    for text, said in (("srif", "there is no format 'srif'"), ("sarif=", "wants a file"), ("jsonl", "jsonl=FILE"),
                       (f"sarif={tmp_path}", "is a folder")):
        with pytest.raises(ValueError, match=re.escape(said)):
            parse(text, tmp_path)


def test_a_report_replaces_the_old_one_whole_and_a_summary_is_added_to(tmp_path: Path, run: Run) -> None:
    target = tmp_path / "deep" / "x.json"
    assert write(run, Output("gitlab", target)) == ""
    first = target.read_text(encoding="utf-8")
    write(run, Output("gitlab", target))
    assert target.read_text(encoding="utf-8") == first
    assert [p.name for p in target.parent.iterdir()] == ["x.json"]
    step = tmp_path / "s.md"
    step.write_text("before\n", encoding="utf-8")
    write(run, Output("github-summary", step))
    assert step.read_text(encoding="utf-8").startswith("before\n## Numbers that do not agree")
    with pytest.raises(OSError, match=r".+"):
        write(run, Output("gitlab", step / "x.json"))
