package temper.lab.config;

import java.math.BigInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** The core schema of YAML 1.2 (section 10.3.2): what a plain scalar means. */
final class YamlScalars {

  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern INFINITY = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
  private static final Pattern NOT_A_NUMBER = Pattern.compile("\\.(nan|NaN|NAN)");

  /** Longer digits than this are no number that anybody means, and slow to parse. */
  private static final int MOST_DIGITS = 400;

  private YamlScalars() {}

  static JsonNode resolve(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> NullNode.getInstance();
      case "true", "True", "TRUE" -> BooleanNode.TRUE;
      case "false", "False", "FALSE" -> BooleanNode.FALSE;
      default -> number(text);
    };
  }

  private static JsonNode number(String text) {
    if (text.length() > MOST_DIGITS || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
      return StringNode.valueOf(text);
    } else if (INTEGER.matcher(text).matches()) {
      return integer(new BigInteger(text.startsWith("+") ? text.substring(1) : text));
    } else if (OCTAL.matcher(text).matches()) {
      return integer(new BigInteger(text.substring(2), 8));
    } else if (HEXADECIMAL.matcher(text).matches()) {
      return integer(new BigInteger(text.substring(2), 16));
    } else if (FLOAT.matcher(text).matches()) {
      return DoubleNode.valueOf(Double.parseDouble(text));
    } else if (INFINITY.matcher(text).matches()) {
      return DoubleNode.valueOf(
          text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    } else if (NOT_A_NUMBER.matcher(text).matches()) {
      return DoubleNode.valueOf(Double.NaN);
    }
    return StringNode.valueOf(text);
  }

  private static JsonNode integer(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }

  /** Why a text was not read as the number or truth value that was expected; empty if unknown. */
  static String trap(Node.Scalar scalar, boolean truthExpected) {
    String text = scalar.text();
    if (!scalar.plain() && !resolve(text).isString()) {
      return "; remove the quotes";
    }
    if (text.length() > MOST_DIGITS) {
      return "";
    }
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    if (truthExpected) {
      return switch (lower) {
        case "no", "off", "n" -> "; YAML 1.2 reads it as text, write false";
        case "yes", "on", "y" -> "; YAML 1.2 reads it as text, write true";
        default -> "";
      };
    }
    if (text.matches("[-+]?[0-9][0-9_]*_[0-9_.]*")) {
      return "; write digits without underscores: " + text.replace("_", "");
    } else if (text.matches("[-+]?[0-9]+,[0-9]+")) {
      return "; write a decimal point: " + text.replace(',', '.');
    } else if (lower.matches("[-+]?inf(inity)?")) {
      return "; write " + (text.startsWith("-") ? "-.inf" : ".inf");
    } else if (lower.equals("nan")) {
      return "; write .nan";
    }
    return "";
  }
}
