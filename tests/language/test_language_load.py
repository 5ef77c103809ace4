"""Rule files: what they give, and where the caret stands when they are wrong."""

import time
from textwrap import dedent

import pytest

from pytest_numcheck.base.files import rules_root
from pytest_numcheck.base.lexicon import Lexicon
from pytest_numcheck.base.strictyaml import DataError
from pytest_numcheck.language.load import load_file, load_folder, load_rule
from pytest_numcheck.language.model import Scope

RULE = dedent("""\
    rule: desk/elapsed
    title: Start, end and duration must agree
    severity: {stated: error, slip: error, else: note}
    bind:
      start: clock
      end: clock
      taken: duration
    within: 3 sentences
    match:
      - "from {start} to {end} ... {taken}"
      - {phrase: "at {start} ... at {end} ... {taken}", certainty: inferred}
      - all: ["began at {start}", "ended at {end}", "took {taken}"]
    let: {elapsed: "clock_span(start, end)"}
    assert: elapsed == taken
    tolerance: 2 minutes
    message: "{start} to {end} is {elapsed}, not {taken}"
    explain: |
      Why.
    examples:
      fires:
        - text: "Polls were open from [[7 a.m.]] to [[10 p.m.]], a [[12-hour]] day."
          says: "7 a.m. to 10 p.m. is 15 hours, not 12-hour"
      quiet:
        - "Polls were open from 7 a.m. to 10 p.m., a 15-hour day."
        - {text: "No numbers.", because: there are none, published: 2026-11-24, title: A headline}
    """)


LET = 'let: {elapsed: "clock_span(start, end)"}'


def load(text, **more):
    return load_rule(text, "desk-rules/desk/elapsed.yaml", "desk/elapsed", **more)


def refusal(text):
    with pytest.raises(DataError) as caught:
        load(text)
    return caught.value


def pointed(error):
    """What the caret points at."""
    line, caret = str(error).splitlines()[-2:]
    return line[caret.index("^"):]


def test_a_rule_in_full():
    rule = load(RULE)
    assert rule.id == "desk/elapsed"
    assert rule.group == "desk"
    assert rule.within == Scope("sentences", 3)
    assert [[(t.places, t.certainty) for t in way] for way in rule.match][:2] == [
        [(("start", "end", "taken"), "stated")], [(("start", "end", "taken"), "inferred")]]
    assert len(rule.match[2]) == 3
    assert rule.kinds == {"start": ("clock",), "end": ("clock",), "taken": ("duration",)}
    assert list(rule.let) == ["elapsed"]
    assert rule.assert_.names == ("elapsed", "taken")
    assert rule.tolerance.amount == 120
    assert (rule.rounding, rule.excuses, rule.each, rule.free) == ("printed", ("excuses",), None, ())
    fires, quiet, dated = rule.examples
    assert [fires.text[a:b] for a, b in fires.marks] == ["7 a.m.", "10 p.m.", "12-hour"]
    assert (fires.name, quiet.name, dated.name) == ("fires[0]", "quiet[0]", "quiet[1]")
    assert (dated.published, dated.title, dated.because) == ("2026-11-24", "A headline", "there are none")


def test_severity_follows_certainty_and_slip():
    severity = load(RULE).severity
    assert [severity.of("stated", False), severity.of("inferred", True), severity.of("guessed", False)] == ["error", "error",
    "note"]
    plain = load(RULE.replace("{stated: error, slip: error, else: note}", "warning")).severity
    assert {plain.of(c, s) for c in ("stated", "inferred", "guessed") for s in (True, False)} == {"warning"}
    assert str(severity) == "stated: error, slip: error, else: note"
    assert str(plain) == "warning"


def change(old, new):
    assert old in RULE
    return RULE.replace(old, new)


@pytest.mark.parametrize(("old", "new", "at", "what"), [
    ("assert: elapsed == taken", "assert: elapsed == 3 km", "3 km", "they cannot be compared"),
    ("assert: elapsed == taken", "assert: elapsed == takne", "takne", "did you mean 'taken'?"),
    ("assert: elapsed == taken", "assert: elapsed - taken", "elapsed", "a comparison is wanted"),
    ("tolerance:", "tolerence:", "tolerence", "did you mean 'tolerance'?"),
    ("rule: desk/elapsed", "rule: desk/elapse", "desk/elapse", "it should be 'desk/elapsed'"),
    ("start: clock", "start: clok", "clok", "did you mean 'clock'?"),
    ("start: clock", "from: clock", "from: clock", "it has a meaning"),
    ("start: clock", "Start: clock", "Start: clock", "use a small letter"),
    ("from {start} to", "from {strat} to", "strat", "did you mean 'start'?"),
    ("began at {start}", "<persn> began at {start}", "persn", "did you mean 'person'?"),
    ("from {start} to {end}", "from ({start} to {end}", "({start}", "never closed"),
    ("certainty: inferred", "certainty: likely", "likely", "is not known here"),
    ("within: 3 sentences", "within: page", "page", "is not known here"),
    ("2 minutes", "2 kg", "taken", "the tolerance"),
    ("2 minutes", "-5%", "-5%", "cannot be negative"),
    ("2 minutes", "2 minuets", "2 minuets", "is not a unit"),
    ("is {elapsed}", "is {elapsd}", "elapsd", "did you mean 'elapsed'?"),
    ("is {elapsed}", "is {elapsed:in km}", "km", "cannot be said in km"),
    ("is {elapsed}", "is {elapsed:>10}", ">10", "only '{name}'"),
    ("is {elapsed}", "is {elapsed.real}", ".real", "no meaning here"),
    ("is {elapsed}", "is {elapsed", "{elapsed", "never closed"),
    ("is {elapsed}", "is elapsed}", "}, not", "a lone '}'"),
    ("else: note", "else: fatal", "fatal", "is not known here"),
    ("severity: {stated: error, slip: error, else: note}", "severity: true", "true", "text is wanted"),
    ("elapsed: \"clock_span(start, end)\"", "start: \"clock_span(start, end)\"", "start", "already bound"),
    ("elapsed: \"clock_span(start, end)\"", "elapsed: \"clock_span(start, taken)\"", "taken)", "takes a clock"),
    ("[[7 a.m.]]", "[[7 a.m.", "[[7 a.m.", "never closed"),
    ("2026-11-24", "soon", "soon", "a date is written"),
    ("because: there are none", "becuase: there are none", "becuase", "did you mean 'because'?"),
    ("title: Start, end and duration must agree\n", "", "rule", "'title' is missing"),
])
def test_errors_point_at_the_fault(old, new, at, what):
    error = refusal(change(old, new))
    assert what in error.what
    assert pointed(error).startswith(at)
    assert str(error).startswith(f"desk-rules/desk/elapsed.yaml:{error.line}:{error.column}: ")


def test_a_place_that_nothing_picks_is_refused():
    error = refusal(change("  taken: duration\n", "  taken: duration\n  other: count\n"))
    assert "nothing says which number 'other' is" in error.what
    assert pointed(error).startswith("other")
    assert load(change("  taken: duration\n", "  taken: duration\n  other: {kind: count, of: [runner]}\n")).free == ("other",)


def test_errors_in_block_text_point_into_the_block():
    folded = change("assert: elapsed == taken", "assert: >\n  elapsed == taken\n  or elapsed == bogus")
    error = refusal(folded)
    assert pointed(error) == "bogus"
    lines = "let: |\n  elapsed = clock_span(start, end)\n  more = elapsed + bogus"
    assert pointed(refusal(change(LET, lines))) == "bogus"


def test_let_as_lines():
    rule = load(change(LET, "let: |\n  elapsed = clock_span(start, end)\n  twice = 2 * elapsed"))
    assert list(rule.let) == ["elapsed", "twice"]
    assert "name = expression" in refusal(change(LET, "let: elapsed")).what


SELECT = dedent("""\
    rule: desk/pick
    title: Picks
    severity: warning
    bind:
      a: {kind: [count, vague], of: [<person>, crew], near: hurt, hedge: [none, about], in: body}
      b: same as a
      c: {same as: a in another unit}
      d: {kind: rate, unit: 1/day}
      parts: {kind: count, closed: true}
      sum: count
    match: "list({parts} <person>) ... {sum}"
    assert: a == b
    message: "{parts} and {sum}"
    """)


def test_selectors():
    rule = load_rule(SELECT, "x.yaml", "desk/pick")
    a = rule.bind["a"]
    assert (a.kinds, a.of, a.near, a.hedge, a.place) == (("count", "vague"), ("<person>", "crew"), ("hurt",),
    ("none", "about"), "body")
    assert (rule.bind["b"].same_as, rule.bind["b"].another_unit) == ("a", False)
    assert (rule.bind["c"].same_as, rule.bind["c"].another_unit) == ("a", True)
    assert rule.kinds["c"] == ("count", "vague")
    assert rule.bind["parts"].closed
    assert rule.lists == {"parts"}
    assert rule.free == ("a", "b", "c", "d")


@pytest.mark.parametrize(("old", "new", "what"), [
    ("b: same as a", "b: same as z", "'z' is not bound"), ("b: same as a", "b: same as b", "same as itself"),
    ("in: body", "in: foot", "not known here"), ("hedge: [none, about]", "hedge: roughly", "not known here"),
    ("closed: true", "closed: yes", "true or false"), ("unit: 1/day", "unit: 1/dya", "not a unit"),
    ("{kind: rate, unit: 1/day}", "{unit: 1/day}", "'kind' or 'same as' is missing"),
    ("kind: rate", "kynd: rate", "unknown key 'kynd'"),
    ("a == b", "parts == sum", "is a list"), ("d: {", "a: {", "given twice"),
    ("kind: [count, vague]", "kind: []", "at least one"),
])
def test_bad_selectors(old, new, what):
    assert old in SELECT
    with pytest.raises(DataError, match=what.replace("(", r"\(")):
        load_rule(SELECT.replace(old, new), "x.yaml", "desk/pick")


LINKED = dedent("""\
    rule: desk/linked
    title: Linked
    severity: warning
    bind: {old: money, new: same as old, by: percent}
    link: change(old, new, by)
    assert: change(old, new) == by
    message: "{old} to {new} is {change(old, new)}, not {by}"
    """)


def test_links_bind_by_role():
    rule = load_rule(LINKED, "x.yaml", "desk/linked")
    assert rule.link.roles == {"old": "old", "new": "new", "by": "by"}
    assert rule.free == ()
    partial = LINKED.replace("by: percent", "by: {kind: percent, near: rose}").replace("(old, new, by)\na", "(old, _, by)\na")
    assert load_rule(partial, "x.yaml", "desk/linked").link.roles == {"old": "old", "by": "by"}


@pytest.mark.parametrize(("link", "at"), [
    ("chnage(old, new)", "chnage"), ("change(old, nwe)", "nwe"), ("change(old, old)", "old)"),
    ("change(old, new, by, share, by)", "old, new"),
    ("change old", "change old"), ("change(_)", "change(_)"),
])
def test_bad_links(link, at):
    with pytest.raises(DataError) as caught:
        load_rule(LINKED.replace("change(old, new, by)\na", f"{link}\na"), "x.yaml", "desk/linked")
    assert pointed(caught.value).startswith(at)


def test_lookups_bind_a_band():
    lexicon = Lexicon(data={"paces": {"walker": {"words": ["walker", "hiker"], "high": "12 km/h"},
                                      "cyclist": {"words": ["cyclist"], "low": "5 km/h", "high": "90 km/h"}}})
    text = dedent("""\
        rule: desk/pace
        title: Pace
        severity: warning
        bind: {speed: speed}
        match: "<paces> ... {speed}"
        lookup: {band: paces}
        assert: speed == band
        message: "{speed} is not {band}"
        """)
    assert load_rule(text, "x.yaml", "desk/pace", lexicon, compiled=False).lookup == {"band": "paces"}
    for bad, what in ((text.replace("{band: paces}", "{band: pacess}"), "must hold <pacess>"),
                      (text.replace("speed == band", "band == 3 kg"), "cannot be compared"),
                      (text.replace("<paces> ...", "the walker ..."), "must hold <paces>")):
        with pytest.raises(DataError, match=what):
            load_rule(bad, "x.yaml", "desk/pace", lexicon, compiled=False)


def test_a_constant_assertion():
    text = "rule: desk/bad\ntitle: Never\nseverity: warning\nbind: {figure: malformed}\nassert: false\nmessage: '{figure}'\n"
    assert load_rule(text, "x.yaml", "desk/bad").assert_.evaluate({}, None).truth is False


@pytest.mark.parametrize("text", [
    "", "a", "- a", "rule: 3", "{", "a: &x 1\nb: *x", "rule: !!python/object:os.system {}", "rule: a\nrule: b", "\t",
    "%YAML 9.9\n---\na",
    "a: " + "[" * 3000 + "]" * 3000, "x" * 1_100_000, "a: &a [1]\nb: [" + "*a," * 99 + "]", "\x00", "rule: \ud800",
])
def test_hostile_yaml_is_an_error_and_quick(text):
    begun = time.perf_counter()
    with pytest.raises(DataError):
        load(text)
    assert time.perf_counter() - begun < 2


def test_files_that_are_no_text(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xff\xfe\x00rule")
    with pytest.raises(DataError, match="UTF-8"):
        load_file(path, "a/a")
    with pytest.raises(DataError, match="cannot be read"):
        load_file(tmp_path / "none.yaml", "a/a")
    path.write_bytes(b"a" * 5_000_000)
    with pytest.raises(DataError, match="longer"):
        load_file(path, "a/a")


def test_a_folder_of_rules(tmp_path):
    for name in ("desk/elapsed", "desk/other", "words/elapsed"):
        path = tmp_path / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(RULE.replace("desk/elapsed", name), encoding="utf-8")
    assert [r.id for r in load_folder(tmp_path)] == ["desk/elapsed", "desk/other"]
    (tmp_path / "desk" / "bad.yaml").write_text("rule: desk/bad\n", encoding="utf-8")
    with pytest.raises(DataError, match="'title' is missing"):
        load_folder(tmp_path)


def test_all_shipped_rules_load_in_full():
    rules = load_folder(rules_root())
    assert [r.id for r in rules] == sorted(r.id for r in rules)
