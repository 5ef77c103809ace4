"""What the pages in docs/ show is what the checker gives."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from blocks import blocks

from pytest_numcheck import check_text
from pytest_numcheck.cli.main import main
from pytest_numcheck.language.load import KEYS
from pytest_numcheck.language.read_bind import SELECTOR_KEYS
from pytest_numcheck.report.record import record

DOCS = Path(__file__).resolve().parents[2] / "docs"
READING, JUDGING, REPORT = ((DOCS / f"{n}.md").read_text(encoding="utf-8")
                                           for n in ("reading-numbers", "judging", "report"))


def shown(page: str, name: str) -> str:
    found = re.search(rf"<!-- shown: {name} -->\n```\w+\n(.*?)```\n", page, re.S)
    assert found
    return found[1]


def test_the_reading_shown_is_the_reading_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(shown(READING, "text"), encoding="utf-8")
    assert main(["read", "story.txt"]) == 0
    assert capsys.readouterr().out.rstrip() == shown(READING, "reading").rstrip()
    assert [c for c in check_text(shown(READING, "text")).checks if c.outcome == "inconsistent"] == []


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    assert [p.name for p in sorted(DOCS.glob("*.md")) if p.name != "index.md" and f"({p.name})" not in index] == []


def test_every_command_is_told() -> None:
    from pytest_numcheck.cli.main import COMMANDS
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert [c for c in COMMANDS if f"\n## numcheck {c}\n" not in page] == []


def test_every_part_of_the_rule_language_stands_in_a_rule_that_runs() -> None:
    """Keys, selectors, scopes, roundings and the signs of phrases; test_blocks.py runs the rules."""
    rules = [yaml.safe_load(b.text) for b in blocks(DOCS / "rule-language.md") if b.text.startswith("rule:")]
    selectors = [s for rule in rules for s in rule["bind"].values()]
    assert set(KEYS) - set().union(*rules) == set()
    assert set(SELECTOR_KEYS) - set().union(*(s for s in selectors if isinstance(s, dict))) == set()
    assert any(str(s).endswith("in another unit") for s in selectors)
    assert {"2 sentences", "paragraph", "article", "headline+body"} <= {rule.get("within") for rule in rules}
    assert {rule.get("rounding") for rule in rules} >= {"printed", "loose", "coarse"}
    phrases = " ".join(str(rule["match"]) for rule in rules if "match" in rule)
    assert [sign for sign in ("|", "[", "...", "~", "<np>", "<person>", "<speeds>", "list(", "'all'", "certainty")
            if sign not in phrases] == []
    wanted = {"fires", "quiet"} | {"says", "because", "title", "published"}
    assert wanted <= {k for r in rules for k in (*r["examples"], *(k for es in r["examples"].values() for e in es for k in e))}


def test_every_variable_of_the_environment_is_told() -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    code = "".join(p.read_text(encoding="utf-8") for p in sorted((DOCS.parent / "pytest_numcheck").rglob("*.py")))
    read = set(re.findall(r"""environ(?:\.get\(|\.setdefault\(|\[)"(\w+)\"""", code))
    assert read
    assert [name for name in sorted(read) if f"`{name}" not in page] == []


def test_every_key_of_the_report_is_told() -> None:
    report = check_text("Of the 5 ships, 3 sank.")
    for key in record(report.reading, report.checks):
        assert f"| `{key}` |" in REPORT
    plain = report.record()
    for key in [*plain["mentions"][0], *plain["checks"][0]]:
        assert f"`{key}`" in REPORT, key


def test_the_waiver_shown_waives() -> None:
    story = "Polls were open from 7 a.m. to 10 p.m., a 12-hour day."
    front = re.findall(r"  ```yaml\n(.*?)  ```", JUDGING, re.S)[0]
    comment = re.findall(r"`(<!-- .*? -->)`", JUDGING)[0].replace("RULE", "clock/elapsed")
    head, waived = dedent(front), f"{comment}\n{story}\n"
    for text, suffix in ((f"---\n{head}---\n\n{story}\n", ".md"), (waived, ".txt"), (waived, ".md")):
        outcomes = {c.rule: c.outcome for c in check_text(text, suffix=suffix).checks}
        assert outcomes["clock/elapsed"] == "waived"


def test_the_slip_shown_is_named() -> None:
    said = re.search(r'"Likely slip: (.*?)\. (With .*? it\s+would agree\.)"', JUDGING, re.S)
    assert said
    story = ("Launched at 6:48 a.m. local time, the missile came down at 8:38 a.m. in open water. The flight lasted 50 minutes.")
    check = next(c for c in check_text(story).checks if c.outcome == "inconsistent" and c.slip)
    assert (check.slip, check.mend) == (" ".join(said[1].split()), " ".join(said[2].split()))
