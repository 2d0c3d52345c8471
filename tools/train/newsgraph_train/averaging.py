"""Exponential moving average of the weights, which is what is measured and shipped."""

import copy

import torch


class Average:
    def __init__(self, model, decay=0.999, every=4):
        self.model = copy.deepcopy(model).eval()
        self._decay, self._every, self._steps = decay, every, 0

    @torch.no_grad()
    def update(self, model):
        self._steps += 1
        if self._steps % self._every:
            return
        decay = min(self._decay ** self._every, self._steps / (self._steps + 40))
        torch._foreach_lerp_(list(self.model.parameters()), list(model.parameters()), 1 - decay)
