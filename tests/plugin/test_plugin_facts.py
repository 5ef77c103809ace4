"""What is kept of a rule set, so that a run without anything new reads no rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pytest_numcheck.base.files import RECOMMENDED
from pytest_numcheck.cache import Store
from pytest_numcheck.facts import facts


def rules() -> Any:
    return SimpleNamespace(key="k", rules=(SimpleNamespace(id="a/b"),), aliases={"a/old": "a/b"})


def never() -> Any:
    raise AssertionError("the rules are read again")


def test_the_recommended_set_is_read_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    first = facts(rules, [RECOMMENDED], {}, "v1", store)
    assert facts(never, [RECOMMENDED], {}, "v1", store) == first
    assert (first.key, first.ids, first.aliases) == ("k", ("a/b",), {"a/old": "a/b"})


@pytest.mark.parametrize(("sources", "severities", "version"), [
    (["numcheck.yaml"], {}, "v1"), ([RECOMMENDED, "desk/"], {}, "v1"),
    ([RECOMMENDED], {"a/b": "off"}, "v1"), ([RECOMMENDED], {}, "v2"),
])
def test_anything_else_is_read(tmp_path: Path, sources: list[str], severities: dict[str, str], version: str) -> None:
    store = Store(tmp_path / "kept")
    facts(rules, [RECOMMENDED], {}, "v1", store)
    with pytest.raises(AssertionError, match="read again"):
        facts(never, sources, severities, version, store)


def test_what_is_damaged_is_read_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    facts(rules, [RECOMMENDED], {}, "v1", store)
    for file in (tmp_path / "kept").glob("*.json"):
        file.write_bytes(file.read_bytes()[:-3])
    with pytest.raises(AssertionError, match="read again"):
        facts(never, [RECOMMENDED], {}, "v1", store)


def test_a_second_run_loads_neither_rules_nor_readers(tmp_path: Path) -> None:
    text = "The fire killed 12 people.\n\nIt burned from 2 p.m. to 4 p.m., two hours.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(
        "import sys\n\ndef pytest_unconfigure():\n"
        "    names = 'pint', 'quantulum3', 'pytest_numcheck.numbers.read', 'pytest_numcheck.engine'\n"
        "    print('LOADED', [name for name in names if name in sys.modules])\n",
        encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--numcheck", "-p", "no:xdist", "a.txt"]
    out = ["", ""]
    for i in range(2):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120)
        out[i] = done.stdout
        assert done.returncode in (0, 5), done.stdout + done.stderr
    assert "pytest_numcheck.engine" in out[0]
    assert "LOADED []" in out[1]
