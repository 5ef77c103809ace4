#!/usr/bin/env python3
"""Take the pictures of README.md: a failing case in the terminal (SVG), and the page of an article (PNG, by a headless Chromium).

usage: python docs/build_screenshots.py [--check]

With --check nothing is written; the exit code is 1 where a picture shows other words than the checker gives now. A PNG keeps
the digest of the page's text that it was made from, so that no pixels need to be compared.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from terminal import drawn, words

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
ARTICLE = "examples/broken/missile-test.txt"
COMMAND, WIDTH = f"pytest --numcheck {ARTICLE}", 112
TERMINAL = PICTURES / "terminal.svg"
PAGES = {"light": PICTURES / "page-light.png", "dark": PICTURES / "page-dark.png"}
MARK = b"numcheck-page-text"


def screen() -> str:
    """What pytest writes, less what differs from run to run: the time it took, and how many rules there are."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "CI", "GITHUB_", "NO_COLOR"))}
    command = [sys.executable, "-m", *COMMAND.split(), "--color=yes", "--no-header", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=ROOT, env=env | {"COLUMNS": str(WIDTH)}, capture_output=True, text=True, encoding="utf-8",
                          timeout=120, check=False)
    lines = [line for line in done.stdout.splitlines() if "rules never matched" not in line]
    return re.sub(r" in \d+\.\d+s", "", "\n".join(lines))


def page() -> str:
    """The page of the article, as HTML."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "page.html"
        subprocess.run([sys.executable, "-m", "pytest_numcheck.cli", "check", ARTICLE, "--html", str(target)], cwd=ROOT,
                       capture_output=True, timeout=120, check=False)
        return target.read_text(encoding="utf-8")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hidden, self.found = 0, list[str]()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found += data.split()


def digest(html: str) -> bytes:
    """Of the words of a page, whatever its looks."""
    parser = _Words()
    parser.feed(html)
    return hashlib.sha256(" ".join(parser.found).encode()).hexdigest().encode()


def stamped(png: bytes, mark: bytes) -> bytes:
    """The PNG with a text chunk after its header."""
    body = b"tEXt" + MARK + b"\0" + mark
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:33] + chunk + png[33:]


def stamp(png: bytes) -> bytes:
    found = re.search(MARK + rb"\0([0-9a-f]{64})", png[:400])
    return found[1] if found else b""


def shoot(html: str) -> dict[str, bytes]:
    """The page in Chromium, light and dark."""
    from playwright.sync_api import sync_playwright
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    taken = {}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "page.html"
        file.write_text(html, encoding="utf-8")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"] if os.getuid() == 0 else [])
        for scheme in PAGES:
            tab = browser.new_page(viewport={"width": 1120, "height": 760}, color_scheme=scheme)  # type: ignore[arg-type]
            tab.goto(file.as_uri())
            taken[scheme] = tab.screenshot()
        browser.close()
    return taken


def stale() -> list[Path]:
    """The pictures that show other words than the checker gives."""
    found = []
    if not TERMINAL.is_file() or words(TERMINAL.read_text(encoding="utf-8")) != words(drawn(screen(), COMMAND, WIDTH)):
        found.append(TERMINAL)
    now = digest(page())
    return found + [p for p in PAGES.values() if not p.is_file() or stamp(p.read_bytes()) != now]


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--check", action="store_true")
    if ap.parse_args().check:
        old = stale()
        for p in old:
            print(f"pictures/{p.name} shows other words than the checker gives; run python docs/build_screenshots.py")
        return 1 if old else 0
    TERMINAL.write_text(drawn(screen(), COMMAND, WIDTH), encoding="utf-8")
    html = page()
    for scheme, png in shoot(html).items():
        PAGES[scheme].write_bytes(stamped(png, digest(html)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
