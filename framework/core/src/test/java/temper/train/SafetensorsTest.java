package temper.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import temper.nn.Model;
import temper.nn.ModelPlugin;
import temper.nn.builtin.MultilayerPerceptron;
import temper.plugin.Choice;
import temper.plugin.Registry;
import temper.random.StreamRoot;
import temper.tensor.Precision;
import temper.tensor.Shape;
import temper.tensor.Tensor;

class SafetensorsTest {

  private static byte[] file(String header, byte... data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }

  private static Map<String, Tensor> read(byte[] bytes) throws IOException {
    return Safetensors.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void writesTheBytesOfTheFormat() throws IOException {
    Tensor two = Tensor.zeros(Precision.FLOAT32, Shape.of(2, 1));
    two.set(0, 1.5);
    two.set(1, -0.0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Safetensors.write(Map.of("a\"b", two), out);

    String header = "{\"a\\\"b\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}";
    String padded = header + " ".repeat((8 - header.length() % 8) % 8);
    assertArrayEquals(
        file(
            padded,
            (byte) 0,
            (byte) 0,
            (byte) 0xC0,
            (byte) 0x3F,
            (byte) 0,
            (byte) 0,
            (byte) 0,
            (byte) 0x80),
        out.toByteArray());
  }

  @Test
  void tensorsOfBothPrecisionsComeBackBitForBit() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Precision precision : Precision.values()) {
      Tensor tensor = Tensor.zeros(precision, Shape.of(3, 1, 2));
      for (int i = 0; i < 6; i++) {
        tensor.set(i, List.of(0.1, -1e30, 5.0, Double.NaN, -0.0, Double.POSITIVE_INFINITY).get(i));
      }
      tensors.put("layer " + precision, tensor);
    }
    tensors.put("none", Tensor.zeros(Precision.FLOAT64, Shape.of(0, 4)));
    tensors.put("number", Tensor.zeros(Precision.FLOAT64, Shape.of()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Safetensors.write(tensors, out);
    Map<String, Tensor> again = read(out.toByteArray());

    assertEquals(List.copyOf(tensors.keySet()), List.copyOf(again.keySet()));
    tensors.forEach(
        (name, tensor) -> {
          assertEquals(tensor.toString(), again.get(name).toString());
          assertArrayEquals(tensor.toArray(), again.get(name).toArray());
        });
  }

  @Test
  void weightsOfANetworkFindTheirPlaces() throws IOException {
    MultilayerPerceptron plugin = new MultilayerPerceptron();
    Model model = plugin.create(plugin.defaults(), Shape.of(3), 2);
    Tensor vector =
        model
            .parameters()
            .initialize(Precision.FLOAT32, new StreamRoot("s").stream("t", 0, "init"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(model.parameters(), vector, out);
    Tensor place = Tensor.zeros(Precision.FLOAT32, vector.shape());

    Safetensors.place(read(out.toByteArray()), model.parameters(), place);

    assertArrayEquals(vector.toArray(), place.toArray());
    Model other = plugin.create(plugin.defaults(), Shape.of(4), 2);
    Tensor wider = Tensor.zeros(Precision.FLOAT32, Shape.of(other.parameters().size()));
    Map<String, Tensor> tensors = read(out.toByteArray());
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Safetensors.place(tensors, other.parameters(), wider))
            .getMessage();
    assertEquals("parameter 'fc1.weight' has shape [256, 4], the file [256, 3]", message);
    tensors.put("more", wider);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> Safetensors.place(tensors, model.parameters(), place))
            .getMessage()
            .startsWith("the file has 7 tensors"));
  }

  @Test
  void metadataAndTensorsOutOfOrderAreRead() throws IOException {
    String header =
        " {\"__metadata__\" : {\"format\":\"pt\", \"x\\u0041\\n\":\"\"},"
            + "\"b\":{\"dtype\":\"F32\",\"data_offsets\":[4,8],\"shape\":[1]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}  ";

    Map<String, Tensor> tensors =
        read(file(header, new byte[] {0, 0, 0x20, 0x40, 0, 0, 0x40, 0x40}));

    assertEquals(List.of("b", "a"), List.copyOf(tensors.keySet()));
    assertEquals(3, tensors.get("b").get(0));
    assertEquals(2.5, tensors.get("a").get(0));
    assertTrue(read(file("{}")).isEmpty());
    assertTrue(read(file("{\"__metadata__\":{}}")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [] | '{' is wanted
          {"a" | ':' is wanted
          {"a | a text does not end
          {"a\\x":1} | an escape is unknown
          {"a\\u00g0":1} | 4 hexadecimal digits
          {"a":{"dtype":"F16"}} | tensor 'a' is of type F16; F32 and F64 are read
          {"a":{"dtype":"F32","shape":[1]}} | needs dtype, shape and two data_offsets
          {"a":{"color":1}} | unknown key 'color'
          {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}} | a number is wanted
          {"a":{"dtype":"F32","shape":[9999999999999999999],"data_offsets":[0,4]}} | a number is wanted
          {"a":{"dtype":"F32","shape":[4294967296],"data_offsets":[0,4]}} | an axis of length 4294967296
          {"a":{"dtype":"F32","shape":[2147483647,4],"data_offsets":[0,4]}} | more than 2^31 - 1 numbers
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}} | should lie from 0 to 8, got 0 to 4
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | should lie from 0 to 4, got 4 to 8
          {"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"a":1} | the name 'a' stands twice
          {} {} | nothing may follow it
          {"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}} | it ends too early
          {"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}} | it goes on after its last tensor
          """)
  void malformedFilesAreRefused(String header, String problem) {
    String message =
        assertThrows(IOException.class, () -> read(file(header, new byte[4]))).getMessage();

    assertTrue(message.startsWith("this is no safetensors file: "), message);
    assertTrue(message.contains(problem), message);
  }

  @Test
  void damagedLengthsAreRefusedBeforeMemoryIsTaken() {
    byte[] bytes = file("{}");
    bytes[7] = 0x7F;

    String message = assertThrows(IOException.class, () -> read(bytes)).getMessage();

    assertTrue(message.contains("its header cannot have"), message);
    for (int length = 0; length < 10; length++) {
      byte[] cut = Arrays.copyOf(file("{}"), length);
      if (length < 10) {
        assertThrows(IOException.class, () -> read(cut), "length " + length);
      }
    }
    // Eight gigabytes are promised, four bytes are there.
    byte[] boast =
        file(
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[2000000000],\"data_offsets\":[0,8000000000]}}",
            new byte[4]);
    assertThrows(IOException.class, () -> read(boast));
  }

  @Test
  void aNetworkComesBackWithItsRunningStatistics() throws IOException {
    Model model =
        ModelPlugin.of(
            Choice.ofDefaults(Registry.<ModelPlugin<?>>of(ModelPlugin.class).get("wide-resnet")),
            Shape.of(3, 32, 32),
            10);
    StreamRoot root = new StreamRoot("test");
    Tensor parameters =
        model.parameters().initialize(Precision.FLOAT32, root.stream("init", 0, "parameters"));
    Tensor state = model.state().initialize(Precision.FLOAT32, root.stream("init", 0, "state"));
    for (int i = 0; i < state.size(); i++) {
      state.set(i, i);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Safetensors.write(model, new Snapshot(7, parameters, state), out);
    Tensor newParameters = Tensor.zeros(Precision.FLOAT32, parameters.shape());
    Tensor newState = Tensor.zeros(Precision.FLOAT32, state.shape());
    Safetensors.place(read(out.toByteArray()), model, newParameters, newState);

    assertTrue(state.size() > 0);
    for (int i = 0; i < parameters.size(); i++) {
      assertEquals(parameters.get(i), newParameters.get(i));
    }
    for (int i = 0; i < state.size(); i++) {
      assertEquals(state.get(i), newState.get(i));
    }
    Map<String, Tensor> more = new LinkedHashMap<>(read(out.toByteArray()));
    more.put("other", Tensor.zeros(Precision.FLOAT32, Shape.of(1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Safetensors.place(more, model, newParameters, newState));
  }
}
