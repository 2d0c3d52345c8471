#!/usr/bin/env python3
"""Measures the claims of documents that the model was not taught, each judged by a scorer that its document had no part in either,
and prints the tables of docs/accuracy.md and docs/confidence.md in Markdown. Needs NumPy.

    unseen.py NEWSGRAPH CLAIM_FEATURES GOLD [--data DATA] [--variants]

CLAIM_FEATURES is the target of the build of that name, which prints whatever is proposed. GOLD is the folder of claims.py, DATA that of
tools/train, of whose corpora tools/train/annotations tells the claims; without it these are left out. The held-out fifth of all texts
is divided once more by five: weights of tools/train/scorer.py are learnt from four parts and tried on the fifth. The limits are those of
data/models/scorer.json. They are applied to what was proposed in the end, so that what builds on a claim that is left out stays,
which the program does not: a row for all texts at the end has the scorer that ships in both ways, to show what that is worth.

`--variants` prints the table of docs/language-model.md instead: core F1 and area with a part of what proposes and judges alone.
"""

import argparse
import copy
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tools" / "train"))
import scorer  # noqa: E402
from newsgraph_train import open_texts, own_texts  # noqa: E402
from newsgraph_train.held_out import held_out  # noqa: E402
from newsgraph_train.scorer import area, load_score  # noqa: E402

REAL, WRITTEN = "news items of 2025-26 and Wikinews articles", "written to be dense and hard"
GIVEN = {"current_events": REAL, "wikinews": REAL, "written": WRITTEN}
RARE, PLAIN = "the fifth of our own training texts, in rare wording", "the fifth of our last ones, in plain wording (items, agency items, encyclopaedia)"
NEWEST, OPEN = ("the fifth of the newest ones: articles whose claims reach back, near misses in pairs",
                "weblogs, newsgroups, interviews, biographies of the treebanks")
# Files of tools/train/texts; those that are not named are in rare wording, from those of None no scorer learnt.
OWN = {"agency_items_and_sentences": PLAIN, "items_of_the_day": PLAIN, "owners_of_companies": PLAIN,
       "articles_that_reach_back": NEWEST, "near_misses_in_pairs": NEWEST} | dict.fromkeys(
           "articles_of_a_broadcaster ban_reports judgement_reports newspaper_articles newspaper_site portal_news sentences_and_companies "
           "volunteer_news wire_items".split())
L2 = 20  # as in tools/train/README.md
READER = re.compile(r"trigger|verdict|^(subject|object) (near|best|share)$|^all |^status$|^other relation$")  # features that it gives
RULE = re.compile(r"^(rule|kind) ")
# What is otherwise: which proposals count, which features, what share of the documents teaches.
VARIANTS = {
    "rules and reader propose, all that is known judges": {},
    "rules alone propose": {"proposal": lambda row: not is_learned(row)},
    "the reader alone proposes, where no rule does": {"proposal": lambda row: is_learned(row)},
    "judged without the verdict": {"feature": lambda name: name != "verdict"},
    "by verdict alone": {"feature": lambda name: name == "verdict"},
    "without the rule that fired": {"feature": lambda name: not RULE.search(name)},
    "without anything that the reader says": {"feature": lambda name: not READER.search(name)},
    "the scorer learnt from a tenth of its documents": {"share": 0.1},
    "from a third": {"share": 1 / 3},
}
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def is_learned(row):
    return row.claim["rule"].startswith("learned:")


def read_given(gold):
    """(part, texts that it belongs to, its documents, {document: claims of the readers}) of the annotated texts in GOLD."""
    for part, texts in GIVEN.items():
        paths = [gold / "train" / f"{part}.{kind}.jsonl" for kind in ("docs", "gold")]
        if all(path.exists() for path in paths):
            yield part, texts, scorer.lines(paths[0]), {row["id"]: row["claims"] for row in scorer.lines(paths[1])}
        else:
            print(f"{part}: skipped, there is no {paths[0]}", file=sys.stderr)


def read_own(data):
    """The same of the texts of this project, and of open ones."""
    ours = {name: ([], {}) for name in (RARE, PLAIN, NEWEST, None)}
    for path in sorted((ROOT / "tools" / "train" / "texts").glob("*.txt")):
        documents, gold = own_texts.read(path)
        kept, answers = ours[OWN.get(path.stem, RARE)]
        kept += documents
        answers |= gold
    del ours[None]
    yield from (("own", texts, *found) for texts, found in ours.items())
    if data:
        sentences, gold = open_texts.texts(data), {}
        for path in sorted((ROOT / "tools" / "train" / "annotations").glob("*.txt")):
            gold |= open_texts.read(path, sentences)
        yield "open", OPEN, [{"id": each, "title": "", "date": "", "text": " ".join(sentences[each])} for each in gold], gold


class Texts:
    """Held-out documents with the claims of readers, and what is proposed of them."""

    def __init__(self, name):
        self.name, self.documents, self.gold, self.rows = name, [], {}, []

    def add(self, part, documents, gold, program, score):
        documents = [document for document in documents if held_out(document["id"])]
        gold = {document["id"]: gold[document["id"]] for document in documents}
        self.documents += documents
        self.gold |= gold
        self.rows += scorer.rows_of(part, program.proposals(documents), gold, score)

    @property
    def claims(self):
        return sum(len(claims) for claims in self.gold.values())


class Program:
    def __init__(self, newsgraph, claim_features, folder):
        self.newsgraph, self.claim_features, self.folder = newsgraph, claim_features, Path(folder)

    def write(self, name, rows):
        path = self.folder / name
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return path

    @staticmethod
    def run(*command):
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout

    def proposals(self, documents):
        return [json.loads(line) for line in self.run(self.claim_features, self.write("texts.jsonl", documents)).split("\n") if line]

    def claims(self, texts):
        file = self.write("texts.jsonl", texts.documents)
        return [json.loads(line) for line in self.run(self.newsgraph, "claims", file, "--quiet").split("\n") if line]

    def evaluate(self, texts, claims):
        answers = self.write("answers.jsonl", [{"id": each, "claims": gold} for each, gold in texts.gold.items()])
        return json.loads(self.run(self.newsgraph, "evaluate", answers, self.write("claims.jsonl", claims), "--json"))["total"]


class Shipped:
    """The scorer of data/models/scorer.json."""

    def __init__(self):
        self.data = json.loads((ROOT / "data" / "models" / "scorer.json").read_text(encoding="utf-8"))

    def probability(self, row):
        weights = self.data["weights"]
        return 1 / (1 + np.exp(-self.data["constant"] - sum(weights.get(name, 0) * value for name, value in row.features.items())))

    def keeps(self, row, probability):
        named = row.claim["subject"]["named"] and row.claim["object"]["named"]
        least = self.data["least named" if named else "least unnamed"]
        return probability >= least.get(row.claim["rule"], least["learned" if is_learned(row) else "ruled"])

    def guess(self, row):
        """How sure it is whom a description means (antecedent_ranker.h), which the confidence has in it and no feature says."""
        return min(1, row.claim["confidence"] / max(self.probability(row), 0.005))


def judged(rows, probabilities, shipped, least):
    """Claims with the confidence that they get: those from `least` on, or those that the program would keep where it is None."""
    for row, probability in zip(rows, probabilities):
        confidence = probability * shipped.guess(row)
        if shipped.keeps(row, probability) if least is None else confidence >= least:
            yield row.claim | {"confidence": round(float(confidence), 2)}


def print_row(name, claims, total):
    core, every = total["core"], total["all"]
    cells = (core["precision"], core["recall"], core["f1"], every["precision"], every["recall"], total["status"])
    print(f"| {name} | {claims} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |", flush=True)


def print_texts(program, everything, probabilities, shipped, least=None):
    print("| texts | claims | core precision | core recall | core F1 | precision of all | recall of all | status right |\n" + "|---" * 8 + "|")
    for texts in everything:
        claims = list(judged(texts.rows, probabilities[texts.name], shipped, least))
        print_row(texts.name, texts.claims, program.evaluate(texts, claims))


def print_thresholds(program, everything, probabilities, shipped):
    pair = [texts for texts in everything if texts.name in (REAL, WRITTEN)]
    for texts in pair:
        right = [row.right for row in texts.rows]
        rules = area(np.array([row.features["rule odds"] for row in texts.rows]), right)
        print(f"{texts.name}: {len(right)} proposals, area {area(probabilities[texts.name], right):.2f}, by the rules alone {rules:.2f}")
    print("| from |" + "".join(f" {texts.name}: precision | recall |" for texts in pair) + "\n" + "|---" * (1 + 2 * len(pair)) + "|")
    for least in (*THRESHOLDS, None):
        shares = (program.evaluate(t, judged(t.rows, probabilities[t.name], shipped, least))["all"] for t in pair)
        print(f"| {least or 'as shipped'} |" + "".join(f" {s['precision']:.2f} | {s['recall']:.2f} |" for s in shares), flush=True)


def judge(everything, share=1):
    """{texts: probability of each of its rows}, by cross-validation over all of them."""
    places = np.cumsum([0] + [len(texts.rows) for texts in everything])
    learnt = scorer.cross_validated([row for texts in everything for row in texts.rows], L2, share)
    return {texts.name: learnt[a:b] for texts, a, b in zip(everything, places, places[1:])}


def changed(texts, proposal, feature):
    """The texts with a part of the proposals and of what is known of them."""
    other = copy.copy(texts)
    other.rows = [copy.copy(row) for row in texts.rows if proposal(row)]
    for row in other.rows:
        row.features = {name: value for name, value in row.features.items() if feature(name)}
    return other


def print_variants(program, everything, shipped):
    print("| |" + "".join(f" {texts.name} |" for texts in everything) + "\n|" + "---|" * (1 + len(everything)))
    for name, variant in VARIANTS.items():
        tried = [changed(texts, variant.get("proposal", bool), variant.get("feature", bool)) for texts in everything]
        probabilities, cells = judge(tried, variant.get("share", 1)), []
        for texts in tried:
            claims = [row.claim for row, p in zip(texts.rows, probabilities[texts.name]) if shipped.keeps(row, p)]
            found = program.evaluate(texts, claims)["core"]["f1"]
            cells.append(f"{found:.2f}, {area(probabilities[texts.name], [row.right for row in texts.rows]):.2f}")
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def print_check(program, everything, shipped):
    """The scorer that ships, which learnt from these texts: as it is applied above, and in the program."""
    every = Texts("all of these")
    for texts in everything:
        every.documents, every.rows, every.gold = every.documents + texts.documents, every.rows + texts.rows, every.gold | texts.gold
    claims = judged(every.rows, [shipped.probability(row) for row in every.rows], shipped, None)
    print_row("all, the scorer that ships, applied in the end", every.claims, program.evaluate(every, claims))
    print_row("all, the program as it is", every.claims, program.evaluate(every, program.claims(every)))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("newsgraph")
    parser.add_argument("claim_features")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--variants", action="store_true")
    options = parser.parse_args()
    score, shipped, everything = load_score(options.gold / "score.py"), Shipped(), {}
    with tempfile.TemporaryDirectory() as folder:
        program = Program(options.newsgraph, options.claim_features, folder)
        for part, name, documents, gold in (*read_given(options.gold), *read_own(options.data)):
            everything.setdefault(name, Texts(name)).add(part, documents, gold, program, score)
        everything = list(everything.values())
        if options.variants:
            print_variants(program, everything, shipped)
            return
        probabilities = judge(everything)
        print_texts(program, everything, probabilities, shipped)
        print()
        print_texts(program, everything[:2], probabilities, shipped, 0.7)
        print()
        print_thresholds(program, everything, probabilities, shipped)
        print()
        print_check(program, everything, shipped)


if __name__ == "__main__":
    main()
