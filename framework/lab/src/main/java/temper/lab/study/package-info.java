/** What a study declares: experiments, claims, figures, and the tables that flow between them. */
@NullMarked
package temper.lab.study;

import org.jspecify.annotations.NullMarked;
