package temper.lab.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Gets records back from committed CSV files. */
final class CsvRecovery {

  CsvRecovery(Path folder, Layout layout, Disk disk, Consumer<Notice> notices) {}

  void recover(ExperimentStore into) throws IOException {}
}
