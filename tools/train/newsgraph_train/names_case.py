"""How a sentence uses capitals. Where they tell nothing (all capitals, none at all) its words are read in
lower case and the model is told so; headlines that capitalise every word are marked too."""

NORMAL, TITLE, UNCASED = range(3)
CASES = 3

# A headline leaves short words like "of" small, so only longer ones count for TITLE.
LONG = 4


def sentence_case(words):
    letters = [w for w in words if w[0].isalpha()]
    shouted = sum(1 for w in letters if w.upper() == w and len(w) > 1)
    raised = sum(1 for w in letters if w[0].isupper())
    multiple = sum(1 for w in letters if len(w) > 1)
    if len(letters) < 3:
        return NORMAL
    if raised == 0 or (multiple >= 3 and shouted * 5 >= multiple * 4):
        return UNCASED
    long = [w for w in letters if len(w) >= LONG]
    if len(long) >= 4 and sum(1 for w in long if w[0].isupper()) * 10 >= len(long) * 9:
        return TITLE
    return NORMAL


def shown(words, case):
    """The forms as the embedder sees them."""
    return [w.lower() for w in words] if case == UNCASED else words


SMALL = frozenset("a an the of in on at to for by and or but as with from is be nor via vs".split())


def titled(words):
    """A sentence as a headline would write it."""
    return [w if w.lower() in SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(words)]
