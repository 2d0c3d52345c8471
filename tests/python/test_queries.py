"""Every query of docs/queries.md runs over the claims of the sample and finds something, or what it should."""
import re

import pytest

import newsgraph

duckdb = pytest.importorskip("duckdb")
polars = pytest.importorskip("polars")
pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def claims(tmp_path_factory, sample):
    folder = tmp_path_factory.mktemp("queries")
    found = newsgraph.read(sample)
    contradiction = newsgraph.read([
        {"id": "x1", "date": "2024-01-01", "text": "Norland banned Tabbia."},
        {"id": "x2", "date": "2024-02-01", "text": "Norland lifted its ban on Tabbia."}])
    (found + contradiction).write(folder / "claims.parquet")
    return folder


def blocks(root, language):
    text = (root / "docs/queries.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.S)


def test_sql(claims, root, monkeypatch):
    monkeypatch.chdir(claims)
    queries = blocks(root, "sql")
    assert len(queries) == 5
    results = [duckdb.sql(query).fetchall() for query in queries]
    assert all(results), [len(rows) for rows in results]
    assert ("Australia", "TikTok") in [row[:2] for row in results[0]]
    assert any(row[0] == "Norland" and row[5] == "ended" for row in results[3])
    assert all(row[3] < 0.8 for row in results[4])


def test_polars(claims, root, monkeypatch):
    monkeypatch.chdir(claims)
    names = {}
    exec(blocks(root, "python")[-1], names)  # noqa: S102
    assert ("Australia", "TikTok") in names["bans"].select("subject_name", "object_name").rows()
