"""The hooks of the documentation site: links to files of the project, pictures, and what would want the network."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest

pytest.importorskip("mkdocs", reason="the extra docs is not installed; .ci/run builds the site")
hooks = pytest.importorskip("site_hooks")


def page(name: str) -> SimpleNamespace:
    return SimpleNamespace(file=SimpleNamespace(src_uri=name))


@pytest.mark.parametrize(("here", "link", "leads"), [
    ("index.md", "../CHANGELOG.md", "changelog.md"),
    ("index.md", "judging.md", "judging.md"),
    ("gates.md", "../examples/newsroom", "source/examples/newsroom/index.md"),
    ("rules/clock/elapsed.md", "../../../benchmarks/rules.md", "../../source/benchmarks/rules.md.md"),
    ("contributing.md", "docs/rule-language.md", "rule-language.md"),
    ("security.md", "docs/plugins.md#an-example", "plugins.md#an-example"),
    ("source/examples/newsroom/index.md", "x.md", "x.md"),
    ("index.md", "https://example.org/x", "https://example.org/x"),
])
def test_links_lead_into_the_site(here: str, link: str, leads: str) -> None:
    assert hooks.on_page_markdown(f"[x]({link})", page(here), None, None) == f"[x]({leads})"


def test_a_link_in_a_fence_is_code() -> None:
    text = "```markdown\n[x](../CHANGELOG.md)\n```\n"
    assert hooks.on_page_markdown(text, page("index.md"), None, None) == text


def test_a_link_to_nothing_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        hooks.on_page_markdown("[x](../nothing.md)", page("index.md"), None, None)
    assert "nothing.md, which is not there" in caplog.text


def test_a_rules_page_shows_its_file() -> None:
    text = "The rule itself is [rules/clock/elapsed.yaml](../../../rules/clock/elapsed.yaml)."
    shown = hooks.on_page_markdown(text, page("rules/clock/elapsed.md"), None, None)
    assert "    rule: clock/elapsed" in shown


def test_a_picture_stands_in_the_page_and_the_network_is_not_asked(caplog: pytest.LogCaptureFixture) -> None:
    html = '<p><img alt="x" src="pictures/slip-inline.svg" /></p>'
    assert "<svg" in hooks.on_page_content(html, page("judging.md"), None, None)
    with caplog.at_level(logging.WARNING):
        hooks.on_post_page('<script src="https://example.org/x.js"></script>', page("judging.md"), None)
    assert "wants the network" in caplog.text
