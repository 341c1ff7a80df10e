package temper.studies.convexlinearregression;

import java.util.Arrays;
import java.util.List;
import temper.lab.study.Claim;
import temper.lab.study.Claim.Part;
import temper.lab.study.Table;
import temper.lab.study.Tables;
import temper.stats.Exact;
import temper.stats.MedianSign;
import temper.stats.Region;

/** Claims beyond the paper: momentum, stochastic gradients, label noise, and real data. */
final class ExtensionClaims {

  private static final double ROUNDING = 1e-9;
  private static final double MOMENTUM = 0.9;

  private ExtensionClaims() {}

  static List<Claim> all() {
    return List.of(
        momentum(),
        kernel(),
        stochastic(),
        noise(),
        flow(),
        real(
            "NAK-R1",
            "On two classes of Fashion-MNIST with random features, an annealed large rate lowers the"
                + " test loss at equal train loss.",
            ImageFeatures.NAME),
        real(
            "NAK-R2",
            "On the Wisconsin breast cancer data, an annealed large rate lowers the test loss at"
                + " equal train loss.",
            TabularClasses.NAME));
  }

  private static Claim momentum() {
    return new Statement(
            "NAK-X1",
            Statement.OURS,
            "Heavy-ball momentum of 0.9 removes the effect: over nearly all stable rates both"
                + " directions shrink equally fast, so that no rate but the very largest leaves the"
                + " error in the steep direction.")
        .exactly(
            "long-run factors per step; test over train loss at train loss 1e-3",
            "both factors sqrt(0.9) within 1e-9 for 2 rate c1 in (0.0264, 3.797); the steep"
                + " direction slower only in (3.797, 3.8); test over train loss rises at more than"
                + " a tenth of the steps of the rate; below 1.1 at 0.9999 of the stability bound",
            List.of(Momentum.NAME),
            ExtensionClaims::momentumParts);
  }

  private static List<Part> momentumParts(Tables tables) {
    Table trials = tables.trials(Momentum.NAME).where("momentum", MOMENTUM);
    double[] product = trials.numbers("product");
    double[] steep = trials.numbers("steep_contraction");
    double[] flat = trials.numbers("flat_contraction");
    double[] value = trials.numbers("test_over_train");
    double deviation = 0;
    double firstFlip = Double.POSITIVE_INFINITY;
    int rises = 0;
    int inside = 0;
    for (int i = 0; i < product.length; i++) {
      if (product[i] > 0.0264 && product[i] < 3.797) {
        double worst =
            Math.max(
                Math.abs(steep[i] - Math.sqrt(MOMENTUM)), Math.abs(flat[i] - Math.sqrt(MOMENTUM)));
        deviation = Math.max(deviation, worst);
        rises += i > 0 && value[i] > value[i - 1] + ROUNDING ? 1 : 0;
        inside++;
      }
      if (steep[i] > flat[i] + ROUNDING) {
        firstFlip = Math.min(firstFlip, product[i]);
      }
    }
    int last = DeterministicClaims.indexOf(trials.numbers("rate"), Momentum.FLIPPED);
    return List.of(
        new Part(
            "largest distance of a factor from sqrt(0.9)",
            new Exact(deviation),
            Region.atMost(ROUNDING)),
        new Part(
            "smallest 2 rate c1 with a slower steep direction",
            new Exact(firstFlip),
            Region.between(3.797, 3.8)),
        new Part(
            "share of steps of the rate at which test over train loss rises",
            new Exact((double) rises / inside),
            Region.above(0.1)),
        new Part("test over train loss at 0.9999", new Exact(value[last]), Region.below(1.1)));
  }

  private static Claim kernel() {
    return new Statement(
            "NAK-X2",
            "Beugnot, Mairal, Rudi (2022), recalled; the problem is ours",
            "In kernel regression a large rate that is annealed leaves its residual in the first"
                + " eigenvector of the kernel matrix, gradient flow at equal train loss in others.")
        .tested(
            "sign",
            "median share of the train loss that lies in the first eigenvector, at a tenth of the"
                + " first train loss",
            "> 0.5 after 0.99 of the stability bound, < 0.01 after flow",
            List.of(KernelResidual.NAME),
            tables -> {
              Table trials = tables.trials(KernelResidual.NAME).where("loss", KernelResidual.STOP);
              return List.of(
                  new Part(
                      "median share in the first eigenvector, large rate",
                      MedianSign.of(trials.numbers("large_share")),
                      Region.above(0.5)),
                  new Part(
                      "median share in the first eigenvector, flow",
                      MedianSign.of(trials.numbers("flow_share")),
                      Region.below(0.01)));
            });
  }

  private static Claim stochastic() {
    return new Statement(
            "NAK-X3",
            "Wu, Zou, Braverman, Gu (2021), abstract; the problem is ours",
            "Stochastic gradient descent at a moderate rate that is annealed comes down along"
                + " eigenvectors of large eigenvalues, full gradient descent at the same rate along"
                + " those of small ones.")
        .tested(
            "sign",
            "median logarithm of the ratio of Rayleigh quotients, stochastic over full",
            "> 0 at 0.95 of the stability bound of a single sample",
            List.of(StochasticDirection.NAME),
            tables ->
                List.of(
                    new Part(
                        "median log ratio of Rayleigh quotients",
                        MedianSign.of(
                            tables
                                .trials(StochasticDirection.NAME)
                                .where("rate", StochasticDirection.MODERATE)
                                .numbers("log_quotient_ratio")),
                        Region.above(0))));
  }

  private static Claim noise() {
    return new Statement(
            "NAK-X4",
            Statement.OURS,
            "Label noise sets a floor under the test loss: the ratio shrinks to 1 once the stopping"
                + " loss is below sigma^2 d / n.")
        .tested(
            "sign",
            "median ratio of test losses above their minimum",
            "> 5 at a stop of 100 sigma^2 d / n, in (0.9, 1.5) at 0.01, and smaller at 0.1 than at"
                + " 10",
            List.of(LabelNoise.NAME),
            tables -> {
              Table trials = tables.trials(LabelNoise.NAME);
              double[] early = trials.where("multiple", LabelNoise.EARLY).numbers("ratio");
              double[] late = trials.where("multiple", LabelNoise.LATE).numbers("ratio");
              double[] above = trials.where("multiple", 10).numbers("ratio");
              double[] below = trials.where("multiple", 0.1).numbers("ratio");
              return List.of(
                  new Part(
                      "median ratio at 100 sigma^2 d / n", MedianSign.of(early), Region.above(5)),
                  new Part(
                      "median ratio at 0.01 sigma^2 d / n",
                      MedianSign.of(late),
                      new Region(0.9, true, 1.5, true)),
                  new Part(
                      "median difference of the ratios at 10 and 0.1",
                      MedianSign.paired(above, below),
                      Region.above(0)));
            });
  }

  private static Claim flow() {
    return new Statement(
            "NAK-C1",
            Statement.OURS,
            "Check of the method: the closed form of gradient flow by eigendecomposition and a"
                + " numerical integration end at the same point.")
        .exactly(
            "largest difference over the length of the start",
            "<= 1e-8",
            List.of(FlowCheck.NAME),
            tables ->
                List.of(
                    new Part(
                        "largest difference",
                        new Exact(
                            Arrays.stream(tables.trials(FlowCheck.NAME).numbers("difference"))
                                .max()
                                .orElse(Double.NaN)),
                        Region.atMost(1e-8))));
  }

  private static Claim real(String id, String text, String experiment) {
    return new Statement(id, Statement.OURS, text)
        .tested(
            "sign",
            "median over random train samples of ln(test loss of flow / that of the annealed run),"
                + " both stopped at 1 % of the initial train loss above its minimum",
            "> 0",
            List.of(experiment),
            tables ->
                List.of(
                    new Part(
                        "median log ratio of test losses",
                        MedianSign.of(tables.trials(experiment).numbers("log_ratio")),
                        Region.above(0))));
  }
}
