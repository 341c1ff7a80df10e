package temper.data.published;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.data.DataFormatException;
import temper.data.Dataset;
import temper.data.Examples;
import temper.data.FeatureShape;
import temper.data.PublishedDataset;
import temper.data.format.LabelledRecords;
import temper.data.format.TarArchive;

/**
 * The files of a CIFAR data set, in their archive or unpacked.
 *
 * @param folder their folder in the archive
 * @param format format of a record
 * @param train names of the files of train examples, in order
 * @param trainRecords number of records in each of them
 * @param test name of the file of test examples
 * @param testRecords number of records in it
 */
record CifarFiles(
    String folder,
    LabelledRecords format,
    List<String> train,
    int trainRecords,
    String test,
    int testRecords) {

  static final FeatureShape SHAPE = new FeatureShape(3, 32, 32);

  /** The arrays that are filled file by file. */
  @SuppressWarnings("ArrayRecordComponent") // Overwritten while files are read.
  private record Part(byte[] pixels, int[] labels) {

    static Part of(int records) {
      return new Part(new byte[records * SHAPE.size()], new int[records]);
    }

    Examples examples() {
      return Examples.ofPixels(pixels, labels, SHAPE);
    }
  }

  /** Reads the files out of their archive, in the order in which they come. */
  Dataset parseArchive(
      String name, String archive, List<String> classes, PublishedDataset.Files files)
      throws IOException {
    Part trainPart = Part.of(train.size() * trainRecords);
    Part testPart = Part.of(testRecords);
    Map<String, Boolean> missing = new LinkedHashMap<>();
    names().forEach(file -> missing.put(folder + "/" + file, true));
    try (InputStream in = files.open(archive)) {
      TarArchive.read(
          archive,
          in,
          (entry, content) -> {
            if (missing.remove(entry) != null) {
              String file = entry.substring(folder.length() + 1);
              read(file, archive + "/" + entry, content, trainPart, testPart);
            }
          });
    }
    if (!missing.isEmpty()) {
      throw new DataFormatException(
          archive, "expected the files " + missing.keySet() + ", which are not in the archive");
    }
    return new Dataset(name, trainPart.examples(), testPart.examples(), classes);
  }

  /** Reads unpacked files. */
  Dataset parseFiles(String name, List<String> classes, PublishedDataset.Files files)
      throws IOException {
    Part trainPart = Part.of(train.size() * trainRecords);
    Part testPart = Part.of(testRecords);
    for (String file : names()) {
      try (InputStream in = files.open(file)) {
        read(file, file, in, trainPart, testPart);
      }
    }
    return new Dataset(name, trainPart.examples(), testPart.examples(), classes);
  }

  private List<String> names() {
    return java.util.stream.Stream.concat(train.stream(), java.util.stream.Stream.of(test))
        .toList();
  }

  private void read(String file, String shown, InputStream in, Part trainPart, Part testPart)
      throws IOException {
    int place = train.indexOf(file);
    if (place >= 0) {
      format.read(
          shown, in, trainRecords, trainPart.pixels, trainPart.labels, place * trainRecords);
    } else {
      format.read(shown, in, testRecords, testPart.pixels, testPart.labels, 0);
    }
  }
}
