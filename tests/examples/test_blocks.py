"""Everything that README and the pages show is run here, or by the test that is named; what cannot run is listed, and why."""

from __future__ import annotations

import configparser
import gzip
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from blocks import Block, blocks
from build_options import subparsers
from programs import PROGRAMS, ROOT

from pytest_numcheck import check_text
from pytest_numcheck.baseline import Baseline
from pytest_numcheck.check.examples import run_example
from pytest_numcheck.language.load import load_rule
from pytest_numcheck.language.ruleset import load_ruleset

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", ROOT / "examples" / "newsroom" / "README.md",
         *sorted((ROOT / "docs").glob("*.md"))]
#: Pages whose blocks another test runs, every one of them.
ELSEWHERE = {
    "start-copy-editor.md": "test_starts.py follows it word for word", "start-developer.md": "test_starts.py follows it",
    "start-rule-author.md": "test_starts.py follows it",
}
#: Lines that no test here can run, and why.
CANNOT = {
    "python3 -m venv .venv &&": "the two commands of the README: .ci/run runs them word for word, these tests among them",
    "bash .ci/run": "it runs these tests",
    "python docs/build_": ".ci/run runs each with --check, test_built_pages.py most of them",
    "pip install": "docs/try_starts.py and .ci/run install the wheel in an empty environment",
    "curl --data-binary": "it wants a server on a fixed port: tests/serve posts the same to one on a free port",
    "python benchmarks/all.py": "it takes minutes and measures the machine",
    "python -m pip install pip-audit": "it wants a network, and changes the environment that the tests run in",
    "python -m pip_audit --local": "it asks advisories over the network",
    "pre-commit run --all-files": "tests/gates/test_gates_precommit.py runs it in a repository of its own",
    "pytest\n": "the newsroom's own run: tests/gates/test_gates_alike.py",
    "numcheck check articles --baseline numcheck-baseline.yaml": "tests/gates/test_gates_alike.py runs it on the newsroom",
    "numcheck check - --stdin-filename articles/harbour-bridge.md": "tests/gates/test_gates_alike.py runs it on the newsroom",
    "      - uses: github/codeql-action": "a step of GitHub's own; the SARIF that it uploads is tested against its schema",
    "# OWNER: where this checker comes from.": "files of examples/newsroom: test_gates_docs.py compares, tests/gates runs them",
    "# .pre-commit-config.yaml; OWNER": "test_gates_docs.py looks up its hooks, tests/gates runs them",
    "vim.lsp.config(": "settings of Neovim; tests/lsp speak to the server that it starts",
    "[language-server.numcheck]": "settings of Helix; tests/lsp speak to the server that it starts",
    "[build-system]": "the example package: test_gates_docs.py compares it with tests/data/pytest-scoop, which is installed",
    '"""What the Scoop newsroom': "the same",
    "severity: {stated: error": "a key out of its rule; the schema has it, and desk/ferry above uses it",
}
USED: set[str] = set()


def excused(text: str) -> bool:
    found = next((start for start in CANNOT if text.startswith(start)), None)
    if found:
        USED.add(found)
    return bool(found)


#: Pages whose commands go on from one another, and are run in order.
IN_ORDER = ("archives.md",)
ALL = [b for page in PAGES if page.name not in (*ELSEWHERE, *IN_ORDER) for b in blocks(page, page.relative_to(ROOT).as_posix())]
COMMANDS = [(b.where, line.partition(" #")[0].strip()) for b in ALL if b.lang in ("sh", "") for line in b.text.splitlines()
            if not excused(line + "\n")]
OTHERS = [b for b in ALL if b.lang not in ("sh", "") and not excused(b.text)]


def typed(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    ours = ("PYTEST_", "CI", "GITHUB_")
    env = {k: v for k, v in os.environ.items() if not k.startswith(ours)} | {"PATH": PROGRAMS}
    return subprocess.run(["bash", "-c", command], cwd=folder, env=env, capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.parametrize(("where", "command"), COMMANDS, ids=[c for _, c in COMMANDS])
def test_a_command_runs(desk: Path, where: str, command: str) -> None:
    done = typed(command, desk)
    wrong = re.match(r"numcheck check (story\.txt|- .*< story\.html)", command)
    assert done.returncode == (1 if wrong else 0), f"{where}: {done.stdout}{done.stderr}"
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("page", IN_ORDER)
def test_the_commands_of_a_page_run_in_order(desk: Path, page: str) -> None:
    """Its Python is run by tests/sweep/test_sweep_docs.py, but for the frames of Spark."""
    pytest.importorskip("pyarrow", reason="the extra archive is not installed")
    story = {"slug": "a", "title": "Bridge", "date": "2026-03-06", "text": "It is 5 miles (18 km) long."}
    (desk / "stories.jsonl.gz").write_bytes(gzip.compress(json.dumps(story).encode()))
    (desk / "draft").mkdir()
    (desk / "draft" / "numcheck.yaml").write_text("extends: [numcheck:recommended@1]\n", encoding="utf-8")
    lines = [line for b in blocks(ROOT / "docs" / page) if b.lang in ("sh", "") for line in b.text.splitlines()]
    assert sum(line.startswith("numcheck ") for line in lines) > 3
    for line in lines:
        if line.startswith("numcheck ") and "s3://" not in line:  # a bucket and a cluster are not at hand
            done = typed(line, desk)
            assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"


@pytest.mark.parametrize("block", OTHERS, ids=lambda b: b.where)
def test_a_block_holds(block: Block, tmp_path: Path) -> None:
    ways = {"yaml": _yaml, "ini": _ini, "toml": _toml, "python": _python, "text": _text, "markdown": _markdown}
    ways[block.lang](block, tmp_path)


def _yaml(block: Block, folder: Path) -> None:
    data = yaml.load(block.text, yaml.BaseLoader)
    if "rule" in data:
        rule = load_rule(block.text, block.page, data["rule"])
        assert {e.expect for e in rule.examples} >= {"fires", "quiet"}
        assert [run_example(rule, e) for e in rule.examples] == [None] * len(rule.examples)
    elif "findings" in data:
        file = folder / "baseline.yaml"
        file.write_text(block.text, encoding="utf-8")
        assert Baseline.read(file).entries
    elif "numcheck" in data:
        report = check_text(f"---\n{block.text}---\n\nPolls were open from 7 a.m. to 10 p.m., a 12-hour day.\n", suffix=".md")
        assert "waived" in {c.outcome for c in report.checks}
    elif data.keys() <= {"extends", "rules", "overrides", "words", "data"}:
        _desk_rules(folder)
        (folder / "numcheck.yaml").write_text(block.text, encoding="utf-8")
        assert load_ruleset(folder / "numcheck.yaml", folder).rules
    else:
        assert block.text.startswith("# desk-rules/data/")
        name = Path(block.text.split()[1])
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(block.text, encoding="utf-8")
        table = load_ruleset({"extends": ["numcheck:recommended@1", "desk-rules/"]}, folder).lexicon.table(name.stem)
        assert set(data) <= set(table)


def _desk_rules(folder: Path) -> None:
    for b in ALL:
        if b.lang == "yaml" and b.text.startswith("rule:") and b.page.endswith("rule-language.md"):
            target = folder / "desk-rules" / f"{b.text.split()[1]}.yaml"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(b.text, encoding="utf-8")


def _ini(block: Block, folder: Path) -> None:
    said = configparser.ConfigParser()
    said.read_string(block.text)
    assert set(said["pytest"]) <= _settings() | {"testpaths"}


def _toml(block: Block, folder: Path) -> None:
    assert set(tomllib.loads(block.text)["tool"]["pytest"]["ini_options"]) <= _settings() | {"testpaths"}


def _settings() -> set[str]:
    return set(re.findall(r"<br>`(numcheck\w*)`", (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")))


def _python(block: Block, folder: Path) -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", block.text], cwd=folder, capture_output=True, text=True,
                          timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def _text(block: Block, folder: Path) -> None:
    """What the checker prints: the reading is compared in test_docs.py, the error here."""
    if block.comment.startswith("<!-- shown:"):
        return
    (rule,) = [b.text for b in ALL if b.text.startswith("rule: desk/interval")]
    with pytest.raises(ValueError) as error:
        load_rule(rule.replace("taken: duration", "weight: mass").replace("taken", "weight"), "desk-rules/desk/interval.yaml",
                  "desk/interval")
    assert str(error.value) == block.text.rstrip("\n")


def _markdown(block: Block, folder: Path) -> None:
    """A waiver: with it above, the finding that it names is let stand."""
    texts = {"clock/elapsed": "Polls were open from 7 a.m. to 10 p.m., a 12-hour day.",
             "convert/bracket": "It is 5 miles (18 km) long."}
    (rule,) = re.findall(r"ignore ([\w/-]+) --", block.text)
    assert {c.rule: c.outcome for c in check_text(f"{block.text}{texts[rule]}\n", suffix=".md").checks}[rule] == "waived"


def test_every_excuse_is_needed() -> None:
    assert set(CANNOT) - USED == set()


def test_commands_in_the_text_are_commands() -> None:
    """`numcheck …` between backticks: the sub-command and its options exist."""
    parsers = {name: parser for name, (_, parser) in subparsers().items()}
    wrong = []
    for page in PAGES:
        prose = re.sub(r"^ *(```|~~~).*?^ *\1", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
        for code in re.findall(r"`(numcheck [a-z][^`\n]*)`", prose):
            command, *words = code.split("<")[0].split()[1:]
            known = {o for a in parsers[command]._actions for o in a.option_strings} if command in parsers else set()
            wrong += [f"{page.name}: {code}" for w in words if w.startswith("--") and w.split("=")[0] not in known]
            wrong += [f"{page.name}: {code}"] if command not in parsers else []
    assert wrong == []


def test_options_in_the_text_are_options() -> None:
    source = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    known = set(re.findall(r"\| `(--numcheck[a-z-]*)", source))
    told = {(p.name, o) for p in PAGES for o in re.findall(r"--numcheck(?:-[a-z]+)*", p.read_text(encoding="utf-8"))}
    assert {(p, o) for p, o in told if o not in known} == set()


def test_the_pages_of_the_rules_show_settings_that_are_taken() -> None:
    said = {}
    for page in sorted((ROOT / "docs" / "rules").rglob("*.md")):
        for block in blocks(page):
            if block.lang == "yaml":
                said |= yaml.safe_load(block.text)["rules"]
    assert len(said) > 150
    assert load_ruleset({"rules": said}, ROOT).rules
