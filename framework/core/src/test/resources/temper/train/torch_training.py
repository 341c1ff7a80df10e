"""Writes torch_training.csv: ten steps of training of two networks in PyTorch 1.13.

Run: python3 torch_training.py > torch_training.csv

Each line: network, precision, step, loss of the batch before the step, and of all parameters after
it the sum, the sum of magnitudes and the sum weighted by u(77, i) over their flat vector.
Parameters, inputs and labels are not written: u(seed, i) below gives them, here and in the test.
The optimiser is torch.optim.SGD with momentum 0.9; in cifar10-quick biases learn at twice the rate,
as Caffe's definition of the network has it.
"""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

torch.set_num_threads(1)


def u(seed, shape, precision):
    """Numbers from -1/2 to 1/2 by a fixed rule."""
    size = math.prod(shape)
    values = [((i * 7919 + seed * 104729 + 17) % 1009) / 1009 - 0.5 for i in range(size)]
    return torch.tensor(values, dtype=torch.float64).reshape(shape).to(precision)


def mlp():
    return nn.Sequential(
        nn.Linear(20, 32), nn.ReLU(), nn.Linear(32, 16), nn.ReLU(), nn.Linear(16, 10))


def quick():
    """Caffe's cifar10_quick on images of 16 x 16."""
    pool = dict(kernel_size=3, stride=2, ceil_mode=True)
    return nn.Sequential(
        nn.Conv2d(3, 32, 5, padding=2), nn.MaxPool2d(**pool), nn.ReLU(),
        nn.Conv2d(32, 32, 5, padding=2), nn.ReLU(), nn.AvgPool2d(**pool),
        nn.Conv2d(32, 64, 5, padding=2), nn.ReLU(), nn.AvgPool2d(**pool),
        nn.Flatten(), nn.Linear(256, 64), nn.Linear(64, 10))


def train(name, make, shape, rate, precision):
    net = make().to(precision)
    with torch.no_grad():
        for seed, p in enumerate(net.parameters()):
            scale = math.sqrt(24 / (p.numel() / p.shape[0])) if p.dim() > 1 else 0.2
            p.copy_((scale * u(seed, p.shape, torch.float64)).to(precision))
    x = (2 * u(1000, shape, torch.float64)).to(precision)
    y = torch.arange(shape[0]) * 3 % 10
    factor = 2 if name == "cifar10-quick" else 1
    groups = [{"params": [p], "lr": rate * (factor if p.dim() == 1 else 1)} for p in net.parameters()]
    optimizer = torch.optim.SGD(groups, lr=rate, momentum=0.9)
    for step in range(10):
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        flat = torch.cat([p.detach().reshape(-1) for p in net.parameters()]).double()
        sums = [flat.sum(), flat.abs().sum(), (flat * u(77, flat.shape, torch.float64)).sum()]
        kind = "float64" if precision == torch.float64 else "float32"
        numbers = [loss.item()] + [s.item() for s in sums]
        print(",".join([name, kind, str(step)] + ["%.17g" % n for n in numbers]))


for precision in (torch.float32, torch.float64):
    train("mlp", mlp, (8, 20), 0.05, precision)
    train("cifar10-quick", quick, (4, 3, 16, 16), 0.002, precision)
