"""A Dask cluster that is already there, also one that loses its workers."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run, everything, story, write  # type: ignore[import-not-found]

pytest.importorskip("distributed")
pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds processes in /proc")


def port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A scheduler and two workers with nannies, one thread each."""
    folder, address = tmp_path_factory.mktemp("dask"), f"tcp://127.0.0.1:{port()}"
    log = (folder / "log").open("w")
    scheduler = subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", address, "--no-dashboard"],
                                 cwd=folder, stdout=log, stderr=log)
    nannies = subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_worker", address, "--nworkers", "2", "--nthreads",
                                "1", "--no-dashboard", "--local-directory", str(folder)], cwd=folder, stdout=log, stderr=log)
    from distributed import Client
    try:
        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=120)
        yield address, folder
    finally:
        for process in (nannies, scheduler):
            process.terminate()
        for process in (nannies, scheduler):
            process.wait(30)
        log.close()


def run_there(address: str, out: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", "pytest_numcheck.cli", "sweep", "a.jsonl", "--out", out,
                             "--scheduler", address, "--batch", "2000", "--format", "jsonl"], stdout=subprocess.PIPE)


def test_a_cluster_finds_the_same_and_outlives_a_lost_worker(run: Run, desk: Path, cluster: tuple[str, Path]) -> None:
    from distributed import Client
    stories = [{**story(i), "text": "\n\n".join(story(n)["text"] for n in range(i, i + 12))} for i in range(50)]
    write(desk / "a.jsonl", stories)
    assert run("sweep", "a.jsonl", "--out", "calm", "--format", "jsonl")[0] == 0
    address, _ = cluster
    process = run_there(address, "out")
    end = time.monotonic() + 120
    while process.poll() is None and time.monotonic() < end and not list((desk / "out").glob("articles/[0-9]*")):
        time.sleep(0.01)
    with Client(address, timeout=30, set_as_default=False) as client:
        victim = next(iter(client.run(os.getpid).values()))
    os.kill(victim, signal.SIGKILL)
    out, _ = process.communicate(timeout=200)
    assert process.returncode == 0
    assert out.startswith(b"50 articles judged: ")
    assert everything("out") == everything("calm")


def test_no_scheduler_is_trouble(run: Run, desk: Path) -> None:
    write(desk / "a.jsonl", [story(3)])
    address = f"tcp://127.0.0.1:{port()}"
    code, _, err = run("sweep", "a.jsonl", "--out", "out", "--scheduler", address)
    assert code == 2
    assert err.startswith(f"numcheck: no Dask scheduler answers at {address}: ")
