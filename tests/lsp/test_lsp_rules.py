"""Rule files in an editor, over a real connection."""

from pathlib import Path

from editor import Editor, edit
from lsprotocol import types

from pytest_numcheck.language.functions import FUNCTIONS
from pytest_numcheck.language.load import KEYS

RULE = """\
rule: desk/lost
title: A part is no more than the whole
severity: error
bind:
  part: count
  whole: {kind: count, near: ships}
match:
  - "lost {part} of the {whole}"
assert: part <= whole
message: "{part} is more than {whole}"
examples:
  fires:
    - text: "They lost [[15]] of the [[12]] ships."
  quiet:
    - text: "They lost 5 of the 12 ships."
"""


def test_what_is_wrong_is_marked_where_it_stands(tmp_path: Path) -> None:
    name = "rules/desk/lost.yaml"

    async def work(editor: Editor) -> None:
        assert await editor.open(name, RULE, "yaml") == []
        (wrong,) = await editor.change(name, RULE.replace("assert: part", "assert: prat"), 2)
        assert "did you mean 'part'" in wrong.message
        assert wrong.range == types.Range(types.Position(8, 8), types.Position(8, 12))
        assert wrong.severity == types.DiagnosticSeverity.Error
        (wrong,) = await editor.change(name, RULE.replace("severity: error", "severity: eror"), 3)
        assert wrong.range == types.Range(types.Position(2, 10), types.Position(2, 14))
        (wrong,) = await editor.change(name, RULE.replace("rule: desk/lost", "rule: desk/found"), 4)
        assert wrong.range.start.line == 0
        (wrong,) = await editor.change(name, RULE.replace("title: A", "title: [A"), 5)
        assert wrong.severity == types.DiagnosticSeverity.Error
    edit(tmp_path, work)


def test_examples_are_run(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        (wrong,) = await editor.open("rules/desk/lost.yaml", RULE.replace("lost 5", "lost 50"), "yaml")
        assert wrong.message.startswith("quiet[0]: ")
        assert (wrong.range.start.line, wrong.severity, wrong.code) == (14, types.DiagnosticSeverity.Warning, "example")
    edit(tmp_path, work)


def test_other_yaml_is_left_alone(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        assert await editor.open("compose.yaml", "services: [}", "yaml") == []
    edit(tmp_path, work)


def test_the_desks_words_count(tmp_path: Path) -> None:
    (tmp_path / "numcheck.yaml").write_text("words: {vessels: [ships, boats]}\n")

    async def work(editor: Editor) -> None:
        assert await editor.open("rules/desk/lost.yaml", RULE.replace("the {whole}", "the {whole} <vessels>"), "yaml") == []
        assert "vessels" in await editor.complete("rules/desk/lost.yaml", 7, RULE.split("\n")[7].index("{whole}") + 9)
    edit(tmp_path, work)


def test_completion_and_hover(tmp_path: Path) -> None:
    name = "rules/desk/lost.yaml"
    more = RULE.replace("assert: part <= whole", "assert: \nwhen: sum(part, whole) > 1\nwi")
    rows = more.split("\n")

    async def work(editor: Editor) -> None:
        await editor.open(name, more, "yaml")
        found = await editor.complete(name, 8, len("assert: "))
        assert {"part", "whole", *FUNCTIONS} <= set(found)
        assert found["sum"].detail == FUNCTIONS["sum"].signature
        found = await editor.complete(name, 10, 2)
        assert "within" in found
        assert set(KEYS) - {"rule", "title", "severity", "bind", "match", "assert", "message", "examples", "when"} == set(found)
        assert (found["within"].insert_text, found["within"].kind) == ("within: ", types.CompletionItemKind.Property)
        assert {"error", "warning", "note", "off"} <= set(await editor.complete(name, 2, len("severity: ")))
        found = await editor.complete(name, 4, len("  part: "))
        assert {"count", "money", "length", "same as whole"} <= set(found)
        assert {"kind", "near", "hedge"} <= set(await editor.complete(name, 5, len("  whole: {")))
        assert "count" in await editor.complete(name, 5, len("  whole: {kind: "))
        assert set(await editor.complete(name, 7, rows[7].index("{part}") + 1)) == {"part", "whole"}
        text = rows.index("  fires:")
        assert {"text", "says"} <= set(await editor.complete(name, text + 1, 6))
        assert "sum(" in str(await editor.hover(name, 9, len("when: su")))
        assert "What must hold" in str(await editor.hover(name, 8, 2))
        assert await editor.hover(name, 4, 3) is None
    edit(tmp_path, work)
