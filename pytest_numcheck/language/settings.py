"""The settings of a rule set, from ``numcheck.yaml`` or from pytest's own configuration, with what they extend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..base.datafile import read_data
from ..base.strictyaml import DataError, Node, did_you_mean, parse

KEYS = ("extends", "rules", "overrides", "words", "data")
RECOMMENDED = "numcheck:recommended@1"
#: Sets that extend sets that extend sets …
MAX_DEPTH = 8


@dataclass
class Settings:
    """Where the rules come from (a folder, or the name of a built-in set), and the settings to lay over, in order."""

    sources: list[Path | str] = field(default_factory=list)
    parts: list[Node] = field(default_factory=list)


def read_settings(config: Mapping[str, Any] | Path | None, root: Path) -> Settings:
    """All that ``config`` says and extends. Raises DataError."""
    settings = Settings()
    if isinstance(config, Path):
        _add_file(settings, config, ())
    else:
        node = as_node(dict(config or {}), "numcheck settings")
        _add(settings, node, root, ())
    return settings


def _add_file(settings: Settings, path: Path, above: tuple[Path, ...], at: Node | None = None) -> None:
    if path.resolve() in above:
        raise (at.error(f"'{path.name}' extends itself") if at else DataError("the rule set extends itself", path.as_posix()))
    if len(above) > MAX_DEPTH:
        raise DataError("rule sets extend each other too deeply", path.as_posix())
    _add(settings, _parsed(path), path.parent, (*above, path.resolve()))


def _parsed(path: Path) -> Node:
    try:
        return parse(read_data(path), path.as_posix())
    except OSError as e:
        raise DataError(f"the file cannot be read: {e.strerror or e}", path.as_posix()) from None


def _add(settings: Settings, node: Node, base: Path, above: tuple[Path, ...]) -> None:
    if node.value is None:
        node = Node({}, node.path, node.line, node.column, node.source)
    node.only(*KEYS)
    extends = node.get("extends")
    if extends is None:
        _source(settings, RECOMMENDED)
    elif isinstance(extends.value, str):
        _extend(settings, extends, base, above)
    else:
        for item in extends.list():
            _extend(settings, item, base, above)
    settings.parts.append(node)


def _extend(settings: Settings, node: Node, base: Path, above: tuple[Path, ...]) -> None:
    name = node.text()
    if name.startswith("numcheck:"):
        from .ruleset import BUILT_IN

        if name not in BUILT_IN:
            raise node.error(f"there is no built-in rule set '{name}'{did_you_mean(name, BUILT_IN)}")
        _source(settings, name)
        return
    path = base / name
    if path.is_dir():
        _source(settings, path)
        words, data = _files(path / "words"), _files(path / "data")
        if words or data:
            keyed = {key: Node(value, path.as_posix(), 1, 1, "") for key, value in (("words", words), ("data", data)) if value}
            settings.parts.append(Node(keyed, path.as_posix(), 1, 1, ""))
    elif path.is_file():
        _add_file(settings, path, above, node)
    else:
        known = [p.name + "/" for p in base.iterdir() if p.is_dir() and not p.name.startswith(".")] if base.is_dir() else []
        raise node.error(f"there is no folder or file '{name}' in {base.resolve().as_posix()}{_near(name, known)}")


def _near(name: str, known: list[str]) -> str:
    hint = did_you_mean(name, known)
    return hint if "did you mean" in hint else ""


def _source(settings: Settings, source: Path | str) -> None:
    if source not in settings.sources:
        settings.sources.append(source)


def _files(folder: Path) -> dict[str, Node]:
    return {p.stem: _parsed(p) for p in sorted(folder.glob("*.yaml"))} if folder.is_dir() else {}


def as_node(value: Any, path: str) -> Node:
    """Plain data as nodes, for settings that come from no file of their own. ``rules`` may be lines of ``id: severity``."""
    if isinstance(value, Mapping):
        made = {str(k): as_node(_lines(v, path) if k == "rules" else v, path) for k, v in value.items()}
        return Node(made, path, 1, 1, "")
    if isinstance(value, (list, tuple)):
        return Node([as_node(v, path) for v in value], path, 1, 1, "")
    return Node(str(value) if isinstance(value, Path) else value, path, 1, 1, "")


def _lines(value: Any, path: str) -> Any:
    if not isinstance(value, (list, tuple)):
        return value
    found = {}
    for line in value:
        rule, colon, severity = str(line).rpartition(":")
        if not colon:
            raise DataError(f"'{line}' is not written id: severity", path)
        found[rule.strip()] = severity.strip().strip("'\"")
    return found
