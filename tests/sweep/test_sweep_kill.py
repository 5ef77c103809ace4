"""kill -9 at random moments: nothing is lost, nothing doubled."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import LOST, everything, story, write  # type: ignore[import-not-found]

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds processes in /proc")
SWEEP = [sys.executable, "-m", "pytest_numcheck.cli", "sweep", "a.jsonl", "--out", "out", "--workers", "2", "--batch", "2000",
         "--format", "jsonl"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A file of stories, and what an undisturbed sweep finds in it."""
    folder = tmp_path_factory.mktemp("calm")
    (folder / "pack" / "desk").mkdir(parents=True)
    (folder / "pack" / "desk" / "lost.yaml").write_text(LOST)
    (folder / "numcheck.yaml").write_text("extends: [pack/]\n")
    stories = [{**story(i), "text": "\n\n".join(story(n)["text"] for n in range(i, i + 12))} for i in range(100)]
    write(folder / "a.jsonl", stories)
    subprocess.run(SWEEP, cwd=folder, check=True, capture_output=True, timeout=200)
    return folder, everything(folder / "out")


@pytest.fixture
def calm(whole: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """In a folder with the same stories: what is to be found."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.jsonl", "numcheck.yaml", "pack"):
        (tmp_path / name).symlink_to(whole[0] / name)
    return whole[1]


def workers(client: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == client and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return sorted(found)


def begun(folder: Path, process: "subprocess.Popen[bytes]", parts: int) -> None:
    """Wait until so many parts are committed."""
    end = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < end:
        articles = folder / "out" / "articles"
        if articles.is_dir() and sum(not p.name.startswith(".") for p in articles.iterdir()) >= parts:
            return
        time.sleep(0.005)


def test_a_worker_is_killed(calm: str, tmp_path: Path) -> None:
    chance = random.Random(3)
    process = subprocess.Popen(SWEEP, stdout=subprocess.PIPE)
    for parts in (2, 5):
        begun(tmp_path, process, parts)
        time.sleep(chance.uniform(0, 0.05))
        for pid in workers(process.pid)[:1]:
            os.kill(pid, signal.SIGKILL)
    out, _ = process.communicate(timeout=200)
    assert process.returncode == 0
    assert out.startswith(b"100 articles judged: ")
    assert everything("out") == calm


def test_the_client_is_killed(calm: str, tmp_path: Path) -> None:
    chance = random.Random(4)
    for parts in (1, 4, 8):
        process = subprocess.Popen(SWEEP, stdout=subprocess.DEVNULL)
        begun(tmp_path, process, parts)
        time.sleep(chance.uniform(0, 0.05))
        children = workers(process.pid)
        process.kill()
        process.wait()
        end = time.monotonic() + 30
        while any(Path(f"/proc/{pid}").exists() for pid in children) and time.monotonic() < end:
            time.sleep(0.05)
        assert not any(Path(f"/proc/{pid}").exists() for pid in children), "the workers outlived their client"
    assert json.loads((tmp_path / "out" / "sweep.json").read_text())["complete"] is False
    last = subprocess.run(SWEEP, capture_output=True, timeout=200, check=True)
    assert b" as before" in last.stdout
    assert everything("out") == calm


def hears_ctrl_c() -> None:
    """A shell that starts a job in the background has it ignore Ctrl-C, and so has what that job starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_ctrl_c_can_be_gone_on_from(calm: str, tmp_path: Path) -> None:
    process = subprocess.Popen(SWEEP, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=hears_ctrl_c)
    begun(tmp_path, process, 2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == b"numcheck: stopped; out has what was done, and the same command goes on from there\n"
    assert b" as before" in subprocess.run(SWEEP, capture_output=True, timeout=200, check=True).stdout
    assert everything("out") == calm
