package temper.lab.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import temper.plugin.Names;

/** The command itself: prints help. All work is done by its subcommands. */
@Command(
    name = "temper",
    description = "Reproduces and explores annealing studies.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ReproduceCommand.class,
      RunCommand.class,
      PlanCommand.class,
      StatusCommand.class,
      VerifyCommand.class,
      RetryCommand.class,
      ReplayCommand.class,
      ClaimsCommand.class,
      FiguresCommand.class,
      ReportCommand.class,
      PaperCommand.class,
      WhyCommand.class,
      MergeCommand.class,
      DiffCommand.class,
      RateFinderCommand.class,
      BenchCommand.class,
      DataCommand.class,
      ImportanceCommand.class,
      ListCommand.class,
      DescribeCommand.class,
      SchemaCommand.class,
      InitCommand.class,
      DoctorCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "Begin with:",
      "  temper reproduce                         every study in minutes, claims table at the end",
      "  temper run convex-linear-regression      one study",
      "  temper init study.yaml                   a config to change and sweep"
    })
final class TemperCommand implements Runnable {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Shows this help.")
  boolean help;

  @Option(names = "--version", versionHelp = true, description = "Shows the version.")
  boolean version;

  @Spec
  @SuppressWarnings("NullAway.Init") // Set by picocli.
  CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Executes a command line and returns its exit code; throws nothing that can be told. */
  static int execute(Session session, String... arguments) {
    session.arguments(arguments);
    try {
      return line(session).execute(arguments);
    } catch (Error error) { // Such as a plug-in that cannot be loaded.
      return Failures.report(session.console(), error).code();
    }
  }

  /** The command with all its verbs, as picocli runs it. */
  static CommandLine line(Session session) {
    Console console = session.console();
    CommandLine commandLine = new CommandLine(new TemperCommand(), new CommandFactory(session));
    Converters.register(commandLine);
    commandLine.getCommandSpec().versionProvider(() -> new String[] {"temper " + Version.text()});
    commandLine.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.color() ? Ansi.ON : Ansi.OFF));
    commandLine.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
    commandLine.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
    commandLine.setUsageHelpWidth(Math.min(120, Math.max(80, console.width())));
    commandLine.setParameterExceptionHandler(TemperCommand::usageError);
    commandLine.setExecutionExceptionHandler(
        (failure, line, result) -> Failures.report(console, failure).code());
    return commandLine;
  }

  private static int usageError(ParameterException wrong, String[] arguments) {
    CommandLine line = wrong.getCommandLine();
    PrintWriter err = line.getErr();
    if (wrong instanceof UnmatchedArgumentException unmatched && isVerb(line, unmatched)) {
      String verb = unmatched.getUnmatched().get(0);
      err.println(
          "temper: there is no verb '"
              + Printable.text(verb)
              + "'."
              + Names.suggestion(verb, line.getSubcommands().keySet()));
      err.println("See: temper --help");
      return ExitCode.USAGE.code();
    }
    err.println("temper: " + Printable.text(String.valueOf(wrong.getMessage())));
    if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
      err.println("See: " + line.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.USAGE.code();
  }

  /** Whether what nobody knows stands where a verb should. */
  private static boolean isVerb(CommandLine line, UnmatchedArgumentException unmatched) {
    return line.getParent() == null && !unmatched.isUnknownOption();
  }

  /** Makes commands, handing each its session. */
  private record CommandFactory(Session session) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        return type.getDeclaredConstructor(Session.class).newInstance(session);
      } catch (NoSuchMethodException withoutSession) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
