"""Claims and graphs on Apache Spark 3.5 and 4: docs/cluster.md.

    rows = newsgraph.spark.read(spark.read.parquet("articles")).persist()
    claims = newsgraph.spark.claims(rows)
    graph = newsgraph.spark.graph(claims)          # graph.nodes, graph.edges, graph.statements
    newsgraph.spark.errors(rows).show()

Articles are read by ``mapInArrow`` with one reader a Python worker. The graph is Spark SQL over ids that are made from
content, so it does not depend on partitions, order or retries, and is, row for row, that of ``newsgraph export``.
"""
from __future__ import annotations

import itertools
import os
import pickle
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from . import _native
from ._articles import FIELDS, Columns
from ._errors import UsageError
from ._graph_reader import Reader
from ._native import Claims
from ._reader import Decisions
from ._spark_articles import ARTICLE_FIELDS, ARTICLE_SCHEMA, articles_of

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame, SparkSession

_WAITING = 24  # articles that are under way in a worker
_TOGETHER = 256  # articles whose claims a worker hands over at once
_NAMES = "array<string>"


def _claim_schema() -> str:
    """The columns of claims, as Spark names types."""
    import pyarrow

    types = {pyarrow.string(): "string", pyarrow.int32(): "int", pyarrow.float64(): "double", pyarrow.bool_(): "boolean"}
    schema = pyarrow.RecordBatchReader.from_stream(Claims()).schema
    return ", ".join(f"{field.name} {types.get(field.type, _NAMES)}" for field in schema)


def _typed(claims: DataFrame) -> DataFrame:
    """The columns of claims with the types that they had: of a folder that was written by ``document_date`` Spark reads days,
    and in another order."""
    columns = dict(column.split() for column in _claim_schema().split(", "))
    return claims.selectExpr(*[f"cast(`{name}` as {type}) as `{name}`" for name, type in columns.items() if name in claims.columns])


# Articles to claims

_readers: dict[bytes, Reader] = {}  # of this worker, by what they were made of


def _reader_of(pickled: bytes) -> Reader:
    """One reader a process, however many tasks it works on: the model is read once."""
    if pickled not in _readers:
        _readers.clear()
        _readers[pickled] = pickle.loads(pickled)
    return _readers[pickled]


def _read_batch(reader: Reader, batch: pyarrow.RecordBatch) -> Iterator[tuple[str | None, Claims]]:
    """Id and claims of each article, in order."""
    channel = reader._channel()
    columns = [batch.column(batch.schema.get_field_index(field)).to_pylist() for field in FIELDS]
    ids: list[str | None] = []
    done = 0
    for row in zip(*columns):
        channel.push(*row)
        ids.append(row[FIELDS.index("id")])
        if channel.under_way >= _WAITING:
            yield ids[done], channel.pop()
            done += 1
    while channel.under_way:
        yield ids[done], channel.pop()
        done += 1


def _blocks(articles: Iterator[tuple[str | None, Claims]]) -> Iterator[tuple[list[Claims], list[tuple[str | None, str]]]]:
    """What could be read and what could not, of so many articles: Spark hands over ten thousand, whose claims would fill
    the memory."""
    while some := list(itertools.islice(articles, _TOGETHER)):
        yield ([claims for _, claims in some if claims._error is None],
               [(article, claims._error) for article, claims in some if claims._error is not None])


def _with_errors(claims: Claims, failed: list[tuple[str | None, str]], schema: pyarrow.Schema) -> pyarrow.Table:
    """Rows of claims, then rows that have an error alone."""
    import pyarrow

    table = pyarrow.table(claims)
    nothing = pyarrow.nulls(table.num_rows, pyarrow.string())
    table = table.append_column("article", nothing).append_column("error", nothing)
    if failed:
        nulls = {field.name: pyarrow.nulls(len(failed), field.type) for field in schema}
        nulls["article"] = pyarrow.array([article for article, _ in failed], pyarrow.string())
        nulls["error"] = pyarrow.array([error for _, error in failed], pyarrow.string())
        table = pyarrow.concat_tables([table.cast(schema), pyarrow.table(nulls, schema)])
    return table.cast(schema)


def _map_articles(pickled: bytes) -> Any:
    """The function for ``mapInArrow``."""

    def read_batches(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        reader = _reader_of(pickled)
        names = pyarrow.RecordBatchReader.from_stream(Claims()).schema
        schema = pyarrow.schema([pyarrow.field(field.name, field.type) for field in names]
                                + [pyarrow.field("article", pyarrow.string()), pyarrow.field("error", pyarrow.string())])
        for batch in batches:
            for good, failed in _blocks(_read_batch(reader, batch)):
                yield from _with_errors(_native.join([Claims(), *good]), failed, schema).to_batches()

    return read_batches


def read(df: DataFrame, *, columns: Mapping[str, str] | None = None, reader: Reader | None = None,
         **options: Any) -> DataFrame:
    """Reads the articles of a DataFrame: a row a claim, and a row with ``error`` and the ``article``'s id for each article
    that could not be read.

    Columns go by the names that newsgraph knows; ``columns`` says what it does not know: ``{"text": "Inhalt"}``.
    ``options`` are those of :class:`newsgraph.Reader`: ``relations``, ``entities``, ``decisions`` … What is in these files
    goes to the workers with the job. Persist the rows where both :func:`claims` and :func:`errors` are asked for.
    """
    from pyspark.sql import functions as F

    if reader is None:
        reader = Reader(**{"jobs": 1, **options})  # Spark runs as many tasks as there are cores
    elif options:
        raise UsageError("options are given beside a reader", "", "Give them to the reader.")
    names = df.columns
    places = Columns(columns).places(tuple(names))
    articles = df.select(*[
        F.col(f"`{names[places[field]]}`").cast("string").alias(field) if field in places
        else F.lit(None).cast("string").alias(field) for field in FIELDS])
    return articles.mapInArrow(_map_articles(pickle.dumps(reader)), f"{_claim_schema()}, article string, error string")


def _is_read(df: DataFrame) -> bool:
    return {"error", "article", "edge", "subject_node"} <= set(df.columns)


def claims(df: DataFrame, **options: Any) -> DataFrame:
    """A row a claim, with the columns of docs/python.md: of the articles, or of what :func:`read` made of them."""
    rows = df if _is_read(df) else read(df, **options)
    return rows.where("error is null").drop("article", "error")


def errors(df: DataFrame, **options: Any) -> DataFrame:
    """``article`` and ``error`` of each article that could not be read."""
    rows = df if _is_read(df) else read(df, **options)
    return rows.where("error is not null").select("article", "error")


def decide(claims: DataFrame, decisions: Decisions, **options: Any) -> DataFrame:
    """What decisions, a file or its lines, make of claims that are read already: ``read(…, decisions=…)`` does it at once.

    They go to the workers with the job. The claims of a document are put together, for they say what its names mean.
    ``options`` are those of :class:`newsgraph.Reader`.
    """
    reader = Reader(**{"jobs": 1, **options, "decisions": decisions})
    together = _typed(claims).repartition("document_id").sortWithinPartitions(
        "document_id", "sentence_start", "trigger_start", "id")
    return together.mapInArrow(_map_claims(pickle.dumps(reader)), _claim_schema())


def _map_claims(pickled: bytes) -> Any:
    def decide_batches(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        tools = _reader_of(pickled)._tools
        for table in _whole_documents(batches):
            decided = pyarrow.table(_native.decide(Claims.from_table(table), tools))
            yield from decided.cast(table.schema).to_batches()

    return decide_batches


def _whole_documents(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.Table]:
    """The rows, which are in the order of documents, such that no document is divided."""
    import pyarrow

    waiting = None  # of a document that may go on
    for batch in batches:
        table = pyarrow.Table.from_batches([batch])
        rows = pyarrow.concat_tables([waiting, table]) if waiting is not None else table
        if rows.num_rows == 0:
            continue
        last = rows["document_id"][rows.num_rows - 1].as_py()
        begin = rows.num_rows - 1
        documents = rows["document_id"].to_pylist()
        while begin > 0 and documents[begin - 1] == last:
            begin -= 1
        if begin > 0:
            yield rows.slice(0, begin)
        waiting = rows.slice(begin)
    if waiting is not None:
        yield waiting


def distinct(df: DataFrame, *, text: str = "text", id: str = "id") -> DataFrame:
    """One of the articles of the same text: the one with the first id. ``newsgraph export`` keeps the one that it reads
    first, which on a cluster means nothing."""
    others = [f"first_row.`{name}`" for name in df.columns]
    return df.selectExpr("*", f"struct(`{id}` as first_id, *) as candidate").groupBy(f"`{text}`").agg(
        {"candidate": "min"}).withColumnRenamed("min(candidate)", "first_row").selectExpr(*others)


# Claims to a graph


class Graph(NamedTuple):
    """The tables of a graph: the columns of :attr:`newsgraph.Graph.nodes`, ``edges`` and ``statements``."""

    nodes: DataFrame
    edges: DataFrame
    statements: DataFrame


# The rules of src/graph and src/entities as SQL; tests/python/test_spark.py holds them together.

# What names a kind of thing is taken as XML would keep it: without the control characters that it forbids.
_FORBIDDEN = r"'[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]', ''"

# What a claim becomes as a statement. Texts that are not there are empty, so that they have an order.
_TOLD = f"""
select edge, subject_node as source, object_node as target, regexp_replace(relation, {_FORBIDDEN}) as relation, status,
  id as claim,
  coalesce(document_id, '') as document, coalesce(document_title, '') as title,
  coalesce(document_date, '') as date, coalesce(document_url, '') as url, coalesce(document_file, '') as file,
  coalesce(sentence, '') as text,
  coalesce(subject_text, '') as subject_text, coalesce(object_text, '') as object_text,
  coalesce(trigger, '') as trigger, regexp_replace(coalesce(scope, ''), {_FORBIDDEN}) as scope,
  coalesce(speaker_name, '') as speaker,
  coalesce(rule, '') as rule, cast(confidence as float) as confidence,
  case when sentence_end > sentence_start then cast(sentence_start as bigint) else 4294967295 end as start,
  case when sentence_end > sentence_start and subject_end > subject_start and subject_start >= sentence_start
    and subject_start - sentence_start < 65535 then subject_start - sentence_start else 65535 end as subject_offset,
  case when sentence_end > sentence_start and object_end > object_start and object_start >= sentence_start
    and object_start - sentence_start < 65535 then object_start - sentence_start else 65535 end as object_offset,
  case when sentence_end > sentence_start and trigger_end > trigger_start and trigger_start >= sentence_start
    and trigger_start - sentence_start < 65535 then trigger_start - sentence_start else 65535 end as trigger_offset
from {{taken}}
"""

# The same document, sentence and edge are told once, by the best statement; the order is that of the fields. A document
# is known by its id, else by date, address and title.
_BEST_FIRST = """struct(-confidence as worse, date, document, claim, text, url, title, file, subject_text, object_text,
  trigger, scope, speaker, rule, start, subject_offset, object_offset, trigger_offset, confidence)"""
_STATEMENTS = f"""
select edge, source, target, relation, status, which, min({_BEST_FIRST}) as best from (
  select *, case when document <> '' then concat('id ', document)
    when date = '' and url = '' and title = '' then '' else concat_ws('\\n', 'at', date, url, title) end as which
  from {{told}})
group by edge, source, target, relation, status, which, text, case when text = '' then claim else '' end
"""

# First by document, so that an edge of which every paper writes is not the work of one task.
_EDGES = """
select edge as id, source, target, relation, status, cast(sum(number) as double) as weight,
  min(best).confidence as confidence, count(case when which <> '' then 1 end) as documents,
  nullif(min(best).scope, '') as scope, min(first_date) as first_date, max(last_date) as last_date,
  nullif(min(best).text, '') as evidence
from (
  select edge, source, target, relation, status, which, count(*) as number, min(best) as best,
    min(nullif(best.date, '')) as first_date, max(nullif(best.date, '')) as last_date
  from {statements} group by edge, source, target, relation, status, which)
group by edge, source, target, relation, status
"""

# Who is mentioned under which name: by all claims where there is an entity, else by those that are taken.
_MENTIONS = """
select node, name, type, aliases, true as named from {claims} lateral view stack(3,
  subject_id, subject_name, subject_type, subject_aliases,
  object_id, object_name, object_type, object_aliases,
  speaker_id, speaker_name, speaker_type, speaker_aliases) as node, name, type, aliases
where node is not null
union all
select node, name, type, aliases, false as named from {taken} lateral view stack(2,
  if(subject_id is null, subject_node, null), subject_name, if(subject_named, subject_type, 'thing'), subject_aliases,
  if(object_id is null, object_node, null), object_name, if(object_named, object_type, 'thing'), object_aliases)
  as node, name, type, aliases
where node is not null
"""

# The most frequent name, the first of equals; likewise the type, which is counted apart from the name for entities and
# with it for others.
_NAMES_OF_NODES = """
select node, max(named) as known, min(struct(-number as fewer, name, type)).name as name,
  min(struct(-number as fewer, name, type)).type as type from (
  select node, named, name, case when named then null else type end as type, count(*) as number from {mentions}
  group by node, named, name, case when named then null else type end)
group by node
"""
_TYPES_OF_NODES = """
select node, min(struct(-number as fewer, type)).type as type from (
  select node, type, count(*) as number from {mentions} where named and type is not null group by node, type)
group by node
"""
_ALIASES = """
select node, collect_set(alias) as aliases from (
  select node, alias from {mentions} lateral view explode(aliases) as alias
  union select node, name from {mentions} where named)
group by node
"""
_COUNTS = """
select node, sum(number) as mentions, count(case when which <> '' then 1 end) as documents from (
  select node, which, count(*) as number from (
    select explode(array(source, target)) as node, which from {statements})
  group by node, which)
group by node
"""
_NODES = """
select counts.node as id, names.name, coalesce(types.type, names.type) as type,
  array_sort(array_except(coalesce(aliases.aliases, array()), array(names.name))) as aliases,
  counts.mentions, counts.documents
from {counts} counts join {names} names on counts.node = names.node
  left join {types} types on counts.node = types.node left join {aliases} aliases on counts.node = aliases.node
"""

_NAMED = "subject_named and (object_named or relation = 'bans')"


def graph(claims: DataFrame, *, unnamed: bool = False) -> Graph:
    """The graph of claims: nodes, edges and statements as ``newsgraph export`` makes them of the same claims.

    ``unnamed`` keeps arguments that are no names. Nothing is collected in the driver.
    """
    spark = claims.sparkSession

    def sql(text: str, **frames: DataFrame) -> DataFrame:
        return spark.sql(text, **frames)

    claims = _typed(claims)
    taken = claims if unnamed else claims.where(_NAMED)
    told = sql(_TOLD, taken=taken)
    statements = sql(_STATEMENTS, told=told)
    mentions = sql(_MENTIONS, claims=claims, taken=taken)
    nodes = sql(_NODES, counts=sql(_COUNTS, statements=statements), names=sql(_NAMES_OF_NODES, mentions=mentions),
                types=sql(_TYPES_OF_NODES, mentions=mentions), aliases=sql(_ALIASES, mentions=mentions))
    names = nodes.select("id", "name")
    edges = sql(_EDGES, statements=statements).join(
        names.withColumnRenamed("id", "source").withColumnRenamed("name", "source_name"), "source").join(
        names.withColumnRenamed("id", "target").withColumnRenamed("name", "target_name"), "target").select(
        "id", "source", "target", "relation", "status", "weight", "confidence", "documents", "scope", "first_date",
        "last_date", "evidence", "source_name", "target_name")
    fields = ["claim", "document", "title", "date", "url", "file", "text", "subject_text", "object_text", "trigger",
              "scope", "speaker", "rule"]
    statements = statements.selectExpr(
        "edge", *[f"nullif(best.{field}, '') as {field}" for field in fields], "best.confidence as confidence",
        "nullif(best.start, 4294967295) as start")
    return Graph(nodes, edges, statements)


# Files to articles

def _map_files(options: Mapping[str, Any]) -> Any:
    """Of batches of paths, or of paths and contents."""

    def read_files(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        schema = pyarrow.schema([(field, pyarrow.string()) for field in ARTICLE_FIELDS])
        for batch in batches:
            files = zip(batch.column(0), batch.column(1) if batch.num_columns > 1 else itertools.repeat(None))
            rows = itertools.chain.from_iterable(
                articles_of(path.as_py(), options, content and content.as_py()) for path, content in files)
            while some := list(itertools.islice(rows, 256)):
                columns = [pyarrow.array(column, pyarrow.string()) for column in zip(*some)]
                yield pyarrow.RecordBatch.from_arrays(columns, schema=schema)

    return read_files


def files(spark: SparkSession, paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], **options: Any) -> DataFrame:
    """The articles of files of any kind that newsgraph reads, a task a file: ``id, title, date, url, author, text,
    source``, and ``error`` where a file could not be read.

    Paths are opened by the workers themselves, so they lie on a file system that all of them see; addresses
    ("s3a://archive/…", "hdfs://…", "file:///…", with wildcards) by Spark, which holds a whole file in memory.
    ``options`` are those of :func:`newsgraph.articles`.
    """
    names = [os.fspath(paths)] if isinstance(paths, (str, os.PathLike)) else [os.fspath(path) for path in paths]
    if not names:
        raise UsageError("no files are given")
    addresses = [name for name in names if "://" in name]
    local = [name for name in names if "://" not in name]
    frames = []
    if local:
        frames.append(spark.createDataFrame([(name,) for name in local], "path string").repartition(len(local), "path"))
    if addresses:
        frames.append(spark.read.format("binaryFile").load(addresses).select("path", "content"))
    first, *others = [frame.mapInArrow(_map_files(options), ARTICLE_SCHEMA) for frame in frames]
    for other in others:
        first = first.unionByName(other)
    return first


def warc(spark: SparkSession, paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], **options: Any) -> DataFrame:
    """The pages of WARC files, such as those of CC-NEWS, record by record: see :func:`files`."""
    return files(spark, paths, **{"kind": "warc", **options})


def register(spark: SparkSession) -> None:
    """Spark 4: makes ``spark.read.format("newsgraph").load(path)`` read files as :func:`files` does."""
    from ._spark_sources import ArticleSource  # which needs Spark 4

    spark.dataSource.register(ArticleSource)
