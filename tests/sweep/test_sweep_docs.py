"""What docs/archives.md shows works on the findings of a sweep."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import Run, story, write  # type: ignore[import-not-found]

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "archives.md").read_text(encoding="utf-8")
NEEDS = {"duckdb": ("duckdb",), "pandas": (), "plot": ("matplotlib",)}


def shown(name: str) -> str:
    found = re.search(rf"<!-- shown: {name} -->\n```python\n(.*?)```\n", PAGE, re.S)
    assert found
    return found[1]


def test_the_tables_and_the_plot(run: Run, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(desk / "a.jsonl", [story(i) for i in range(20)])
    assert run("sweep", "a.jsonl", "--out", "findings")[0] == 0
    for name, needs in NEEDS.items():
        code = shown(name)
        assert len([line for line in code.splitlines() if line.strip()]) <= 6
        if all(find_spec(n) for n in needs):
            exec(compile(code, name, "exec"), {})  # noqa: S102
            out = capsys.readouterr().out
            assert name == "plot" or ("desk/lost" in out and "2003" in out and "desk/share" not in out), name


def test_the_columns_told_are_there() -> None:
    from pytest_numcheck.sweep.publisher import USUAL
    from pytest_numcheck.sweep.schema import TABLES
    assert all(f"`{table}/`" in PAGE for table in TABLES)
    assert all(f"`{name}`" in PAGE for name in USUAL)
