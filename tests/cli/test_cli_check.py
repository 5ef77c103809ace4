"""numcheck check."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

Run = Callable[..., tuple[int, str, str]]
Write = Callable[[str, str], None]
BAD = "A rough day\n\nThe fleet lost 15 of the 12 ships.\n"


def test_nothing_wrong_is_zero(run: Run, write: Write) -> None:
    write("a.txt", "They lost 5 of the 12 ships.\n")
    assert run("check", "a.txt") == (0, "1 article: 2 numbers seen, 2 linked, 2 judged; nothing to complain of\n", "")


def test_an_error_is_one_and_is_told(run: Run, write: Write) -> None:
    write("a.txt", BAD)
    code, out, err = run("check", "a.txt")
    assert (code, err) == (1, "")
    assert out.startswith("A rough day ")
    assert "  The fleet lost 15 of the 12 ships.\n                 ^^        ^^\n\n15 is more than 12.\n" in out
    assert out.endswith("1 article: 2 numbers seen, 2 linked, 2 judged; 1 error\n")
    assert "\x1b" not in out


def test_a_warning_or_note_is_zero(run: Run, write: Write) -> None:
    write("a.txt", "They sold 15 of the 12 ships. They sent 9 of the 7 men.\n")
    code, out, _ = run("check", "a.txt")
    assert code == 0
    assert "desk/sold (warning)" in out
    assert "a.txt:1: note: 9 is more than 7. (desk/sent)\n" in out
    assert out.endswith("; 1 warning, 1 note\n")


def test_a_waived_finding_is_zero(run: Run, write: Write) -> None:
    write("a.txt", "<!-- numcheck: ignore desk/gone -- as the court has it -->\nThey lost 15 of the 12 ships.\n")
    assert run("check", "a.txt")[0] == 0


def test_an_unneeded_waiver_is_told(run: Run, write: Write) -> None:
    write("a.txt", "<!-- numcheck: ignore desk/lost -- as the court has it -->\nThey lost 5 of the 12 ships.\n")
    assert "a.txt:2: the waiver of desk/lost is not needed\n" in run("check", "a.txt")[1]


def test_one_json_line_an_article(run: Run, write: Write) -> None:
    schema = json.loads(files("pytest_numcheck.report").joinpath("schema.json").read_text(encoding="utf-8"))
    write("a.txt", BAD)
    write("b.txt", "Nothing.\n")
    code, out, _ = run("check", "--format", "jsonl", "a.txt", "b.txt")
    assert code == 1
    records = [json.loads(line) for line in out.splitlines()]
    assert [r["article"] for r in records] == ["a.txt", "b.txt"]
    for record in records:
        jsonschema.validate(record, schema)


def test_standard_input(run: Run) -> None:
    code, out, _ = run("check", "-", stdin=BAD)
    assert code == 1
    assert "<stdin>, line 3" in out
    out = run("check", "-", "--stdin-filename", "news/a.md", "--format", "jsonl", stdin="---\ntitle: T\n---\n\n**5** ships\n")[1]
    assert json.loads(out)["article"] == "news/a.md"
    assert json.loads(out)["mentions"][0]["line"] == 5
    code, _, err = run("check", "-", stdin=b"a\0b")
    assert code == 2
    assert err.startswith("numcheck: <stdin>:")


def test_the_date_reaches_the_article(run: Run) -> None:
    assert '"published":"2024-11-05"' in run("check", "-", "--published", "2024-11-05", "--format", "jsonl", stdin="5 ships")[1]
    code, _, err = run("check", "-", "--published", "yesterday")
    assert code == 2
    assert "a date such as 2024-11-05 is wanted, not 'yesterday'" in err


def test_a_folder_is_searched(run: Run, write: Write) -> None:
    for name in ("news/b.txt", "news/a.md", "news/README.md", "news/x.csv", "news/.git/c.txt", "news/node_modules/d.txt",
                 "news/env/pyvenv.cfg", "news/env/e.txt"):
        write(name, "They lost 5 of the 12 ships.\n")
    out = run("check", "news", "--format", "jsonl")[1]
    assert [json.loads(line)["article"] for line in out.splitlines()] == ["news/a.md", "news/b.txt"]


def test_what_cannot_be_read_is_two_and_the_rest_is_read(run: Run, write: Write) -> None:
    write("a.txt", BAD)
    write("b.txt", "a\0b")
    code, out, err = run("check", "nowhere.txt", "b.txt", "a.txt")
    assert code == 2
    assert [line.partition(":")[0] for line in err.splitlines()] == ["numcheck", "numcheck"]
    assert "15 is more than 12." in out


@pytest.mark.parametrize(("args", "said"), [
    (["check"], "required: FILE"),
    (["chek", "a.txt"], "invalid choice: 'chek'"),
    (["check", "a.txt", "--rules", "nowhere/"], "there is no folder or file"),
    (["check", "a.txt", "--rules", "numcheck:recomended@1"], "did you mean 'numcheck:recommended@1'"),
    (["explain", "desk/lots"], "there is no rule 'desk/lots'; did you mean 'desk/lost'?"),
    (["check", "empty"], "empty: no article in this folder"),
    (["check", "pipe.txt"], "pipe.txt: this is a pipe or a device, not a file; pipe its text into: numcheck check -"),
    (["explain", "desk"], "desk is a group; its rules are desk/lost, desk/sent, desk/sold"),
    (["why", "empty:1"], "empty is a folder; a file and a line are wanted"),
    (["test-rules", "nowhere"], "there is no folder or file nowhere"),
    (["why", "a.txt"], "such as story.txt:31"),
    (["why", "a.txt:9"], "a.txt has 1 line, no line 9"),
    (["test-rules", "a.txt.d"], "a.txt.d"),
])
def test_wrong_usage_is_two_without_a_traceback(run: Run, write: Write, args: list[str], said: str) -> None:
    write("a.txt", "5 ships.\n")
    Path("empty").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo("pipe.txt")
    elif "pipe.txt" in args:
        pytest.skip("no named pipes here")
    code, _, err = run(*args)
    assert code == 2
    assert said in err
    assert "Traceback" not in err


def test_a_bad_rule_set_is_told_with_a_caret(run: Run, write: Write) -> None:
    write("numcheck.yaml", "extends: [pack/]\nruls: {}\n")
    code, _, err = run("check", "-", stdin="5 ships")
    assert code == 2
    assert "numcheck.yaml:2:1: unknown key 'ruls'; did you mean 'rules'?\n  ruls: {}\n  ^" in err


def test_the_recommended_rules_can_be_asked_for(run: Run, write: Write) -> None:
    write("a.txt", BAD)
    assert run("check", "a.txt", "--rules", "pack", "--rules", "numcheck:recommended@1")[0] == 1


def test_a_closed_pipe_is_no_fault() -> None:
    code = ("import sys; from pytest_numcheck.cli.main import main; sys.exit(main(['rules']))")
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
def test_an_output_that_cannot_be_written_is_told_without_a_traceback(where: str) -> None:
    code = "import sys; from pytest_numcheck.cli.main import main; sys.exit(main(['schema', 'report']))"
    done = subprocess.run(f"{sys.executable} -c \"{code}\" {where}", shell=True, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stderr) in (
        (2, "numcheck: the output cannot be written: no space left on device\n"), (0, ""))


def test_checking_does_not_load_pytest() -> None:
    code = ("import sys; from pytest_numcheck.cli.main import main; main(['check', '-']); "
            "sys.exit([m for m in ('pytest', '_pytest', 'pluggy') if m in sys.modules] or 0)")
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, input=b"Of 5 ships, 3 sank.", capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
