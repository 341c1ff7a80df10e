package temper.lab.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import temper.lab.config.ResolvedStudy;
import temper.lab.engine.Registration;
import temper.lab.report.ClaimRow;
import temper.lab.report.Publication;
import temper.lab.store.CsvTables;

/** {@code temper claims}. */
@Command(
    name = "claims",
    description =
        "Evaluates the claims of a result folder again, from its CSV files alone, and prints them.")
final class ClaimsCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private FolderArgument argument = new FolderArgument();

  @Option(names = "--json", description = "Prints JSON.")
  boolean json;

  @Option(
      names = "--strict",
      description = "Exit code 5 if a claim is refuted, 6 if one is inconclusive.")
  boolean strict;

  ClaimsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ResolvedStudy study = Targets.ofFolder(argument);
    Registration.requireSeeds(argument.folder, study);
    Publication publication = new Publication(study, CsvTables.of(argument.folder));
    List<ClaimRow> claims = publication.claims();
    publication
        .warnings()
        .forEach(
            line ->
                session
                    .console()
                    .message("UNCHECKED  " + line + "; see temper verify " + argument.folder));
    if (json) {
      session.console().resultText(Json.text(claims.stream().map(ClaimsTable::toJson).toList()));
    } else {
      ClaimsTable.print(session.console(), study, claims);
    }
    return (strict ? Runner.strict(claims) : ExitCode.DONE).code();
  }
}
