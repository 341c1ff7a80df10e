package temper.lab.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Signals from outside, such as Ctrl-C.
 *
 * <p>The platform hears of one signal only: from then on it is ending, and a second one is lost.
 * The class that hears of every one is the JDK's own and not promised to stay, so that it is asked
 * for by name; where it is missing, the first signal arrives by a shutdown hook.
 */
final class Signals {

  private static final String[] ENDING = {"INT", "TERM", "HUP"};

  private Signals() {}

  /**
   * Calls a listener at each signal that asks the process to end, on a thread of its own.
   *
   * @param listener must end the process itself
   */
  static void onEach(Runnable listener) {
    for (String name : ENDING) {
      try {
        handle(name, listener);
      } catch (ReflectiveOperationException | RuntimeException unavailable) {
        // The shutdown hook hears of the first one.
      }
    }
  }

  private static void handle(String name, Runnable listener) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object proxy =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (self, method, arguments) -> answer(self, method, arguments, listener));
    try {
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (InvocationTargetException refused) {
      // No such signal here, or the JVM was started with -Xrs.
      throw new IllegalStateException(refused.getCause());
    }
  }

  private static @org.jspecify.annotations.Nullable Object answer(
      Object self,
      Method method,
      Object @org.jspecify.annotations.Nullable [] arguments,
      Runnable listener) {
    return switch (method.getName()) {
      case "handle" -> {
        listener.run();
        yield null;
      }
      case "equals" -> arguments != null && self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      default -> "signals of temper";
    };
  }
}
