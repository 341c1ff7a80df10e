/**
 * A manuscript whose every number, table, verdict and figure comes from results: reads a strict
 * subset of LaTeX, holds it against result folders, and writes it as one page, as TeX and, where
 * TeX is at hand, as PDF. The last room of the house: what it says follows from CSV files and
 * registrations alone.
 */
@NullMarked
package temper.lab.paper;

import org.jspecify.annotations.NullMarked;
