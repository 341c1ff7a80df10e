package temper.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import temper.lab.config.Fixture.Cosine;
import temper.lab.config.Fixture.Noise;
import temper.lab.config.Fixture.Part;
import temper.lab.config.Fixture.Sgd;
import temper.lab.config.Fixture.Training;
import temper.lab.study.Column;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ParametersTest {

  private final Parameters parameters = new Parameters(Fixture.plugins());
  private final Training base = Training.base();

  @Test
  void theCanonicalTextIsJsonInTheOrderOfTheRecord() {
    String text =
        "{\"rate\":{\"constant\":{\"value\":0.1}},\"optimizer\":{\"sgd\":{\"momentum\":0,"
            + "\"nesterov\":false}},\"epochs\":10,\"hidden\":[8,8],\"noise\":{\"level\":0,\"mean\":0},"
            + "\"order\":\"shuffled\",\"kind\":\"plain\",\"clip\":null,\"patience\":null,\"bias\":true,"
            + "\"limit\":1099511627776,\"temperature\":1,\"precision\":0.5,\"batch_size\":32,"
            + "\"parts\":[]}";
    assertEquals(text, parameters.canonical(base));
    Training odd =
        parameters.with(
            parameters.with(base, "temperature", ".nan"),
            "parts",
            "[{width: 1, label: \"a\\\"\\n\\t\\\\\\x01\"}]");
    String canonical = parameters.canonical(odd);
    assertTrue(canonical.contains("\"temperature\":\"NaN\""), canonical);
    assertEquals(
        "a\"\n\t\\\u0001",
        JsonMapper.shared().readTree(canonical).at("/parts/0/label").stringValue());
  }

  @Test
  void cellsStandUnderTheirColumns() {
    Training wave = parameters.with(base, "rate", "{half-cosine: {peak: 1e-4, length: 20%}}");
    assertEquals("cosine(peak=1e-4,end=0,length=20%)", parameters.flatten(wave).get("rate"));
    Training parts = parameters.with(wave, "parts", "[{width: 3, label: 'x,y'}, {width: 4}]");
    assertEquals(
        List.of(new Part(3, Optional.of("x,y")), new Part(4, Optional.empty())), parts.parts());
    assertEquals(
        "[{\"width\":3,\"label\":\"x,y\"},{\"width\":4,\"label\":null}]",
        parameters.flatten(parts).get("parts"));
    assertEquals("", parameters.flatten(base).get("clip"));
    assertEquals("2.5", parameters.flatten(parameters.with(base, "clip", "2.5")).get("clip"));
    assertEquals("3", parameters.flatten(parameters.with(base, "patience", "3")).get("patience"));
    List<Column> columns = parameters.columns(base);
    assertEquals(columns.size(), parameters.cells(base).size());
    assertEquals(
        new Column("epochs", Column.Type.INTEGER, "epochs", "Passes over the data."),
        columns.get(2));
    assertEquals(
        Column.Type.NUMBER,
        columns.stream()
            .filter(c -> c.name().equals("noise.level"))
            .findFirst()
            .orElseThrow()
            .type());
    assertEquals(
        Column.Type.NUMBER,
        columns.stream().filter(c -> c.name().equals("clip")).findFirst().orElseThrow().type());
  }

  @Test
  void aChangeOfAChoiceKeepsWhatItDoesNotName() {
    Training heavy = parameters.with(base, "optimizer", "{sgd: {nesterov: true}}");
    heavy = parameters.with(heavy, "optimizer.sgd.momentum", "0.5");
    assertEquals(new Sgd.Params(0.5, true), heavy.optimizer().parameters());
    heavy = parameters.with(heavy, "optimizer", "sgd");
    assertEquals(new Sgd.Params(0.5, true), heavy.optimizer().parameters());
    heavy = parameters.with(heavy, "optimizer", "{adam: }");
    assertEquals("adam", heavy.optimizer().plugin().name());
    assertEquals(
        0.25,
        ((Fixture.Constant.Params) parameters.with(base, "rate", "0.25").rate().parameters())
            .value());
    assertEquals(new Noise(3, 0), parameters.with(base, "noise", "{level: 3}").noise());
    Training finalBase = heavy;
    ConfigException e =
        assertThrows(
            ConfigException.class, () -> parameters.with(finalBase, "optimizer.sgd.momentum", "0"));
    assertTrue(e.getMessage().contains("another name is chosen"), e.getMessage());
    assertThrows(
        ConfigException.class,
        () -> parameters.with(finalBase, "rate", "{cosine: {peak: 1, end: 2}}"));
  }

  @Test
  void theTemplateLoadsAsItIsAndUncommented() {
    Experiment<?> main = Fixture.training().experiments().get(0);
    String template = Template.of(parameters, Fixture.training(), main);
    assertFalse(Fixture.load(template).overridden());
    int base = template.indexOf("# base:");
    String values =
        template.substring(base, template.indexOf("# sweep:")).replaceAll("(?m)^# ", "");
    String text = template.substring(template.indexOf("format:"), base) + values;
    Configuration configuration = Fixture.load(text);
    @SuppressWarnings("unchecked") // The study has this one experiment.
    Experiment<Training> experiment = (Experiment<Training>) configuration.experiments().get(0);
    SweptDesign<Training> design =
        configuration.design(experiment, Profile.SMOKE, new Fixture.NoTables());
    assertEquals(1, design.design().cells());
    assertEquals(
        parameters.canonical(this.base), parameters.canonical(design.design().cell().apply(0)));
    assertTrue(
        template.contains("#   epochs: 10  # Passes over the data.; [epochs]; must be > 0"),
        template);
  }

  @Test
  void descriptionsNameTypeDefaultConstraintAndUnit() {
    List<Description> all = Description.of(parameters, base);
    Description epochs = all.get(2);
    assertEquals(
        new Description(
            "epochs",
            "an integer",
            "10",
            List.of("must be > 0 and finite"),
            List.of(),
            "epochs",
            "Passes over the data."),
        epochs);
    assertEquals(List.of("adam", "sgd"), all.get(1).choices());
    assertEquals("{sgd: {momentum: 0, nesterov: false}}", all.get(1).value());
  }

  @Test
  void theSchemaSaysWhatTheLoaderChecks() {
    ObjectNode schema = Schema.of(parameters, Fixture.training());
    assertEquals(
        "https://json-schema.org/draft/2020-12/schema", schema.get("$schema").stringValue());
    ObjectNode main = (ObjectNode) schema.at("/properties/base/properties");
    assertEquals(0, main.at("/epochs/exclusiveMinimum").intValue());
    assertEquals("Passes over the data. [epochs]", main.at("/epochs/description").stringValue());
    assertEquals(1, main.at("/hidden/minItems").intValue());
    assertEquals(0, main.at("/hidden/items/exclusiveMinimum").intValue());
    assertEquals("null", main.at("/clip/anyOf/1/type").stringValue());
    assertEquals("#/$defs/optimizer", main.at("/optimizer/$ref").stringValue());
    assertEquals(
        1,
        schema
            .at("/$defs/optimizer/anyOf/2/properties/sgd/properties/momentum/exclusiveMaximum")
            .doubleValue());
    assertEquals("half-cosine", schema.at("/$defs/rate/anyOf/0/enum/2").stringValue());
    assertFalse(schema.get("additionalProperties").booleanValue());
  }

  @Test
  void spacesAndSpecialNumbersSurviveTheWriter() {
    YamlWriter writer = new YamlWriter(parameters.binder().shapes());
    for (String text :
        List.of("a b", "true", "1", "", "no", "x: y", "# c", "-", "~", "'q'", "a\nb")) {
      String yaml = writer.flow(new ValueType.Text(), text);
      Node node = YamlReader.read("t", 1, yaml, new Problems()).orElseThrow();
      assertEquals(text, ((Node.Scalar) node).text(), yaml);
      assertTrue(node.toJson().isString(), yaml);
      assertEquals(yaml.startsWith("\""), YamlWriter.flow(node).equals(yaml), yaml);
    }
    for (double x :
        new double[] {
          Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1e-300, 0.1
        }) {
      String yaml = writer.flow(new ValueType.Real(false), x);
      Node node = YamlReader.read("t", 1, yaml, new Problems()).orElseThrow();
      assertEquals(x, node.toJson().doubleValue());
    }
    Node tree = YamlReader.read("t", 1, "{a: [1, null, 'x'], b: {}}", new Problems()).orElseThrow();
    assertEquals("{\"a\": [1, null, \"x\"], \"b\": {}}", YamlWriter.flow(tree));
  }

  @Test
  void cosineDefaultsAreUsedWhereAnotherPlugInWasChosen() {
    Training wave = parameters.with(base, "rate", "{cosine: {end: 0.05}}");
    assertEquals(
        new Cosine.Params(0.1, 0.05, new Fixture.Length("100%")), wave.rate().parameters());
  }
}
