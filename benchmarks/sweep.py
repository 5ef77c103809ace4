#!/usr/bin/env python3
"""numcheck sweep: rate of one and of two workers, CPU beside the check in one process, memory, and kill -9 at random moments.

usage: python benchmarks/sweep.py [FILE_OR_FOLDER ...] [--articles N] [--kills N] [--kill-articles N] [--only PART]

Articles are taken again and again, each time with another last line. Rates are of wall-clock time, and mean something on a
machine with two free cores. CPU is that of the client and its workers together. A worker is idle when it neither runs nor
waits for a core: where none is, twice the CPU of one worker over that of two is what two free cores would give, whatever
else the machine does. Memory is the largest resident size of each process (Linux). Kills end a worker, or the client, after
a random time; the client is started again until the sweep is done; then the rows of all tables, sorted, are held against
those of a sweep that nobody disturbed.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass

from speed import EXAMPLES, texts

NUMCHECK = [sys.executable, "-m", "pytest_numcheck.cli", "sweep"]
SMALL = 1_000
KILL_BATCH = ("--batch", "20000")


@dataclass
class Ran:
    code: int
    wall: float
    cpu: float
    #: largest resident megabytes of the client, and of the largest worker
    client: float
    worker: float
    #: share of their time that the workers had nothing to do
    idle: float


def corpus(path: pathlib.Path, articles: list[str], count: int) -> None:
    with path.open("w", encoding="utf-8") as out:
        for i in range(count):
            title, _, text = articles[i % len(articles)].partition("\n\n")
            row = {"id": f"story-{i}", "date": f"{1990 + i % 30}-03-04", "publisher": f"Paper {i % 7}", "title": title,
                   "text": f"{text or title}\n\nEdition {i}."}
            out.write(json.dumps(row) + "\n")


def in_one_process(path: pathlib.Path, count: int) -> float:
    """CPU seconds an article of check_text and its record, after a warm-up."""
    from pytest_numcheck import check_text
    rows = [json.loads(line) for line, _ in zip(path.open(encoding="utf-8"), range(count), strict=False)]
    articles = [f"{r['title']}\n\n{r['text']}" for r in rows]
    gc.set_threshold(50_000, 20, 50)
    for text in articles[:100]:
        check_text(text).record()
    began = time.process_time()
    for text in articles:
        check_text(text).record()
    return (time.process_time() - began) / len(articles)


def workers_of(client: int) -> list[int]:
    found = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == client and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def resident(pid: int) -> float:
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


def busy(pid: int) -> float:
    """Seconds that a process ran or waited for a core."""
    try:
        ran, waited, _ = pathlib.Path(f"/proc/{pid}/schedstat").read_text().split()
    except (OSError, ValueError):
        return 0.0
    return (int(ran) + int(waited)) / 1e9


def start(source: pathlib.Path, out: pathlib.Path, workers: int, *more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*NUMCHECK, str(source), "--out", str(out), "--workers", str(workers), *more],
                            stdout=subprocess.DEVNULL)


def run(source: pathlib.Path, out: pathlib.Path, workers: int) -> Ran:
    began = time.perf_counter()
    process = start(source, out, workers)
    largest = [0.0, 0.0]
    over = threading.Event()
    #: worker → when it was first and last seen, and how busy it was then
    seen: dict[int, list[tuple[float, float]]] = {}

    def watch() -> None:
        while not over.wait(0.5):
            largest[0] = max(largest[0], resident(process.pid))
            for pid in workers_of(process.pid):
                largest[1] = max(largest[1], resident(pid))
                seen.setdefault(pid, []).append((time.perf_counter(), busy(pid)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    over.set()
    watcher.join()
    spans = [(s[-1][0] - s[0][0], s[-1][1] - s[0][1]) for s in seen.values() if len(s) > 1]
    idle = 1 - sum(b for _, b in spans) / max(sum(t for t, _ in spans), 1e-9)
    return Ran(process.returncode, wall, used.ru_utime + used.ru_stime, *largest, max(idle, 0.0))


def content(out: pathlib.Path) -> str:
    """One sum of all rows of all tables, whatever their order."""
    from pytest_numcheck.sweep.findings import rows
    from pytest_numcheck.sweep.schema import TABLES
    whole = hashlib.sha256()
    for table in TABLES:
        for one in sorted(hashlib.sha256(json.dumps(r, default=str).encode()).digest() for r in rows(out, table)):
            whole.update(one)
    return whole.hexdigest()


def rates(folder: pathlib.Path, articles: list[str], count: int) -> None:
    big, small = folder / "big.jsonl", folder / "small.jsonl"
    corpus(big, articles, count)
    corpus(small, articles, SMALL)
    print(f"{count:,} articles of {big.stat().st_size / count:,.0f} bytes; load before: {os.getloadavg()[0]:.2f}")
    alone = [in_one_process(small, SMALL // 2)]
    found = {}
    for name, source, n, workers in (("small", small, SMALL, 1), ("one", big, count, 1), ("two", big, count, 2)):
        ran = found[name] = run(source, folder / name, workers)
        print(f"{n:6,} articles, {workers} worker{'s' if workers > 1 else ' '}   {n / ran.wall:8.1f} a second"
              f" {1e3 * ran.cpu / n:8.2f} ms CPU an article   client {ran.client:4.0f} MB, worker {ran.worker:4.0f} MB"
              f"   idle {ran.idle:.1%}   (load {os.getloadavg()[0]:.2f}, exit {ran.code})", flush=True)
        alone.append(in_one_process(small, SMALL // 2))
    mean = sum(alone) / len(alone)
    each = ", ".join(f"{1e3 * a:.2f}" for a in alone)
    print(f"in one process, without a sweep    {1e3 * mean:8.2f} ms CPU an article ({each})")
    again = run(big, folder / "two", 2)
    print(f"again, nothing changed      {count / again.wall:10,.0f} a second")
    print(f"two workers / one           {found['one'].wall / found['two'].wall:10.2f} by the clock, "
          f"{2 * (1 - found['two'].idle) * found['one'].cpu / found['two'].cpu:.2f} by CPU and idle time")
    print(f"CPU of a sweep / in process {found['one'].cpu / count / mean:10.2f} with one worker, "
          f"{found['two'].cpu / count / mean:.2f} with two")
    print(f"the same findings           {'yes' if content(folder / 'one') == content(folder / 'two') else 'NO':>10}")


def kills(folder: pathlib.Path, articles: list[str], count: int, times: int) -> bool:
    source = folder / "kill.jsonl"
    corpus(source, articles, count)
    started = time.perf_counter()
    start(source, folder / "calm", 2, *KILL_BATCH).wait()
    calm = time.perf_counter() - started
    wanted, well = content(folder / "calm"), True
    chance = random.Random(9)
    for victim in ("worker", "client"):
        same = hit = 0
        for i in range(times):
            out = folder / f"{victim}-{i}"
            process = start(source, out, 2, *KILL_BATCH)
            for _ in range(3):
                time.sleep(chance.uniform(0.3, calm / 3))
                pids = [process.pid] if victim == "client" else workers_of(process.pid)
                if process.poll() is None and pids:
                    os.kill(chance.choice(sorted(pids)), signal.SIGKILL)
                    hit += 1
                if victim == "client":
                    process.wait()
                    process = start(source, out, 2, *KILL_BATCH)
            same += process.wait() == 0 and content(out) == wanted
        print(f"{times} sweeps of {count:,} articles, {hit} times kill -9 of {'a' if victim == 'worker' else 'the'} {victim}: "
              f"{same} with the same findings", flush=True)
        well = well and same == times
    return well


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("paths", type=pathlib.Path, nargs="*")
    ap.add_argument("--articles", type=int, default=4_000)
    ap.add_argument("--kills", type=int, default=10)
    ap.add_argument("--kill-articles", type=int, default=1_000)
    ap.add_argument("--only", choices=("rates", "kills"))
    args = ap.parse_args()
    articles = texts(args.paths or [EXAMPLES])
    random.Random(1).shuffle(articles)
    well = True
    with tempfile.TemporaryDirectory() as name:
        if args.only != "kills":
            rates(pathlib.Path(name), articles, args.articles)
        if args.only != "rates":
            well = kills(pathlib.Path(name), articles, args.kill_articles, args.kills)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
