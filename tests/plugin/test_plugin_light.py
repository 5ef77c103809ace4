"""What the plugin costs where it is not asked for, and what the command line does not load."""

import subprocess
import sys

import pytest

HEAVY = ("pint", "quantulum3", "yaml", "regex", "numpy", "starlette", "uvicorn", "pygls", "lsprotocol",
         "pytest_numcheck.numbers", "pytest_numcheck.language", "pytest_numcheck.engine")
PROBE = f"""
import sys
def test_light():
    assert [m for m in {HEAVY!r} if m in sys.modules] == []
"""


def test_a_run_without_it_loads_nothing_heavy(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(PROBE)
    result = pytester.runpytest_subprocess("-p", "no:hypothesispytest")
    result.assert_outcomes(passed=1)


@pytest.mark.parametrize(("code", "unloaded"), [
    ("import pytest_numcheck", (*HEAVY, "pytest")),
    ("import pytest_numcheck; dir(pytest_numcheck); pytest_numcheck.__version__", (*HEAVY, "pytest")),
    ("import pytest_numcheck.cli.main as c; c.main(['schema', 'report'])", (*HEAVY, "pytest")),
    ("import pytest_numcheck; pytest_numcheck.check_text('Of 5 ships, 3 sank.')", ("pytest", "pytest_numcheck.plugin")),
])
def test_what_is_loaded_is_what_is_needed(code: str, unloaded: tuple[str, ...]) -> None:
    probe = f"{code}\nimport sys\nassert [m for m in {unloaded!r} if m in sys.modules] == [], sorted(sys.modules)"
    subprocess.run([sys.executable, "-W", "error", "-c", probe], check=True, capture_output=True, timeout=60)
