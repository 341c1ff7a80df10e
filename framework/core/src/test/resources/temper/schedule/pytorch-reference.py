"""Learning rates of PyTorch's own schedulers, one row a case: the rates that steps 0, 1, 2, ... are made with.

Made with Debian 12's python3-torch (PyTorch 1.13.1):  /usr/bin/python3 pytorch-reference.py > pytorch-reference.csv
Each rate is read after as many calls of scheduler.step() as the step's number. PyTorch computes most of its schedules by
recurrences from the rate before, whose rounding errors accumulate: the tolerances of the tests are about that.
Momenta are rows of their own. Measurements of ReduceLROnPlateau are the row `plateau-measurements`.
"""
import math
import warnings

import torch
from torch.optim import lr_scheduler as s

warnings.filterwarnings("ignore")
STEPS = 120


def sgd(rate, momentum=0.9):
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=rate, momentum=momentum)


def row(name, values):
    print(name + "," + ",".join(repr(float(v)) for v in values))


def rates(name, rate, make, steps=STEPS, momentum=False):
    optimizer = sgd(rate)
    scheduler = make(optimizer)
    lr, beta = [], []
    for step in range(steps + 1):
        lr.append(optimizer.param_groups[0]["lr"])
        beta.append(optimizer.param_groups[0]["momentum"])
        if step < steps:
            optimizer.step()
            scheduler.step()
    row(name, lr)
    if momentum:
        row(name + "-momentum", beta)


print("case,values")
rates("constant", 0.3, lambda o: s.ConstantLR(o, factor=0.25, total_iters=7))
rates("step", 0.3, lambda o: s.StepLR(o, step_size=13, gamma=0.7))
rates("multi-step", 0.3, lambda o: s.MultiStepLR(o, milestones=[10, 11, 60, 115], gamma=0.3))
rates("exponential", 0.3, lambda o: s.ExponentialLR(o, gamma=0.97))
rates("linear", 0.3, lambda o: s.LinearLR(o, start_factor=0.1, end_factor=0.9, total_iters=40))
rates("linear-defaults", 0.3, lambda o: s.LinearLR(o))
rates("polynomial", 0.3, lambda o: s.PolynomialLR(o, total_iters=100, power=2.5))
rates("polynomial-linear", 0.3, lambda o: s.PolynomialLR(o, total_iters=100))
rates("cosine", 0.3, lambda o: s.CosineAnnealingLR(o, T_max=50, eta_min=0.01))
rates("warm-restarts", 0.3, lambda o: s.CosineAnnealingWarmRestarts(o, T_0=30, eta_min=0.01))
rates("warm-restarts-doubling", 0.3, lambda o: s.CosineAnnealingWarmRestarts(o, T_0=11, T_mult=2))
for mode, gamma in (("triangular", 1.0), ("triangular2", 1.0), ("exp_range", 0.98)):
    rates("cyclic-" + mode, 0.1, lambda o: s.CyclicLR(o, 0.1, 0.7, step_size_up=9, step_size_down=16, mode=mode, gamma=gamma), momentum=True)
rates("cyclic-scale-by-cycle", 0.1, lambda o: s.CyclicLR(o, 0.0, 0.7, step_size_up=10, scale_fn=lambda c: 0.8 ** (c - 1), scale_mode="cycle", cycle_momentum=False))
rates("cyclic-scale-by-iteration", 0.1, lambda o: s.CyclicLR(o, 0.1, 0.7, step_size_up=10, scale_fn=lambda i: 0.5 ** (i / 20), scale_mode="iterations", cycle_momentum=False))
for strategy in ("cos", "linear"):
    for three in (False, True):
        rates("one-cycle-%s-%d" % (strategy, 3 if three else 2), 0.1,
              lambda o: s.OneCycleLR(o, max_lr=0.8, total_steps=121, pct_start=0.3, anneal_strategy=strategy, div_factor=20.0, final_div_factor=50.0, three_phase=three), momentum=True)
rates("sequential", 0.3, lambda o: s.SequentialLR(o, [s.LinearLR(o, start_factor=0.1, total_iters=20), s.CosineAnnealingLR(o, T_max=100)], milestones=[20]))
rates("sequential-exponential", 0.3, lambda o: s.SequentialLR(o, [s.ConstantLR(o, factor=0.1, total_iters=20), s.ExponentialLR(o, gamma=0.9)], milestones=[20]))

measurements = [4.0 / (1 + 0.2 * i) + 0.3 * math.sin(1.7 * i) + (2.0 if i > 70 else 0.0) for i in range(STEPS)]
row("plateau-measurements", measurements)
for name, options in (
    ("plateau", dict(patience=4)),
    ("plateau-cooldown", dict(factor=0.5, patience=1, cooldown=5, threshold=0.05, min_lr=0.01)),
    ("plateau-absolute", dict(factor=0.3, patience=2, threshold=0.2, threshold_mode="abs")),
    ("plateau-max", dict(mode="max", factor=0.5, patience=3, threshold=0.1)),
    ("plateau-smallest", dict(factor=0.5, patience=0, cooldown=1, eps=0.01)),
):
    optimizer = sgd(0.3)
    scheduler = s.ReduceLROnPlateau(optimizer, **options)
    lr = []
    for m in measurements:
        lr.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step(m)
    row(name, lr + [optimizer.param_groups[0]["lr"]])
