package temper.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A number that must lie between two bounds. NaN never does.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {

  /**
   * The lower bound.
   *
   * @return smallest allowed value, or the open bound below it
   */
  double min() default Double.NEGATIVE_INFINITY;

  /**
   * The upper bound.
   *
   * @return largest allowed value, or the open bound above it
   */
  double max() default Double.POSITIVE_INFINITY;

  /**
   * Whether the lower bound itself is forbidden.
   *
   * @return true for an open lower bound
   */
  boolean minOpen() default false;

  /**
   * Whether the upper bound itself is forbidden.
   *
   * @return true for an open upper bound
   */
  boolean maxOpen() default false;
}
