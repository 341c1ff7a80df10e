"""Makes elementary-reference.csv: function, argument, second argument, value and its remainder.

The value is the true one rounded to double, the remainder what rounding left, so that errors can be
measured in fractions of a unit in the last place. Needs mpmath 1.3.
"""
import math
import random

from mpmath import cos, exp, expm1, log, log1p, mp, mpf, sin, tanh

mp.prec = 1400  # enough to reduce the largest double by pi
RANDOM = random.Random(20110)

FUNCTIONS = {
    "exp": lambda x, y: exp(x),
    "expm1": lambda x, y: expm1(x),
    "log": lambda x, y: log(x),
    "log1p": lambda x, y: log1p(x),
    "log2": lambda x, y: log(x) / log(2),
    "log10": lambda x, y: log(x) / log(10),
    "sin": lambda x, y: sin(x),
    "cos": lambda x, y: cos(x),
    "tanh": lambda x, y: tanh(x),
    "sigmoid": lambda x, y: 1 / (1 + exp(-x)),
    "softplus": lambda x, y: log1p(exp(x)),
    "pow": lambda x, y: mpf(x) ** mpf(y),
}
# sin and cos near zeros, both ends of exp, branch points
HARD = [5.319372648326541e255, 6381956970095103.0 * 2.0**797, 1.5707963267948966, 3.141592653589793,
        1e22, 2.0**20, 1048575.9, 0.07, -0.07, 0.0625, 0.2, -0.73, -0.35, 40.3, 709.78, 708.5,
        -708.5, -744.9, -720.3, 2.0**-1074, 2.0**-1022, 1 - 2.0**-53, 1 + 2.0**-52, 0.9990234375,
        1.001953125, 2.0**-9, -(2.0**-9), 2.0**-53, 1.7976931348623157e308, -0.5, -36.5, -39.9]


def argument(i):
    if i < len(HARD):
        return HARD[i]
    kind = i % 5
    if kind == 0:
        return RANDOM.uniform(-10, 10)
    if kind == 1:
        return RANDOM.uniform(-1, 1) * 2.0 ** RANDOM.randint(-40, 60)
    if kind == 2:
        return RANDOM.uniform(-1, 1)
    if kind == 3:
        return 1 + RANDOM.uniform(-1, 1) * 2.0 ** -RANDOM.randint(0, 12)
    return RANDOM.uniform(-745, 709)


def main():
    with open("elementary-reference.csv", "w", encoding="utf-8", newline="\n") as out:
        out.write("function,x,y,value,remainder\n")
        for name, function in FUNCTIONS.items():
            for i in range(150):
                x = argument(i)
                y = 0.0
                if name in ("log", "log2", "log10", "pow") or (name == "log1p" and x <= -1):
                    x = abs(x)
                if name == "pow":
                    small = abs(math.log(x)) < 1e-300
                    y = RANDOM.uniform(-4, 4) if i % 2 or small else (
                        RANDOM.uniform(-700, 700) / math.log(x))
                truth = function(mpf(x), y)
                if not 0 < abs(truth) < mpf(1.797e308):
                    continue
                value = float(truth)
                if value == 0:
                    continue
                remainder = float(truth - mpf(value))
                out.write(",".join([name] + [float.hex(v) for v in (x, y, value, remainder)]) + "\n")


main()
