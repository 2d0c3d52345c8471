"""Tests of typed_names.py on documents whose names can be counted by hand."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import typed_names
from typed_names import Name

TEXT = "Odile Marchand of Quern Ltd. accused Brazil. The Quern Ltd. works, said Marchand’s friend, are Brazil’s."


def claim(subject, subject_text, object_, object_text):
    return {"subject": subject, "subject_text": subject_text, "object": object_, "object_text": object_text}


def compared(rows, *spans):
    """{name: (exact, words, type)} of rows "name type", where the program marks the words of "words type"."""
    content = TEXT.encode()
    marked = set()
    for span in spans:
        words, kind = span.rsplit(" ", 1)
        begin = content.index(words.encode())
        marked.add((begin, begin + len(words.encode()), kind))
    listed = [Name("d", *r.rsplit(" ", 1)) for r in rows]
    return {f.name.text: (f.exact, f.words, f.type) for f in typed_names.compare({"id": "d", "text": TEXT}, listed, marked)}


class TypedNamesTest(unittest.TestCase):
    def test_what_looks_like_a_name(self):
        for words in ("Brazil", "Quern & Sons", "Bank of the West", "Quern Mining plc", "1-Schot", "L'Éveil"):
            self.assertTrue(typed_names.looks_like_name(words), words)
        for words in ("", "he", "He", "critics", "Antitrust regulators", "Brazilian officials", "2004", "Bank of", "@quern", "Some Danes"):
            self.assertFalse(typed_names.looks_like_name(words), words)

    def test_a_bare_name_has_no_title_and_no_article(self):
        self.assertEqual(typed_names.bare("the Rev. Quern"), "Rev. Quern")
        self.assertEqual(typed_names.bare("President Dr. Odile Marchand's"), "Odile Marchand")
        self.assertEqual(typed_names.bare("The Quern"), "Quern")
        self.assertEqual(typed_names.bare("Mayor"), "Mayor")

    def test_arguments_are_the_fullest_names_of_the_text(self):
        claims = [claim(["Odile Marchand", "Marchand"], "she", ["Brazil"], "Brazil"),
                  claim(["Quern Mining"], "Quern Ltd.", ["Brazilian officials"], "they")]
        self.assertEqual(typed_names.arguments({"id": "d", "text": TEXT}, claims), ["Odile Marchand", "Brazil", "Quern Ltd."])

    def test_a_name_is_looked_at_where_it_first_stands_alone(self):
        listed = [Name("d", "Marchand", "person"), Name("d", "Odile Marchand", "person"), Name("d", "Brazil", "place")]
        found = typed_names.first_mentions(TEXT, listed)
        self.assertEqual(found["Odile Marchand"], (0, 14))
        self.assertEqual(found["Marchand"][0], TEXT.encode().index("Marchand’s".encode()))
        self.assertEqual(found["Brazil"], (37, 43))

    def test_spans_may_differ_by_article_possessive_and_full_stop(self):
        content = "The Quern Ltd.’s Dr Odile".encode()
        self.assertEqual(typed_names.core(content, 0, 18), (4, 13))
        self.assertEqual(typed_names.core(content, 4, 14), (4, 13))

    def test_names_are_exact_or_seen_or_neither(self):
        found = compared(["Odile Marchand person", "Quern Ltd. organization", "Brazil place"],
                         "Odile Marchand of Quern Ltd person", "Brazil place")
        self.assertEqual(found, {"Odile Marchand": (False, "Odile Marchand of Quern Ltd", "person"),
                                 "Quern Ltd.": (False, "Odile Marchand of Quern Ltd", "person"), "Brazil": (True, "Brazil", "place")})
        self.assertEqual(compared(["Brazil place"], "Odile person"), {"Brazil": (False, None, None)})

    def test_a_name_that_is_absent_is_refused(self):
        with self.assertRaises(SystemExit):
            compared(["Chile place"])

    def test_wikinews_of_2019_is_never_unseen(self):
        self.assertTrue(typed_names.unseen("wn2020-005"))
        self.assertFalse(typed_names.unseen("wn2019-006"))

    def test_tables_are_checked(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "table.tsv"
            path.write_text("d\tBrazil\tcountry\n", encoding="utf-8")
            with self.assertRaises(SystemExit) as refused:
                typed_names.read_table(path)
        self.assertIn(":1: not a document, a name and a type", str(refused.exception))

    def test_what_the_table_lacks_is_listed(self):
        documents = [{"id": "d", "text": TEXT, "claims": [claim(["Marchand"], "Marchand", ["Brazil"], "Brazil")]}]
        with contextlib.redirect_stdout(io.StringIO()) as out:
            typed_names.list_missing(documents, {"d": [Name("d", "Odile Marchand", "person")]})
        self.assertEqual(out.getvalue(), "d\tBrazil\t\n")


if __name__ == "__main__":
    unittest.main()
