package temper.lab.study;

/**
 * A paragraph of a study's report.
 *
 * @param heading a few words; a claim's id where the paragraph speaks of that claim
 * @param text plain text
 * @since 0.1
 */
public record Note(String heading, String text) {}
