"""Articles in every form to claims."""
import gzip
import pathlib
import pickle
import subprocess
import sys
import textwrap
import threading
import warnings

import pytest

import newsgraph


def said(claims):
    return [(claim.document, claim.subject.name, claim.relation, claim.object.name, claim.status) for claim in claims]


def test_a_claim_says_who_does_what_where():
    text = "Größe: “Ⅻ”. Australia banned TikTok on government devices on Tuesday."
    (claim,) = newsgraph.read(text)
    assert (claim.subject.name, claim.relation, claim.object.name) == ("Australia", "bans", "TikTok")
    assert claim.status == "asserted" and claim.scope == "on government devices" and claim.trigger == "banned"
    assert text[claim.start:claim.end] == claim.sentence
    assert text[claim.subject.start:claim.subject.end] == claim.subject.text == "Australia"
    begin, end = claim.object.span
    assert claim.sentence[begin:end] == "TikTok"
    assert claim.subject.id == "n_australia" and claim.subject.named and claim.subject.type == "place"
    assert claim.speaker is None and 0 < claim.confidence <= 1
    assert claim.to_dict()["subject"]["start"] > claim.subject.start  # there bytes are counted


def test_places_count_characters_of_title_and_text(articles):
    for article in articles:
        whole = newsgraph.Article(article["text"], article["title"]).whole_text
        for claim in newsgraph.read(article):
            for argument in (claim.subject, claim.object):
                if argument.start is not None:
                    assert whole[argument.start:argument.end] == argument.text
            assert whole[claim.start:claim.end] == claim.sentence


def test_claims_are_those_of_the_command_line(sample, command_line):
    lines = command_line("claims", sample, "--quiet").stdout
    assert newsgraph.read(sample).to_dicts() == newsgraph.Claims.from_dicts(
        newsgraph.read(sample).to_dicts()).to_dicts()
    assert newsgraph.read(sample)._jsonl() == lines
    assert lines.count("\n") > 20


def test_every_form_of_articles_gives_the_same(articles):
    pandas, polars, pyarrow = map(pytest.importorskip, ("pandas", "polars", "pyarrow"))
    expected = said(newsgraph.read(articles))
    assert len(expected) >= 6 and {claim[0] for claim in expected} == {"a1", "a2", "a4", "a5"}
    renamed = [{"body": a["text"], "headline": a["title"], "published_at": a["date"], "link": a["url"], "guid": a["id"]}
               for a in articles]
    table = pyarrow.Table.from_pylist(articles)
    forms = {
        "articles": [newsgraph.Article(**article) for article in articles],
        "generator": (article for article in articles),
        "renamed": renamed,
        "pandas": pandas.DataFrame(articles),
        "polars": polars.DataFrame(articles),
        "lazy": polars.LazyFrame(articles),
        "arrow": table,
        "batch": table.to_batches()[0],
        "reader": table.to_reader(),
    }
    for name, form in forms.items():
        assert said(newsgraph.read(form)) == expected, name
    own = pandas.DataFrame({"Inhalt": [articles[0]["text"]], "Nummer": [17]})
    (first, *_) = newsgraph.read(own, columns={"text": "Inhalt", "id": "Nummer"})
    assert first.document == "17"


def test_missing_values_and_dates_of_frames():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"text": ["Australia banned TikTok.", None, "Canada banned TikTok."],
                              "date": pandas.to_datetime(["2024-02-01", None, None]), "title": [float("nan"), None, "T"]})
    claims = newsgraph.read(frame)
    assert [(claim.subject.name, claim.date, claim.title) for claim in claims] == [
        ("Australia", "2024-02-01", None), ("Canada", None, "T")]


def test_the_order_is_kept_on_any_number_of_threads(articles):
    many = [{**article, "id": f"{article['id']}-{number}"} for number in range(30) for article in articles]
    one = said(newsgraph.Reader(jobs=1).read(many))
    assert said(newsgraph.Reader(jobs=3).read(many)) == one
    blocks = list(newsgraph.Reader(jobs=3).stream(many))
    assert [block.document for block in blocks] == [article["id"] for article in many]
    assert said(claim for block in blocks for claim in block) == one


def test_streams_read_no_further_than_needed():
    taken = []

    def endless():
        number = 0
        while True:
            number += 1
            taken.append(number)
            yield f"Norland number {number} banned TikTok."

    reader = newsgraph.Reader(jobs=2)
    stream = reader.stream(endless())
    for _ in range(5):
        next(stream)
    stream.close()
    assert len(taken) < 100
    assert len(reader.read("ByteDance owns TikTok.")) == 1  # the reader goes on


def test_several_threads_share_a_reader(articles):
    reader = newsgraph.Reader(jobs=2)
    expected, results = said(reader.read(articles)), []
    threads = [threading.Thread(target=lambda: results.append(said(reader.read(articles)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 4


def test_files_folders_and_bytes(tmp_path, articles):
    (tmp_path / "a.txt").write_text("Australia banned TikTok.\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("source,relation,target\nByteDance,owns,TikTok\n", encoding="utf-8")
    assert [claim.rule for claim in newsgraph.read(tmp_path)] == ["verb:ban", "table"]
    mixed = newsgraph.read([tmp_path / "a.txt", articles[0], "Canada banned TikTok."])
    assert [claim.subject.name for claim in mixed][0] == "Australia" and mixed[-1].subject.name == "Canada"
    assert [article.title for article in newsgraph.articles(tmp_path / "a.txt")] == [None]
    page = ("<html><head><title>Ban</title></head><body><article><p>Australia banned TikTok on Tuesday, officials "
            "said in a statement.</p></article></body></html>")
    (article,) = newsgraph.articles(page.encode())
    assert article.title == "Ban" and "Australia banned TikTok" in article.text
    assert newsgraph.read(article)[0].object.name == "TikTok"
    (packed,) = newsgraph.articles(gzip.compress(page.encode()))
    assert packed.text == article.text


def test_what_cannot_be_read_is_a_warning_or_an_error(tmp_path):
    (tmp_path / "a.txt").write_text("Australia banned TikTok.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7 nothing to see")
    with pytest.warns(newsgraph.SkippedWarning, match=r"b\.txt"):
        assert len(newsgraph.read(tmp_path)) == 1
    strict = newsgraph.Reader(strict=True)
    with pytest.raises(newsgraph.Error) as caught:
        strict.read(tmp_path)
    assert caught.value.file.endswith("b.txt")
    small = newsgraph.Reader(max_document_size=100)
    with pytest.warns(newsgraph.SkippedWarning, match="article 2.*larger than 100 bytes"):
        claims = small.read(["Australia banned TikTok.", "x" * 101, "Canada banned TikTok."])
    assert [claim.subject.name for claim in claims] == ["Australia", "Canada"]


def test_examples_of_a_schema_teach_what_is_a_claim():
    pairs = [("Orion", "Vega"), ("Kestrel", "Halden"), ("Peru", "Chile"), ("Acme", "Sorel")]
    relation = {"name": "sues", "triggers": [
        {"id": "noun:lawsuit", "pos": "noun", "lemmas": ["lawsuit", "complaint"], "subject": ["light"],
         "object": ["nmod:against"], "light": {"asserted": ["file"]}}]}
    schema = {"format": "newsgraph relations", "version": 1, "relations": [relation]}
    text = "Tesla filed a lawsuit against Rivian on Monday. Later Sanofi filed a complaint against Bayer."
    assert [claim.subject.name for claim in newsgraph.Reader(relations=schema).read(text)] == ["Tesla", "Sanofi"]
    relation["examples"] = [
        {"text": f"{subject} filed a lawsuit against {object}.", "subject": subject, "object": object}
        for subject, object in pairs]
    relation["examples"] += [
        {"text": f"{subject} filed a complaint against {object}.", "match": False} for subject, object in pairs]
    reader = newsgraph.Reader(relations=schema, jobs=2)
    assert [claim.subject.name for claim in reader.read(text)] == ["Tesla"]
    assert [claim.subject.name for claim in reader.read([text, text])] == ["Tesla", "Tesla"]


def test_errors_say_file_line_and_remedy(tmp_path):
    schema = tmp_path / "mine.json"
    schema.write_text('{\n "relations": [\n}\n', encoding="utf-8")
    with pytest.raises(newsgraph.Error) as caught:
        newsgraph.Reader(relations=schema)
    assert caught.value.file == str(schema) and caught.value.line == 3
    assert str(schema) in str(caught.value)
    with pytest.raises(newsgraph.Error) as caught:
        newsgraph.Reader(relations={"nonsense": 1})
    assert caught.value.where.startswith("relations") and "docs/relations.md" in caught.value.remedy
    with pytest.raises(newsgraph.UsageError, match="no column has the text"):
        newsgraph.read({"Inhalt": "Australia banned TikTok."})
    with pytest.raises(newsgraph.UsageError, match="name of a file"):
        newsgraph.read(str(schema))
    for wrong in (17, [17], {"text": object}):
        if wrong == {"text": object}:
            newsgraph.read(wrong)  # a text of its own, like a number in a column
            continue
        with pytest.raises(TypeError):
            newsgraph.read(wrong)


def test_texts_that_are_no_unicode():
    claims = newsgraph.read(["Australia banned \ud83d TikTok.", "Canada banned TikTok.".encode(), b"Canada \xff banned TikTok."])
    assert claims[0].subject.name == "Australia"
    claims.to_dicts()


def test_user_files_and_pickling(tmp_path):
    entities = {"entities": [{"id": "tabbia", "name": "Tabbia", "type": "product", "aliases": ["the Tab"]}]}
    reader = newsgraph.Reader(entities=entities)
    claims = pickle.loads(pickle.dumps(reader)).read("Norland banned Tabbia.")
    assert claims[0].object.type == "product" and "the Tab" in claims[0].object.aliases


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="needs fork")
def test_a_reader_works_after_a_fork():
    code = textwrap.dedent("""
        import os, newsgraph
        reader = newsgraph.Reader(jobs=2)
        reader.read("ByteDance owns TikTok.")
        child = os.fork()
        if child == 0:
            os._exit(0 if len(reader.read("ByteDance owns TikTok.")) == 1 else 7)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    """)
    with warnings.catch_warnings():
        result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("work", [
    "newsgraph.read(['Norland banned Tabbia. Kestrel owns Tabbia. ' * 30 + str(i) for i in range(100000)])",
    "newsgraph.read('Norland banned Tabbia and Kestrel owns it. ' * 200000)",
    "newsgraph.Graph(pathlib.Path('many.jsonl'))",
])
def test_ctrl_c_ends_a_long_call(work, tmp_path):
    import json
    import signal
    import time

    with open(tmp_path / "many.jsonl", "w", encoding="utf-8") as file:
        for number in range(20000):
            text = f"Norland banned Tabbia {number}. Kestrel Media owns Tabbia, Orlo denounced Norland. " * 5
            file.write(json.dumps({"text": text}) + "\n")
    code = f"import newsgraph, pathlib\nnewsgraph.read('ByteDance owns TikTok.')\nprint('go', flush=True)\n{work}"
    program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               cwd=tmp_path, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
    assert program.stdout.readline() == "go\n"
    time.sleep(1)
    assert program.poll() is None, "it was over before the test began"
    program.send_signal(signal.SIGINT)
    start = time.monotonic()
    _, errors = program.communicate(timeout=120)
    assert "KeyboardInterrupt" in errors and program.returncode != 0
    assert time.monotonic() - start < 60


def test_the_package_says_which_version_it_is(root, command_line):
    version = newsgraph.__version__
    assert f"VERSION {version} " in (root / "CMakeLists.txt").read_text()
    assert version in command_line("--version").stdout
    from importlib import metadata

    assert metadata.version("newsgraph") == version
    assert not [need for need in metadata.requires("newsgraph") or [] if "extra ==" not in need]
    files = [str(file) for file in metadata.files("newsgraph")]
    assert any(file.endswith("py.typed") for file in files) and any(file.endswith("_native.pyi") for file in files)


def test_the_command_line_is_whole(command_line, tmp_path, sample):
    assert command_line("--help").stdout.startswith("newsgraph")
    result = command_line("exprot", "x")
    assert result.returncode == 2 and "export" in result.stderr
    assert command_line("export", sample, "-o", tmp_path / "graph.json", "--quiet").returncode == 0
    script = pathlib.Path(sys.executable).parent / "newsgraph"
    if script.exists():
        assert subprocess.run([script, "formats"], capture_output=True, timeout=60).returncode == 0


def test_progress_is_shown_where_it_is_wanted(articles, capsys):
    pytest.importorskip("tqdm")
    expected = said(newsgraph.read(articles))
    assert capsys.readouterr().err == ""  # few articles, and nobody looks
    assert said(newsgraph.read(articles, progress=True)) == expected
    bar = capsys.readouterr().err
    assert "newsgraph: 100%" in bar and f"{len(articles)}/{len(articles)}" in bar
