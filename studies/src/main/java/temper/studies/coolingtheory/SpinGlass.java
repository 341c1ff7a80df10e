package temper.studies.coolingtheory;

import temper.chain.Depths;
import temper.chain.Landscape;
import temper.lab.study.Trial;
import temper.random.RandomStream;

/**
 * The energies {@code -sum J_ij s_i s_j / sqrt(N)} of all states of N spins with Gaussian couplings
 * (Sherrington and Kirkpatrick 1975), moves being flips of one spin.
 *
 * @param landscape energies and moves
 * @param depths depths of all states
 * @param draws number of instances drawn until one had a local minimum above the lowest energy
 */
record SpinGlass(Landscape landscape, Depths depths, long draws) {

  /** The instance of a replicate: the same in all cells of an experiment, another in others. */
  static SpinGlass draw(int spins, Trial trial) {
    for (long index = 0; ; index++) {
      RandomStream stream = trial.stream("couplings", index);
      double[][] couplings = new double[spins][spins];
      for (int i = 0; i < spins; i++) {
        for (int j = 0; j < i; j++) {
          couplings[i][j] = stream.gaussian() / Math.sqrt(spins);
        }
      }
      Landscape landscape = Landscape.hypercube(spins, word -> energy(word, couplings));
      Depths depths = Depths.of(landscape);
      if (depths.critical() > 0) {
        return new SpinGlass(landscape, depths, index + 1);
      }
    }
  }

  /** A state and its mirror image have the same energy to the last bit. */
  private static double energy(int word, double[][] couplings) {
    double energy = 0;
    for (int i = 0; i < couplings.length; i++) {
      for (int j = 0; j < i; j++) {
        boolean equal = ((word >> i ^ word >> j) & 1) == 0;
        energy += equal ? -couplings[i][j] : couplings[i][j];
      }
    }
    return energy;
  }
}
