"""Claims to tables and files, and back."""
import json

import pytest

import newsgraph


def test_claims_are_a_sequence(articles):
    claims = newsgraph.read(articles)
    assert len(claims[1:3]) == 2 and claims[-1] == claims[len(claims) - 1] and claims[0] != claims[1]
    assert [claim.id for claim in claims] == [claim["id"] for claim in claims.to_dicts()]
    assert len(claims + claims[:1]) == len(claims) + 1
    with pytest.raises(IndexError):
        claims[len(claims)]
    owns = claims.filter(lambda claim: claim.relation == "owns")
    assert 0 < len(owns) < len(claims) and {claim.relation for claim in owns} == {"owns"}
    assert len({claim for claim in claims}) == len({claim.id for claim in claims})
    assert claims[0].to_dict() == claims.to_dicts()[0]


def test_tables_say_what_the_claims_say(articles):
    pyarrow, pandas, polars, duckdb = map(pytest.importorskip, ("pyarrow", "pandas", "polars", "duckdb"))
    claims = newsgraph.read(articles)
    table = claims.to_arrow()
    table.validate(full=True)
    assert table.num_rows == len(claims)
    for row, claim in zip(table.to_pylist(), claims.to_dicts()):
        assert row["id"] == claim["id"] and row["sentence"] == claim["evidence"]["text"]
        assert (row["document_title"] or "") == claim["document"]["title"]
        for name in ("subject", "object"):
            for field in ("name", "type", "text", "named", "start", "end", "aliases"):
                assert row[f"{name}_{field}"] == claim[name][field]
        assert row["speaker_name"] == (claim["speaker"] or {}).get("name")
    rows = list(claims.table())
    assert rows == table.to_pylist() == polars.DataFrame(claims).to_dicts()
    assert list(claims.to_pandas()["id"]) == [row["id"] for row in rows]
    ((count,),) = duckdb.sql("select count(*) from claims where relation = 'bans'").fetchall()
    assert count == sum(row["relation"] == "bans" for row in rows)


def test_an_empty_table_has_its_columns():
    pyarrow = pytest.importorskip("pyarrow")
    nothing = newsgraph.read("It rained.")
    assert nothing.to_arrow().num_rows == 0 and nothing.table().columns == newsgraph.read("A owns B.").table().columns
    assert pyarrow.table(newsgraph.Graph().nodes).num_rows == 0


def test_large_tables_come_in_batches():
    pyarrow = pytest.importorskip("pyarrow")
    dicts = newsgraph.read("Australia banned TikTok.").to_dicts() * 66000
    claims = newsgraph.Claims.from_dicts(dicts)
    reader = pyarrow.RecordBatchReader.from_stream(claims)
    sizes = [batch.num_rows for batch in reader]
    assert sum(sizes) == 66000 and len(sizes) == 2


@pytest.mark.parametrize("form", ["to_arrow", "to_pandas", "to_polars", "table"])
def test_tables_become_claims_again(articles, form):
    pytest.importorskip("pyarrow")
    claims = newsgraph.read(articles)
    again = newsgraph.Claims.from_table(getattr(claims, form)())
    assert again.to_dicts() == claims.to_dicts()


def test_edited_rows_are_taken_over(articles):
    pytest.importorskip("pandas")
    frame = newsgraph.read(articles).to_pandas()
    frame = frame[frame["relation"] == "bans"].assign(verdict="accept")
    frame.loc[frame.index[0], "verdict"] = "reject"
    frame.loc[frame.index[1], "object_name"] = "Somebody Else"
    claims = newsgraph.Claims.from_table(frame)
    assert len(claims) == len(frame) - 1 and claims[0].object.name == "Somebody Else"
    assert "Somebody Else" in [row["name"] for row in newsgraph.Graph(frame).nodes]


def test_relation_tables_are_claims(articles):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"source": ["ByteDance"], "relation": ["owns"], "target": ["TikTok"], "date": ["2024-01-01"]})
    graph = newsgraph.Graph(frame)
    assert [(edge["source_name"], edge["target_name"], edge["first_date"]) for edge in graph.edges] == [
        ("ByteDance", "TikTok", "2024-01-01")]


def test_files(articles, tmp_path, command_line):
    claims = newsgraph.read(articles)
    claims.write(tmp_path / "claims.jsonl")
    assert newsgraph.read(tmp_path / "claims.jsonl").to_dicts() == claims.to_dicts()
    claims.write(tmp_path / "claims.csv")
    assert newsgraph.read(tmp_path / "claims.csv").to_dicts() == claims.to_dicts()
    assert command_line("claims", tmp_path / "claims.jsonl", "-o", tmp_path / "again.csv", "--quiet").returncode == 0
    assert (tmp_path / "claims.csv").read_bytes() == (tmp_path / "again.csv").read_bytes()
    (tmp_path / "again.csv").unlink()
    with pytest.raises(newsgraph.UsageError):
        claims.write(tmp_path / "claims.xlsx")
    with pytest.raises(newsgraph.Error):
        claims.write(tmp_path / "missing" / "claims.jsonl")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "claims.jsonl"]


def test_parquet_of_the_command_line(articles, tmp_path, command_line):
    parquet = pytest.importorskip("pyarrow.parquet")
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles))
    result = command_line("claims", tmp_path / "news.jsonl", "-o", tmp_path / "claims.parquet")
    assert result.returncode == 0, result.stderr
    table = parquet.read_table(tmp_path / "claims.parquet")
    assert newsgraph.Claims.from_table(table).to_dicts() == newsgraph.read(tmp_path / "news.jsonl").to_dicts()
    failed = command_line("claims", tmp_path / "missing.jsonl", "--strict", "-o", tmp_path / "other.parquet")
    assert failed.returncode not in (0, 1) and not (tmp_path / "other.parquet").exists()


def test_a_claim_shows_its_sentence_with_marks():
    (claim,) = newsgraph.read("<u>Café & Co</u> said that Australia banned TikTok.")
    page = claim._repr_html_()
    assert ">Australia</mark>" in page and ">banned</mark>" in page and ">TikTok</mark>" in page
    assert "<u>Café" not in page and "&lt;u&gt;Café &amp; Co" in page
    hostile = newsgraph.Claims.from_dicts([{"subject": "<img src=x onerror=alert(1)>", "relation": "<script>",
                                            "object": "B", "document": {"id": "d", "url": "javascript:alert(1)"}}])
    for shown in (hostile[0]._repr_html_(), hostile._repr_html_(), hostile.table()._repr_html_()):
        assert "<img" not in shown and "<script" not in shown and "href" not in shown
