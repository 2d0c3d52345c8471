"""Claims and graphs on Spark, compared with the command line's, row for row."""
import json
import os
import pathlib
import random
import signal

import pytest

pyspark = pytest.importorskip("pyspark")
import newsgraph  # noqa: E402
import newsgraph.spark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402
from conftest import ARTICLES, ROOT  # noqa: E402

VERSION = tuple(int(part) for part in pyspark.__version__.split(".")[:2])


@pytest.fixture(scope="module")
def spark():
    session = (SparkSession.builder.master("local[2, 4]").appName("newsgraph").config("spark.ui.enabled", "false")
               .config("spark.sql.shuffle.partitions", "2").config("spark.driver.memory", "1g")
               .config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
               .config("spark.sql.codegen.wholeStage", "false").config("spark.sql.adaptive.enabled", "false")
               .config("spark.driver.bindAddress", "127.0.0.1").getOrCreate())
    yield session
    session.stop()


def corpus():
    """Articles of the sample, of our own, and a story told again and again with other actors."""
    articles = [{"id": article.id, "title": article.title, "date": article.date, "url": article.url, "text": article.text}
                for article in newsgraph.articles(ROOT / "data" / "sample")]
    articles += [dict(article) for article in ARTICLES]
    for number, (state, app) in enumerate((state, app) for state in ("Australia", "Canada", "India", "U.S.", "Norland")
                                          for app in ("TikTok", "Tabbia", "Huawei Technologies", "Huawei")):
        articles.append({"id": f"s{number}", "title": f"News of {state}", "date": f"2024-05-{number + 1:02d}" if number % 4 else "",
                         "url": "" if number % 3 else f"https://example.org/s{number}",
                         "text": f"{state} banned {app}. {state}'s prime minister denounced China. Critics condemned {app}. "
                                 f"Beijing condemned {state}. The Commonwealth of Australia owns Orlo Group."})
    return articles


@pytest.fixture(scope="module")
def articles():
    return corpus()


@pytest.fixture(scope="module")
def expected(articles, tmp_path_factory):
    """The graph of the command line: of the articles, and of the claims that it writes."""
    folder = tmp_path_factory.mktemp("expected")
    (folder / "news.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles))
    claims = newsgraph.read(folder / "news.jsonl")
    claims.write(folder / "claims.jsonl")
    graph = newsgraph.Graph(folder / "news.jsonl")
    assert newsgraph.Graph(folder / "claims.jsonl").to_dict() == graph.to_dict() and len(graph) > 40
    return {"claims": claims, "nodes": list(graph.nodes), "edges": list(graph.edges), "statements": list(graph.statements),
            "unnamed": newsgraph.Graph(folder / "news.jsonl", unnamed=True)}


def rows_of(frame, *order):
    rows = [row.asDict() for row in frame.collect()]
    return sorted(rows, key=lambda row: [str(row[name]) for name in order]) if order else rows


def ordered(rows, *order):
    return sorted(rows, key=lambda row: [str(row[name]) for name in order])


def frame_of(spark, articles, partitions):
    return spark.createDataFrame(articles, "id string, title string, date string, url string, text string").repartition(partitions)


def test_claims_are_those_of_the_command_line(spark, articles, expected):
    frame = newsgraph.spark.claims(frame_of(spark, articles, 5))
    assert frame.columns == expected["claims"].table().columns
    assert rows_of(frame, "id") == ordered(expected["claims"].table(), "id")


@pytest.mark.parametrize("partitions", [1, 7])
def test_the_graph_is_that_of_the_command_line(spark, articles, expected, partitions):
    shuffled = list(articles)
    random.Random(partitions).shuffle(shuffled)
    claims = newsgraph.spark.claims(frame_of(spark, shuffled, partitions)).persist()
    graph = newsgraph.spark.graph(claims)
    for name, order in (("nodes", ["id"]), ("edges", ["id"]), ("statements", ["edge", "claim"])):
        table = getattr(graph, name)
        assert table.columns == list(expected[name][0]), name
        assert rows_of(table, *order) == ordered(expected[name], *order), name
    claims.unpersist()


def test_unnamed_arguments_and_repeated_claims(spark, expected):
    import pandas

    table = pandas.concat([expected["claims"].to_pandas()] * 2)
    table = table.astype(object).where(table.notna(), None)
    for column in table.columns:
        if column.endswith("_aliases"):
            table[column] = [list(names) for names in table[column]]
    claims = spark.createDataFrame(list(table.itertuples(index=False, name=None)), newsgraph.spark._claim_schema())
    graph = newsgraph.spark.graph(claims, unnamed=True)
    assert rows_of(graph.nodes, "id") == ordered(expected["unnamed"].nodes, "id")
    assert rows_of(graph.edges, "id") == ordered(expected["unnamed"].edges, "id")
    assert any(row["id"].startswith("n_thing_") for row in expected["unnamed"].nodes)


def test_articles_that_cannot_be_read_are_rows(spark):
    articles = [{"id": "good", "text": "Australia banned TikTok."}, {"id": "large", "text": "x" * 2000},
                {"id": "none", "text": None}, {"id": "late", "text": "Canada banned TikTok."}]
    frame = spark.createDataFrame(articles, "id string, text string").coalesce(1)
    rows = newsgraph.spark.read(frame, max_document_size=1000).persist()
    assert [row["document_id"] for row in rows_of(newsgraph.spark.claims(rows))] == ["good", "late"]
    (error,) = rows_of(newsgraph.spark.errors(rows))
    assert error["article"] == "large" and "larger than 1000 bytes" in error["error"]
    with pytest.raises(newsgraph.UsageError, match="no column has the text"):
        newsgraph.spark.read(spark.createDataFrame([("a",)], "Inhalt string"))


def test_files_of_the_user_go_along(spark):
    entities = {"entities": [{"id": "tabbia", "name": "Tabbia", "type": "product", "aliases": ["the Tab"]}]}
    frame = spark.createDataFrame([("Norland banned Tabbia.",)], "Inhalt string")
    (row,) = rows_of(newsgraph.spark.claims(frame, columns={"text": "Inhalt"}, entities=entities))
    assert row["object_type"] == "product" and row["object_aliases"] == ["the Tab"]


def test_of_the_same_text_the_first_id_is_kept(spark):
    frame = spark.createDataFrame([("b", "T"), ("a", "T"), ("c", "U")], "id string, text string").repartition(3)
    assert rows_of(newsgraph.spark.distinct(frame), "id") == [{"id": "a", "text": "T"}, {"id": "c", "text": "U"}]


def test_files_are_read_by_the_workers(spark, tmp_path):
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(article) + "\n" for article in ARTICLES[:2]))
    (tmp_path / "b.html").write_text("<html><head><title>Ban</title></head><body><article><p>Australia banned TikTok on "
                                     "Tuesday, officials said in a statement.</p></article></body></html>")
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.7")
    frame = newsgraph.spark.files(spark, sorted(tmp_path.iterdir()))
    rows = rows_of(frame, "source")
    assert {row["id"] for row in rows} >= {"a1", "a2"} and any(row["title"] == "Ban" for row in rows)
    assert [row["source"] for row in rows if row["error"]] == [str(tmp_path / "c.txt")]
    if VERSION >= (4, 0):
        newsgraph.spark.register(spark)
        again = spark.read.format("newsgraph").load(str(tmp_path / "*"))
        assert rows_of(again, "source") == rows
    claims = newsgraph.spark.claims(frame.where("error is null").drop("error", "source"))
    assert claims.where("object_name = 'TikTok'").count() >= 1


def test_a_killed_worker_costs_its_partition_only(spark, tmp_path):
    """The second partition kills its Python process the first time; Spark reads it again and all is there."""
    flag = str(tmp_path / "killed")
    frame = spark.createDataFrame([(f"a{number}", f"Norland banned Tabbia {number}.") for number in range(8)],
                                  "id string, text string").repartition(2)

    def kill_once(batches):
        for batch in batches:
            if not os.path.exists(flag) and "a3" in batch.column(0).to_pylist():
                pathlib.Path(flag).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    claims = newsgraph.spark.claims(frame.mapInArrow(kill_once, "id string, text string"))
    rows = rows_of(claims, "document_id")
    assert os.path.exists(flag)
    assert [row["document_id"] for row in rows] == [f"a{number}" for number in range(8)]


def test_claims_go_through_parquet_by_date(spark, articles, expected, tmp_path):
    claims = newsgraph.spark.claims(frame_of(spark, articles, 3))
    claims.withColumn("day", claims["document_date"]).write.partitionBy("day").parquet(str(tmp_path / "claims"))
    again = spark.read.parquet(str(tmp_path / "claims")).drop("day")
    assert rows_of(newsgraph.spark.graph(again).edges, "id") == ordered(expected["edges"], "id")
