#!/usr/bin/env python3
"""Breaks copies of the evaluation set and sees whether check.py says so. Standard library only."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "data" / "sample"


class Check(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.gold = self.folder / "gold"
        self.sample = self.folder / "sample"
        self.gold.mkdir()
        for lines in HERE.glob("*.jsonl"):
            shutil.copy(lines, self.gold)
        shutil.copytree(SAMPLE, self.sample)

    def run_check(self):
        command = [sys.executable, str(HERE / "check.py"), str(self.gold), str(self.sample)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def edit(self, path, old, new):
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def expect_fault(self, words):
        result = self.run_check()
        self.assertEqual(result.returncode, 1)
        self.assertIn(words, result.stderr)

    def test_the_set_as_it_is_passes(self):
        result = self.run_check()
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_an_unknown_status(self):
        self.edit(self.gold / "sentences.gold.jsonl", '"planned"', '"soon"')
        self.expect_fault("'soon' is no status")

    def test_an_unknown_relation(self):
        self.edit(self.gold / "documents.gold.jsonl", '"owns"', '"has"')
        self.expect_fault("'has' is no relation")

    def test_evidence_that_is_not_in_the_text(self):
        self.edit(self.gold / "sentences.gold.jsonl", '"evidence": "', '"evidence": "Yesterday ')
        self.expect_fault("is not in the text")

    def test_a_name_that_is_not_in_the_text(self):
        self.edit(self.gold / "sentences.gold.jsonl", '"Heineken"', '"Carlsberg"')
        self.expect_fault("'Carlsberg' is neither in the text nor a known state")

    def test_a_core_claim_about_a_common_noun(self):
        self.edit(self.gold / "sentences.gold.jsonl", '"core": false', '"core": true')
        self.expect_fault("is no proper name")

    def test_a_document_without_gold(self):
        lines = (self.gold / "documents.gold.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        (self.gold / "documents.gold.jsonl").write_text("".join(lines[1:]), encoding="utf-8")
        self.expect_fault("documents and gold differ in their ids")

    def test_a_sample_article_that_was_edited(self):
        self.edit(self.sample / "tiktok-devices.html", "Australia on Tuesday banned", "Australia banned")
        self.expect_fault("is not in tiktok-devices.html")

    def test_a_sample_article_without_gold(self):
        (self.sample / "new.txt").write_text("A title\n\nA text.\n", encoding="utf-8")
        self.expect_fault("new is not both an article and a line of sample.docs.jsonl")

    def test_the_page_says_how_large_the_sets_are(self):
        """The first number of a cell counts: behind it stands what is counted."""
        counted = subprocess.run([sys.executable, str(HERE / "check.py"), "--counts"], capture_output=True, text=True, check=True)
        page = (HERE.parent.parent / "docs" / "gold.md").read_text(encoding="utf-8")
        for row in counted.stdout.splitlines():
            name = row.split("|")[1].strip()
            said = next(line for line in page.splitlines() if line.startswith(f"| {name} |"))
            numbers = [re.search(r"\d*", cell.strip()).group() for cell in said.split("|")[2:-1]]
            self.assertEqual([cell.strip() for cell in row.split("|")[2:-1]], numbers, f"docs/gold.md: {name}: check.py --counts")


if __name__ == "__main__":
    unittest.main()
