package temper.train;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import temper.nn.Layout;
import temper.nn.Model;
import temper.nn.Parameter;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

/**
 * Reads and writes tensors by name in the safetensors format: the length of a header in 8 bytes,
 * little-endian, the header in JSON with type, shape and place of each tensor, then all numbers,
 * little-endian, without gaps.
 *
 * <p>Of the types F32 and F64 are known. A file is read to its end and must be as the format wants
 * it: places without gaps or overlaps, in the order of the header or not.
 *
 * <p>Source: the format's description at github.com/huggingface/safetensors.
 *
 * <p>Differs: no metadata are written; those of a file are skipped.
 *
 * @since 0.2
 */
public final class Safetensors {

  private static final long MOST_HEADER = 100_000_000;

  private Safetensors() {}

  /**
   * Writes a network's parameters under their names.
   *
   * @param layout names and places
   * @param vector all numbers, of the layout's size
   * @param out where to write; not closed
   * @throws IOException if writing fails
   * @throws IllegalArgumentException if the vector is of another layout
   */
  public static void write(Layout layout, Tensor vector, OutputStream out) throws IOException {
    write(views(layout, vector), out);
  }

  /**
   * Writes a network: its parameters, then what it keeps but does not train, such as running
   * statistics, all under their names.
   *
   * @param model the network
   * @param snapshot its tensors
   * @param out where to write; not closed
   * @throws IOException if writing fails
   * @throws IllegalArgumentException if the snapshot is of another network, or a parameter has the
   *     name of a state
   */
  public static void write(Model model, Snapshot snapshot, OutputStream out) throws IOException {
    Map<String, Tensor> tensors = views(model.parameters(), snapshot.parameters());
    views(model.state(), snapshot.state())
        .forEach(
            (name, tensor) -> {
              if (tensors.put(name, tensor) != null) {
                throw new IllegalArgumentException(
                    "'" + name + "' names both a parameter and a state");
              }
            });
    write(tensors, out);
  }

  private static Map<String, Tensor> views(Layout layout, Tensor vector) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : layout.parameters()) {
      tensors.put(parameter.name(), layout.view(vector, parameter.name()));
    }
    return tensors;
  }

  /**
   * Writes tensors.
   *
   * @param tensors tensors by name, written in the order of the map
   * @param out where to write; not closed
   * @throws IOException if writing fails
   */
  public static void write(Map<String, Tensor> tensors, OutputStream out) throws IOException {
    StringBuilder header = new StringBuilder("{");
    long start = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      long end = start + (long) tensor.size() * bytes(tensor.precision());
      header.append(header.length() > 1 ? "," : "");
      SafetensorsHeader.quote(entry.getKey(), header);
      header.append(
          ":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(
                  tensor.precision() == Precision.FLOAT32 ? "F32" : "F64",
                  java.util.Arrays.toString(tensor.shape().toArray()).replace(" ", ""),
                  start,
                  end));
      start = end;
    }
    header.append('}');
    while (header.toString().getBytes(StandardCharsets.UTF_8).length % 8 != 0) {
      header.append(' '); // Numbers begin at a multiple of their size.
    }
    byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    byte[] length = new byte[8];
    little(length).putLong(text.length);
    out.write(length);
    out.write(text);
    for (Tensor tensor : tensors.values()) {
      writeNumbers(tensor, out);
    }
  }

  private static void writeNumbers(Tensor tensor, OutputStream out) throws IOException {
    int bytes = bytes(tensor.precision());
    byte[] numbers = new byte[Math.multiplyExact(tensor.size(), bytes)];
    ByteBuffer buffer = little(numbers);
    for (int i = 0; i < tensor.size(); i++) {
      if (bytes == 4) {
        buffer.putFloat((float) tensor.get(i));
      } else {
        buffer.putDouble(tensor.get(i));
      }
    }
    out.write(numbers);
  }

  /**
   * Reads tensors.
   *
   * @param in a file from its beginning to its end; not closed
   * @return tensors by name, in the order of the header
   * @throws IOException if reading fails or the file is not of this format; the message says where
   */
  public static Map<String, Tensor> read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    try {
      long length = Long.reverseBytes(data.readLong());
      if (length < 2 || length > MOST_HEADER) {
        throw malformed("its header cannot have " + length + " bytes");
      }
      byte[] text = new byte[(int) length];
      data.readFully(text);
      List<SafetensorsHeader.Entry> entries =
          SafetensorsHeader.parse(new String(text, StandardCharsets.UTF_8));
      Map<String, Tensor> byPlace = new LinkedHashMap<>();
      for (SafetensorsHeader.Entry entry : inOrder(entries)) {
        byPlace.put(entry.name(), readNumbers(entry, data));
      }
      if (data.read() >= 0) {
        throw malformed("it goes on after its last tensor");
      }
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      entries.forEach(entry -> tensors.put(entry.name(), byPlace.get(entry.name())));
      return tensors;
    } catch (EOFException end) {
      throw malformed("it ends too early");
    }
  }

  /** Entries in the order of their places, which must follow one another. */
  private static List<SafetensorsHeader.Entry> inOrder(List<SafetensorsHeader.Entry> entries)
      throws IOException {
    List<SafetensorsHeader.Entry> sorted = new ArrayList<>(entries);
    sorted.sort(
        java.util.Comparator.comparingLong(SafetensorsHeader.Entry::start)
            .thenComparingLong(SafetensorsHeader.Entry::end));
    long end = 0;
    for (SafetensorsHeader.Entry entry : sorted) {
      long size = 1;
      for (int length : entry.shape()) {
        size *= length;
        if (size > Integer.MAX_VALUE) {
          throw malformed("tensor '" + entry.name() + "' has more than 2^31 - 1 numbers");
        }
      }
      if (entry.start() != end || entry.end() != end + size * bytes(entry.precision())) {
        throw malformed(
            "tensor '%s' should lie from %d to %d, got %d to %d"
                .formatted(
                    entry.name(),
                    end,
                    end + size * bytes(entry.precision()),
                    entry.start(),
                    entry.end()));
      }
      end = entry.end();
    }
    return sorted;
  }

  private static Tensor readNumbers(SafetensorsHeader.Entry entry, DataInputStream data)
      throws IOException {
    // Numbers are taken as they come: a header that promises too many costs no memory.
    int total = Math.toIntExact((entry.end() - entry.start()) / bytes(entry.precision()));
    double[] numbers = new double[Math.min(total, 4096)];
    for (int i = 0; i < total; i++) {
      if (i == numbers.length) {
        numbers = java.util.Arrays.copyOf(numbers, Math.min(total, 2 * i));
      }
      numbers[i] =
          entry.precision() == Precision.FLOAT32
              ? Float.intBitsToFloat(Integer.reverseBytes(data.readInt()))
              : Double.longBitsToDouble(Long.reverseBytes(data.readLong()));
    }
    Tensor tensor = Tensor.zeros(entry.precision(), Shape.of(entry.shape()));
    for (int i = 0; i < total; i++) {
      tensor.set(i, numbers[i]);
    }
    return tensor;
  }

  /**
   * Puts tensors that were read in the places of a network's parameters.
   *
   * @param tensors tensors by name
   * @param layout names and places
   * @param vector overwritten
   * @throws IllegalArgumentException if names or shapes are not those of the layout
   */
  public static void place(Map<String, Tensor> tensors, Layout layout, Tensor vector) {
    placeSome(tensors, layout, vector);
    requireCount(tensors, layout.parameters().size());
  }

  /**
   * Puts tensors that were read in the places of a network's parameters and state.
   *
   * @param tensors tensors by name, such as {@link #write(Model, Snapshot, OutputStream)} wrote
   * @param model the network
   * @param parameters its parameters, overwritten
   * @param state what it keeps but does not train, overwritten
   * @throws IllegalArgumentException if names or shapes are not those of the network
   */
  public static void place(
      Map<String, Tensor> tensors, Model model, Tensor parameters, Tensor state) {
    placeSome(tensors, model.parameters(), parameters);
    placeSome(tensors, model.state(), state);
    requireCount(
        tensors, model.parameters().parameters().size() + model.state().parameters().size());
  }

  private static void requireCount(Map<String, Tensor> tensors, int count) {
    if (tensors.size() != count) {
      throw new IllegalArgumentException(
          "the file has %d tensors, the network %d".formatted(tensors.size(), count));
    }
  }

  private static void placeSome(Map<String, Tensor> tensors, Layout layout, Tensor vector) {
    for (Parameter parameter : layout.parameters()) {
      Tensor tensor = tensors.get(parameter.name());
      if (tensor == null || !tensor.shape().equals(parameter.shape())) {
        throw new IllegalArgumentException(
            "parameter '%s' has shape %s, the file %s"
                .formatted(
                    parameter.name(),
                    parameter.shape(),
                    tensor == null ? "none of this name" : tensor.shape()));
      }
      Tensor place = layout.view(vector, parameter.name());
      for (int i = 0; i < tensor.size(); i++) {
        place.set(i, tensor.get(i));
      }
    }
  }

  private static int bytes(Precision precision) {
    return precision == Precision.FLOAT32 ? 4 : 8;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static IOException malformed(String what) {
    return new IOException("this is no safetensors file: " + what);
  }
}
