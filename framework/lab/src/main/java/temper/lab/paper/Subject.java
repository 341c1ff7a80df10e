package temper.lab.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import temper.lab.report.Verdict;

/** Something of results that can be named: on the command line as in a manuscript. */
sealed interface Subject {

  /** The study that it is of. */
  String study();

  /** The name by which it is asked for, such as {@code cooling-theory/COOL-2.estimate}. */
  String id();

  /**
   * Something of a claim.
   *
   * @param study name of the study
   * @param claim id of the claim
   * @param field what is asked of it
   */
  record OfClaim(String study, String claim, Field field) implements Subject {
    @Override
    public String id() {
      return study + "/" + claim + "." + field.label();
    }
  }

  /**
   * Something of one of the findings of a claim.
   *
   * @param study name of the study
   * @param claim id of the claim
   * @param quantity what the finding is about, as {@code findings.csv} has it
   * @param field what is asked of it
   */
  record OfFinding(String study, String claim, String quantity, Field field) implements Subject {
    @Override
    public String id() {
      return study + "/" + claim + "/" + quantity + "." + field.label();
    }
  }

  /**
   * A cell of a table.
   *
   * @param study name of the study
   * @param experiment name of the experiment
   * @param table {@code summary}, {@code trials}, {@code plan} or the name of a table
   * @param where values of columns that choose one row; empty for a table of one row
   * @param column name of the column
   */
  record OfCell(
      String study, String experiment, String table, Map<String, String> where, String column)
      implements Subject {
    @Override
    public String id() {
      return study + "/" + experiment + "/" + table + chosen(where) + "." + column;
    }

    private static String chosen(Map<String, String> where) {
      String chosen =
          where.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + entry.getValue())
              .collect(Collectors.joining(";"));
      return chosen.isEmpty() ? "" : "[" + chosen + "]";
    }
  }

  /**
   * A setting of an experiment: the value of a parameter, or its values in order.
   *
   * @param study name of the study
   * @param experiment name of the experiment
   * @param parameter name of the parameter
   */
  record OfSetting(String study, String experiment, String parameter) implements Subject {
    @Override
    public String id() {
      return study + "/" + experiment + "." + parameter;
    }
  }

  /**
   * A count: of trials, cells or replicates of an experiment, or of trials or claims of a study.
   *
   * @param study name of the study
   * @param experiment name of the experiment; empty for all
   * @param what what is counted
   */
  record OfCount(String study, String experiment, String what) implements Subject {

    /** What can be counted of a study. */
    static final List<String> OF_STUDIES =
        Stream.concat(
                Stream.of("trials", "claims"), Arrays.stream(Verdict.values()).map(Verdict::name))
            .toList();

    @Override
    public String id() {
      return study + (experiment.isEmpty() ? "" : "/" + experiment) + "." + what;
    }
  }

  /**
   * Something of one of the comparisons that a study file asked for.
   *
   * @param study name of the study
   * @param where values of columns of {@code comparisons.csv} that choose one row
   * @param column name of the column
   */
  record OfComparison(String study, Map<String, String> where, String column) implements Subject {
    @Override
    public String id() {
      return study + "/comparisons" + OfCell.chosen(where) + "." + column;
    }
  }

  /**
   * A figure.
   *
   * @param study name of the study
   * @param figure name of the figure
   */
  record OfFigure(String study, String figure) implements Subject {
    @Override
    public String id() {
      return study + "/" + figure;
    }
  }
}
