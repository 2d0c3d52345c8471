"""Sentences as the tensors that the encoder reads."""

from dataclasses import dataclass

import torch

STEP = 8        # lengths of batches, in pieces


@dataclass
class Input:
    ids: torch.Tensor
    cases: torch.Tensor
    mask: torch.Tensor
    first: torch.Tensor
    last: torch.Tensor
    present: torch.Tensor


def collate(sentences, step=STEP):
    """Padded tensors of what Pieces.sentence() gave."""
    length, words = max(len(s[0]) for s in sentences), max(len(s[2]) for s in sentences)
    length = -(-length // step) * step

    def padded(column, size):
        return torch.tensor([s[column] + [0] * (size - len(s[column])) for s in sentences])

    lengths = torch.tensor([len(s[0]) for s in sentences])
    counts = torch.tensor([len(s[2]) for s in sentences])
    return Input(padded(0, length), padded(1, length), torch.arange(length) < lengths.unsqueeze(1), padded(2, words),
                 padded(3, words), torch.arange(words) < counts.unsqueeze(1))
