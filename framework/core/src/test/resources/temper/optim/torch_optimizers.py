"""Writes torch_optimizers.csv: parameters after each step of PyTorch's optimisers on a fixed quadratic.

The loss is sum(a_i (w_i - c_i)^2) / 2 in float64; the learning rate is multiplied by 0.2 before step 11,
so that forms of momentum that differ only when the rate changes are told apart.

    python3 torch_optimizers.py > torch_optimizers.csv        (PyTorch 1.13.0, CPU)
"""
import torch

torch.set_default_dtype(torch.float64)
A = torch.tensor([0.1, 0.5, 1.0, 2.0, 4.0])
C = torch.tensor([1.0, -2.0, 0.5, 3.0, -1.0])
START = [0.3, -0.7, 2.0, 0.0, 1.5]
O = torch.optim


class NAdam(O.Optimizer):
    """NAdam by PyTorch 2's formula: in 1.13 the product of momenta holds the present one twice in its look ahead."""

    def __init__(self, params, lr, beta1=0.9, beta2=0.999, eps=1e-8, momentum_decay=4e-3):
        super().__init__(params, dict(lr=lr))
        self.b1, self.b2, self.eps, self.psi = beta1, beta2, eps, momentum_decay
        self.t, self.product, self.m, self.v = 0, 1.0, 0.0, 0.0

    @torch.no_grad()
    def step(self):
        self.t += 1
        for group in self.param_groups:
            for w in group["params"]:
                mu = self.b1 * (1 - 0.5 * 0.96 ** (self.t * self.psi))
                following = self.b1 * (1 - 0.5 * 0.96 ** ((self.t + 1) * self.psi))
                self.product *= mu
                self.m = self.b1 * self.m + (1 - self.b1) * w.grad
                self.v = self.b2 * self.v + (1 - self.b2) * w.grad**2
                root = (self.v / (1 - self.b2**self.t)).sqrt() + self.eps
                w -= group["lr"] * (1 - mu) / (1 - self.product) * w.grad / root
                w -= group["lr"] * following / (1 - self.product * following) * self.m / root


CASES = {
    "sgd": lambda p: O.SGD(p, lr=0.1),
    "sgd-momentum": lambda p: O.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
    "sgd-nesterov": lambda p: O.SGD(p, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01),
    "adam": lambda p: O.Adam(p, lr=0.1, weight_decay=0.01),
    "adam-betas": lambda p: O.Adam(p, lr=0.1, betas=(0.8, 0.95), eps=1e-3),
    "amsgrad": lambda p: O.Adam(p, lr=0.1, betas=(0.9, 0.9), amsgrad=True),
    "adamw": lambda p: O.AdamW(p, lr=0.1, weight_decay=0.1),
    "nadam": lambda p: NAdam(p, lr=0.1),
    "adagrad": lambda p: O.Adagrad(p, lr=0.5, initial_accumulator_value=0.1),
    "rmsprop": lambda p: O.RMSprop(p, lr=0.05, alpha=0.9, momentum=0.5, weight_decay=0.01),
    "rmsprop-centered": lambda p: O.RMSprop(p, lr=0.05, alpha=0.9, eps=1e-4, centered=True),
    "adadelta": lambda p: O.Adadelta(p, lr=1.0, rho=0.9, eps=1e-6),
    "clipped-norm": lambda p: O.SGD(p, lr=0.1),
    "clipped-value": lambda p: O.SGD(p, lr=0.1),
}

print("case,step," + ",".join(f"w{i}" for i in range(5)))
for name, make in CASES.items():
    w = torch.tensor(START, requires_grad=True)
    optimizer = make([w])
    for step in range(20):
        if step == 10:
            for group in optimizer.param_groups:
                group["lr"] *= 0.2
        optimizer.zero_grad()
        loss = (A * (w - C) ** 2).sum() / 2
        loss.backward()
        if name == "clipped-norm":
            torch.nn.utils.clip_grad_norm_([w], 1.5)
        if name == "clipped-value":
            torch.nn.utils.clip_grad_value_([w], 0.75)
        optimizer.step()
        print(f"{name},{step + 1}," + ",".join(repr(v) for v in w.tolist()))
