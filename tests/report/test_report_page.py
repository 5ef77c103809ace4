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
from pytest_numcheck.report.page.article import PageArticle, page_article
from pytest_numcheck.report.page.light import lights
from pytest_numcheck.report.page.page import MAX_FULL, anchor, render
from pytest_numcheck.report.page.pieces import spots_of

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
    return page_article(report.article, report.record(), spots_of(report.reading), list(report.findings().values()))


def test_every_number_has_its_light(desk: RuleSet) -> None:
    article = shown(STORY, desk)
    lit = [(p.text, p.light) for b in article.blocks for p in b.pieces if p.number is not None]
    assert [at for at in lit if at[0] in ("11", "9", "3", "8", "7", "6")] == [
        ("11", "error"), ("9", "error"), ("3", "agrees"), ("8", "agrees"), ("7", "waived"), ("6", "waived")]
    assert ("\u20ac12m", "alone") in lit
    assert article.found == [("error", 1), ("waived", 1)]
    assert "".join(p.text for b in article.blocks[1:2] for p in b.pieces).startswith("The \u20ac12m 1 caf\u00e9 lost 11 of")


def test_the_strongest_thing_that_happened_lights_a_number() -> None:
    checks = [{"outcome": o, "severity": s, "mentions": m} for o, s, m in (
        ("consistent", "error", [0, 1]), ("undecided", "error", [0, 2]), ("inconsistent", "note", [1, 3]),
        ("inconsistent", "error", [3, 4]), ("waived", "error", [0, 9]), ("consistent", "error", [5]))]
    kinds = [*["count"] * 7, "length"]
    record = {"mentions": [{"id": i, "kind": kind, "noun": None} for i, kind in enumerate(kinds)], "checks": checks}
    assert lights(record) == {0: "waived", 1: "note", 2: "undecided", 3: "error", 4: "error", 5: "possible", 6: "unchecked",
                              7: "alone", 9: "waived"}


def test_how_a_number_was_read_is_told() -> None:
    report = check_text("Nearly 3,000 people walked 2.5 to 3 km, 5% more, from 7 a.m. on Monday, May 4, 2020.")
    told = {report.article.text[start:end]: said for _, start, end, said in spots_of(report.reading)}
    assert told["3,000"] == "count of people: 3,000, nearly (allows 2,700 to 3,000)"
    assert told["2.5 to 3 km"] == "length: 2.5 to 3 kilometer (allows 2.45 to 3.5)"
    assert told["5%"] == "percent: 5%, up (allows 4.5 to 5.5)"
    assert told["7 a.m."] == "clock: 07:00"
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
    assert any("11 is more than 9." in s[0] for v in data.values() for s in v[1])


def test_a_page_of_nothing_and_of_trouble(desk: RuleSet) -> None:
    assert "0 articles, 0 numbers" in render([], "1.0")
    text = render([PageArticle("bad.txt", "bad.txt", error="bad.txt: not <text>")], "1.0")
    assert "bad.txt: not &lt;text&gt;" in text
    quiet = render([shown("A day\n\nThey lost 3 of the 8 chairs.\n", desk)], "1.0")
    assert "they agree" in quiet
    assert "That is no proof" in quiet


def test_a_link_to_a_finding_lasts(desk: RuleSet) -> None:
    before, after = shown(STORY, desk), shown(STORY.replace("Room 5 is open.", "Room 6 is shut."), desk)
    assert [anchor(f) for f in before.findings] == [anchor(f) for f in after.findings]
    assert len({anchor(f) for a in (before, shown(STORY, desk, "b.txt")) for f in a.findings}) == 4


def test_a_finding_shows_its_passage_with_its_numbers(desk: RuleSet) -> None:
    text = render([shown(STORY, desk)], "1.0")
    quote = re.findall(r"<blockquote>(.*?)</blockquote>", text)[0]
    assert re.findall(r'<a class="n error" href="#a0n\d+">(.*?)</a>', quote) == ["11", "9"]
    assert re.sub("<.*?>", "", quote).endswith("caf\u00e9 lost 11 of the 9 tables.")


def test_coverage_is_that_of_the_table(desk: RuleSet) -> None:
    article = shown("Sold out\n\nThey lost 3 of the 8 chairs. The pipe is 9 km long. Of 12 chairs, 4 are red.\n", desk)
    assert (article.coverage.seen, article.coverage.checked, article.coverage.alone) == (5, 2, 1)
    text = render([article], "1.0")
    assert "1 article, 5 numbers: 2 checked against another, 1 alone; numeric coverage 50%." in text
    assert "\u00b7 5 numbers \u00b7 coverage 50%" in text
    assert re.search(r'class="n alone" href="#a0n2" id="a0n2">9 km</a>', text)


def test_a_very_long_page_leaves_out_the_text_of_what_is_quiet(desk: RuleSet) -> None:
    quiet = shown("A day\n\nThey lost 3 of the 8 chairs.\n", desk)
    text = render([quiet] * MAX_FULL + [shown(STORY, desk)], "1.0")
    assert text.count("its text is left out") == MAX_FULL
    assert "onerror=alert(" in text


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
    assert "11 count of tables: 11" in card.inner_text()
    assert "11 is more than 9." in card.inner_text()
    assert tab.locator(".mate").all_inner_texts() == ["9"]
    assert tab.locator("#lines path").evaluate_all("all => all.map(p => p.getAttribute('class'))") == ["error"]
    tab.keyboard.press("Escape")
    assert not card.is_visible()
    assert tab.locator("#lines path").count() == 0


def test_browser_the_number_it_was_held_against_is_a_click_away(tab: Any) -> None:
    tab.locator(".finding blockquote a").first.click()
    tab.locator("#card a").first.click()
    assert tab.evaluate("document.activeElement.textContent") == "9"
    assert tab.locator("#card").inner_text().startswith("9 count of tables: 9")
    assert tab.locator(".mate").all_inner_texts() == ["11"]


def test_browser_the_keyboard_reaches_every_number_in_order(tab: Any) -> None:
    tab.locator("#a1 summary").focus()
    tab.keyboard.press("Enter")
    seen = []
    for _ in range(4):
        tab.keyboard.press("Tab")
        seen.append(tab.evaluate("document.activeElement.textContent"))
    assert seen == ["9", "7", "2", "5"]
    assert "Agrees with 2" in tab.locator("#card").inner_text()
    assert tab.evaluate("document.activeElement.getAttribute('aria-describedby')") == "card"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.closest('#card') && document.activeElement.textContent") == "2"
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.textContent") == "5"
    assert not tab.locator("#card").is_visible()
    assert tab.locator("#a1 .n").first.get_attribute("aria-label") == "9, disagrees (warning)"


def test_browser_the_pointer_can_reach_the_card(tab: Any) -> None:
    tab.locator("#a1 summary").click()
    tab.locator("#a1 .n.agrees").first.hover()
    card = tab.locator("#card")
    assert "Agrees with 5" in card.inner_text()
    card.locator("a").hover()
    tab.wait_for_timeout(400)
    assert card.is_visible()
    tab.locator("h1").hover()
    card.wait_for(state="hidden", timeout=5000)


def test_browser_filters(tab: Any) -> None:
    tab.select_option("#by-severity", "warning")
    assert tab.locator(".finding:visible").count() == 1
    assert tab.locator("#shown").inner_text() == "1 of 2 shown"
    assert tab.locator(".article:visible").count() == 1
    tab.select_option("#by-severity", "")
    assert tab.locator(".article:visible").count() == 2
    tab.fill("#by-article", "B.TXT")
    assert tab.locator(".finding:visible .sum").all_inner_texts()[0].startswith("9 is more than 7.")
    assert tab.locator(".article:visible").count() == 1


def test_browser_a_deep_link_opens_its_article(browser: Any, page_file: Path) -> None:
    page = browser.new_page()
    target = re.findall(r'href="#(a1n\d+)"', page_file.read_text(encoding="utf-8"))[0]
    page.goto(f"{page_file.as_uri()}#{target}")
    assert page.locator("#a1").evaluate("d => d.open") is True
    assert page.evaluate("document.activeElement.id") == target
    at = page.locator(f"#{target}").bounding_box()
    assert 0 < at["y"] < page.viewport_size["height"], "it is in view"
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


@pytest.mark.parametrize("width", [360, 1280])
def test_browser_axe_finds_nothing(browser: Any, page_file: Path, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    page.goto(page_file.as_uri())
    for _ in range(2):
        assert [(v["id"], v["nodes"][0]["html"]) for v in axe.Axe().run(page).response["violations"]] == []
        page.locator(".finding .where a").first.click()  # now with an article open and a card
    context.close()


def test_browser_it_prints_what_is_closed(tab: Any) -> None:
    tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert tab.locator("article:visible").count() == 2
    assert tab.locator("#filters:visible").count() == 0


def test_browser_a_thousand_articles_open_at_once(browser: Any, tmp_path: Path, desk: RuleSet) -> None:
    """Seconds, with room for a busy machine; it takes about half a second to load and a twentieth to filter."""
    story = "A day\n\n" + "They lost 3 of the 8 chairs. Of 12 chairs, 4 are red. The road is 5 km long.\n\n" * 6
    articles = [shown(story, desk), shown(STORY, desk)] * 500
    path = tmp_path / "page.html"
    path.write_text(render(articles, "1.0"), encoding="utf-8")
    assert path.stat().st_size < 20 * 1000 * 1000
    page = browser.new_page()
    page.goto(path.as_uri())
    took = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    filtered = page.evaluate("""async () => {
        const began = performance.now();
        document.getElementById("by-article").value = "b";
        document.getElementById("filters").dispatchEvent(new Event("input", {bubbles: true}));
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        return performance.now() - began }""")
    assert page.locator(".article").count() == 1000
    assert took < 8000
    assert filtered < 3000
    page.close()
