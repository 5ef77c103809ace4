"""``numcheck`` alone tells what it can do."""

from pytest_numcheck.cli.main import COMMANDS, main


def test_no_command_shows_the_commands(capsys):
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert [name for name in COMMANDS if f"  {name}" not in err] == []
