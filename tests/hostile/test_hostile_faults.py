"""Runs that are killed, that meet on one cache, or that lose a worker: real processes, real signals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from inputs import Run

BAD = "Of the 12 boats, 15 were lost.\n"
ARTICLES = ("a.txt", "k.txt", "m.txt", "z.txt")
OUTPUTS = ("--numcheck-json", "out.jsonl", "--numcheck-output", "sarif=out.sarif", "--numcheck-html", "out.html")
#: makes one article do what the file "how" says, while it is judged
CONFTEST = """
import os, signal, time
from pathlib import Path
import pytest_numcheck.engine as engine

true, here = engine.check_article, Path(__file__).parent

def check_article(article, *more, **options):
    if article.path == "m.txt":
        (here / f"begun-{os.getpid()}").touch()
        how = (here / "how").read_text()
        if how == "wait":
            time.sleep(100)
        if how == "die" or (how == "die once" and len(list(here.glob("begun-*"))) == 1):
            os.kill(os.getpid(), signal.SIGKILL)
    return true(article, *more, **options)

engine.check_article = check_article
"""

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name in "akmz":
        (tmp_path / f"{name}.txt").write_text(BAD.replace("15", str(15 + ord(name))), encoding="utf-8")
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "how").write_text("well", encoding="utf-8")
    return tmp_path


def killed(news: Path, *more: str) -> None:
    """Start a run, wait until it judges m.txt, and kill it."""
    (news / "how").write_text("wait", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--numcheck", "-p", "no:xdist", *more, *ARTICLES]
    env = {k: v for k, v in os.environ.items() if k != "CI"}
    with subprocess.Popen(command, cwd=news, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env) as running:
        until = time.monotonic() + 90
        while not list(news.glob("begun-*")) and running.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        assert running.poll() is None, "it ended before it could be killed"
        running.send_signal(signal.SIGKILL)
        running.wait(20)
    for path in news.glob("begun-*"):
        path.unlink()
    (news / "how").write_text("well", encoding="utf-8")


def hears_ctrl_c() -> None:
    """A shell that starts a job in the background has it ignore Ctrl-C, and so has what that job starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def records(news: Path) -> dict[str, dict[str, object]]:
    found = [json.loads(line) for line in (news / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    return {r["article"]: r for r in found}


def test_a_run_that_is_killed_leaves_everything_whole(news: Path, run: Run) -> None:
    whole = run("pytest", "--numcheck", *OUTPUTS, "--numcheck-baseline", "b.yaml", "--numcheck-write-baseline", *ARTICLES)
    assert whole.returncode == 1, whole.stdout
    files = ("out.jsonl", "out.sarif", "out.html", "b.yaml")
    before = {name: (news / name).read_bytes() for name in files}
    for path in (news / "a.txt", news / "m.txt"):
        path.write_text(path.read_text() + "It sank in 1999.\n")
    killed(news, *OUTPUTS, "--numcheck-baseline", "b.yaml", "--numcheck-write-baseline")
    assert {name: (news / name).read_bytes() for name in files} == before
    folder = news / ".pytest_cache" / "d" / "numcheck"
    for kept in folder.glob("*.json"):
        json.loads(kept.read_bytes().partition(b"\n")[2])
    after = run("pytest", "--numcheck", "--numcheck-json", "out.jsonl", *ARTICLES)
    assert after.stdout.count("FAILED") == 4
    assert [len(r["checks"]) for r in records(news).values()] == [1, 1, 1, 1]  # type: ignore[arg-type]


def test_two_runs_on_one_cache(news: Path) -> None:
    command = [sys.executable, "-m", "pytest", "--numcheck", "-q", *ARTICLES, "--numcheck-json"]
    runs = [
        subprocess.Popen([*command, f"out{i}.jsonl"], cwd=news, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for i in range(3)
    ]
    told = [r.communicate(timeout=180)[0] for r in runs]
    assert [r.returncode for r in runs] == [1, 1, 1], told
    assert all("4 failed" in t for t in told)
    assert len({(news / f"out{i}.jsonl").read_bytes() for i in range(3)}) == 1
    again = subprocess.run([*command, "out.jsonl"], cwd=news, capture_output=True, text=True, check=False, timeout=120)
    assert "4 failed" in again.stdout


def test_a_worker_that_dies_once_costs_no_verdict(news: Path, run: Run) -> None:
    (news / "how").write_text("die once", encoding="utf-8")
    done = run("pytest", "--numcheck", "-n", "2", *OUTPUTS, *ARTICLES)
    assert done.returncode == 1, done.stdout
    found = records(news)
    assert set(found) == {"a.txt", "k.txt", "m.txt", "z.txt"}
    assert all(len(r["checks"]) == 1 and "error" not in r for r in found.values())  # type: ignore[arg-type]
    assert "FAILED m.txt::parts/" in done.stdout
    assert len(json.loads((news / "out.sarif").read_text())["runs"][0]["results"]) == 4


def test_an_article_that_kills_its_workers_is_named(news: Path, run: Run) -> None:
    (news / "b.yaml").write_text(
        "version: 1\nfindings:\n- rule: parts/part-whole\n  path: m.txt\n  sentence: Of the 12 boats, 999 were lost.\n"
        "  words: ['999', '12']\n  reason: it is so\n",
        encoding="utf-8",
    )
    (news / "how").write_text("die", encoding="utf-8")
    done = run(
        "pytest", "--numcheck", "-n", "2", *OUTPUTS, "--numcheck-baseline", "b.yaml", "--numcheck-write-baseline", *ARTICLES
    )
    assert done.returncode == 1, done.stdout
    assert "FAILED m.txt::readable" in done.stdout
    assert "m.txt: 2 workers died while they read or judged this file" in done.stdout
    found = records(news)
    assert {n: len(r["checks"]) for n, r in found.items()} == {"a.txt": 1, "k.txt": 1, "m.txt": 0, "z.txt": 1}  # type: ignore[arg-type]
    assert "2 workers died" in str(found["m.txt"]["error"])
    log = json.loads((news / "out.sarif").read_text())["runs"][0]
    assert log["invocations"][0]["executionSuccessful"] is False
    assert "2 workers died" in log["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert "2 workers died" in (news / "out.html").read_text(encoding="utf-8")
    assert "path: m.txt" in (news / "b.yaml").read_text()  # what was not judged is not forgotten
    (news / "how").write_text("well", encoding="utf-8")
    run("pytest", "--numcheck", "-n", "2", "--numcheck-json", "out.jsonl", *ARTICLES)
    assert "error" not in records(news)["m.txt"]


def test_workers_that_all_die_are_told_of(news: Path, run: Run) -> None:
    (news / "how").write_text("die", encoding="utf-8")
    (news / "out.jsonl").write_text("old\n")
    done = run("pytest", "--numcheck", "-n", "1", "--max-worker-restart", "0", "--numcheck-json", "out.jsonl", *ARTICLES)
    assert done.returncode != 0
    assert "no worker came to the end of the articles: nothing is reported" in done.stdout
    assert (news / "out.jsonl").read_text() == "old\n"


def test_ctrl_c_leaves_the_old_report(news: Path) -> None:
    (news / "out.jsonl").write_text("old\n")
    (news / "how").write_text("wait", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--numcheck", "-p", "no:xdist", "--numcheck-json", "out.jsonl", *ARTICLES]
    with subprocess.Popen(command, cwd=news, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          preexec_fn=hears_ctrl_c) as running:
        until = time.monotonic() + 90
        while not list(news.glob("begun-*")) and time.monotonic() < until:
            time.sleep(0.02)
        running.send_signal(signal.SIGINT)
        told = running.communicate(timeout=60)[0]
    assert running.returncode == 2, told
    assert (news / "out.jsonl").read_text() == "old\n"
    assert not list(news.glob(".out.jsonl.*"))
