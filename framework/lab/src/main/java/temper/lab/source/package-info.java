/**
 * Java files of a user: compiled in memory, with what they declare and with a fingerprint that does
 * not depend on the compiler.
 */
@NullMarked
package temper.lab.source;

import org.jspecify.annotations.NullMarked;
