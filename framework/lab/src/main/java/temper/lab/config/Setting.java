package temper.lab.config;

import java.util.List;

/**
 * A parameter that a user fixed, in {@code base} or by {@code -S}.
 *
 * @param axis the parameter with its one value
 * @param shared whether other experiments are meant as well, so that it need not matter in this one
 */
record Setting(Axis axis, boolean shared) {

  static List<Block> blocks(List<Setting> settings) {
    return settings.stream().map(setting -> Block.of(setting.axis())).toList();
  }
}
