"""What the site adds to the pages in docs/: the rules' navigation, the files of the project that pages link to, and pictures.

Pages link to files outside docs/ as one does on a code host (``../examples/newsroom``). Here such a file becomes a page of
its own that shows it, so that the site is whole without any host. A link that leads nowhere is a warning, and strict.
"""

from __future__ import annotations

import logging
import posixpath
import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parent))

from groups import GROUPS

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
LINK = re.compile(r"(\]\()([^)#\s]+)(#[^)\s]*)?(\))")
FENCE = re.compile(r"^( *)(`{3,}).*?^\1\2", re.M | re.S)
#: pages of the top folder that the site has under a name of its own
TOP = {"README.md": "index.md", "CHANGELOG.md": "changelog.md", "SECURITY.md": "security.md",
       "CONTRIBUTING.md": "contributing.md"}
LANGUAGES = {".yaml": "yaml", ".yml": "yaml", ".py": "python", ".json": "json", ".toml": "toml", ".md": "markdown", ".ini": "ini"}
FETCHED = re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=.https?://[^>]*>")
log = logging.getLogger("mkdocs.hooks.numcheck")


def on_config(config: Any) -> Any:
    """Every rule under its group, in the navigation."""
    placed = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    groups = [{GROUPS.get(g.name, g.name.capitalize()): [{p.stem: f"rules/{g.name}/{p.name}"} for p in sorted(g.glob("*.md"))]}
              for g in sorted((DOCS / "rules").iterdir()) if g.is_dir()]
    for section in config.nav:
        if "The rules" in section:
            section["The rules"] = ["rules/index.md", *groups]
        if "Use it" in section:  # pages that mkdocs.yml does not place
            section["Use it"] += sorted(p.name for p in DOCS.glob("*.md") if f" {p.name}" not in placed)
    config.watch += [str(ROOT / name) for name in TOP]
    return config


def on_files(files: Files, config: Any) -> Files:
    """The project's own texts, and a page for each file or folder that a page links to."""
    for name, page in TOP.items():
        if page != "index.md":
            files.append(File.generated(config, page, content=(ROOT / name).read_text(encoding="utf-8")))
    asked = {t for f in files.documentation_pages() for t in _outside(f.src_uri, f.content_string)}
    while asked:
        made = asked.pop()
        page = _page(made)
        if files.get_file_from_path(page) is None and (ROOT / made).exists():
            files.append(File.generated(config, page, content=_shown(made)))
            if (ROOT / made).is_dir():
                asked |= {f"{made}/{p.name}" for p in _children(made)}
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Links to files outside docs/ lead to the pages made of them."""
    here = page.file.src_uri
    if here.startswith("source/"):
        return markdown
    text = _mapped(markdown, lambda m: m[1] + _target(here, m[2], bool(m[3])) + (m[3] or "") + m[4])
    rule = (ROOT / here).with_suffix(".yaml")
    if here.startswith("rules/") and rule.is_file():
        body = rule.read_text(encoding="utf-8")
        text = re.sub(r"^The rule itself is .*$", lambda _: _folded("The rule itself", body), text, flags=re.M)
    return text


def on_page_content(html: str, page: Any, config: Any, files: Files) -> str:
    """The pictures stand in the page itself, so that they take on its colours."""
    def inline(m: re.Match[str]) -> str:
        return f'<div class="nc-picture">{(DOCS / "pictures" / m[1]).read_text(encoding="utf-8")}</div>'
    return re.sub(r'<p><img alt="[^"]*" src="[^"]*pictures/([\w-]+-inline\.svg)" ?/?></p>', inline, html)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The search dialog gets a name, for those who hear the page. What a page would fetch from elsewhere is a warning."""
    for tag in FETCHED.findall(output):
        log.warning("%s wants the network: %s", page.file.src_uri, tag)
    dialog = 'data-md-component="search" role="dialog"'
    return output.replace(dialog, f'{dialog} aria-label="Search"')


def _mapped(markdown: str, change: Any) -> str:
    """``change`` on every link outside of fenced code."""
    out, at = [], 0
    for fence in FENCE.finditer(markdown):
        out += [LINK.sub(change, markdown[at:fence.start()]), fence[0]]
        at = fence.end()
    return "".join([*out, LINK.sub(change, markdown[at:])])


def _resolved(here: str, target: str) -> str | None:
    """The project's path that a link of a page means, where it is none of docs/."""
    if re.match(r"[a-z]+:", target) or target.startswith("/"):
        return None
    folder = "" if here in TOP.values() and here != "index.md" else posixpath.join("docs", posixpath.dirname(here))
    return posixpath.normpath(posixpath.join(folder, target))


def _outside(here: str, markdown: str) -> set[str]:
    found: set[str] = set()
    def note(m: re.Match[str]) -> str:
        path = _resolved(here, m[2])
        if path and not path.startswith("docs/") and path not in TOP and not re.match(r"rules/[a-z]+/[\w-]+\.yaml", path):
            found.add(path)
        return m[0]
    _mapped(markdown, note)
    return found


def _target(here: str, target: str, anchor: bool) -> str:
    path = _resolved(here, target)
    if path is None:
        return target
    if not (ROOT / path).exists():
        made = DOCS / path.removeprefix("docs/")
        if path.startswith("docs/") and (made.exists() or path.removeprefix("docs/") in TOP.values()):
            return target
        log.warning("%s links to %s, which is not there", here, target)
        return target
    if path.startswith("docs/"):
        page = path.removeprefix("docs/")
    elif path in TOP:
        page = TOP[path]
    else:
        page = _page(path)
    return posixpath.relpath(page, posixpath.dirname(here) or ".")


def _page(path: str) -> str:
    """The page that shows a file or folder; a leading dot would hide it."""
    shown = re.sub(r"(^|/)\.", r"\1dot-", path)
    return f"source/{shown}/index.md" if (ROOT / path).is_dir() else f"source/{shown}.md"


def _children(path: str) -> list[Path]:
    return sorted(p for p in (ROOT / path).iterdir() if p.name not in ("__pycache__", ".pytest_cache", ".git"))


def _shown(path: str) -> str:
    head = f"---\nsearch: {{exclude: true}}\ntitle: {path}\n---\n\n# {path}\n\n"
    if (ROOT / path).is_dir():
        rows = [f"- [{p.name}{'/' if p.is_dir() else ''}]({posixpath.relpath(_page(f'{path}/{p.name}'), f'source/{path}')})"
                for p in _children(path)]
        return head + "\n".join(rows) + "\n"
    text = (ROOT / path).read_text(encoding="utf-8", errors="replace")
    return f"{head}~~~~~~{LANGUAGES.get(Path(path).suffix, 'text')}\n{text.rstrip()}\n~~~~~~\n"


def _folded(title: str, body: str) -> str:
    code = "\n".join(f"    {line}".rstrip() for line in ["~~~~~~yaml", *body.rstrip().splitlines(), "~~~~~~"])
    return f'??? note "{title}"\n\n{code}'
