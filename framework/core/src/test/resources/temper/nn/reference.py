"""Writes reference.csv: what PyTorch 1.13 computes in float64 for the layers and models of temper.nn.

Run: python3 reference.py > reference.csv

Inputs are not written: u(seed, i) below gives them, here and in the Java test.
"""

import math

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def u(seed, shape):
    """Numbers from -1/2 to 1/2 by a fixed rule."""
    size = math.prod(shape)
    values = [((i * 7919 + seed * 104729 + 17) % 1009) / 1009 - 0.5 for i in range(size)]
    return torch.tensor(values).reshape(shape)


def row(name, *tensors):
    flat = [x for t in tensors for x in t.detach().reshape(-1).tolist()]
    print(",".join([name] + ["%.17g" % x for x in flat]))


def leaf(seed, shape, scale=1.0, shift=0.0):
    return (shift + scale * u(seed, shape)).requires_grad_()


def layer(name, f, *inputs):
    """The output, and the gradients of its inner product with u(99)."""
    y = f(*inputs)
    row(name, y)
    (y * u(99, y.shape)).sum().backward()
    for i, x in enumerate(inputs):
        row("%s gradient %d" % (name, i), x.grad)


for stride, padding, kernel in [(1, 2, 5), (2, 1, 3), (1, 0, 1), (2, 0, 1)]:
    layer(
        "convolve kernel %d stride %d padding %d" % (kernel, stride, padding),
        lambda x, w: F.conv2d(x, w, stride=stride, padding=padding),
        leaf(1, (2, 3, 7, 6)),
        leaf(2, (4, 3, kernel, kernel)),
    )
for kernel, stride, padding, ceil in [(3, 2, 0, True), (3, 2, 1, False), (2, 2, 0, False)]:
    label = "kernel %d stride %d padding %d %s" % (kernel, stride, padding, str(ceil).lower())
    layer("max pool " + label, lambda x: F.max_pool2d(x, kernel, stride, padding, ceil_mode=ceil), leaf(3, (2, 2, 8, 6)))
    layer("average pool " + label, lambda x: F.avg_pool2d(x, kernel, stride, padding, ceil_mode=ceil), leaf(3, (2, 2, 8, 6)))
for shape in [(5, 3), (3, 2, 4, 5)]:
    mean, var = torch.zeros(shape[1]), torch.ones(shape[1])
    name = "batch normalisation of rank %d" % len(shape)
    weight, bias = leaf(5, (shape[1],), 1, 1), leaf(6, (shape[1],))
    layer(name, lambda x, w, b: F.batch_norm(x, mean, var, w, b, training=True, momentum=0.1, eps=1e-5), leaf(4, shape, 3, 1), weight, bias)
    row(name + " running", mean, var)
    layer(name + " in evaluation", lambda x, w, b: F.batch_norm(x, mean, var, w, b, training=False, eps=1e-5), leaf(4, shape, 3, 1), leaf(5, (shape[1],), 1, 1), leaf(6, (shape[1],)))
layer("normalise across channels", lambda x: F.local_response_norm(x, 3, alpha=0.5, beta=0.75, k=1), leaf(7, (2, 5, 3, 3), 4))
layer("normalise across channels with another power", lambda x: F.local_response_norm(x, 5, alpha=0.3, beta=0.6, k=1), leaf(7, (2, 5, 3, 3), 4))
layer("normalise within channels", lambda x: x * (1 + 0.5 * F.avg_pool2d(x * x, 3, 1, 1)) ** -0.75, leaf(8, (2, 2, 4, 5), 4))
labels = torch.tensor([0, 3, 1, 2, 3])
layer("cross-entropy", lambda x: F.cross_entropy(x, labels, reduction="none"), leaf(9, (5, 4), 6))
signs = torch.tensor([1.0, -1.0, 1.0, 1.0, -1.0])
layer("logistic loss", lambda x: F.softplus(-signs * x), leaf(10, (5,), 6))
layer("hinge loss", lambda x: F.relu(1 - signs * x), leaf(10, (5,), 6))
layer("squared error", lambda x: ((x - u(12, (5, 3))) ** 2).mean(1), leaf(11, (5, 3)))
for name, f in [
    ("relu", F.relu),
    ("leaky_relu", F.leaky_relu),
    ("tanh", torch.tanh),
    ("sigmoid", torch.sigmoid),
    ("gelu", F.gelu),
    ("silu", F.silu),
    ("softplus", F.softplus),
    ("identity", lambda x: x * 1),
]:
    layer("activation " + name, f, leaf(13, (40,), 12))


class Net:
    """Parameters by name, made on first use and filled by the rule that the Java test has too."""

    def __init__(self):
        self.parameters = {}

    def __call__(self, name, *shape):
        if name not in self.parameters:
            seed = len(self.parameters)
            if len(shape) > 1:
                value = math.sqrt(24 / (math.prod(shape) / shape[0])) * u(seed, shape)
            elif name.endswith("weight"):
                value = 1 + 0.2 * u(seed, shape)
            else:
                value = 0.2 * u(seed, shape)
            self.parameters[name] = value.requires_grad_()
        return self.parameters[name]


def dense(net, name, x, outputs):
    x = x.flatten(1)
    return F.linear(x, net(name + ".weight", outputs, x.shape[1]), net(name + ".bias", outputs))


def conv(net, name, x, outputs, kernel, stride=1, padding=0, bias=True):
    w = net(name + ".weight", outputs, x.shape[1], kernel, kernel)
    return F.conv2d(x, w, net(name + ".bias", outputs) if bias else None, stride, padding)


def bn(net, name, x):
    c = x.shape[1]
    return F.batch_norm(x, torch.zeros(c), torch.ones(c), net(name + ".weight", c), net(name + ".bias", c), training=True)


def mlp(net, x):
    for i, units in enumerate([32, 16]):
        x = F.relu(dense(net, "fc%d" % (i + 1), x, units))
    return dense(net, "fc3", x, 10)


def cifar10_quick(net, x):
    x = F.relu(F.max_pool2d(conv(net, "conv1", x, 32, 5, 1, 2), 3, 2, ceil_mode=True))
    x = F.avg_pool2d(F.relu(conv(net, "conv2", x, 32, 5, 1, 2)), 3, 2, ceil_mode=True)
    x = F.avg_pool2d(F.relu(conv(net, "conv3", x, 64, 5, 1, 2)), 3, 2, ceil_mode=True)
    return dense(net, "ip2", dense(net, "ip1", x, 64), 10)


def wide_resnet_16_1(net, x):
    x = conv(net, "conv1", x, 16, 3, 1, 1, bias=False)
    for stage in (1, 2, 3):
        channels = 16 << (stage - 1)
        for block in (1, 2):
            name = "stage%d.block%d" % (stage, block)
            stride = 2 if stage > 1 and block == 1 else 1
            active = F.relu(bn(net, name + ".bn1", x))
            y = conv(net, name + ".conv1", active, channels, 3, stride, 1, bias=False)
            y = F.relu(bn(net, name + ".bn2", y))
            y = conv(net, name + ".conv2", y, channels, 3, 1, 1, bias=False)
            if x.shape[1] != channels:
                x = conv(net, name + ".shortcut", active, channels, 1, stride, 0, bias=False)
            x = x + y
    x = F.relu(bn(net, "final", x)).mean((2, 3))
    return dense(net, "fc", x, 10)


def model(name, f, shape, rate):
    """Logits, loss, gradients in brief, and the losses of ten steps with momentum."""
    net = Net()
    x = 2 * u(1000, shape)
    y = torch.arange(shape[0]) * 3 % 10
    velocity = {}
    losses = []
    for step in range(11):
        logits = f(net, x)
        loss = F.cross_entropy(logits, y)
        losses.append(loss)
        for p in net.parameters.values():
            p.grad = None
        loss.backward()
        if step == 0:
            row(name + " logits", logits)
            for p_name, p in net.parameters.items():
                g = p.grad.reshape(-1)
                brief = torch.stack([g.sum(), g.abs().sum(), (g * u(77, g.shape)).sum()])
                row("%s gradient %s" % (name, p_name), brief, g[:4])
        with torch.no_grad():
            for p_name, p in net.parameters.items():
                v = 0.9 * velocity.get(p_name, 0) + p.grad
                velocity[p_name] = v
                p -= rate * v
    row(name + " losses", *losses)


model("mlp", mlp, (8, 20), 0.05)
model("cifar10-quick", cifar10_quick, (4, 3, 16, 16), 0.002)
model("wide-resnet-16-1", wide_resnet_16_1, (6, 3, 8, 8), 0.02)
