"""Tests of the CoNLL 2018 scorer on sentences whose scores can be counted by hand."""

import unittest

import conll18
import conllu


def lines(*rows):
    """Sentences from rows of "id form upos head deprel [misc]"; an empty row ends a sentence."""
    text = []
    for row in rows:
        if not row:
            text.append("")
            continue
        ident, form, upos, head, deprel, *misc = row.split(" ")
        text.append("\t".join([ident, form, form.lower(), upos, "_", "_", head, deprel, "_", misc[0] if misc else "_"]))
    return conllu.parse(text)


GOLD = ("1 China PROPN 2 nsubj", "2 bans VERB 0 root", "3 it PRON 2 obj SpaceAfter=No", "4 . PUNCT 2 punct", "",
        "1 So ADV 0 root", "")


class Scores(unittest.TestCase):
    def f1(self, gold, system):
        scores = conll18.score(gold, system)
        return {name: round(scores[name].f1, 2) for name in conll18.METRICS}

    def test_the_gold_standard_scores_100(self):
        self.assertEqual(set(self.f1(lines(*GOLD), lines(*GOLD)).values()), {100.0})

    def test_a_wrong_tag_head_and_relation_cost_one_word_each(self):
        system = lines("1 China NOUN 2 nsubj", "2 bans VERB 0 root", "3 it PRON 1 obj", "4 . PUNCT 2 dep", "",
                       "1 So ADV 0 root", "")
        scores = self.f1(lines(*GOLD), system)
        self.assertEqual((scores["UPOS"], scores["UAS"], scores["LAS"]), (80.0, 80.0, 60.0))
        self.assertEqual((scores["Tokens"], scores["Sentences"], scores["Words"]), (100.0, 100.0, 100.0))

    def test_relations_are_compared_without_subtypes(self):
        system = lines("1 China PROPN 2 nsubj:pass", *GOLD[1:])
        self.assertEqual(self.f1(lines(*GOLD), system)["LAS"], 100.0)

    def test_joined_sentences(self):
        system = lines(*GOLD[:4], "5 So ADV 2 advmod", "")
        scores = self.f1(lines(*GOLD), system)
        self.assertEqual(scores["Sentences"], 0.0)
        self.assertEqual(scores["Tokens"], 100.0)
        self.assertEqual(scores["UAS"], 80.0)

    def test_a_token_cut_in_two(self):
        system = lines("1 Chi PROPN 2 nsubj SpaceAfter=No", "2 na PROPN 3 nsubj", "3 bans VERB 0 root", "4 it PRON 3 obj",
                       "5 . PUNCT 3 punct", "", "1 So ADV 0 root", "")
        scores = conll18.score(lines(*GOLD), system)["Tokens"]
        self.assertEqual((scores.gold, scores.system, scores.correct), (5, 6, 4))

    def test_words_of_a_multiword_token_are_aligned_by_form(self):
        gold = lines("1 I PRON 4 nsubj", "2-3 don't _ _ _", "2 do AUX 4 aux", "3 n't PART 4 advmod", "4 go VERB 0 root")
        system = lines("1 I PRON 3 nsubj", "2 don't AUX 3 aux", "3 go VERB 0 root")
        scores = conll18.score(gold, system)
        self.assertEqual(scores["Tokens"].correct, 3)
        self.assertEqual(scores["Words"].correct, 2)
        self.assertEqual(scores["UAS"].correct, 2)

    def test_different_texts_are_refused(self):
        with self.assertRaisesRegex(ValueError, "character 0"):
            conll18.score(lines("1 a X 0 root"), lines("1 b X 0 root"))


class RawText(unittest.TestCase):
    def test_paragraphs_and_spaces(self):
        sentences = lines(*GOLD)
        self.assertEqual(conllu.raw_text(sentences), "China bans it. So\n")
        sentences[1].comments = ["# newpar id = p2"]
        self.assertEqual(conllu.raw_text(sentences), "China bans it.\n\nSo\n")

    def test_a_malformed_line_is_named(self):
        with self.assertRaisesRegex(ValueError, "line 2"):
            conllu.parse(["# sent_id = 1", "1\tx"])


if __name__ == "__main__":
    unittest.main()
