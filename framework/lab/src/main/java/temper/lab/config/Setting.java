package temper.lab.config;

import java.util.List;

/**
 * A parameter that a user fixed, in {@code base} or by {@code -S}.
 *
 * @param axis the parameter with its one value
 * @param override whether it is one that must have an effect: a sweep may go over what {@code base}
 *     says
 * @param shared whether other experiments are meant as well, so that it need not matter in this one
 */
record Setting(Axis axis, boolean override, boolean shared) {

  static List<Block> blocks(List<Setting> settings) {
    return settings.stream().map(setting -> Block.of(setting.axis())).toList();
  }
}
