"""What README.md shows works as shown."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pytest_numcheck import check_file, load_rules
from pytest_numcheck.base.strictyaml import parse
from pytest_numcheck.check.examples import run_example
from pytest_numcheck.language.load import load_rule

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.M | re.S)
RULES = [text for kind, text in BLOCKS if kind == "yaml" and text.startswith("rule:")]
#: what a reader types, but for the installing, which .ci/run does word for word
COMMANDS = [line.partition("#")[0].strip() for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()
            if "pip install" not in line]
INLINE = re.findall(r"`((?:numcheck|pytest|python) [^`]+)`", README)


def test_the_failure_shown_is_the_failure_given() -> None:
    shown = re.search(r"<!-- shown: failure -->\n```text\n(.*?)\n```\n", README, re.S)
    assert shown
    name = "examples/broken/missile-test.txt"
    report = check_file(ROOT / name, ruleset=load_rules("numcheck:recommended@1"), name=name)
    given = [report.finding(c) for c in report.checks if c.outcome == "inconsistent" and c.rule == "clock/elapsed"]
    assert given == [shown[1]]


def test_a_rule_shown_loads_and_passes_its_own_examples() -> None:
    assert RULES
    for text in RULES:
        said = parse(text).get("rule")
        assert said
        rule = load_rule(text, "README.md", said.text())
        assert [run_example(rule, e) for e in rule.examples] == [None] * len(rule.examples)
        assert {e.expect for e in rule.examples} == {"fires", "quiet"}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Everything that the commands speak of, where they speak of it."""
    shutil.copytree(ROOT / "examples" / "articles", tmp_path / "articles")
    shutil.copytree(ROOT / "examples" / "newsroom" / "rules", tmp_path / "rules")
    shutil.copy(ROOT / "examples" / "broken" / "missile-test.txt", tmp_path / "story.txt")
    (tmp_path / "rules" / "desk" / "marathon.yaml").write_text(RULES[0], encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", [*COMMANDS, "numcheck test-rules rules/desk/marathon.yaml", "numcheck explain clock/elapsed",
                                     "pytest --noconftest --numcheck articles/ --junitxml numcheck.xml"])
def test_a_command_shown_works(newsroom: Path, command: str) -> None:
    assert command in README
    done = run(newsroom, command)
    assert done.returncode == (1 if command.startswith("numcheck check story.txt") else 0), done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_the_commands_of_the_text_are_among_those_tried() -> None:
    tried = [*COMMANDS, "numcheck test-rules rules/desk/marathon.yaml", "numcheck explain clock/elapsed",
             "numcheck serve", "numcheck lsp"]  # these two have tests of their own: tests/serve, tests/lsp
    assert [c for c in INLINE if not c.endswith("-") and c not in tried and "--numcheck articles/" not in c] == []
    assert any("numcheck check" in c for c in COMMANDS)


def test_python_shown_works(tmp_path: Path) -> None:
    code = next(text for kind, text in BLOCKS if kind == "python")
    wanted = re.search(r"#\s(.+)", code)
    assert wanted
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == (wanted[1] + "\n", "")


def test_a_rule_set_shown_loads(newsroom: Path) -> None:
    text = next(text for kind, text in BLOCKS if kind == "yaml" and text.startswith("extends:"))
    (newsroom / "numcheck.yaml").write_text(text, encoding="utf-8")
    assert "desk/marathon" in {r.id for r in load_rules(root=newsroom).rules}
    for inline in re.findall(r"`rules: (\{[^`]*\})`", README):
        (newsroom / "numcheck.yaml").write_text(f"extends: [numcheck:recommended@1]\nrules: {inline}\n", encoding="utf-8")
        load_rules(root=newsroom)


def test_every_option_is_in_the_table_with_its_ini_setting() -> None:
    source = (ROOT / "pytest_numcheck" / "plugin.py").read_text(encoding="utf-8")
    for name in ["", *re.findall(r'^    option\("([a-z-]+)"', source, re.M)]:
        option, ini = f"--numcheck-{name}".rstrip("-"), f"numcheck_{name.replace('-', '_')}".rstrip("_")
        assert re.search(rf"^\| `{option}[ `].*\| `{ini}` \|", README, re.M), option


def test_the_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8")):
            if not target.startswith("rules/"):  # those pages are generated
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """The command, with this environment's own programs."""
    first, *more = shlex.split(command)
    module = {"pytest": ["-m", "pytest", "-p", "no:cacheprovider"],
              "numcheck": ["-c", "import sys; from pytest_numcheck.cli.main import main; sys.exit(main())"]}[first]
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    return subprocess.run([sys.executable, *module, *more], cwd=folder, env=clean, capture_output=True, text=True, timeout=120)
