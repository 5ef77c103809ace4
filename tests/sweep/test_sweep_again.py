"""A second sweep judges what changed, and nothing else."""

from pathlib import Path

import pytest
from conftest import LOST, Run, everything, found, story, table, write  # type: ignore[import-not-found]

STORIES = [story(i) for i in range(20)]
#: a worker that writes no Parquet starts sooner
LINES = ("--format", "jsonl")


@pytest.fixture
def swept(run: Run, desk: Path) -> Run:
    """Twenty stories in ``a.jsonl``, swept into ``out`` in batches of about three."""
    write(desk / "a.jsonl", STORIES)
    assert run("sweep", "a.jsonl", "--out", "out", *LINES, "--batch", "450")[1].startswith("20 articles judged: ")
    return run


def fresh(run: Run, *args: str) -> str:
    """All rows of a sweep that knows of no other."""
    assert run("sweep", "a.jsonl", "--out", "fresh", *LINES, *args)[0] == 0
    return everything("fresh")


def test_nothing_changed(swept: Run) -> None:
    before = everything("out")
    assert swept("sweep", "a.jsonl", "--out", "out", *LINES)[1] == (
        "0 articles judged, 20 as before: 0 numbers seen, 0 checks, nothing to complain of\n")
    assert everything("out") == before


def test_one_article_changed_one_new_one_gone_one_twice(swept: Run, desk: Path) -> None:
    changed = {**STORIES[5], "text": "They lost 25 of the 12 ships."}
    write(desk / "a.jsonl", [story(40), *STORIES[:5], changed, *STORIES[6:13], *STORIES[14:], STORIES[0]])
    code, out, _ = swept("sweep", "a.jsonl", "--out", "out", *LINES)
    assert code == 0
    assert out.startswith("2 articles judged, 18 as before, 2 gone, 1 repeated: ")
    assert everything("out") == fresh(swept)
    assert ("a.jsonl::story-5", "desk/lost") in found("out")
    assert ("a.jsonl::story-13", "desk/lost") not in found("out")


def test_a_changed_rule_is_put_to_those_it_may_speak_of(swept: Run, desk: Path) -> None:
    rule = desk / "pack" / "desk" / "share.yaml"
    rule.write_text(rule.read_text().replace("severity: warning", "severity: error"))
    code, out, _ = swept("sweep", "a.jsonl", "--out", "out", *LINES)
    assert code == 0
    assert out.startswith("2 articles judged, 18 as before: ")  # those with a percentage
    assert everything("out") == fresh(swept)
    assert [r["errors"] for r in table("out", "articles") if r["article"].endswith("story-6")] == [1]


def test_new_and_gone_rules(swept: Run, desk: Path) -> None:
    (desk / "pack" / "desk" / "were.yaml").write_text(LOST.replace("lost", "were"))
    (desk / "pack" / "desk" / "share.yaml").unlink()
    code, out, _ = swept("sweep", "a.jsonl", "--out", "out", *LINES)
    assert code == 0
    assert not out.startswith("0 articles")
    assert everything("out") == fresh(swept)
    assert {rule for _, rule in found("out")} == {"desk/lost"}


def test_a_rule_switched_off_and_on_again(swept: Run, desk: Path) -> None:
    before = everything("out")
    settings = desk / "numcheck.yaml"
    settings.write_text('extends: [pack/]\nrules: {desk/share: "off"}\n')
    assert swept("sweep", "a.jsonl", "--out", "out", *LINES)[1].startswith("2 articles judged, 18 as before: ")
    assert [r for _, r in found("out")] == ["desk/lost", "desk/lost"]
    settings.write_text("extends: [pack/]\n")
    assert swept("sweep", "a.jsonl", "--out", "out", *LINES)[1].startswith("2 articles judged, 18 as before: ")
    assert everything("out") == before


def test_overrides_by_path_count_as_a_change(swept: Run, desk: Path) -> None:
    (desk / "numcheck.yaml").write_text("extends: [pack/]\noverrides: [{files: 'a.*', rules: {desk/share: note}}]\n")
    assert swept("sweep", "a.jsonl", "--out", "out", *LINES)[1].startswith("2 articles judged, 18 as before: ")
    assert everything("out") == fresh(swept)


def test_words_code_and_terms_change_everything(swept: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "numcheck.yaml").write_text("extends: [pack/]\nwords: {excuses: [perhaps]}\n")
    assert swept("sweep", "a.jsonl", "--out", "out", *LINES)[1].startswith("20 articles judged: ")
    out = swept("sweep", "a.jsonl", "--out", "out", *LINES, "--published", "2001-02-03")[1]
    assert out.startswith("20 articles judged, 20 gone: ")


def test_a_file_that_breaks_off_takes_nothing_away(swept: Run, desk: Path) -> None:
    import gzip
    raw = (desk / "a.jsonl").read_bytes()
    (desk / "b.jsonl.gz").write_bytes(gzip.compress(raw))
    assert swept("sweep", "a.jsonl", "b.jsonl.gz", "--out", "out", *LINES)[1].startswith("20 articles judged, 20 as before: ")
    (desk / "b.jsonl.gz").write_bytes(gzip.compress(raw)[:-9])
    code, out, err = swept("sweep", "a.jsonl", "b.jsonl.gz", "--out", "out", *LINES)
    assert code == 0
    assert "gone" not in out
    assert err == "numcheck: a file could not be read to its end; articles that were not met are kept\n"
    assert len(table("out", "articles")) == 41


def test_small_parts_are_joined(swept: Run, desk: Path) -> None:
    for i in range(30, 36):
        write(desk / "a.jsonl", [*STORIES, *(story(n) for n in range(30, i + 1))])
        assert swept("sweep", "a.jsonl", "--out", "out", *LINES)[1].startswith("1 article judged, ")
    assert len(list((desk / "out" / "checks").iterdir())) == 1
    assert everything("out") == fresh(swept)


def test_lost_and_foreign_files_are_made_good(swept: Run, desk: Path) -> None:
    before = everything("out")
    parts = sorted((desk / "out" / "mentions").iterdir())
    parts[0].unlink()
    (desk / "out" / "checks" / "00000099.jsonl").write_bytes(b"never committed")
    (desk / "out" / "checks" / ".00000100.jsonl").write_bytes(b"half")
    out = swept("sweep", "a.jsonl", "--out", "out", *LINES)[1]
    assert not out.startswith(("0 articles", "20 articles"))
    assert everything("out") == before
