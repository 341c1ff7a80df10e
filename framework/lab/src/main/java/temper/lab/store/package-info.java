/**
 * Everything that touches result files: the lock of a folder, the journal of finished trials, CSV
 * tables that are replaced atomically, checkpoints, and where results came from.
 *
 * <p>A trial is safe once it is in the journal. The CSV files are a pure function of the records
 * and the plan, and hold all that is needed to get the records back.
 */
@NullMarked
package temper.lab.store;

import org.jspecify.annotations.NullMarked;
