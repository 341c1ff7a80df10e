/** Tests of the code of users. */
package temper.lab.source;
