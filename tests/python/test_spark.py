"""Claims and graphs on Spark, compared with the command line's, row for row."""
import json
import os
import pathlib
import pickle
import random
import re
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
    return {"claims": claims, "graph": graph, "nodes": list(graph.nodes), "edges": list(graph.edges), "statements": list(graph.statements),
            "unnamed": newsgraph.Graph(folder / "news.jsonl", unnamed=True)}


def rows_of(frame, *order):
    rows = [row.asDict() for row in frame.collect()]
    return sorted(rows, key=lambda row: [str(row[name]) for name in order]) if order else rows


def ordered(rows, *order):
    return sorted(rows, key=lambda row: [str(row[name]) for name in order])


def assert_same(name, table, others, *order):
    rows, others = rows_of(table, *order), [dict(row) for row in ordered(others, *order)]
    if name == "statements":
        assert {row.pop("file") for row in rows} == {None}  # the articles of a frame come from no file
        assert any([row.pop("file") for row in others])  # of all rows
    assert rows == others, name


def frame_of(spark, articles, partitions):
    return spark.createDataFrame(articles, "id string, title string, date string, url string, text string").repartition(partitions)


def test_claims_are_those_of_the_command_line(spark, articles, expected):
    frame = newsgraph.spark.claims(frame_of(spark, articles, 5))
    assert frame.columns == expected["claims"].table().columns
    rows, others = rows_of(frame, "id"), ordered(expected["claims"].table(), "id")
    assert {row.pop("document_file") for row in rows} == {None}  # these articles come from no file
    assert any([row.pop("document_file") for row in others])  # of all rows
    assert rows == others


@pytest.mark.parametrize("partitions", [1, 7])
def test_the_graph_is_that_of_the_command_line(spark, articles, expected, partitions):
    shuffled = list(articles)
    random.Random(partitions).shuffle(shuffled)
    claims = newsgraph.spark.claims(frame_of(spark, shuffled, partitions)).persist()
    graph = newsgraph.spark.graph(claims)
    for name, order in (("nodes", ["id"]), ("edges", ["id"]), ("statements", ["edge", "claim"])):
        table = getattr(graph, name)
        assert table.columns == list(expected[name][0]), name
        assert_same(name, table, expected[name], *order)
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


def test_a_worker_hands_claims_over_before_a_batch_is_read():
    """Spark's batches are ten thousand articles, whose claims would fill a worker's memory."""
    import pyarrow
    from newsgraph._articles import FIELDS

    def articles():
        for number in range(600):
            yield {"id": f"a{number}", "text": "x" * 2000 if number == 400 else f"Norland banned Tabbia {number}."}

    rows = pyarrow.Table.from_pylist([{field: article.get(field) for field in FIELDS} for article in articles()],
                                     pyarrow.schema([(field, pyarrow.string()) for field in FIELDS]))
    read = newsgraph.spark._map_articles(pickle.dumps(newsgraph.Reader(jobs=1, max_document_size=1000)))
    made = list(read(iter(rows.combine_chunks().to_batches())))
    assert len(made) >= 3 and max(batch.num_rows for batch in made) <= 300
    found = pyarrow.Table.from_batches(made).to_pylist()
    assert [row["document_id"] for row in found if not row["error"]] == [f"a{number}" for number in range(600) if number != 400]
    assert [row["article"] for row in found if row["error"]] == ["a400"]


def test_files_of_the_user_go_along(spark):
    entities = {"entities": [{"id": "tabbia", "name": "Tabbia", "type": "product", "aliases": ["the Tab"]}]}
    frame = spark.createDataFrame([("Norland banned Tabbia.",)], "Inhalt string")
    (row,) = rows_of(newsgraph.spark.claims(frame, columns={"text": "Inhalt"}, entities=entities))
    assert row["object_type"] == "product" and row["object_aliases"] == ["the Tab"]


DECISIONS = [
    {"decision": "reject", "edge": {"subject": "Canada", "relation": "bans", "object": "TikTok"}},
    {"decision": "merge", "names": ["Tabbia"], "into": "Tabbia Pro"},
    {"decision": "split", "names": ["Huawei", "Huawei Technologies"]},
    {"decision": "ignore", "names": ["Orlo Group"]},
    {"decision": "edit", "sentence": "India banned TikTok.", "set": {"status": "planned"}},
]


@pytest.fixture(scope="module")
def decided(articles, tmp_path_factory):
    """The graphs of the command line with decisions: of articles, and of claims that were read without them."""
    folder = tmp_path_factory.mktemp("decided")
    (folder / "news.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles))
    newsgraph.read(folder / "news.jsonl").write(folder / "claims.jsonl")
    graphs = {"as articles are read": newsgraph.Graph(folder / "news.jsonl", decisions=DECISIONS),
              "afterwards": newsgraph.Graph(folder / "claims.jsonl", decisions=DECISIONS)}
    for graph in graphs.values():
        names = {row["name"] for row in graph.nodes}
        assert "Tabbia Pro" in names and "Orlo Group" not in names
    return graphs


@pytest.mark.parametrize("when", ["as articles are read", "afterwards"])
def test_decisions_go_along(spark, articles, decided, when):
    frame = frame_of(spark, articles, 5)
    if when == "afterwards":
        claims = newsgraph.spark.decide(newsgraph.spark.claims(frame), DECISIONS)
    else:
        claims = newsgraph.spark.claims(frame, decisions=DECISIONS)
    graph = newsgraph.spark.graph(claims.persist())
    for name, order in (("nodes", ["id"]), ("edges", ["id"]), ("statements", ["edge", "claim"])):
        assert_same(name, getattr(graph, name), getattr(decided[when], name), *order)


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


def web_archive():
    """Pages as a crawler keeps them: a member of gzip each, between records that are no pages, one of them cut off."""
    import gzip
    import zlib

    def record(kind, url, body):
        head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-03-0{len(url) % 9 + 1}T08:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:{zlib.crc32(url.encode()):032x}>\r\nContent-Type: application/http; msgtype={kind}\r\n"
                f"Content-Length: {len(body)}\r\n\r\n")
        return gzip.compress(head.encode() + body + b"\r\n\r\n")

    def page(title, text, kind="text/html; charset=utf-8", status="200 OK"):
        html = f"<html><head><title>{title}</title></head><body><nav>Home News</nav><article><h1>{title}</h1><p>{text}</p></article></body></html>"
        return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(html.encode())}\r\n\r\n{html}".encode()

    long = "Officials in Norland explained the step at length on Tuesday, and nobody in the capital was surprised by it."
    first = "https://norland.example/news/1"
    return b"".join([
        record("warcinfo", "urn:info", b"software: ours\r\n"),
        record("request", first, b"GET /news/1 HTTP/1.1\r\nHost: norland.example\r\n\r\n"),
        record("response", first, page("Norland bans Tabbia", f"Norland banned Tabbia on Thursday. {long}")),
        record("response", first + "2", page("Nobody", "Not found: Norland banned everybody.", status="404 Not Found")),
        record("response", first + "3", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"),
        record("response", first + "45", page("A sale", f"Orlo Group acquired Kestrel Media. {long}"))])


@pytest.mark.parametrize("form", ["paths", "addresses", "a data source"])
def test_web_archives_are_read_record_by_record(spark, tmp_path, form):
    if form == "a data source" and VERSION < (4, 0):
        pytest.skip("data sources in Python came with Spark 4")
    for name in ("CC-NEWS-1.warc.gz", "CC-NEWS-2.warc.gz"):
        (tmp_path / name).write_bytes(web_archive())
    (tmp_path / "CC-NEWS-3.warc.gz").write_bytes(b"WARC/1.0\r\nno record at all")
    expected = sorted((article.title, article.url, article.date, article.text)
                      for article in newsgraph.articles(tmp_path / "CC-NEWS-1.warc.gz"))
    assert [row[0] for row in expected] == ["A sale", "Norland bans Tabbia"]
    if form == "a data source":
        newsgraph.spark.register(spark)
        frame = spark.read.format("newsgraph").option("kind", "warc").load(str(tmp_path / "*.warc.gz"))
    elif form == "paths":
        frame = newsgraph.spark.warc(spark, sorted(tmp_path.iterdir()))
    else:
        frame = newsgraph.spark.warc(spark, f"file://{tmp_path}/*.warc.gz")
    rows = rows_of(frame.persist())
    pages = sorted((row["title"], row["url"], row["date"], row["text"]) for row in rows if not row["error"])
    assert pages == sorted(expected * 2)
    assert ["CC-NEWS-3" in row["source"] for row in rows if row["error"]] == [True]
    claims = rows_of(newsgraph.spark.claims(frame.where("error is null").drop("error", "source")))
    assert {(row["subject_name"], row["relation"], row["object_name"]) for row in claims} >= {
        ("Norland", "bans", "Tabbia"), ("Orlo Group", "owns", "Kestrel Media")}


def graphx_of(spark, folder, edges, numbers):
    """A graph of GraphX, which comes with Spark; it knows no weights, hence an edge that many times."""
    path = folder / "edges.txt"
    path.write_text("".join(f"{numbers[edge['source']]} {numbers[edge['target']]}\n" * int(edge["weight"]) for edge in edges))
    memory = spark._jvm.org.apache.spark.storage.StorageLevel.MEMORY_ONLY()
    return spark._jvm.org.apache.spark.graphx.GraphLoader.edgeListFile(
        spark.sparkContext._jsc.sc(), f"file://{path}", False, 2, memory, memory)


def values_of(graphx, folder, names):
    """The value of each vertex, by the id that its number stands for."""
    graphx.vertices().toJavaRDD().saveAsTextFile(f"file://{folder}")
    lines = [line.strip("()").split(",") for part in folder.glob("part-*") for line in part.read_text().splitlines()]
    return {names[int(number)]: float(value) for number, value in lines}


def test_measures_are_those_of_graphx(spark, articles, expected, tmp_path):
    """GraphX is what GraphFrames computes PageRank and components with."""
    graph = newsgraph.spark.graph(newsgraph.spark.claims(frame_of(spark, articles, 3)))
    ours = {row["id"]: row for row in expected["graph"].measure("pagerank", "component").nodes}
    names = sorted(ours)
    graphx = graphx_of(spark, tmp_path, rows_of(graph.edges), {name: number for number, name in enumerate(names)})
    ranks = values_of(graphx.ops().pageRank(1e-4, 0.15), tmp_path / "ranks", names)
    assert len({round(rank, 3) for rank in ranks.values()}) > 10
    assert {name: rank / len(names) for name, rank in ranks.items()} == pytest.approx(
        {name: row["pagerank"] for name, row in ours.items()}, rel=1e-3)
    first = values_of(graphx.ops().connectedComponents(), tmp_path / "components", names)
    of_ours = {name: min(number for number, other in enumerate(names) if ours[other]["component"] == ours[name]["component"])
               for name in names}
    assert first == of_ours and len(set(first.values())) > 1


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


def test_texts_that_act_are_texts(spark, tmp_path):
    """The hostile set of tests/faults as articles, claims, decisions and names of files: the rows hold it as it is."""
    from test_texts_that_act import TEXTS, hostile_dicts

    resolved = newsgraph.Claims.from_dicts(hostile_dicts()).decide([{"decision": "ignore", "names": ["nobody"]}])
    hostile = newsgraph.Claims.from_dicts(resolved.to_dicts())  # without what was said of claims that are gone
    rows = [tuple(row.values()) for row in hostile.table()]
    frame = spark.createDataFrame(rows, newsgraph.spark._claim_schema()).repartition(3)
    decisions = [{"decision": "edit", "claim": f"c-{number:016x}", "set": {"scope": f"{text} scope"}, "note": text}
                 for number, text in enumerate(TEXTS)]
    for made, claims in ((frame, hostile), (newsgraph.spark.decide(frame, decisions), hostile.decide(decisions))):
        graph = newsgraph.spark.graph(made.persist())
        for name, order in (("nodes", ["id"]), ("edges", ["id"]), ("statements", ["edge", "claim"])):
            assert rows_of(getattr(graph, name), *order) == ordered(getattr(claims.to_graph(), name), *order), name
    articles = spark.createDataFrame([(text, f"Norland banned Tabbia. {text}") for text in TEXTS], "id string, text string")
    assert {row["document_id"] for row in rows_of(newsgraph.spark.claims(articles))} == {
        claim.document for claim in newsgraph.read([{"id": text, "text": f"Norland banned Tabbia. {text}"} for text in TEXTS])}
    for number, text in enumerate(TEXTS):
        (tmp_path / (f"{number} " + text.replace("/", "_") + ".graphml")).write_bytes(b"<graphml")
    errors = rows_of(newsgraph.spark.files(spark, sorted(tmp_path.iterdir())))
    assert sorted(row["source"] for row in errors) == sorted(map(str, tmp_path.iterdir()))
    assert all(row["error"] and not re.search("[\x00-\x1f\x7f-\x9f]", row["error"]) for row in errors)


def test_the_documentation_runs(spark, articles, tmp_path, monkeypatch):
    """The first block of docs/cluster.md, and what it says for the driver; its graph is that of the command line."""
    monkeypatch.chdir(tmp_path)
    spark.createDataFrame(articles, "id string, title string, date string, url string, text string").write.parquet(f"{tmp_path}/articles")
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8"), re.S)
    names = {}
    for block in [block for block in blocks if "articles = " in block or "toPandas()" in block]:
        here = re.sub(r'parquet\("', f'parquet("{tmp_path}/', block)  # Spark's folder is where its session began
        exec(here, names)  # noqa: S102
    assert sorted(path.name for path in (tmp_path / "graph").iterdir()) == ["edges", "nodes", "statements"]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles))
    expected = newsgraph.Graph(tmp_path / "news.jsonl")
    assert rows_of(spark.read.parquet(f"{tmp_path}/graph/edges"), "id") == ordered(expected.edges, "id")
    assert rows_of(spark.read.parquet(f"{tmp_path}/graph/nodes"), "id") == ordered(expected.nodes, "id")
    assert list(names["graph"].edges) == list(expected.edges)
    by_date = spark.read.parquet(f"{tmp_path}/claims")
    assert by_date.schema["document_date"].dataType.simpleString() == "date"
    assert list(newsgraph.Graph(by_date.toPandas()).edges) == list(expected.edges)
    assert rows_of(newsgraph.spark.decide(by_date, DECISIONS[:1]), "id") == ordered(newsgraph.Claims.from_table(
        by_date.toPandas()).decide(DECISIONS[:1]).table(), "id")
