package temper.lab.cli;

import java.util.Arrays;
import java.util.Iterator;
import temper.lab.study.Profile;

/** The names of profiles, for completion. */
final class ProfileNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Profile.values()).map(Profile::label).iterator();
  }
}
