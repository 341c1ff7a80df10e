package temper.plugin;

/**
 * One setting of a plug-in that is worth showing and testing.
 *
 * @param label what the example shows, in a few words
 * @param parameters the setting
 * @param <P> the plug-in's record of parameters
 * @since 0.1
 */
public record Example<P extends Record>(String label, P parameters) {}
