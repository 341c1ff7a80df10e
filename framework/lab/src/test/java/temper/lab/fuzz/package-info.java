/** Damaged inputs for every parser: what they are made of, and what may come of them. */
package temper.lab.fuzz;
