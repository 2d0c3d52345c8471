"""Names that nobody has seen: words made letter by letter after the names of the corpora, and sentences with them.
A recogniser that meets only known names learns lists; one that meets new ones learns what surrounds a name."""

import random as random_module
import re
from collections import defaultdict

from .names_data import (EVENT, GROUP, ORGANIZATION, OUTSIDE, PERSON, PLACE, PRODUCT, TAG_COUNT, WORK, begin_tag)

LEGAL_FORMS = ("Inc. Inc Corp. Corp Ltd. Ltd PLC plc LLC LLP Co. AG GmbH SE KG KGaA AB ASA AS A/S Oyj Oy NV N.V. BV B.V. SA S.A. "
               "SAS SARL SpA S.p.A. S.L. Lda. Ltda. Bhd Berhad Tbk K.K. Pte Pty OAO PAO PJSC JSC d.d. d.o.o. Zrt. a.s. S.R.L.").split()
TRADES = ("Group Holdings Holding Bank Capital Partners Media Foods Energy Pharma Airlines Airways Motors Industries Technologies "
          "Systems Labs Records Press Software Networks Steel Mining Oil Gas Power Chemicals Textiles Insurance Brewery Breweries "
          "Logistics Shipping Telecom Broadcasting Studios Games Robotics Biotech Ventures Properties Hotels Retail Stores "
          "Association Federation Union Party Council Institute University Foundation Agency Authority Commission").split()
BEFORE_NAMES = ("Banco Banque Banca Grupo Groupe Gruppo Elevadores Cervecería Transportes Laboratorios Compañía Compagnie Société "
                "Stadtwerke Kraftwerke Radio Club Editora Minas Usinas PT Bank Kopalnia Fabryka Cantieri Cementos Viação").split()
MEDIA = "Times Post Herald Gazette Tribune Courier Chronicle Observer Journal Echo Mail News Star Telegraph Sentinel Record".split()
PLACE_PARTS = "Bay Valley County Island Falls Heights City Harbour Springs River Beach Hill Park Province District".split()
TITLED = "President Minister Senator Governor Mayor Chancellor Judge General Professor Dr. Mr. Ms. Mrs. Prime".split()


class Words:
    """Makes words after the letters of others: an order-3 chain of characters."""

    def __init__(self, words):
        self._next = defaultdict(list)
        self._known = set(words)
        for word in words:
            padded = "^^^" + word + "$"
            for i in range(3, len(padded)):
                self._next[padded[i - 3:i]].append(padded[i])

    def make(self, random):
        for _ in range(30):
            state, out = "^^^", ""
            while len(out) < 13:
                letter = random.choice(self._next[state])
                if letter == "$":
                    break
                out += letter
                state = state[1:] + letter
            if 4 <= len(out) <= 12 and out not in self._known:
                return out
        return out or "Norvale"


class Inventor:
    """Invented names of each type, as lists of words."""

    def __init__(self, samples, given, seed=1):
        """`samples` with certain names give the letters, `given` are given names."""
        words = defaultdict(set)
        for sample in samples:
            for first, last, kind in certain_names(sample.masks):
                for word in sample.words[first:last + 1]:
                    if re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ’'-]{3,}", word):
                        words[kind].add(word)
        self.random = random_module.Random(seed)
        self.given = sorted(given)
        self._makers = {k: Words(sorted(words[k])) for k in (PERSON, ORGANIZATION, PLACE)}

    def word(self, kind):
        return self._makers[kind if kind in self._makers else ORGANIZATION].make(self.random)

    def person(self):
        draw = self.random.random()
        surname = [self.word(PERSON)]
        if draw < 0.3:
            return surname
        if draw < 0.4:
            return [self.random.choice(self.given), self.random.choice("ABCDEFGHJKLMNPRSTW") + "."] + surname
        if draw < 0.46:
            return [self.random.choice(self.given), self.random.choice(["de", "van", "von", "al", "bin", "da", "Mac"])] + surname
        return [self.random.choice(self.given) if self.random.random() < 0.7 else self.word(PERSON)] + surname

    def organization(self):
        random, draw = self.random, self.random.random()
        core = [self.word(random.choice((ORGANIZATION, PERSON, PLACE)))]
        if draw < 0.3:
            return core
        if draw < 0.45:
            return core + [random.choice(LEGAL_FORMS)]
        if draw < 0.65:
            return core + [random.choice(TRADES)]
        if draw < 0.73:
            return core + [random.choice(TRADES), random.choice(LEGAL_FORMS)]
        if draw < 0.79:
            return [random.choice(BEFORE_NAMES)] + core
        if draw < 0.84:
            return core + ["&", self.word(PERSON)]
        if draw < 0.88:
            return ["".join(random.choice("ABCDEFGHIKLMNOPRSTUVZ") for _ in range(random.randint(2, 5)))]
        if draw < 0.92:
            return core + [random.choice(MEDIA)]
        if draw < 0.95:
            return ["Ministry", "of"] + [random.choice(("Defence", "Finance", "Health", "Trade", "Information", "Culture"))]
        return core + [self.word(PLACE)]

    def place(self):
        draw = self.random.random()
        word = [self.word(PLACE)]
        if draw < 0.75:
            return word
        if draw < 0.85:
            return word + [self.random.choice(PLACE_PARTS)]
        return [self.random.choice(("North", "South", "New", "San", "Port", "Saint", "Mount", "Upper", "East"))] + word

    def product(self):
        word = [self.word(ORGANIZATION)]
        draw = self.random.random()
        if draw < 0.5:
            return word
        if draw < 0.75:
            return word + [str(self.random.randint(2, 900))]
        return word + [self.random.choice(("Pro", "Max", "App", "Pay", "Chat", "One", "X", "Cloud", "Play", "Go", "Plus"))]

    def work(self):
        return ["The", self.word(PLACE), self.random.choice(("Papers", "Letters", "Story", "Diaries", "Years", "Trial"))]

    def event(self):
        return [self.word(PLACE), self.random.choice(("Games", "Festival", "Summit", "Open", "Cup", "Accord", "Marathon"))]

    def group(self):
        return [self.word(PLACE).rstrip("aeioy") + self.random.choice(("an", "ian", "ese", "ish", "i", "ans", "ians"))]

    def of(self, kind):
        return {PERSON: self.person, ORGANIZATION: self.organization, PLACE: self.place, PRODUCT: self.product,
                WORK: self.work, EVENT: self.event, GROUP: self.group}[kind]()


def certain_names(masks):
    """(first, last, kind) of the names whose span and type the masks leave no choice of."""
    out = []
    for i, mask in enumerate(masks):
        if mask & (mask - 1) or mask == OUTSIDE:
            continue
        tag = mask.bit_length() - 1
        if tag % 2 == 1:
            out.append([i, i, tag // 2])
        elif out and out[-1][1] == i - 1 and out[-1][2] == tag // 2 - 1:
            out[-1][1] = i
    return [tuple(s) for s in out]


def likely_names(masks, random):
    """Certain names, and those of which only the type is open, with one of the types that they may have."""
    out = []
    for i, mask in enumerate(masks):
        kinds = [k for k in (PERSON, ORGANIZATION, PLACE) if mask >> begin_tag(k) & 1]
        if mask & OUTSIDE or not kinds and not out:
            continue
        inside = mask & sum(1 << t for t in range(2, TAG_COUNT, 2))
        if kinds and not inside:
            out.append([i, i, random.choice(kinds)])
        elif inside and out and out[-1][1] == i - 1:
            out[-1][1] = i
    return [tuple(s) for s in out]


def replace_words(words, masks, inventor, common, share):
    """Some names with other words in the same places: nothing else of the sentence changes."""
    out = list(words)
    for first, last, kind in likely_names(masks, inventor.random):
        if kind == GROUP or inventor.random.random() > share:
            continue
        for i in range(first, last + 1):
            if re.fullmatch(r"[A-ZÀ-Þ][\w’'-]+", words[i]) and words[i].lower() not in common and words[i] not in LEGAL_FORMS:
                given = kind == PERSON and i < last
                out[i] = inventor.random.choice(inventor.given) if given else inventor.word(kind)
    return out


# Slots: O organization, P person, L place, R product, W work, E event, G group. Words are set off by spaces.
TEMPLATES = """
{O} agreed to buy {O} for $ 310 million in cash , the companies said on Monday .
{O} , a maker of tiles , is a subsidiary of {O} .
{O} is owned by {P} , who also holds a stake in {O} .
Shares of {O} fell 4.2 percent after {O} said it would sell its stake .
{O} completed the purchase of a 77 % interest in {O} .
Tiles maker {O} said profit rose in the third quarter .
{L} - based {O} , part - owned by {O} , operates three mines in {L} .
The {G} software house {O} has been bought by {O} .
{P} , chief executive of {O} , said the deal would close by June .
{O} spokesman {P} declined to comment .
{O} spokeswoman {P} said the company would appeal .
The parent company of {O} , {O} , is listed in {L} .
{O} ’s {R} has been banned in {L} .
{L} banned {R} on government devices over security concerns .
{L} has blocked access to {R} and {R} , the regulator said .
The court in {L} suspended the licence of {O} .
{O} , {O} and {O} were barred from the palace .
Correspondents of {O} , {O} and {O} were not admitted .
The {O} condemned the decision of {P} .
{P} accused {P} of lying to parliament .
{P} , a senator from {L} , called {P} a charlatan .
“ This is a disgrace , ” said {P} , who leads the {O} .
{P} of the {O} denounced {O} for dumping waste near {L} .
The {G} government criticised {O} .
{G} officials said {O} had breached the rules .
{P} was born in {L} and studied at {O} .
{P} joined {O} in 2004 from {O} .
The mayor of {L} , {P} , opened the {E} on Friday .
{L} will host the {E} next year .
{P} won the {E} in {L} .
{P} told {O} that talks with {O} had failed .
In an interview with the {O} , {P} said {O} was not for sale .
The novel {W} by {P} was published in {L} .
{O} sells {R} in forty countries .
{O} launched {R} , a rival of {R} .
Users of {R} complained about {O} .
{O} bought {L} carrier {O} .
{O} will merge with {O} to form {O} .
{O} ’s brands include {R} , {R} and {R} .
{O} owns {O} , {O} and a third of {O} .
The brewery {O} belongs to {O} .
{P} sold {O} to {O} in 2011 .
{P} and {P} founded {O} in {L} in 1998 .
Workers at {O} in {L} walked out on Tuesday .
Police in {L} arrested {P} and {P} .
A fire destroyed the {O} plant in {L} .
Flights from {L} to {L} were suspended by {O} .
{O} ( {O} ) reported a loss .
Regulators fined {O} , owner of {R} , 20 million euros .
{O} and its chairman , {P} , denied the allegations .
{O} analyst {P} expects {O} to raise prices .
State - owned {O} exports potash through {L} .
{O} , once owned by {P} , went bankrupt .
The {O} revoked the accreditation of {O} .
{O} pulled {W} from its schedule .
The {G} regulator {O} ordered {O} off the air .
{L} ’s foreign minister , {P} , summoned the ambassador of {L} .
{L} and {L} signed an agreement on fishing .
Lawyers for {P} said {O} had acted illegally .
{O} has taken full control of {O} , buying out {O} .
A unit of {O} will build the railway between {L} and {L} .
{O} - backed {O} raised $ 40 million .
Private equity firm {O} put {O} up for sale .
{O} , the {L} newspaper , is published by {O} .
Rally in {L} : thousands protest against {O} .
{P} ’s company {O} makes {R} .
Former {O} director {P} has joined {O} .
{P} plays for {O} and lives in {L} .
{O} beat {O} 3 - 1 in {L} .
The {O} group holds 51 percent of {O} .
{O} of {L} said it had bought {O} of {L} .
{O} rejected a bid from {O} .
{P} said on {R} that {P} was a liar .
Shoppers in {L} queued for {R} .
{O} withdrew {R} from sale .
The {E} was cancelled , {O} said .
{L} , {L} : {O} opens a factory .
{O} to Buy {O}
{L} Bans {R}
{P} Slams {O} Over {L} Plant
{O} Unit Sells {O}
{P} Quits {O}
"""


def parse_templates():
    return [line.split() for line in TEMPLATES.strip().splitlines()]


KINDS = {"O": ORGANIZATION, "P": PERSON, "L": PLACE, "R": PRODUCT, "W": WORK, "E": EVENT, "G": GROUP}


def invented_sentence(inventor, templates):
    """(words, masks): a template with invented names."""
    words, masks = [], []
    for part in inventor.random.choice(templates):
        slot = re.fullmatch(r"\{(\w)\}", part)
        if not slot:
            words.append(part)
            masks.append(OUTSIDE)
            continue
        kind = KINDS[slot.group(1)]
        name = inventor.of(kind)
        words += name
        tag = begin_tag(kind)
        masks += [1 << tag] + [1 << (tag + 1)] * (len(name) - 1)
    assert all(0 < m < 1 << TAG_COUNT for m in masks)
    return words, masks
