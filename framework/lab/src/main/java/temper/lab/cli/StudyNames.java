package temper.lab.cli;

import java.util.Iterator;

/** The names of studies, for the completion of command lines. */
final class StudyNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Targets.studies().names().iterator();
  }
}
