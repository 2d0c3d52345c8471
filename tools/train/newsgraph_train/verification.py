"""The verifier reads a proposed claim once more: its sentence with trigger and arguments marked (Baldini Soares et al. 2019),
behind the last words of the sentence before and, where an argument is no name there, the name that the program has for it.

    Donald Trump ; … the sentence before … Leaving them to die is a big mistake , she said .
"""

from dataclasses import dataclass, replace

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from .input import collate

MOST_BEFORE = 32   # words of the sentence before
MOST_NAME = 8      # words of a name in front
MOST_MARKED = 2    # proposals of a sentence that are weighed each time it comes
LENGTHS = 16       # lengths of batches, in pieces: each costs oneDNN a new kernel


@dataclass(frozen=True)
class Marked:
    """A claim of a sentence: its words (0-based; none for an argument that is elsewhere), the names of those arguments that are
    no names there, and whether it is right."""
    relation: int
    trigger: list
    subject: list
    object: list
    subject_name: tuple = ()
    object_name: tuple = ()
    right: bool = False

    def is_named_there(self):
        return not self.subject_name and not self.object_name


def tells_a_name(word):
    return word[:1].isupper() or word[:1] in "0123456789"


def name_words(name, mention):
    """The words of a name that has to stand in front; none where the mention has one of them."""
    words = name.split()
    if any(tells_a_name(w) and w in words for w in mention):
        return ()
    return tuple(words[:MOST_NAME])


def read_once_more(item, claim):
    """(words, trigger, subject, object, marked subject, marked object) of the sentence with what stands in front."""
    words, named = [], []
    for name in (claim.subject_name, claim.object_name):
        named.append(list(range(len(words), len(words) + len(name))))
        words += [*name, ";"] if name else []
    words += item.before
    spans = [[w + len(words) for w in span] for span in (claim.trigger, claim.subject, claim.object)]
    return words + item.words, *spans, spans[1] + named[0], spans[2] + named[1]


def marked_states(model, pieces, claims):
    """(trigger, subject, object, whole), each (claims, width), of (item, claim)s: states with each claim's words marked."""
    read = [read_once_more(item, claim) for item, claim in claims]
    x = collate([pieces.sentence(r[0]) for r in read], LENGTHS)
    marks = torch.zeros(x.ids.shape, dtype=torch.long)
    for n, ((_, claim), (_, trigger, _, _, subject, object_)) in enumerate(zip(claims, read)):
        for role, span in ((2, object_), (1, subject), (0, trigger)):
            for w in span:
                marks[n, int(x.first[n, w]):int(x.last[n, w]) + 1] = 1 + 3 * claim.relation + role
    states = model.encoder(x.ids, x.cases, x.mask, marks)
    words = model.words_of(states, x.first, x.last)
    # An argument that is elsewhere is read off the name in front.
    parts = [torch.stack([words[n, r[part] or r[instead]].mean(0) if r[part] or r[instead] else model.root
                          for n, r in enumerate(read)]) for part, instead in ((1, 1), (2, 4), (3, 5))]
    return *parts, states[:, 0]


def _told(item, trigger, random):
    """A claim that is annotated, as Marked."""
    if not trigger.subject_mentions or not trigger.object_mentions:
        return None
    (subject, subjects), (object_, objects) = random.choice(trigger.subject_mentions), random.choice(trigger.object_mentions)
    given = [name_words(answers[0], [item.words[w] for w in span]) if item.name_pool else ()
             for span, answers in ((subject, subjects), (object_, objects))]
    if not (subject or given[0]) or not (object_ or given[1]):
        return None
    return Marked(trigger.relation, [trigger.word - 1], subject, object_, *given, True)


def _turned(claim):
    return replace(claim, subject=claim.object, object=claim.subject, subject_name=claim.object_name,
                   object_name=claim.subject_name, right=False)


def _of_another(item, trigger, claim, random):
    """The claim with another name of the sentence, or of the document, for one of its arguments: wrong."""
    role = random.choice(("subject", "object"))
    answers = [a for _, of_one in trigger.subject_mentions + trigger.object_mentions for a in of_one]
    known = {w for a in answers for w in a.split()}
    if getattr(claim, role + "_name"):
        others = [n for n in item.name_pool if not known & set(n.split())]
        return replace(claim, **{role + "_name": tuple(random.choice(others).split()[:MOST_NAME]), "right": False}) if others else None
    taken = {w for mention, _ in trigger.subject_mentions + trigger.object_mentions for w in mention}
    others = [w for w, word in enumerate(item.words)
              if w and word[:1].isupper() and word not in known and not taken & {w - 1, w, w + 1}]
    return replace(claim, **{role: [random.choice(others)], "right": False}) if others else None


def proposals(items, random):
    """(item, Marked): some of what the program proposed, and annotated claims, half of them made wrong."""
    out = []
    for item in items:
        chosen = random.sample(item.candidates, min(MOST_MARKED, len(item.candidates)))
        out += [(item, c) for c in chosen]
        if not item.triggers or len(chosen) == MOST_MARKED and random.random() < 0.5:
            continue
        trigger = random.choice(item.triggers)
        claim, draw = _told(item, trigger, random), random.random()
        if claim and draw > 0.45:
            claim = _turned(claim) if draw > 0.8 else _of_another(item, trigger, claim, random)
        if claim:
            out.append((item, claim))
    return out


_LEFT = {"DET", "ADJ", "NOUN", "PROPN", "NUM"}


def phrase(item, word):
    """The words of the noun phrase around `word`, without what stands behind a noun."""
    words = {word}
    left, right = word - 1, word + 1
    while left >= 0 and item.upos[left] in _LEFT and item.heads[left] in words | set(range(left + 1, word)):
        words.add(left)
        left -= 1
    while right < len(item.words) and item.upos[right] == "PROPN" and item.heads[right] in words:
        words.add(right)
        right += 1
    return sorted(words)


def names_before(item):
    """Runs of capitalised words of the sentence before."""
    runs, run = [], []
    for word in item.before[1:] + [""]:
        if word[:1].isupper():
            run.append(word)
        elif run:
            runs.append(tuple(run[:MOST_NAME]))
            run = []
    return runs


def _pointed(item, spot, taken, random):
    """(words, name in front) of what a pointer says, or nothing where nobody can be told."""
    if spot:
        words = phrase(item, spot - 1)
        return None if set(words) & set(taken) else (words, ())
    names = names_before(item) or [tuple(n.split()[:MOST_NAME]) for n in item.name_pool]
    return ([], random.choice(names)) if names else None


def _is_stated(item, relation, word, subject, object_):
    """Whether it, or nearly it, is what the annotation says."""
    return any(t.relation == relation and (abs(t.word - 1 - word) <= 2 or subject in t.subjects and object_ in t.objects)
               for t in item.triggers)


@torch.no_grad()
def mistaken(model, states, x, items, random, most):
    """(item, Marked): what the reader itself would make of words that state nothing, the likeliest ones: the verifier has to
    know better (hard negatives: Shrivastava et al. 2016, "Training region-based object detectors with online hard example
    mining")."""
    scores = model.trigger(states).masked_fill(~x.present.unsqueeze(2), -1e4)
    for k, item in enumerate(items):
        for word in item.unknown:
            scores[k, word - 1] = -1e4
        for t in item.triggers:
            scores[k, max(0, t.word - 3):t.word + 2, t.relation] = -1e4
    best, at = scores.flatten(1).max(1)
    drawn = [b - torch.log(-torch.log(torch.rand(()).clamp(1e-6, 1 - 1e-6))) for b in best]  # Gumbel: now and then less likely ones
    order = sorted((k for k in range(len(items)) if best[k] > -1e3 and items[k].upos), key=lambda k: -drawn[k])
    subjects, objects = (model.pointers(h, states, x.present) for h in (model.subject, model.object))
    out, seen = [], set()
    for k in order:
        if len(out) == most:
            break
        item = items[k]
        if id(item) in seen:
            continue
        seen.add(id(item))
        word, relation = divmod(int(at[k]), scores.shape[2])
        subject, object_ = int(subjects[k, word].argmax()), int(objects[k, word].argmax())
        if _is_stated(item, relation, word, subject, object_):
            continue
        first = _pointed(item, subject, [word], random)
        second = first and _pointed(item, object_, [word, *first[0]], random)
        if second:
            out.append((item, Marked(relation, [word], first[0], second[0], first[1], second[1])))
    return out


MISTAKEN = 0.5   # of the model's own, for each claim that is weighed


def verifier_loss(model, pieces, items, random, x, states):
    claims = proposals(items, random)
    claims += mistaken(model, states, x, items, random, max(1, int(len(claims) * MISTAKEN)))
    claims += random.choices(claims, k=-len(claims) % 4) if claims else []  # few shapes
    if not claims:
        return x.present.new_zeros((), dtype=torch.float)
    logits = model.verifier(*marked_states(model, pieces, claims))
    return binary_cross_entropy_with_logits(logits, torch.tensor([float(c.right) for _, c in claims]), reduction="sum")
