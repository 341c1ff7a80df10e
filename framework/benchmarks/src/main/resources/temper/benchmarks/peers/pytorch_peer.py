"""The workloads of `temper bench` in PyTorch, timed in rounds.

Arguments: workload, threads, seconds of warm-up, then sizes as name=value. Prints "ready" when it is warm; then, for each
line of standard input that names a number of seconds, works for that long and prints steps a second.
"""

import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

BATCHES = 8


class Block(nn.Module):
    """Pre-activation residual block."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(inputs)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        same = inputs == outputs
        self.shortcut = None if same else nn.Conv2d(inputs, outputs, 1, stride, bias=False)

    def forward(self, x):
        active = F.relu(self.bn1(x), inplace=True)
        y = self.conv2(F.relu(self.bn2(self.conv1(active)), inplace=True))
        return y + (x if self.shortcut is None else self.shortcut(active))


def wide_resnet(depth, widen):
    layers = [nn.Conv2d(3, 16, 3, 1, 1, bias=False)]
    before = 16
    for stage in range(3):
        channels = 16 * widen << stage
        for block in range((depth - 4) // 6):
            layers.append(Block(before, channels, 2 if stage > 0 and block == 0 else 1))
            before = channels
    layers += [nn.BatchNorm2d(before), nn.ReLU(inplace=True), nn.AdaptiveAvgPool2d(1), nn.Flatten()]
    return nn.Sequential(*layers, nn.Linear(before, 10))


def cifar_quick():
    return nn.Sequential(
        nn.Conv2d(3, 32, 5, 1, 2),
        nn.MaxPool2d(3, 2, ceil_mode=True),
        nn.ReLU(inplace=True),
        nn.Conv2d(32, 32, 5, 1, 2),
        nn.ReLU(inplace=True),
        nn.AvgPool2d(3, 2, ceil_mode=True),
        nn.Conv2d(32, 64, 5, 1, 2),
        nn.ReLU(inplace=True),
        nn.AvgPool2d(3, 2, ceil_mode=True),
        nn.Flatten(),
        nn.Linear(1024, 64),
        nn.Linear(64, 10),
    )


def descent(model, loss, batches, rate, momentum):
    """A step takes the next of some batches that lie ready, so that nothing but training is timed."""
    optimizer = torch.optim.SGD(model.parameters(), lr=rate, momentum=momentum)
    count = 0

    def step():
        nonlocal count
        x, y = batches[count % len(batches)]
        count += 1
        optimizer.zero_grad()
        loss(model(x), y).backward()
        optimizer.step()

    return step


def classified(batch, *shape):
    return [(torch.randn(batch, *shape), torch.randint(10, (batch,))) for _ in range(BATCHES)]


def workload(name, size):
    if name == "mlp":
        d, h = size["d"], size["h"]
        layers = [nn.Linear(d, h), nn.ReLU(), nn.Linear(h, h), nn.ReLU(), nn.Linear(h, 10)]
        batches = classified(size["batch"], d)
        return descent(nn.Sequential(*layers), nn.CrossEntropyLoss(), batches, 1e-3, 0.9)
    if name == "tiny":
        d, h, batch = size["d"], size["h"], size["batch"]
        model = nn.Sequential(nn.Linear(d, h), nn.ReLU(), nn.Linear(h, 1), nn.Flatten(0))
        batches = [(torch.randn(batch, d), torch.randint(2, (batch,)).float()) for _ in range(BATCHES)]
        return descent(model, nn.BCEWithLogitsLoss(), batches, 1e-3, 0.9)
    if name == "linreg":
        n, d = size["n"], size["d"]
        x = torch.randn(n, d, dtype=torch.float64)
        y = x[:, :1] + torch.randn(n, 1, dtype=torch.float64)
        model = nn.Linear(d, 1, bias=False).double()
        return descent(model, lambda a, b: 0.5 * F.mse_loss(a, b), [(x, y)], 0.1, 0)
    if name == "cifar-quick":
        batches = classified(size["batch"], 3, 32, 32)
        return descent(cifar_quick(), nn.CrossEntropyLoss(), batches, 1e-3, 0.9)
    if name == "wrn":
        batches = classified(size["batch"], 3, 32, 32)
        model = wide_resnet(size["depth"], size["widen"])
        return descent(model, nn.CrossEntropyLoss(), batches, 1e-3, 0.9)
    raise SystemExit("no workload " + name)


def rate(step, seconds):
    begin = time.perf_counter()
    steps = 0
    while True:
        step()
        steps += 1
        now = time.perf_counter()
        if now - begin >= seconds:
            return steps / (now - begin)


def main():
    name, threads, warm_up = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    step = workload(name, {k: int(v) for k, v in (setting.split("=") for setting in sys.argv[4:])})
    rate(step, warm_up)
    print("ready", flush=True)
    for line in sys.stdin:
        print(rate(step, float(line)), flush=True)


main()
