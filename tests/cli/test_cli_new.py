"""numcheck new-rule."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
WRONG = "The council has 12 members, of whom 15 voted."
RIGHT = "The council has 12 members, of whom 9 voted."


@pytest.mark.parametrize(("wrong", "right", "condition"), [
    (WRONG, RIGHT, "other_member <= member"),
    ("Of the 200 seats the party won 50, or 30%.", "Of the 200 seats the party won 50, or 25%.", "seat * percent == other_seat"),
    ("The ferry left at 7 a.m. and docked at 9 a.m., three hours later.",
     "The ferry left at 7 a.m. and docked at 9 a.m., two hours later.", "clock_span(clock, other_clock) == duration"),
    ("The club sold 3 pies and 4 cakes, 9 things.", "The club sold 3 pies and 4 cakes, 7 things.", "pie + cake == thing"),
])
def test_the_rule_it_writes_passes_its_own_examples(run: Run, tmp_path: Path, wrong: str, right: str, condition: str) -> None:
    code, out, err = run("new-rule", "desk/mine", "--wrong", wrong, "--right", right)
    assert (code, err) == (0, "")
    assert "Both examples are as they should be." in out
    path = tmp_path / "rules" / "desk" / "mine.yaml"
    assert f"assert: {condition}\n" in path.read_text(encoding="utf-8")
    assert run("test-rules", str(path))[:2] == (0, "1 rule, 2 examples: all as they say\n")
    (tmp_path / "a.txt").write_text(wrong, encoding="utf-8")
    assert "cannot" in run("check", "a.txt", "--rules", "rules")[1]


def test_it_asks(run: Run, tmp_path: Path) -> None:
    code, out, err = run("new-rule", "desk/mine", stdin=f"{WRONG}\n{RIGHT}\n")
    assert code == 0
    assert "A sentence that is wrong: The same, put right: " in err
    assert "  {member}: '12', count of members\n  {other_member}: '15', count of members\n" in out


def test_where_nothing_simple_holds_it_says_so_and_still_writes(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("new-rule", "desk/mine", "--wrong", "They met 7 times in 5 towns.",
                       "--right", "They met 8 times in 6 towns.")
    assert code == 0
    assert "only a place to begin" in out
    assert (tmp_path / "rules" / "desk" / "mine.yaml").is_file()


def test_what_gives_no_rule_is_refused(run: Run, tmp_path: Path) -> None:
    for args, said in ((("Desk", "--wrong", WRONG, "--right", RIGHT), "GROUP/NAME"),
                       (("desk/x", "--wrong", "Nothing here.", "--right", RIGHT), "the wrong sentence has none"),
                       (("desk/x",), "a sentence is wanted")):
        code, _, err = run("new-rule", *args)
        assert code == 2
        assert said in err
    run("new-rule", "desk/x", "--wrong", WRONG, "--right", RIGHT)
    code, _, err = run("new-rule", "desk/x", "--wrong", WRONG, "--right", RIGHT)
    assert code == 2
    assert "is there already" in err
