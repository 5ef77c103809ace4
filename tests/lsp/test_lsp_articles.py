"""Articles in an editor, over a real connection."""

from pathlib import Path

import pytest
from editor import Editor, edit
from lsprotocol import types

FRONT = "€12m 𝟙 café 𝟙𝟙: "
SLIP = "The new road is 5 miles (18 km) long."


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def under(text: str, at: types.Range) -> str:
    """The text that a range of UTF-16 units marks, in a text of one line each."""
    line = text.split("\n")[at.start.line].encode("utf-16-le")
    assert at.start.line == at.end.line
    return line[2 * at.start.character:2 * at.end.character].decode("utf-16-le")


def test_each_number_of_a_finding_is_marked_and_leads_to_the_others(tmp_path: Path) -> None:
    text = f"# A long day\n\n{FRONT}{SLIP}\n"

    async def work(editor: Editor) -> None:
        found = await editor.open("story.md", text)
        assert [under(text, d.range) for d in found] == ["5 miles", "18 km"]
        assert found[0].range.start == types.Position(2, units(FRONT + "The new road is "))
        for d in found:
            assert (d.code, d.source, d.severity) == ("convert/bracket", "numcheck", types.DiagnosticSeverity.Error)
            assert d.message == "5 miles is 8.05 km, not 18 km."
            others = {"5 miles", "18 km"} - {under(text, d.range)}
            assert {under(text, r.location.range) for r in d.related_information or ()} == others
            assert {r.location.uri for r in d.related_information or ()} == {editor.uri("story.md")}
    edit(tmp_path, work)


@pytest.mark.parametrize(("encoding", "codec", "width"), [("utf-8", "utf-8", 1), ("utf-32", "utf-32-le", 4)])
def test_other_ways_of_counting_are_agreed_on(tmp_path: Path, encoding: str, codec: str, width: int) -> None:
    async def work(editor: Editor) -> None:
        found = await editor.open("story.md", FRONT + SLIP)
        assert found[0].range.start.character == len((FRONT + "The new road is ").encode(codec)) // width
    edit(tmp_path, work, [types.PositionEncodingKind(encoding)])


def test_a_hover_tells_how_a_number_was_read(tmp_path: Path) -> None:
    text = f"{FRONT}About 1,200 soldiers left, up 36%.\r\n\r\n{SLIP}"

    async def work(editor: Editor) -> None:
        await editor.open("story.txt", text, "plaintext")
        said = await editor.hover("story.txt", 0, units(FRONT + "About 1,"))
        assert said is not None
        assert said.splitlines()[:4] == ["“1,200”", "kind: count", "value: 1,200", "allows: 1,080 to 1,320"]
        assert {"counts: soldiers", "hedge: about"} <= set(said.splitlines())
        assert await editor.hover("story.txt", 0, units(FRONT + "About 1,200 sol")) is None
        said = await editor.hover("story.txt", 2, SLIP.index("18 km") + 2)
        assert said is not None
        assert {"kind: length", "unit: kilometer"} <= set(said.splitlines())
        assert said.endswith("5 miles is 8.05 km, not 18 km. convert/bracket (error)")
    edit(tmp_path, work)


def test_a_story_is_judged_anew_as_it_changes(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        assert len(await editor.open("story.md", SLIP)) == 2
        assert await editor.change("story.md", SLIP.replace("18 km", "8 km"), 2) == []
        waived = f"<!-- numcheck: ignore convert/bracket -- as printed in 1950 -->\n{SLIP}\n"
        assert await editor.change("story.md", waived, 3) == []
        said = await editor.hover("story.md", 1, SLIP.index("5 miles"))
        assert said
        assert said.endswith("(waived: as printed in 1950)")
        (needless,) = await editor.change("story.md", waived.replace("18 km", "8 km"), 4)
        assert (needless.message, needless.code) == ("the waiver of convert/bracket is not needed", "waiver")
        (unreadable,) = await editor.change("story.md", "a\0b", 5)
        assert "NUL" in unreadable.message
        assert (unreadable.range.start.line, unreadable.code) == (0, "readable")
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(
            types.TextDocumentIdentifier(editor.uri("story.md"))))
        assert await editor.next(editor.uri("story.md")) == []
    edit(tmp_path, work)


def test_a_finding_can_be_waived_but_not_without_a_reason(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        found = await editor.open("story.md", f"A day\n\n{SLIP}\n")
        asked = types.CodeActionParams(types.TextDocumentIdentifier(editor.uri("story.md")), found[0].range,
                                       types.CodeActionContext(found[:1]))
        (action,) = await editor.client.text_document_code_action_async(asked) or ()
        assert isinstance(action, types.CodeAction)
        assert action.edit
        ((change,),) = (action.edit.changes or {}).values()
        assert change.range.start == change.range.end == types.Position(2, 0)
        assert change.new_text == "<!-- numcheck: ignore convert/bracket --  -->\n"
        after = await editor.change("story.md", f"A day\n\n{change.new_text}{SLIP}\n", 2)
        assert {d.code for d in after} == {"convert/bracket", "waiver"}
        assert await editor.change("story.md", f"A day\n\n{change.new_text.replace('--  --', '-- so said --')}{SLIP}\n", 3) == []
    edit(tmp_path, work)


def test_what_is_no_article_is_left_alone(tmp_path: Path) -> None:
    async def work(editor: Editor) -> None:
        assert await editor.open("README.md", SLIP) == []
        assert await editor.open("code.py", SLIP, "python") == []
        assert len(await editor.open("", SLIP, "plaintext", "untitled:Untitled-1")) == 2
        assert await editor.open("", SLIP, "python", "untitled:Untitled-2") == []
    edit(tmp_path, work)


def test_the_desks_own_rules_hold(tmp_path: Path) -> None:
    rules = tmp_path / "numcheck.yaml"
    rules.write_text('overrides: [{files: "sport/**", rules: {convert/bracket: "off"}}]\n')

    async def work(editor: Editor) -> None:
        assert await editor.open("sport/a.md", SLIP) == []
        assert len(await editor.open("news/a.md", SLIP)) == 2
        rules.write_text("rules: {convert/bracket: note}\n")
        await editor.open("numcheck.yaml", rules.read_text(), "yaml")
        editor.save("numcheck.yaml")
        found = await editor.next(editor.uri("news/a.md"))
        assert {d.severity for d in found} == {types.DiagnosticSeverity.Information}
        rules.write_text("rules: {convert/brackt: note}\n")
        await editor.change("numcheck.yaml", rules.read_text(), 2)
        editor.save("numcheck.yaml")
        while not (found := await editor.next(editor.uri("numcheck.yaml"))):
            pass  # the answer to the first save
        (wrong,) = found
        assert "did you mean 'convert/bracket'" in wrong.message
        assert wrong.range == types.Range(types.Position(0, 8), types.Position(0, 22))
    edit(tmp_path, work)


def test_markup_and_packages_of_articles(tmp_path: Path) -> None:
    page = f"<p>{FRONT}The new road is <b>5 miles</b> (18 km) long.</p>\n<p lang=en>Of the 5 ships 9 sank.</p>"
    package = "".join(f'{{"id": "{n}", "title": "Day {n}", "text": "{FRONT}{SLIP}", "date": "2026-11-22"}}\n' for n in "ab")

    async def work(editor: Editor) -> None:
        found = await editor.open("page.html", page, "html")
        assert [under(page, d.range) for d in found if d.code == "convert/bracket"] == ["5 miles", "18 km"]
        assert await editor.open("empty.html", "", "html") == []
        (tmp_path / "news.jsonl").write_text(package, encoding="utf-8")
        found = await editor.open("news.jsonl", package, "json")
        assert [(d.range.start.line, under(package, d.range)) for d in found] == [
            (line, number) for line in (0, 1) for number in ("5 miles", "18 km")]
        assert "length" in str(await editor.hover("news.jsonl", 1, found[3].range.start.character))
    edit(tmp_path, work)
