"""The verifier reads a proposed claim once more: its sentence with trigger and arguments marked (Baldini Soares et al. 2019),
behind the last words of the sentence before and, where an argument is no name there, the name that the program has for it.

    Donald Trump ; … the sentence before … Leaving them to die is a big mistake , she said .
"""

from dataclasses import dataclass, replace

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

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
    from .joint_training import collate
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
    return out + random.choices(out, k=-len(out) % 4) if out else out  # few shapes


def verifier_loss(model, pieces, items, random, x):
    claims = proposals(items, random)
    if not claims:
        return x.present.new_zeros((), dtype=torch.float)
    logits = model.verifier(*marked_states(model, pieces, claims))
    return binary_cross_entropy_with_logits(logits, torch.tensor([float(c.right) for _, c in claims]), reduction="sum")
