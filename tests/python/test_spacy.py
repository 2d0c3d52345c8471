"""The component for spaCy."""
import pytest

spacy = pytest.importorskip("spacy")
import newsgraph  # noqa: E402


def test_spans_stand_where_the_text_has_them():
    nlp = spacy.blank("en")
    nlp.add_pipe("newsgraph", config={"jobs": 2})
    texts = ["“Größe” – Australia banned TikTok.\r\n\r\nByteDance owns\x0b TikTok.", "It rained.",
             "China condemned the United States on Friday."] * 20
    docs = list(nlp.pipe(texts))
    assert [doc.text for doc in docs] == texts
    for doc in docs:
        expected = [(claim.subject.text, claim.relation, claim.object.text) for claim in newsgraph.read(doc.text)]
        assert [(str(found.subject), found.relation, str(found.object)) for found in doc._.claims] == expected
        assert all(found.subject.label_ == "SUBJECT" and str(found.subject) in str(found.sentence) for found in doc._.claims)
    assert sum(len(doc._.claims) for doc in docs) >= 60


def test_a_model_with_the_component_is_loaded_again(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("newsgraph")
    with nlp.select_pipes(disable=["newsgraph"]):
        assert nlp("Australia banned TikTok.")._.claims is None
    assert len(nlp("Australia banned TikTok.")._.claims) == 1
