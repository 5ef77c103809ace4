"""The page: every number lit, nothing from an article taken for markup, and it works in a real browser."""

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from pytest_numcheck import check_text, load_rules
from pytest_numcheck.language.ruleset import RuleSet
from pytest_numcheck.report.page.article import PageArticle, page_article, prose_of, reading_of
from pytest_numcheck.report.page.light import lights
from pytest_numcheck.report.page.page import anchor, render

RULE = """\
rule: desk/lost
title: A part is no more than the whole
severity: {severity}
bind: {{part: count, whole: count}}
match: ["{verb} {{part}} of the {{whole}}"]
assert: part <= whole
message: "{{part}} is more than {{whole}}"
examples:
  fires: [{{text: "They {verb} [[15]] of the [[12]] ships.", says: "15 is more than 12"}}]
  quiet: [{{text: "They {verb} 5 of the 12 ships."}}]
"""
STORY = """\
Caf\u00e9 <b>loses</b> tables & chairs

The \u20ac12m \U0001d7d9 caf\u00e9 lost 11 of the 9 tables. It lost 3 of the 8 chairs.

<!-- numcheck: ignore desk/lost -- his own words -->
"We lost 7 of the 6 spoons," he said </script><img src=x onerror=alert(1)>. Room 5 is open.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> RuleSet:
    folder = tmp_path_factory.mktemp("pack") / "desk"
    folder.mkdir()
    for name, severity in (("lost", "error"), ("sold", "warning")):
        text = RULE.replace("desk/lost", f"desk/{name}").format(verb=name, severity=severity)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_rules(folder.parent)


def shown(text: str, desk: RuleSet, name: str = "a <b>.txt") -> PageArticle:
    report = check_text(text, ruleset=desk, name=name)
    return page_article(report.article, report.record(), prose_of(report.reading), list(report.findings().values()))


def test_every_number_has_its_light(desk: RuleSet) -> None:
    article = shown(STORY, desk)
    lit = [(p.text, p.light) for b in article.blocks for p in b.pieces if p.number is not None]
    assert [at for at in lit if at[0] in ("11", "9", "3", "8", "7", "6")] == [
        ("11", "error"), ("9", "error"), ("3", "agrees"), ("8", "agrees"), ("7", "waived"), ("6", "waived")]
    assert ("\u20ac12m", "unchecked") in lit
    assert article.found == [("error", 1), ("waived", 1)]
    assert "".join(p.text for b in article.blocks[1:2] for p in b.pieces).startswith("The \u20ac12m 1 caf\u00e9 lost 11 of")


def test_the_strongest_thing_that_happened_lights_a_number() -> None:
    checks = [{"outcome": o, "severity": s, "mentions": m} for o, s, m in (
        ("consistent", "error", [0, 1]), ("undecided", "error", [0, 2]), ("inconsistent", "note", [1, 3]),
        ("inconsistent", "error", [3, 4]), ("waived", "error", [0, 9]), ("consistent", "error", [5]))]
    record = {"mentions": [{"id": i} for i in range(7)], "checks": checks}
    assert lights(record) == {0: "waived", 1: "note", 2: "undecided", 3: "error", 4: "error", 5: "alone", 6: "unchecked",
                              9: "waived"}


def test_how_a_number_was_read_is_told() -> None:
    record = check_text("Nearly 3,000 people walked 2.5 to 3 km from 7 a.m. on Monday, May 4, 2020.").record()
    told = {m["text"]: reading_of(m) for m in [*record["mentions"], *record["cues"]]}
    assert told["3,000"] == "count of people = 3,000 (nearly) allows 2,700 to 3,000"
    assert told["2.5 to 3 km"] == "length = 2.5 to 3 kilometer"
    assert told["Monday"] == "weekday"


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_nothing_in_an_article_becomes_markup(desk: RuleSet) -> None:
    text = render([shown(STORY, desk)], "1.0")
    parser = _Scripts()
    parser.feed(text)
    assert "img" not in {tag for tag, _ in parser.tags}
    assert [a.get("type") for tag, a in parser.tags if tag == "script"] == ["application/json", None]
    assert not any(key.startswith("on") for _, attributes in parser.tags for key in attributes)
    assert "&lt;img src=x onerror=alert(" in text
    links = [a[k] or "" for _, a in parser.tags for k in ("href", "src") if k in a]
    assert links
    assert all(link.startswith("#") for link in links), "the page asks the network for nothing"
    ids = [a["id"] for _, a in parser.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links} <= set(ids)
    data = json.loads(re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', text, re.S)[0])
    assert any("11 is more than 9." in s[0] for v in data.values() for s in v[2])


def test_a_page_of_nothing_and_of_trouble(desk: RuleSet) -> None:
    assert "0 articles, 0 numbers" in render([], "1.0")
    text = render([PageArticle("bad.txt", "bad.txt", None, error="bad.txt: not <text>")], "1.0")
    assert "bad.txt: not &lt;text&gt;" in text
    quiet = render([shown("A day\n\nThey lost 3 of the 8 chairs.\n", desk)], "1.0")
    assert "they agree" in quiet
    assert "That is no proof" in quiet


def test_a_link_to_a_finding_lasts(desk: RuleSet) -> None:
    before, after = shown(STORY, desk), shown(STORY.replace("Room 5 is open.", "Room 6 is shut."), desk)
    assert [anchor(f) for f in before.findings] == [anchor(f) for f in after.findings]
    assert len({anchor(f) for a in (before, shown(STORY, desk, "b.txt")) for f in a.findings}) == 4


def test_it_survives_json(desk: RuleSet) -> None:
    article = shown(STORY, desk)
    again = PageArticle.of(json.loads(json.dumps(article.data())))
    assert render([again], "1.0") == render([article], "1.0")


def _luminance(colour: str) -> float:
    parts = [int(x) / 255 for x in re.findall(r"\d+", colour)[:3]]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    """WCAG 2.1: (L1 + 0.05) / (L2 + 0.05)."""
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with api.sync_playwright() as play:
        try:
            made = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        except api.Error:
            pytest.skip("there is no Chromium")
        yield made
        made.close()


@pytest.fixture
def page_file(tmp_path: Path, desk: RuleSet) -> Path:
    articles = [shown(STORY, desk), shown("Sold out\n\nThey sold 9 of the 7 pigs. They lost 2 of the 5 hens.\n", desk, "b.txt")]
    path = tmp_path / "page.html"
    path.write_text(render(articles, "1.0"), encoding="utf-8")
    return path


@pytest.fixture
def tab(browser: Any, page_file: Path) -> Iterator[Any]:
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.said = []
    page.on("console", lambda m: page.said.append(m.text))
    page.on("pageerror", lambda e: page.said.append(str(e)))
    page.on("dialog", lambda d: page.said.append("dialog"))
    page.goto(page_file.as_uri())
    yield page
    assert page.said == []
    page.close()


def test_browser_a_finding_leads_to_its_number(tab: Any) -> None:
    assert tab.locator(".finding").count() == 2
    tab.locator(".finding .where a").first.click()
    assert tab.locator("#a0").evaluate("d => d.open") is True
    assert tab.evaluate("document.activeElement.textContent") == "11"
    card = tab.locator("#card")
    assert card.is_visible()
    assert "11 is more than 9. (desk/lost)" in card.inner_text()
    assert tab.locator(".mate").all_inner_texts() == ["9"]
    tab.keyboard.press("Escape")
    assert not card.is_visible()


def test_browser_the_keyboard_reaches_every_number_in_order(tab: Any) -> None:
    tab.locator("#a1 summary").focus()
    tab.keyboard.press("Enter")
    seen = []
    for _ in range(4):
        tab.keyboard.press("Tab")
        seen.append(tab.evaluate("document.activeElement.textContent"))
    assert seen == ["9", "7", "2", "5"]
    assert "agrees with 2" in tab.locator("#card").inner_text()
    label = tab.locator("#a1 .n").first.get_attribute("aria-label")
    assert label.startswith("9: count")
    assert "9 is more than 7" in label


def test_browser_filters(tab: Any) -> None:
    tab.select_option("#by-severity", "warning")
    assert tab.locator(".finding:visible").count() == 1
    assert tab.locator("#shown").inner_text() == "1 of 2 shown"
    tab.select_option("#by-severity", "")
    tab.fill("#by-article", "B.TXT")
    assert tab.locator(".finding:visible .sum").all_inner_texts()[0].startswith("9 is more than 7.")
    assert tab.locator(".article:visible").count() == 1


def test_browser_a_deep_link_opens_its_article(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    target = re.findall(r'href="#(a1n\d+)"', page_file.read_text(encoding="utf-8"))[0]
    page.goto(f"{page_file.as_uri()}#{target}")
    assert page.locator("#a1").evaluate("d => d.open") is True
    assert page.evaluate("document.activeElement.id") == target
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_browser_the_lights_can_be_read(browser: Any, page_file: Path, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(page_file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    colours = page.evaluate("""() => [...document.querySelectorAll('.n, .badge, .sum, blockquote, .meta, .where')].map(e => {
        let b = e, bg;
        do { bg = getComputedStyle(b).backgroundColor; b = b.parentElement } while (b && bg === 'rgba(0, 0, 0, 0)');
        return [e.className, getComputedStyle(e).color, bg === 'rgba(0, 0, 0, 0)' ? 'rgb(255, 255, 255)' : bg] })""")
    assert len(colours) > 20
    assert [c for c in colours if contrast(c[1], c[2]) < 4.5] == []
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_browser_nothing_sticks_out(browser: Any, page_file: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(page_file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
