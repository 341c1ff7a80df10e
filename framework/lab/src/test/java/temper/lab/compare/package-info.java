/** Tests of comparisons, and a study with a known truth to compare. */
package temper.lab.compare;
