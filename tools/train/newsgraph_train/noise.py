"""Sentences as headlines and careless typing have them: in capitals, in title case, in small letters,
without the closing full stop. Lemmas, tags and trees stay as they are."""

from dataclasses import dataclass, replace

from .text import lower

_SMALL_IN_TITLES = frozenset("a an and as at but by for from in nor of off on or over per the to up via with".split())


@dataclass(frozen=True)
class SentenceNoise:
    """The share of sentences that each change is made to."""
    capitals: float = 0.025
    title: float = 0.025
    small: float = 0.01
    no_full_stop: float = 0.06


def noisy(sentence, noise, random):
    """A changed copy, or the sentence itself."""
    if random.random() < noise.no_full_stop:
        sentence = _without_full_stop(sentence)
    draw = random.random()
    for rate, change in ((noise.capitals, str.upper), (noise.title, _title), (noise.small, lower)):
        if draw < rate:
            return [replace(t, form=change(t.form)) for t in sentence]
        draw -= rate
    return sentence


def _title(form):
    return form if form in _SMALL_IN_TITLES else form[:1].upper() + form[1:]


def _without_full_stop(sentence):
    last = len(sentence)
    if last < 3 or sentence[-1].form != "." or any(t.head == last for t in sentence):
        return sentence
    return sentence[:-1]
