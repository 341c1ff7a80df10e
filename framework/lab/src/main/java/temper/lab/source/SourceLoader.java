package temper.lab.source;

import java.util.Map;
import java.util.TreeMap;

/** The classes of one Java file. They come before classes of the same names elsewhere. */
final class SourceLoader extends ClassLoader {

  private final Map<String, byte[]> code;
  private final SourceParts parts;

  SourceLoader(String name, ClassLoader parent, Map<String, byte[]> code, SourceParts parts) {
    super(name, parent);
    this.code = new TreeMap<>(code);
    this.parts = parts;
  }

  SourceParts parts() {
    return parts;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      byte[] bytes = code.get(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }
}
