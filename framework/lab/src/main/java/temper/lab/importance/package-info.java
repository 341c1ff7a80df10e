/**
 * Which of the swept parameters mattered, by a random forest. The only user of Smile. What it says
 * is exploratory and never compared: like a timing it belongs to the one who looks.
 */
@NullMarked
package temper.lab.importance;

import org.jspecify.annotations.NullMarked;
