/**
 * From YAML text to parameter records: positions, all problems at once, suggestions, overrides and
 * sweeps.
 */
@NullMarked
package temper.lab.config;

import org.jspecify.annotations.NullMarked;
