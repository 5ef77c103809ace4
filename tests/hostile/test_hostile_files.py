"""Files and folders that are not what they seem, that come and go, and disks that are full."""

from __future__ import annotations

import json
import os
import resource
import socket
import sys
from pathlib import Path

import pytest
from inputs import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files of another kind")
BAD = "Of the 12 boats, 15 were lost.\n"
NOBODY = {"user": 65534, "group": 65534}


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A folder of one article and much that is none."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text(BAD)
    os.mkfifo(news / "pipe.txt")
    (news / "zero.txt").symlink_to("/dev/zero")
    (news / "gone.txt").symlink_to("nowhere")
    (news / "round.txt").symlink_to("round.txt")
    (news / "again").symlink_to(news)
    (news / "folder.txt").mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(news)  # a socket's path must be short
        try:
            listening.bind("socket.txt")
        finally:
            os.chdir(here)
    return tmp_path


def test_what_is_no_file_is_passed_over(strange: Path, run: Run) -> None:
    done = run("numcheck", "check", "news", seconds=60)
    assert (done.returncode, done.stdout.count("A part is no more") <= 2) == (1, True), done.stderr
    done = run("pytest", "--numcheck", "-p", "no:cacheprovider", "news", seconds=90)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "INTERNALERROR" not in done.stdout
    assert "FAILED news/a.txt::parts/" in done.stdout


@pytest.mark.parametrize("name", ["pipe.txt", "zero.txt", "socket.txt", "gone.txt", "round.txt"])
def test_what_is_no_file_is_refused_by_name(strange: Path, run: Run, name: str) -> None:
    done = run("numcheck", "check", f"news/{name}", "news/a.txt", seconds=60)
    assert done.returncode == 2
    assert f"numcheck: news/{name}: " in done.stderr
    assert "Traceback" not in done.stderr
    assert "15" in done.stdout


def test_names_that_are_no_text_and_names_that_would_steer_a_terminal(tmp_path: Path, run: Run) -> None:
    (tmp_path / "news").mkdir()
    for name in (b"a\xff.txt", b"b\x1b[2J.txt", b"c\nd.txt", "e\u202e.txt".encode(), b"f'\"<b>&.txt"):
        (tmp_path / "news" / os.fsdecode(name)).write_text(BAD)
    done = run("numcheck", "check", "--output", "sarif=out.sarif", "--html", "out.html", "news", seconds=60)
    assert done.returncode == 1, done.stderr
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    lines = run("numcheck", "check", "--format", "jsonl", "news", seconds=60)
    assert len([json.loads(line) for line in lines.stdout.splitlines()]) == 5
    assert len(json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 5
    done = run("pytest", "--numcheck", "-q", "--numcheck-json", "out.jsonl", "--numcheck-html", "out.html", "news", seconds=90)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "5 failed" in done.stdout
    assert len([json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]) == 5


@pytest.mark.parametrize(
    "how", ["path.unlink()", "path.write_text('Of the 12 boats, 17 were lost.')", "path.unlink(); path.mkdir()"]
)
@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_a_file_that_vanishes_or_changes_under_way(tmp_path: Path, run: Run, how: str, workers: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(BAD)
    (tmp_path / "b.txt").write_text(BAD)
    (tmp_path / "conftest.py").write_text(
        "from pathlib import Path\nimport pytest\n\n@pytest.hookimpl(trylast=True)\ndef pytest_collection_finish(session):\n"
        f"    path = Path(__file__).parent / 'a.txt'\n    try:\n        {how}\n    except OSError:\n        pass\n"
    )
    done = run("pytest", "--numcheck", "--numcheck-json", "out.jsonl", "--numcheck-html", "out.html", *workers, ".", seconds=120)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "INTERNALERROR" not in done.stdout
    assert "Different tests" not in done.stdout
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert {r["article"] for r in records} == {"a.txt", "b.txt"}


def test_a_file_that_goes_before_it_is_read(tmp_path: Path, run: Run) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(BAD)
    (tmp_path / "conftest.py").write_text(
        "def pytest_collect_file(file_path):\n    if file_path.name == 'a.txt':\n        file_path.unlink()\n"
    )
    done = run("pytest", "--numcheck", ".", seconds=90)
    assert done.returncode == 1
    assert "FAILED a.txt::readable - a.txt: no such file or directory" in done.stdout
    assert "FAILED b.txt::parts/" in done.stdout


def test_a_report_on_a_full_disk(tmp_path: Path, run: Run) -> None:
    for i in range(40):
        (tmp_path / f"{i}.txt").write_text(BAD * 20)
    files = ("out.jsonl", "out.sarif", "out.html")
    for name in files:
        (tmp_path / name).write_text("old")

    def little() -> None:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = run(
        "pytest",
        "--numcheck",
        "-q",
        "-p",
        "no:cacheprovider",
        "--numcheck-json",
        "out.jsonl",
        "--numcheck-output",
        "sarif=out.sarif",
        "--numcheck-html",
        "out.html",
        *(f"{i}.txt" for i in range(40)),
        seconds=120,
        preexec_fn=little,
    )
    assert done.returncode == 1
    assert "INTERNALERROR" not in done.stdout + done.stderr
    assert done.stdout.count("cannot be written: file too large") == 3, done.stdout[-2000:]
    assert [(tmp_path / name).read_text() for name in files] == ["old"] * 3
    assert not [p.name for p in tmp_path.iterdir() if p.name.startswith(".out")]
    done = run(
        "numcheck", "check", "--output", "sarif=out.sarif", *(f"{i}.txt" for i in range(40)), seconds=120, preexec_fn=little
    )
    assert done.returncode == 2
    assert "sarif: " in done.stderr
    assert (tmp_path / "out.sarif").read_text() == "old"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full disk here")  # noqa: PTH110
def test_standard_output_on_a_full_disk(tmp_path: Path) -> None:
    import subprocess

    (tmp_path / "a.txt").write_text(BAD)
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "pytest_numcheck.cli", "check", "a.txt"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    assert (done.returncode, done.stderr) == (2, "numcheck: the output cannot be written: no space left on device\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--numcheck", "-q", "-p", "no:cacheprovider", "--numcheck-json", "/dev/full", "a.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "the JSON report cannot be written: no space left on device" in done.stdout


def test_a_folder_that_cannot_be_written(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text("Of the 12 boats, 10 were lost.\n")
    (tmp_path / "file").write_text("")
    done = run("pytest", "--numcheck", "--numcheck-json", "file/out.jsonl", "a.txt", seconds=60)
    assert (done.returncode, "--numcheck-json cannot write file/out.jsonl" in done.stderr) == (4, True)
    done = run("pytest", "--numcheck", "-q", "-o", "cache_dir=file/cache", "a.txt", seconds=60)
    assert "1 passed" in done.stdout


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be another user")
def test_folders_that_another_user_may_not_read_or_write(tmp_path: Path, run: Run) -> None:
    news = tmp_path / "news"
    for name in ("open", "shut"):
        (news / name).mkdir(parents=True)
        (news / name / "a.txt").write_text(BAD)
    (news / "open" / "secret.txt").write_text(BAD)
    for path in (tmp_path, *tmp_path.parents):
        if path.stat().st_uid == 0 and path != Path("/") and not path.stat().st_mode & 0o005:
            path.chmod(path.stat().st_mode | 0o005)
    (news / "shut").chmod(0)
    (news / "open" / "secret.txt").chmod(0)
    try:
        started = run("numcheck", "--version", **NOBODY).returncode == 0
    except OSError:
        started = False
    if not started:
        pytest.skip("the other user cannot start Python here")
    done = run("numcheck", "check", "news", **NOBODY, seconds=60)
    assert done.returncode == 2
    assert "numcheck: news/shut: permission denied" in done.stderr
    assert "numcheck: news/open/secret.txt: permission denied" in done.stderr
    assert "15" in done.stdout
    done = run("pytest", "--numcheck", "-q", "news/open", **NOBODY, seconds=90)
    assert done.returncode == 1
    assert "FAILED news/open/secret.txt::readable - news/open/secret.txt: permission denied" in done.stdout
    assert "FAILED news/open/a.txt::parts/" in done.stdout
