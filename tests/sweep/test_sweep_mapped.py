"""The engine over frames of pandas, and in a local Spark where there is one."""

import pickle
import shutil
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pandas as pd
import pytest
from conftest import Run, found, story, write  # type: ignore[import-not-found]

from pytest_numcheck.sweep.mapped import SCHEMA, checker
from pytest_numcheck.sweep.schema import TABLES

STORIES = [story(i) for i in range(10)]


def frame() -> pd.DataFrame:
    made = pd.DataFrame(STORIES).rename(columns={"date": "published"})
    made["published"] = pd.to_datetime(made["published"])
    return made


def test_the_findings_are_those_of_a_sweep(run: Run, desk: Path) -> None:
    write(desk / "a.jsonl", STORIES)
    run("sweep", "a.jsonl", "--out", "out", "--format", "jsonl")
    (checks,) = checker(publisher="source")(iter([frame()]))
    assert list(checks.columns) == list(TABLES["checks"])
    assert sorted(zip(checks["article"].str.partition("::")[2], checks["rule"], strict=True)) == [
        (a.partition("::")[2], r) for a, r in found("out")]
    first = checks.iloc[0]
    assert (first["publisher"], first["published"], first["passage"]) == (
        "Paper 0", date(1993, 3, 4), "They lost 15 of the 12 ships on day 3.")


def test_frame_by_frame_also_where_nothing_is_found(desk: Path) -> None:
    frames = list(checker(outcomes=None)(frame().iloc[i:i + 1] for i in range(4)))
    assert [len(f) for f in frames] == [0, 1, 0, 1]
    assert list(frames[0].columns) == list(TABLES["checks"])


def test_missing_cells_and_columns(desk: Path) -> None:
    made = pd.DataFrame({"body": ["They lost 15 of the 12 ships.", None, float("nan"), ""], "when": [pd.NaT] * 4})
    (checks,) = checker("body", title=None, published="when", name=None)([made])
    assert list(checks["rule"]) == ["desk/lost"]


def test_it_carries_its_rules_along(desk: Path) -> None:
    packed = pickle.dumps(checker())
    shutil.rmtree(desk / "pack")
    (checks,) = pickle.loads(packed)([frame()])  # noqa: S301
    assert list(checks["rule"]) == ["desk/lost", "desk/share"]


@pytest.mark.filterwarnings("ignore")  # Spark's own, of pandas and of sockets
@pytest.mark.skipif(find_spec("pyspark") is None or shutil.which("java") is None, reason="needs pyspark and Java")
def test_in_a_local_spark(desk: Path) -> None:
    from pyspark.sql import SparkSession
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        made = spark.createDataFrame(frame()).repartition(3).mapInPandas(checker(publisher="source"), SCHEMA)
        rows = sorted((r["article"], r["rule"], r["published"], list(r["words"])) for r in made.collect())
    finally:
        spark.stop()
    assert rows == [("::story-3", "desk/lost", date(1993, 3, 4), ["15", "12"]),
                    ("::story-6", "desk/share", date(1996, 3, 4), ["120%"])]
