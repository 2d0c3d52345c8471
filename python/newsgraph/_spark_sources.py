"""The data source of Spark 4: ``spark.read.format("newsgraph").load("news/*.warc.gz")``."""
from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from typing import Any

from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition

from ._spark_articles import ARTICLE_SCHEMA, articles_of


class ArticleSource(DataSource):
    """Articles of files, a partition a file; the option ``kind`` says what the files are."""

    @classmethod
    def name(cls) -> str:
        return "newsgraph"

    def schema(self) -> str:
        return ARTICLE_SCHEMA

    def reader(self, schema: Any) -> DataSourceReader:
        return _FileReader(dict(self.options))


class _FilePartition(InputPartition):
    def __init__(self, path: str):
        self.path = path


class _FileReader(DataSourceReader):
    def __init__(self, options: dict[str, str]):
        self._pattern = options["path"]
        self._options = {"kind": options["kind"]} if "kind" in options else {}

    def partitions(self) -> Sequence[InputPartition]:
        return [_FilePartition(path) for path in sorted(glob.glob(self._pattern))]

    def read(self, partition: InputPartition) -> Iterator[tuple]:
        assert isinstance(partition, _FilePartition)
        return articles_of(partition.path, self._options)
