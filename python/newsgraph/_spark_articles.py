"""Files as rows of articles, for Spark."""
from __future__ import annotations

import pathlib
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from ._errors import Error, SkippedWarning
from ._reader import articles

ARTICLE_SCHEMA = "id string, title string, date string, url string, author string, text string, source string, error string"
ARTICLE_FIELDS = [column.split()[0] for column in ARTICLE_SCHEMA.split(", ")]


def articles_of(path: str, options: Mapping[str, Any], content: bytes | None = None) -> Iterator[tuple[Any, ...]]:
    """The articles of one file, or of what is in it, as rows; what is wrong with the file is a row, too."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", SkippedWarning)
        try:
            for article in articles(pathlib.Path(path) if content is None else content, **options):
                yield (article.id, article.title, article.date, article.url, article.author, article.text,
                       article.source if content is None else path, None)
        except Error as error:
            yield (None,) * 6 + (path, str(error))
        for warning in caught:
            yield (None,) * 6 + (path, str(warning.message))
