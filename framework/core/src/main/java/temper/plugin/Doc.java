package temper.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a parameter is, for the catalogue, the exported schema and generated configs.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {

  /**
   * The description.
   *
   * @return one sentence, without line breaks
   */
  String value();

  /**
   * The unit of the parameter.
   *
   * @return a unit such as {@code steps}; empty for a number without a unit
   */
  String unit() default "";
}
