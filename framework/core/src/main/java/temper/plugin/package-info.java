/**
 * What every extension of Temper has in common: a name, a source, parameters with constraints, and
 * discovery through {@link java.util.ServiceLoader}.
 *
 * <p>Parameters are components of a record. A component is a number, a boolean, a text, an enum, a
 * list, a nested record, a {@link temper.plugin.Choice} among plug-ins of a kind, or a <em>text
 * type</em>: a class with a method {@code public static T parse(String text)} whose {@code
 * toString()} is read back by {@code parse} to an equal value. {@code parse} throws {@link
 * java.lang.IllegalArgumentException} with a message that names the accepted forms. A text type
 * stands as one scalar in a config file and as one cell of a table, also where the class happens to
 * be a record.
 *
 * <p>A choice stands in a config file as a mapping with one entry, {@code name: {parameters}}, or
 * as one scalar: the name alone for the plug-in with its defaults, or a text that the kind's {@link
 * temper.plugin.ScalarForm} understands.
 */
@NullMarked
package temper.plugin;

import org.jspecify.annotations.NullMarked;
