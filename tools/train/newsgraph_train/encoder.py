"""Bidirectional LSTM layers with the loop over time written out: both directions in one product, and
a backward pass that keeps nothing but the gates."""

import torch
from torch import nn

from .layers import Linear, Switches, locked_dropout, rounded


def _product(a, b):
    if a.dtype == b.dtype:
        return torch.bmm(a, b)
    return torch.bmm(a.to(b.dtype), b)


class _Recurrence(torch.autograd.Function):
    """gates (L, 2, B, 4, W): pre-activations of input, forget, output, candidate; weight (2, W, 4W)."""

    @staticmethod
    def forward(ctx, gates, weight):
        length, _, batch, _, width = gates.shape
        gates = gates.clone()
        fast = weight.bfloat16() if Switches.fast and ctx.needs_input_grad[0] else weight
        hidden, cell, squashed = (gates.new_empty(length, 2, batch, width) for _ in range(3))
        for t in range(length):
            g = gates[t]
            if t:
                g.view(2, batch, 4 * width).add_(_product(hidden[t - 1], fast))
            g[:, :, :3].sigmoid_()
            g[:, :, 3].tanh_()
            torch.mul(g[:, :, 0], g[:, :, 3], out=cell[t])
            if t:
                cell[t].addcmul_(g[:, :, 1], cell[t - 1])
            torch.tanh(cell[t], out=squashed[t])
            torch.mul(g[:, :, 2], squashed[t], out=hidden[t])
        ctx.save_for_backward(gates, fast, hidden, cell, squashed)
        return hidden

    @staticmethod
    def backward(ctx, d_hidden):
        gates, weight, hidden, cell, squashed = ctx.saved_tensors
        length, _, batch, _, width = gates.shape
        i, f, o, z = gates.unbind(3)
        d_gates = torch.empty_like(gates)
        d_gates[:, :, :, 0] = z * i * (1 - i)
        d_gates[0, :, :, 1] = 0
        d_gates[1:, :, :, 1] = cell[:-1] * f[1:] * (1 - f[1:])
        d_gates[:, :, :, 2] = squashed * o * (1 - o)
        d_gates[:, :, :, 3] = i * (1 - z * z)
        through = o * (1 - squashed * squashed)
        transposed = weight.transpose(1, 2).contiguous()
        dh, dc = d_hidden[length - 1], None
        for t in range(length - 1, -1, -1):
            d = dh * through[t]
            if dc is not None:
                d += dc
            p = d_gates[t]
            p[:, :, 2] *= dh
            p[:, :, :2] *= d.unsqueeze(2)
            p[:, :, 3] *= d
            if t:
                dh = d_hidden[t - 1] + _product(p.view(2, batch, 4 * width), transposed)
                dc = d.mul_(f[t])
        if length == 1:
            return d_gates, torch.zeros_like(weight, dtype=d_gates.dtype)
        before = hidden[:-1].transpose(0, 1).reshape(2, -1, width).transpose(1, 2).to(weight.dtype)
        after = d_gates[1:].transpose(0, 1).reshape(2, -1, 4 * width).to(weight.dtype)
        return d_gates, torch.bmm(before, after).float()


class BiLstm(nn.Module):
    """One layer; `recurrent` is (direction, from hidden unit, gate x unit)."""

    def __init__(self, inputs, width):
        super().__init__()
        self.width = width
        self.input = Linear(inputs, 8 * width)
        self.recurrent = nn.Parameter(torch.empty(2, width, 4 * width))
        with torch.no_grad():
            self.input.bias.view(2, 4, width)[:, 1] = 1.0  # remember at first
            for direction in range(2):
                for gate in range(4):
                    nn.init.orthogonal_(self.recurrent[direction, :, gate * width:(gate + 1) * width])

    def forward(self, x):
        """(batch, length, inputs) to (batch, length, 2 * width): forward half, backward half."""
        batch, length, _ = x.shape
        g = self.input(x).view(batch, length, 2, 4, self.width).permute(1, 2, 0, 3, 4)
        g = torch.stack([g[:, 0], g[:, 1].flip(0)], 1)
        weight = rounded(self.recurrent, rows_last=True) if Switches.rounding else self.recurrent
        h = _Recurrence.apply(g, weight)
        return torch.cat([h[:, 0], h[:, 1].flip(0)], 2).transpose(0, 1)


class Encoder(nn.Module):
    """Stacked BiLSTMs over word vectors. All sentences of a batch have the same length."""

    def __init__(self, inputs, width, layers, input_dropout=0.25, dropout=0.33):
        super().__init__()
        self.layers = nn.ModuleList(BiLstm(inputs if k == 0 else 2 * width, width) for k in range(layers))
        self.input_dropout, self.dropout, self.outputs = input_dropout, dropout, 2 * width

    def forward(self, x):
        x = locked_dropout(x, self.input_dropout, self.training)
        for layer in self.layers:
            x = locked_dropout(layer(x), self.dropout, self.training)
        return x
