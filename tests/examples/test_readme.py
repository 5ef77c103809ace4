"""README.md: short, its links lead somewhere, and what it shows holds. Its blocks run in test_blocks.py."""

from __future__ import annotations

import re
from pathlib import Path

from blocks import blocks
from build_screenshots import COMMAND, PAGES, TERMINAL
from programs import ROOT
from terminal import words

from pytest_numcheck import check_file, load_rules

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = blocks(ROOT / "README.md")


def test_it_is_read_in_two_minutes() -> None:
    """At 250 words a minute for the prose; nobody reads code word by word."""
    prose = re.sub(r"^```.*?^```", "", README, flags=re.M | re.S)
    assert len(re.findall(r"[A-Za-z]\w+", re.sub(r"\]\([^)]*\)|<[^>]*>", "", prose))) < 500


def test_the_first_sentence_says_what_it_is() -> None:
    assert README.split("\n\n")[1].startswith("**It reads a news article")


def test_the_two_commands_are_marked_for_the_ci() -> None:
    for mark in ("main", "tests"):
        (block,) = [b for b in BLOCKS if b.comment == f"<!-- command: {mark} -->"]
        assert len(block.text.splitlines()) == 1
        assert f"<!-- command: {mark} -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_screenshot_shows_a_failing_case_as_it_is() -> None:
    name = COMMAND.split()[-1]
    report = check_file(ROOT / name, ruleset=load_rules("numcheck:recommended@1"), name=name)
    (given,) = [report.finding(c) for c in report.checks if c.outcome == "inconsistent" and c.rule == "clock/elapsed"]
    assert "".join(given.split()) in "".join(words(TERMINAL.read_text(encoding="utf-8")).split())
    for picture in (TERMINAL, *PAGES.values()):
        assert picture.relative_to(ROOT).as_posix() in README


def test_the_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]:
        text = re.sub(r"^ *(```|~~~).*?^ *\1", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
        for target in re.findall(r'(?:\]\(|src="|srcset=")(?!https?:|#)([^)#\s"]+)', text):
            if not target.startswith("rules/"):  # those pages are made, and the site's strict build looks at them
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_a_rule_set_shown_in_the_text_is_taken(desk: Path) -> None:
    shown = [*re.findall(r"`(extends: \[[^`]*\])`", README), *re.findall(r"`(rules: \{[^`]*\})`", README)]
    assert len(shown) == 2
    for text in shown:
        (desk / "numcheck.yaml").write_text(text + "\n", encoding="utf-8")
        assert load_rules(root=desk).rules
