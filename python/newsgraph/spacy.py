"""A component for spaCy: ``nlp.add_pipe("newsgraph")`` sets ``doc._.claims``.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("newsgraph")
>>> (claim,) = nlp("Australia banned TikTok on government devices.")._.claims
>>> claim.subject, claim.relation, claim.object, claim.claim.scope
(Australia, 'bans', TikTok, 'on government devices')
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Optional

from spacy.language import Language
from spacy.tokens import Doc, Span

from ._articles import Article
from ._graph_reader import Reader
from ._native import Claim, Claims


@dataclass(frozen=True)
class ClaimSpans:
    """A claim and the spans of the document that its parts are; None where a part has no place of its own."""

    claim: Claim
    sentence: Optional[Span]
    subject: Optional[Span]
    object: Optional[Span]
    speaker: Optional[Span]

    @property
    def relation(self) -> str:
        return self.claim.relation


def _alignment(read: str, original: str) -> list[int]:
    """For each character that was read, its place in the original: control characters are not read, and all line ends
    are "\\n"."""
    if read == original:
        return list(range(len(read) + 1))
    places, at = [], 0
    for character in read:
        while at < len(original) and original[at] != character and not (character == "\n" and original[at] == "\r"):
            at += 1
        places.append(min(at, len(original)))
        at += 1
    return [*places, len(original)]


class ClaimFinder:
    """The component. Documents of ``nlp.pipe`` are read on several threads."""

    def __init__(self, reader: Reader):
        self._reader = reader

    def __call__(self, doc: Doc) -> Doc:
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        waiting: list[Doc] = []

        def texts() -> Iterator[Article]:
            for doc in stream:
                waiting.append(doc)
                yield Article(doc.text)

        for claims in self._reader.stream(texts(), progress=False):
            doc = waiting.pop(0)
            doc._.claims = _spans(doc, claims)
            yield doc


def _spans(doc: Doc, claims: Claims) -> list[ClaimSpans]:
    if not len(claims):
        return []
    places = _alignment(Article(doc.text).whole_text, doc.text)

    def span(part: Any, label: str) -> Optional[Span]:
        if part is None or part.start is None:
            return None
        begin, end = places[part.start], places[part.end - 1] + 1
        return doc.char_span(begin, end, label=label, alignment_mode="expand")

    return [ClaimSpans(claim, span(claim, "SENTENCE"), span(claim.subject, "SUBJECT"), span(claim.object, "OBJECT"),
                       span(claim.speaker, "SPEAKER")) for claim in claims]


@Language.factory("newsgraph", default_config={"relations": None, "entities": None, "jobs": None}, assigns=["doc._.claims"])
def create(nlp: Language, name: str, relations: Optional[str], entities: Optional[str], jobs: Optional[int]) -> ClaimFinder:
    """``relations`` and ``entities`` are files, as for :class:`newsgraph.Reader`."""
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=None)
    return ClaimFinder(Reader(relations=relations, entities=entities, jobs=jobs))
