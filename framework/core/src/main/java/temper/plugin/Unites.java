package temper.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Kinds of plug-ins that a wider kind takes in: wherever the wider kind is asked for, a member of
 * any of them may be named. Their names must differ.
 *
 * @since 0.2
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Unites {

  /**
   * The interfaces of the kinds.
   *
   * @return interfaces that extend the wider one, as raw classes
   */
  Class<? extends Plugin>[] value();
}
