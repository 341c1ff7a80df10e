package temper.lab.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which packages belong to which version of a library, as the build wrote it down. */
final class Libraries {

  private Libraries() {}

  /** Versions by prefix of the internal class name. */
  static Map<String, String> versions() {
    Properties properties = new Properties();
    try (InputStream in = Libraries.class.getResourceAsStream("libraries.properties")) {
      if (in == null) {
        throw new StoreException("this build has no libraries.properties");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new StoreException("cannot read libraries.properties", e);
    }
    SortedMap<String, String> versions = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(
            prefix -> versions.put(prefix.replace('.', '/') + "/", properties.getProperty(prefix)));
    return versions;
  }
}
