"""Fuzz one target: ``python fuzz/one.py TARGET FOLDER CAP [options of libFuzzer] [folders of inputs]``.

Wants atheris (extra ``fuzz``).

A fault is written to FOLDER, one input for each place that it comes from, and the fuzzing goes on.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
import warnings
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pytest_numcheck"]):
    import targets

    from pytest_numcheck.base.watch import OutOfTime, bell


class Fuzzer:
    def __init__(self, name: str, folder: Path, cap: float):
        self.target, self.folder, self.cap = targets.TARGETS[name], folder, cap
        self.inputs, self.slowest, self.slow = 0, 0.0, b""
        self._told = time.monotonic()

    def one(self, data: bytes) -> None:
        began = time.process_time()
        try:
            with bell(self.cap):
                self.target(data)
        except (Exception, OutOfTime) as e:
            self.found(e, data)
        took = time.process_time() - began
        self.inputs += 1
        if took > self.slowest:
            self.slowest, self.slow = took, data
        if time.monotonic() - self._told > 2:
            self.tell()

    def found(self, error: BaseException, data: bytes) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        at = next((f for f in reversed(frames) if "pytest_numcheck" in f.filename), frames[-1])
        path = self.folder / f"{type(error).__name__}-{Path(at.filename).stem}-{at.lineno}"
        if not path.exists():
            path.write_bytes(data)
            path.with_suffix(".txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="replace")

    def tell(self) -> None:
        self._told = time.monotonic()
        (self.folder.parent / "slowest").write_bytes(self.slow)
        (self.folder.parent / "told.json").write_text(
            json.dumps({"inputs": self.inputs, "slowest": self.slowest}), encoding="utf-8"
        )


def main() -> None:
    name, folder, cap = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    fuzzer = Fuzzer(name, folder, cap)
    warnings.simplefilter("error")
    fuzzer.target(b"5 of 6")  # what is loaded once is not the fault of an input
    atheris.Setup([sys.argv[0], *sys.argv[4:]], fuzzer.one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
