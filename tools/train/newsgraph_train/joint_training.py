"""The training loop of the joint reader: so many minutes, the learning rate falling to zero."""

import random as random_module
import time
from dataclasses import asdict, dataclass

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from .input import STEP, collate
from .joint import RELATIONS, Labels
from .lemmas import rule_of
from .names_data import TAG_COUNT
from .verification import verifier_loss

PIECES = 1024   # in a batch


@dataclass(frozen=True)
class Schedule:
    minutes: float
    encoder_rate: float = 2.5e-4
    head_rate: float = 1.5e-3
    warm_up: float = 0.06        # share of the time
    seed: int = 1
    steps: int = 0               # instead of minutes, where above 0


class Encoding:
    """Labels as numbers."""

    def __init__(self, labels):
        self.upos, self.xpos, self.deprel, self.rules = (
            {x: i for i, x in enumerate(values)} for values in (labels.upos, labels.xpos, labels.deprel, labels.rules))

    def of(self, token):
        """(upos, xpos, rule, head, deprel), -1 where unknown."""
        rule = -1 if token.lemma == "_" else self.rules.get(rule_of(token.form, token.lemma), -1)
        return (self.upos.get(token.upos, -1), self.xpos.get(token.xpos, -1), rule, token.head,
                self.deprel.get(token.deprel, -1))


def kind_of(item):
    return 0 if item.tokens else 1 if item.triggers is None else 2


def batches(items, pieces, random):
    """Items of one kind and about one length together, in random order. Few shapes, for each costs oneDNN a new kernel:
    lengths in steps of 8, and the last batch of a length is filled up with sentences once more."""
    buckets = {}
    for item in items:
        row = (item, pieces.sentence(item.words))
        buckets.setdefault((kind_of(item), -(-len(row[1][0]) // STEP)), []).append(row)
    out = []
    for (_, steps), rows in sorted(buckets.items()):
        random.shuffle(rows)
        size = max(1, PIECES // (STEP * steps))
        for at in range(0, len(rows), size):
            group = rows[at:at + size]
            if len(group) * 3 < size and at:
                continue  # they come another time
            out.append(group + random.choices(rows, k=size - len(group)))
    random.shuffle(out)
    return out


def tree_losses(model, encoding, states, x, items):
    width = states.shape[1]
    rows = [[encoding.of(t) for t in i.tokens] + [(-1, -1, -1, 0, -1)] * (width - len(i.words)) for i in items]
    gold = torch.tensor(rows)
    flat = states[x.present]
    goal = gold[x.present]
    total = cross_entropy(model.upos(flat), goal[:, 0], ignore_index=-1, reduction="sum") * 0.5
    total = total + cross_entropy(model.xpos(flat), goal[:, 1], ignore_index=-1, reduction="sum") * 0.5
    total = total + cross_entropy(model.lemmas(flat), goal[:, 2], ignore_index=-1, reduction="sum") * 0.5
    total = total + cross_entropy(model.arcs(states, x.present)[x.present], goal[:, 3], reduction="sum")
    relations = model.relations(states, gold[:, :, 3])[x.present]
    return total + cross_entropy(relations, goal[:, 4], ignore_index=-1, reduction="sum")


_BITS = 1 << torch.arange(TAG_COUNT)


def name_losses(model, states, items):
    chosen = [k for k, i in enumerate(items) if i.masks]
    if not chosen:
        return states.new_zeros(())
    width = max(len(items[k].words) for k in chosen)
    masks = torch.tensor([items[k].masks + [1] * (width - len(items[k].words)) for k in chosen])
    present = torch.arange(width) < torch.tensor([[len(items[k].words)] for k in chosen])
    allowed = ((masks.unsqueeze(2) & _BITS) != 0).float()
    scores = model.name_scores(states[torch.tensor(chosen), :width], torch.tensor([items[k].source for k in chosen]))
    return model.name_loss(scores, allowed, present)


def claim_losses(model, states, x, items):
    width = states.shape[1]
    goal = torch.zeros(len(items), width, len(RELATIONS))
    known = x.present.clone()
    status, pointing = [], []
    for k, item in enumerate(items):
        for word in item.unknown:
            known[k, word - 1] = False
        for trigger in item.triggers:
            goal[k, trigger.word - 1, trigger.relation] = 1
            known[k, trigger.word - 1] = True
            status.append((k, trigger.word - 1, trigger.status))
            pointing.append((k, trigger))
    loss = binary_cross_entropy_with_logits(model.trigger(states[known]), goal[known], reduction="sum")
    if not status:
        return loss
    rows = torch.tensor(status)
    loss = loss + 0.3 * cross_entropy(model.status(states[rows[:, 0], rows[:, 1]]), rows[:, 2], reduction="sum")
    for head, role in ((model.subject, "subjects"), (model.object, "objects")):
        scores = model.pointers(head, states, x.present)[rows[:, 0], rows[:, 1]]
        wanted = torch.zeros_like(scores)
        for n, (_, trigger) in enumerate(pointing):
            spots = getattr(trigger, role)
            wanted[n, spots] = 1 / len(spots)
        loss = loss - 0.5 * (scores.log_softmax(1) * wanted).sum()
    return loss


def skimmer_loss(model, skimmed, states, x, items):
    """Against what the whole encoder sees, and what is annotated."""
    seen = model.trigger(states).sigmoid().amax(2).masked_fill(~x.present, 0).amax(1).detach()
    told = torch.tensor([bool(i.triggers) for i in items])
    goal = torch.where(told, torch.ones_like(seen), seen)
    logits = model.skimmer(skimmed, x.mask)
    return binary_cross_entropy_with_logits(logits, goal, weight=1 + 2 * goal, reduction="sum")


def batch_loss(model, encoding, group, pieces, random):
    items = [i for i, _ in group]
    x = collate([p for _, p in group])
    skimmed = model.encoder.skim(x.ids, x.cases, x.mask)
    states = model.words_of(model.encoder.deep(skimmed, x.mask), x.first, x.last)
    words = int(x.present.sum())
    kind = kind_of(items[0])
    total = name_losses(model, states, items)
    if kind == 0:
        total = total + tree_losses(model, encoding, states, x, items)
    if kind == 2:
        total = total + 4 * claim_losses(model, states, x, items) + 3 * verifier_loss(model, pieces, items, random, x, states)
        total = total + skimmer_loss(model, skimmed, states, x, items)
    return total / words


FRESH = ("encoder.cases", "encoder.marks")   # what the pretrained encoder has not


def optimiser(model, schedule):
    encoder = [p for n, p in model.named_parameters() if n.startswith("encoder.") and n not in FRESH]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.") or n in FRESH]
    return torch.optim.AdamW([{"params": encoder, "peak": schedule.encoder_rate},
                              {"params": heads, "peak": schedule.head_rate}], lr=0, betas=(0.9, 0.98), weight_decay=0.01, foreach=True)


def train(model, encoding, epoch_items, pieces, schedule, report=print):
    """`epoch_items(n)` gives the items of pass n, noise already in them."""
    random = random_module.Random(schedule.seed)
    adam = optimiser(model, schedule)
    start, step, epoch, group_losses = time.time(), 0, 0, {}
    while True:
        model.train()
        for group in batches(epoch_items(epoch), pieces, random):
            share = step / schedule.steps if schedule.steps else (time.time() - start) / (60 * schedule.minutes)
            if share >= 1:
                return
            rate = min(1.0, share / schedule.warm_up) * (1 - max(0.0, share - schedule.warm_up) / (1 - schedule.warm_up))
            for parameters in adam.param_groups:
                parameters["lr"] = parameters["peak"] * rate
            loss = batch_loss(model, encoding, group, pieces, random)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            adam.step()
            adam.zero_grad()
            group_losses.setdefault(kind_of(group[0][0]), []).append(float(loss))
            step += 1
            if step % 200 == 0:
                means = " ".join(f"{k}:{sum(v[-60:]) / len(v[-60:]):.3f}" for k, v in sorted(group_losses.items()))
                report(f"pass {epoch} step {step} {(time.time() - start) / 60:.1f} min share {share:.2f} losses {means}")
        epoch += 1


def save(model, exceptions, path):
    torch.save({"labels": asdict(model.labels), "state": model.state_dict(), "exceptions": exceptions}, path)


def load(path, transformer=None):
    from .joint import Joint
    data = torch.load(path)
    model = Joint(Labels(**data["labels"]), transformer, len(data["state"]["encoder.words"]))
    state = data["state"]
    if "verifier.hidden.weight" not in state:  # a checkpoint from before this verifier
        state = {k: v for k, v in state.items() if not k.startswith("verifier.")}
    model.load_state_dict(state, strict=False)
    return model, data["exceptions"]
