"""Decisions: what they make of articles, claims and graphs is what they make of them on the command line."""
import json
import pickle

import pytest

import newsgraph
from conftest import ARTICLES

EDGE = {"subject": "Kestrel Media", "relation": "owns", "object": "Tabbia"}


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES))
    return path


@pytest.fixture
def decisions():
    """One of every kind, about claims of the articles."""
    claims = newsgraph.read(ARTICLES)
    planned = next(claim for claim in claims if claim.status == "planned")
    return [
        {"decision": "reject", "edge": EDGE},
        {"decision": "edit", "claim": planned.id, "set": {"status": "asserted", "scope": "in schools"}},
        {"decision": "merge", "names": ["Orlo Group"], "into": "Orlo"},
        {"decision": "split", "names": ["China", "Beijing"]},
        {"decision": "ignore", "names": ["Huawei"]},
        {"decision": "edit", "sentence": "Norland has banned Tabbia.", "set": {"object": "Tabbia Pro"}},
        {"decision": "reject", "claim": "c-0000000000000000"},
    ]


@pytest.fixture
def export(command_line, tmp_path):
    """The graph that the command line makes of an input with decisions."""

    def run(path, decisions, *arguments):
        file = tmp_path / "export.decisions.jsonl"
        file.write_text("".join(json.dumps(decision) + "\n" for decision in decisions))
        result = command_line("export", path, "-o", "-", "--to", "json", "--quiet", "--decisions", file, *arguments)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    return run


def test_a_graph_with_decisions_is_the_command_lines(news, decisions, export):
    expected = export(news, decisions)
    assert expected != newsgraph.Graph(news).to_dict()
    names = {node["name"] for node in expected["nodes"]}
    assert {"Orlo", "Tabbia Pro"} <= names and not {"Orlo Group", "Huawei"} & names

    def without_files(graph):  # articles from Python come from none
        for edge in graph["edges"]:
            for statement in edge["statements"]:
                statement.pop("file", None)
        return graph

    assert newsgraph.Graph(news, decisions=decisions).to_dict() == expected
    reader = newsgraph.Reader(decisions=decisions)
    assert newsgraph.Graph(news, reader=reader).to_dict() == expected
    expected = without_files(expected)
    assert without_files(newsgraph.Graph(ARTICLES, decisions=decisions).to_dict()) == expected
    assert without_files(newsgraph.Graph(reader.read(ARTICLES)).to_dict()) == expected
    assert without_files(newsgraph.Graph(reader.read(ARTICLES), reader=reader).to_dict()) == expected


def test_claims_that_are_there_are_corrected_as_on_the_command_line(tmp_path, decisions, export):
    claims = newsgraph.read(ARTICLES)
    claims.write(tmp_path / "claims.jsonl")
    expected = export(tmp_path / "claims.jsonl", decisions)
    assert expected != newsgraph.Graph(claims).to_dict()
    assert newsgraph.Graph(tmp_path / "claims.jsonl", decisions=decisions).to_dict() == expected
    assert newsgraph.Graph(claims, decisions=decisions).to_dict() == expected
    assert newsgraph.Graph(claims.decide(decisions)).to_dict() == expected
    assert newsgraph.Graph(list(claims), decisions=decisions).to_dict() == expected
    assert newsgraph.Graph(claims.to_pandas(), decisions=decisions).to_dict() == expected


def test_claims_keep_their_ids_and_places(decisions):
    before = {claim.id: claim for claim in newsgraph.read(ARTICLES)}
    after = newsgraph.read(ARTICLES).decide(decisions)
    assert 0 < len(after) < len(before)
    for claim in after:
        assert (claim.start, claim.subject.start, claim.sentence) == (
            before[claim.id].start, before[claim.id].subject.start, before[claim.id].sentence)
    assert after.decide(decisions).to_dicts() == after.to_dicts()  # twice is once
    (planned,) = [claim for claim in after if claim.scope == "in schools"]
    assert planned.status == "asserted" and before[planned.id].status == "planned"


def test_graphs_that_are_there_are_corrected_as_on_the_command_line(news, tmp_path, decisions, export):
    newsgraph.Graph(news).write(tmp_path / "graph.json")
    expected = export(tmp_path / "graph.json", decisions)
    assert expected != newsgraph.Graph(news).to_dict()
    assert newsgraph.Graph(news).decide(decisions).to_dict() == expected
    assert newsgraph.Graph(tmp_path / "graph.json", decisions=decisions).to_dict() == expected
    assert newsgraph.Graph(newsgraph.Graph(news), decisions=decisions).to_dict() == expected
    # And what comes later.
    later = newsgraph.Graph(news).decide(decisions).add("Kestrel Media owns Tabbia.")
    assert not later.explain(subject="Kestrel Media", relation="owns")
    assert newsgraph.Graph(news).add("Kestrel Media owns Tabbia.").explain(subject="Kestrel Media", relation="owns")


def test_the_users_names_count_for_graphs_that_are_read(news, tmp_path, command_line):
    newsgraph.Graph(news).write(tmp_path / "graph.json")
    (tmp_path / "mine.json").write_text(json.dumps({"ignore": ["Tabbia"]}))
    result = command_line("export", tmp_path / "graph.json", "-o", "-", "--to", "json", "--quiet",
                          "--entities", tmp_path / "mine.json")
    reader = newsgraph.Reader(entities=tmp_path / "mine.json")
    made = newsgraph.Graph(tmp_path / "graph.json", reader=reader).to_dict()
    assert made == json.loads(result.stdout) and "Tabbia" not in {node["name"] for node in made["nodes"]}


def test_stores_bring_their_decisions(news, tmp_path, command_line):
    file = tmp_path / "decisions.jsonl"
    newsgraph.append_decisions(file, [{"decision": "reject", "edge": EDGE}])
    store = tmp_path / "all.sqlite"
    result = command_line("export", news, "--update", store, "--decisions", file, "-o", tmp_path / "graph.json", "--quiet")
    assert result.returncode == 0, result.stderr
    expected = json.loads((tmp_path / "graph.json").read_text())
    assert newsgraph.Graph(store).to_dict() == expected
    more = [{"decision": "ignore", "names": ["Huawei"]}]
    with_more = newsgraph.Graph(store, decisions=more)
    assert with_more.to_dict() == newsgraph.Graph(news, decisions=[{"decision": "reject", "edge": EDGE}, *more]).to_dict()
    assert with_more.unused_decisions() == []
    assert not [claim for claim in newsgraph.read(store) if claim.subject.name == "Kestrel Media"]


def test_a_review_gives_the_command_lines_decisions(news, tmp_path, command_line):
    claims = newsgraph.read(news)
    dicts = [claim for claim in claims.to_dicts() if claim["relation"] != "owns"]
    dicts[0]["verdict"] = "accept"
    dicts[1]["object"]["name"] = "Somebody Else"
    dicts[2]["verdict"] = "reject"
    reviewed = newsgraph.Claims.from_dicts(dicts)
    claims.write(tmp_path / "before.jsonl")
    (tmp_path / "after.jsonl").write_text("".join(json.dumps(claim) + "\n" for claim in dicts))
    result = command_line("decide", tmp_path / "before.jsonl", tmp_path / "after.jsonl", "--by", "kl")
    assert result.returncode == 0, result.stderr
    expected = [json.loads(line) for line in result.stdout.splitlines()]
    assert {decision["decision"] for decision in expected} == {"accept", "edit", "reject"}
    assert claims.decisions(reviewed, by="kl") == expected
    newsgraph.append_decisions(tmp_path / "decisions.jsonl", expected[:1])
    newsgraph.append_decisions(tmp_path / "decisions.jsonl", expected[1:])
    kept = newsgraph.read(ARTICLES).decide(tmp_path / "decisions.jsonl")
    assert [claim.id for claim in kept] == [claim.id for claim in reviewed]


def test_what_no_decision_holds_is_told(tmp_path):
    claims = newsgraph.read("Norland has banned Tabbia. Orlo Group owns Tabbia.")
    dicts = claims.to_dicts()
    added = {**dicts[0], "id": "c-0000000000000001"}
    dated = {**dicts[1], "document": {**dicts[1]["document"], "date": "2025-01-01"}}
    with pytest.warns(newsgraph.SkippedWarning) as caught:
        assert claims.decisions(newsgraph.Claims.from_dicts([dicts[0], dated, added])) == []
    assert [str(warning.message).split(" that")[0] for warning in caught] == [
        "skipped 1 claim", "1 claim with another date, sentence or speaker: decisions do not hold these"]


def test_a_decision_is_written_once(tmp_path):
    file = tmp_path / "decisions.jsonl"
    for names in ("Monday", "Monday", "Tuesday"):
        newsgraph.append_decisions(file, [{"decision": "ignore", "names": [names]}])
    assert len(file.read_text().splitlines()) == 2


def test_what_found_nothing_is_told(decisions):
    reader = newsgraph.Reader(decisions=decisions)
    assert reader.decisions == decisions
    assert len(reader.unused_decisions()) == len(decisions)
    reader.read(ARTICLES)
    assert {"decision": "reject", "claim": "c-0000000000000000"} in reader.unused_decisions()
    assert not [one for one in reader.unused_decisions() if one["decision"] in ("merge", "ignore") or "edge" in one]


def test_readers_with_decisions_travel(decisions):
    reader = newsgraph.Reader(decisions=decisions)
    again = pickle.loads(pickle.dumps(reader))
    assert again.decisions == decisions and again.read(ARTICLES).to_dicts() == reader.read(ARTICLES).to_dicts()
    more = again.deciding([{"decision": "ignore", "names": ["Norland"]}])
    assert len(more.decisions) == len(decisions) + 1
    assert not [claim for claim in more.read(ARTICLES) if claim.subject.name == "Norland"]


def test_what_is_no_decision_is_an_error(tmp_path):
    file = tmp_path / "decisions.jsonl"
    file.write_text('{"decision":"ignore","names":["Monday"]}\n{"decision":"rejekt","claim":"c-1"}\n')
    with pytest.raises(newsgraph.Error) as raised:
        newsgraph.Reader(decisions=file)
    assert raised.value.file == str(file) and raised.value.line == 2
    with pytest.raises(newsgraph.UsageError, match="relation"):
        newsgraph.Graph(decisions=[{"decision": "edit", "claim": "c-1", "set": {"relation": "eats"}}])
    with pytest.raises(newsgraph.Error):
        newsgraph.append_decisions(tmp_path / "new.jsonl", [{"decision": "ignore", "names": ["A"]}, {"decision": "no"}])
    assert not (tmp_path / "new.jsonl").exists()
    with pytest.raises(newsgraph.Error):
        newsgraph.Reader(decisions=tmp_path / "missing.jsonl")
