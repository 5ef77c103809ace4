"""Articles that crash the process that checks them, or keep it for ever: each becomes a broken article, the rest goes on."""

from pathlib import Path

import pytest
from conftest import Run, everything, found, story, table, write  # type: ignore[import-not-found]

#: Makes a worker die or hang over certain words, as a fault deep in a library would.
POISON = """
import os, signal, sys, time
if "pytest_numcheck.sweep.worker" in " ".join(sys.orig_argv):
    from pytest_numcheck.sweep.judge import Judge
    add = Judge.add
    def poisoned(self, item):
        if b"CRASH" in item.data:
            os.kill(os.getpid(), signal.SIGKILL)
        if b"HANG" in item.data:
            time.sleep(600)
        if b"ONCE" in item.data and not os.path.exists("met"):
            open("met", "w").close()
            os._exit(3)
        add(self, item)
    Judge.add = poisoned
"""


@pytest.fixture
def poisoned(run: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    (desk / "site").mkdir()
    (desk / "site" / "sitecustomize.py").write_text(POISON)
    import os
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(desk / "site"), os.environ.get("PYTHONPATH")])))
    return run


def test_the_poisoned_are_told_and_the_rest_is_judged(poisoned: Run, desk: Path) -> None:
    stories = [story(i) for i in range(8)]
    stories[2]["text"] += " CRASH"
    stories[5]["text"] += " HANG"
    write(desk / "a.jsonl", stories)
    code, out, err = poisoned("sweep", "a.jsonl", "--out", "out", "--timeout", "2", "--format", "jsonl")
    assert (code, err) == (0, "")
    assert out.startswith("8 articles judged: ")
    assert out.endswith(", 2 broken\n")
    broken = {r["key"]: r["reason"] for r in table("out", "articles") if r["status"] == "broken"}
    assert sorted(broken.values()) == ["a.jsonl: it ends the process that checks it", "a.jsonl: it takes longer than 2 s"]
    assert found("out") == [("a.jsonl::story-3", "desk/lost"), ("a.jsonl::story-6", "desk/share")]
    before = everything("out")
    assert poisoned("sweep", "a.jsonl", "--out", "out", "--format", "jsonl")[1].startswith("0 articles judged, 8 as before")
    assert everything("out") == before


def test_one_crash_is_not_held_against_an_article(poisoned: Run, desk: Path) -> None:
    stories = [story(i) for i in range(4)]
    stories[1]["text"] += " ONCE"
    write(desk / "a.jsonl", stories)
    code, out, _ = poisoned("sweep", "a.jsonl", "--out", "out", "--format", "jsonl")
    assert code == 0
    assert "broken" not in out
    assert [r["status"] for r in table("out", "articles")] == ["checked"] * 4


def test_the_broken_can_be_tried_again(run: Run, poisoned: Run, desk: Path) -> None:
    stories = [story(i) for i in range(4)]
    stories[3]["text"] += " CRASH"
    write(desk / "a.jsonl", stories)
    args = ("sweep", "a.jsonl", "--out", "out", "--format", "jsonl")
    assert ", 1 broken" in poisoned(*args)[1]
    (desk / "site" / "sitecustomize.py").write_text("")
    code, out, _ = run(*args, "--retry")
    assert code == 0
    assert out.startswith("1 article judged, 3 as before: ")
    assert ("a.jsonl::story-3", "desk/lost") in found("out")
