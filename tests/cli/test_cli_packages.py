"""Files of several articles and other formats on the command line."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
BAD = "The fleet lost 15 of the 12 ships."


@pytest.fixture
def wire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    items = [{"uri": "urn:x:one-good", "headline": "Good", "body_text": "It took 5 hours."},
             {"uri": "urn:x:two-bad", "headline": "Bad", "body_text": BAD},
             {"uri": "urn:x:drei", "headline": "Drei", "body_text": "99", "language": "de"}]
    (tmp_path / "wire.json").write_text(json.dumps(items, indent=1), encoding="utf-8")
    (tmp_path / "package.json").write_text('{"name": "x"}', encoding="utf-8")
    return tmp_path


def test_check(run: Run, wire: Path) -> None:
    code, out, err = run("check", ".")
    assert (code, err) == (1, "")
    assert "wire.json::two-bad, line 10" in out
    assert "wire.json::x-drei: skipped: its language is de; only English is read" in out
    assert "2 articles: " in out


def test_check_as_json_lines(run: Run, wire: Path) -> None:
    lines = [json.loads(line) for line in run("check", "wire.json", "--format", "jsonl")[1].splitlines()]
    assert [(line["article"], line.get("skipped", "")[:12]) for line in lines] == [
        ("wire.json::one-good", ""), ("wire.json::two-bad", ""), ("wire.json::x-drei", "its language")]


def test_read_and_why(run: Run, wire: Path) -> None:
    assert run("read", "wire.json")[1].splitlines()[0] == "wire.json::one-good"
    out = run("why", "wire.json:10")[1]
    assert "wire.json::two-bad, line 10" in out
    assert "wire.json::one-good" not in out


def test_standard_input_in_other_formats(run: Run, wire: Path) -> None:
    assert "line 2" in run("check", "-", "--stdin-filename", "story.html", stdin=f"<h1>T</h1>\n<p>{BAD}</p>")[1]
    assert run("check", "-", stdin=json.dumps({"uri": "x:1", "headline": "T", "body_text": BAD}))[0] == 1
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document xmlns:w='w'><w:p><w:r><w:t>{BAD}</w:t></w:r></w:p></w:document>")
    assert run("check", "-", "--stdin-filename", "story.docx", stdin=data.getvalue())[0] == 1


def test_fields(run: Run, wire: Path) -> None:
    (wire / "own.json").write_text(json.dumps([{"n": "a-story", "h": "T", "body": {"x": BAD}}]), encoding="utf-8")
    assert "own.json" not in run("check", ".")[1]
    assert "own.json::a-story, line 1" in run("check", ".", "--fields", "text=body.x,title=h,id=n")[1]
    code, _, err = run("check", ".", "--fields", "text")
    assert (code, err) == (2, "numcheck: --fields: 'text' is not of the form text=FIELD\n")


def test_a_file_in_no_known_format(run: Run, wire: Path) -> None:
    code, _, err = run("check", "package.json", "wire.json")
    assert code == 2
    assert err.startswith("numcheck: package.json:1:1: this JSON is in no known format of articles")
