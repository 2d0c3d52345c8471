"""The best tree: Chu and Liu (1965), Edmonds (1967), with exactly one child of the root."""

import numpy as np

_NEVER = -1e9


def best_tree(scores):
    """heads (0 for the root, words from 1) of the best tree; scores (dependent, head)."""
    heads = scores.argmax(1)
    if _is_tree(heads):
        return heads
    n = scores.shape[0]
    arcs = np.full((n + 1, n + 1), _NEVER)  # (head, dependent)
    arcs[:, 1:] = scores.T
    np.fill_diagonal(arcs, _NEVER)
    heads = _edmonds(arcs)[1:]
    if (heads == 0).sum() == 1:
        return heads
    # Every word in turn as the only child of the root.
    best, best_score = None, -np.inf
    for r in range(1, n + 1):
        single = arcs.copy()
        single[0] = _NEVER
        single[0, r] = arcs[0, r]
        candidate = _edmonds(single)[1:]
        score = arcs[candidate, np.arange(1, n + 1)].sum()
        if (candidate == 0).sum() == 1 and score > best_score:
            best, best_score = candidate, score
    return best


def _is_tree(heads):
    if (heads == 0).sum() != 1:
        return False
    for start in range(len(heads)):
        node, steps = start + 1, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def _cycle(heads):
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node > 0 and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node > 0 and seen[node] == start and node in path:
            return path[path.index(node):]
    return None


def _edmonds(arcs):
    heads = arcs.argmax(0)
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [v for v in range(len(heads)) if v not in set(cycle)]
    m, cycle = len(rest), np.array(cycle)
    inside = arcs[heads[cycle], cycle]
    small = np.full((m + 1, m + 1), _NEVER)
    small[:m, :m] = arcs[np.ix_(rest, rest)]
    enter = (arcs[np.ix_(rest, cycle)] - inside)
    leave = arcs[np.ix_(cycle, rest)]
    small[:m, m] = enter.max(1) + inside.sum()
    small[m, :m] = leave.max(0)
    np.fill_diagonal(small, _NEVER)
    small[:, 0] = _NEVER
    outer = _edmonds(small)
    for j, v in enumerate(rest[1:], 1):
        heads[v] = cycle[leave[:, j].argmax()] if outer[j] == m else rest[outer[j]]
    broken = cycle[enter[outer[m]].argmax()]
    heads[broken] = rest[outer[m]]
    return heads
