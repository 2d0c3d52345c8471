"""The mean of the weights of checkpoints that were trained on from the same start: Wortsman et al. (2022), "Model soups".
What only some of them have, such as a later head, is the mean of those.

usage: python -m newsgraph_train.soup OUT CHECKPOINT..."""

import sys

import torch

FROZEN = "encoder.words"   # the same in all of one vocabulary


def mean(checkpoints):
    """Of checkpoints {"labels", "state", "exceptions"}; the last one has all heads."""
    last, state = checkpoints[-1], {}
    for name, value in last["state"].items():
        parts = [c["state"][name] for c in checkpoints if name in c["state"] and c["state"][name].shape == value.shape]
        state[name] = sum(parts) / len(parts) if value.dtype.is_floating_point and name != FROZEN else value
    return {**last, "state": state}


def main():
    out, *paths = sys.argv[1:]
    torch.save(mean([torch.load(path, map_location="cpu", weights_only=False) for path in paths]), out)


if __name__ == "__main__":
    main()
