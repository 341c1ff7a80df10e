package temper.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list or text whose length must lie between two bounds, both allowed.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Size {

  /**
   * The smallest allowed length.
   *
   * @return elements of a list or characters of a text
   */
  int min() default 0;

  /**
   * The largest allowed length.
   *
   * @return elements of a list or characters of a text
   */
  int max() default Integer.MAX_VALUE;
}
