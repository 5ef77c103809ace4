"""numcheck read and numcheck why."""

import json
import re
from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]
Write = Callable[[str, str], None]
TEXT = ("A rough day\n\nOn Monday about 2.5 km of the fleet lost 5 of the 12 ships at 9:05 a.m.\n\n"
        "It was September 3, 2019. More than 20 to 30 sailors swam.\n")


def test_the_table_is_aligned(run: Run, write: Write) -> None:
    write("a.txt", TEXT)
    code, out, _ = run("read", "a.txt")
    assert code == 0
    head, first, *rows = out.splitlines()
    assert head == "a.txt"
    for row in rows:
        if row:
            assert row[first.index("kind") - 1] == " "
            assert row[first.index("value") - 1] == " "
    by = {row.split("  ")[1].strip(): row.split() for row in rows if row}
    assert by["3:17"][-3:] == ["2.25", "to", "2.75"]
    assert "kilometer" in by["3:17"]
    assert "09:05" in out
    assert "2019-09-03" in out
    assert "Monday" not in out
    assert "Monday" in run("read", "--cues", "a.txt")[1]


def test_numbers_as_json(run: Run, write: Write) -> None:
    write("a.txt", TEXT)
    numbers = [json.loads(line) for line in run("read", "--format", "jsonl", "a.txt")[1].splitlines()]
    assert [n["text"] for n in numbers][:3] == ["2.5 km", "5", "12"]
    assert all(n["article"] == "a.txt" for n in numbers)


def test_links_on_demand(run: Run, write: Write) -> None:
    write("a.txt", "Five of the 12 ships sank.\n")
    out = run("read", "--links", "a.txt")[1]
    assert "part-of (stated): part 'Five' 1:1, whole '12' 1:13" in out
    links = [json.loads(line) for line in run("read", "--links", "--format", "jsonl", "a.txt")[1].splitlines()]
    assert any(link.get("link") == "part-of" and link["part"] == [0] for link in links)


def test_nothing_escapes_to_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("read", "-", stdin="He paid 5\x1b[31m ships 7 \x1b]0;x\x07 boats.")[1]


def test_why_tells_what_was_checked(run: Run, write: Write) -> None:
    write("a.txt", "A day\n\nThey lost 15 of the 12 ships.\n\nNothing else.\n")
    code, out, _ = run("why", "a.txt:3")
    assert code == 0
    assert out.startswith("a.txt, line 3\nnumbers: '15' (count), '12' (count)\ncues: 'lost' (fall)\nchecks:\n"
                          "  desk/lost: inconsistent, error (stated): part = '15'; whole = '12'\n    15 is more than 12\n")
    assert "desk/sent" in out


def test_why_tells_why_a_rule_said_nothing(run: Run, write: Write) -> None:
    write("a.txt", "They won 15 of the 12 ships.\n\nNothing else.\n")
    out = run("why", "a.txt:1")[1]
    assert "checks: none" in out
    assert ": desk/lost, desk/sent, desk/sold\n" in out
    assert "  none of its phrases" in out
    only = run("why", "a.txt:1", "--rule", "desk/gone")[1]
    assert ": desk/lost\n" in only
    assert "desk/sold" not in only
    assert "numbers: none" in run("why", "a.txt:3")[1]


def test_figures_are_shown_as_people_write_them(run: Run) -> None:
    out = run("read", "-", stdin="Two-thirds of the 12,500 homes, built in 1987, stood when the side won 3-1.\n")[1]
    rows = [row.split() for row in out.splitlines()[2:] if row]
    assert [row[1:4] for row in rows] == [["Two-thirds", "ratio", "0.6667"], ["12,500", "count", "12,500"],
                                          ["1987", "year", "1987"], ["3-1", "score", "3"]]
    assert rows[-1][3:] == ["3", "to", "1"]


def test_a_terminal_gets_colour(run: Run, write: Write, monkeypatch) -> None:
    write("a.txt", TEXT)
    plain = run("read", "a.txt")[1]
    assert "\x1b" not in plain
    monkeypatch.setattr("pytest_numcheck.cli.read.colour", lambda: True)
    painted = run("read", "a.txt")[1]
    assert "\x1b[1m2.5 km" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted).split() == plain.split()
