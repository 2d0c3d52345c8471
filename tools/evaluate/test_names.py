import os
import tempfile
import unittest

import names

SYSTEM = """# newdoc id = a-5
# text = São Paulo
1\tSão\t_\t_\t_\t_\t_\t_\t_\tName=B-place|TokenRange=0:4
2\tPaulo\t_\t_\t_\t_\t_\t_\t_\tName=I-place|SpaceAfter=No|TokenRange=5:10
3\tx\t_\t_\t_\t_\t_\t_\t_\tName=B-work|TokenRange=10:11

"""


class NamesTest(unittest.TestCase):
    def file(self, content):
        handle, path = tempfile.mkstemp()
        self.addCleanup(os.remove, path)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(content)
        return path

    def test_spans_follow_their_labels(self):
        self.assertEqual(names.spans(["B-PER", "I-PER", "O", "I-LOC", "B-LOC", "I-ORG", "B-O", "", "B-"]),
                         [(0, 1, "person"), (3, 3, "place"), (4, 4, "place"), (5, 5, "organization"), (6, 6, "O")])

    def test_occurrences_are_whole_words_and_the_longest(self):
        entities = [{"text": "England", "type": "place"}, {"text": "Bank of England", "type": "organization"}]
        self.assertEqual(names.occurrences("é Bank of England, England, Englander", entities),
                         [(3, 18, "organization"), (20, 27, "place")])

    def test_context_chooses_between_types(self):
        entities = [{"text": "Mulan", "type": "person"}, {"text": "Mulan", "type": "work", "context": ["film Mulan"]}]
        self.assertEqual(sorted(names.occurrences("Mulan in the film Mulan", entities)),
                         [(0, 5, "person"), (18, 23, "work")])

    def test_system_names_are_read_at_their_bytes(self):
        self.assertEqual(names.system_names(self.file(SYSTEM)), {"a-5": {(0, 10, "place"), (10, 11, "work")}})

    def test_counts_want_span_and_type(self):
        c = names.counts({(0, 1, "person"), (2, 2, "place")}, {(0, 1, "person"), (2, 2, "person")}, ["person", "place"])
        self.assertEqual(dict(c["person"]), {"right": 1, "found": 2, "wanted": 1})
        self.assertEqual(dict(c["place"]), {"right": 0, "found": 0, "wanted": 1})
        self.assertIn("all", names.report(c))

    def test_gold_becomes_words_without_labels(self):
        gold = self.file("# newdoc id = d\n# text = Rio\n1\tRio\tB-LOC\t-\n\n")
        self.assertEqual(names.as_conllu(gold), "# newdoc id = d\n1\tRio" + "\t_" * 8 + "\n\n")

    def test_other_words_are_refused(self):
        gold = self.file("1\tRio\tB-LOC\n\n")
        with self.assertRaises(SystemExit):
            names.compare_iob2(gold, self.file(SYSTEM))


if __name__ == "__main__":
    unittest.main()
