package temper.lab.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import temper.lab.study.Design;

/**
 * Goes once through all cells of a sweep before anything runs: makes each of them, leaves out what
 * the rules exclude and what equals an earlier cell, and reports values that a record refuses.
 */
final class DesignBuilder {

  /** More cells than this are a mistake: at 20,000 trials a second they would take ten minutes. */
  static final long MOST_CELLS = 10_000_000;

  private static final int REPORTED = 20;

  private final Parameters parameters;
  private final Cells cells;
  private final List<SweepReader.Exclusion> excluded;
  private final boolean[] matched;
  private final boolean mayRepeat;
  private final Place place;
  private final Problems problems;
  private final boolean unusedIsWrong;

  DesignBuilder(
      Parameters parameters,
      Cells cells,
      List<SweepReader.Exclusion> excluded,
      boolean mayRepeat,
      Place place,
      Problems problems,
      boolean unusedIsWrong) {
    this.parameters = parameters;
    this.cells = cells;
    this.excluded = List.copyOf(excluded);
    this.matched = new boolean[excluded.size()];
    this.mayRepeat = mayRepeat;
    this.place = place;
    this.problems = problems;
    this.unusedIsWrong = unusedIsWrong;
  }

  /** The design; empty if there are problems. */
  <P extends Record> Optional<SweptDesign<P>> build(int replicates) {
    int size = Math.toIntExact(cells.size());
    KeptIndex.Builder kept = new KeptIndex.Builder(size);
    Distinct distinct = new Distinct(mayRepeat ? size : 0);
    boolean[] used = new boolean[cells.steps().size()];
    int members = 0;
    int repeated = 0;
    long refused = 0;
    for (int index = 0; index < size; index++) {
      Cells.Cell cell = cells.cell(index);
      try {
        Record record = (Record) cell.draft().build();
        if (isExcluded(cell)) {
          continue;
        }
        for (int s = 0; s < used.length; s++) {
          used[s] |= cell.active(s);
        }
        if (mayRepeat && !distinct.add(index, parameters.canonical(record))) {
          repeated++;
          continue;
        }
        kept.keep(index);
        members++;
      } catch (Draft.Refused e) {
        if (!isExcludedUnbuilt(cell) && refused++ < REPORTED) {
          report(cell, e);
        }
      }
    }
    if (refused > REPORTED) {
      problems.add(place, "", (refused - REPORTED) + " more cells are refused like those above");
    }
    if (size > 0 && refused == 0) {
      reportUnused(used, members);
      reportIdleRules();
    }
    if (refused > 0 || problems.count() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        design(
            replicates, members == size ? Optional.empty() : Optional.of(kept.build()), repeated));
  }

  private <P extends Record> SweptDesign<P> design(
      int replicates, Optional<KeptIndex> kept, int repeated) {
    Cells all = cells;
    Parameters texts = parameters;
    long members = kept.map(index -> (long) index.size()).orElse(all.size());
    List<String> notices =
        repeated == 0
            ? List.of()
            : List.of(
                (repeated == 1
                        ? "1 cell equals an earlier one and is"
                        : repeated + " cells equal earlier ones and are")
                    + " left out");
    return new SweptDesign<>(
        new Design<>(
            members,
            index -> {
              @SuppressWarnings("unchecked") // A draft makes a record of the class it began with.
              P record = (P) all.cell(at(kept, index)).draft().build();
              return record;
            },
            replicates),
        all.labelAxes().stream().flatMap(axis -> axis.ownColumns().stream()).toList(),
        index -> all.cell(at(kept, index)).labels(texts),
        notices,
        places(kept));
  }

  private CellPlaces places(Optional<KeptIndex> kept) {
    return new CellPlaces() {
      @Override
      public Optional<Origin> origin(long cell, String parameter) {
        return Optional.of(
            cells.cell(at(kept, cell)).origin(parameter).orElse(new Origin(place, parameter)));
      }

      @Override
      public String described(long cell) {
        return DesignBuilder.this.described(cells.cell(at(kept, cell)));
      }
    };
  }

  private String described(Cells.Cell cell) {
    List<String> values = new ArrayList<>();
    cell.described(parameters).forEach((path, text) -> values.add(path + "=" + Texts.plain(text)));
    return String.join(", ", values);
  }

  private static long at(Optional<KeptIndex> kept, long index) {
    return kept.isPresent() ? kept.get().get(Math.toIntExact(index)) : index;
  }

  /** Whether a rule leaves the cell out. All of them are asked, so that an idle one is found. */
  private boolean isExcluded(Cells.Cell cell) {
    boolean out = false;
    for (int i = 0; i < matched.length; i++) {
      if ((!out || !matched[i]) && excluded.get(i).rule().holds(cell)) {
        matched[i] = true;
        out = true;
      }
    }
    return out;
  }

  /** A cell that cannot be made may be one that the rules exclude for that very reason. */
  private boolean isExcludedUnbuilt(Cells.Cell cell) {
    try {
      return isExcluded(cell);
    } catch (Draft.Refused e) {
      return false;
    }
  }

  private void report(Cells.Cell cell, Draft.Refused refusal) {
    String values = described(cell);
    String with = values.isEmpty() ? "" : " (with " + values + ")";
    problems.add(refusal.place().orElse(place), refusal.path(), refusal.reason() + with);
  }

  private void reportUnused(boolean[] used, int members) {
    if (members == 0) {
      problems.add(place, "sweep.exclude", "every cell is excluded");
      return;
    }
    for (int s = 0; s < used.length; s++) {
      Axis axis = cells.steps().get(s).axis();
      if (!used[s] && unusedIsWrong) {
        problems.add(
            axis.place(),
            axis.path(),
            "has no effect: " + Texts.quoted(axis.target().path()) + " exists in no cell");
      }
    }
  }

  private void reportIdleRules() {
    for (int i = 0; i < matched.length; i++) {
      if (!matched[i]) {
        SweepReader.Exclusion idle = excluded.get(i);
        problems.add(idle.place(), idle.path(), "has no effect: no cell is like this");
      }
    }
  }

  /** Texts seen so far, by hash; equal hashes are told apart by making the earlier cell again. */
  private final class Distinct {
    private final long[] hashes;
    private final int[] indices;

    Distinct(int size) {
      int capacity = size == 0 ? 1 : Integer.highestOneBit(size) * 4;
      hashes = new long[capacity];
      indices = new int[capacity];
      Arrays.fill(indices, -1);
    }

    boolean add(int index, String text) {
      long hash = 0xCBF29CE484222325L;
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      }
      hash ^= hash >>> 32;
      int slot = (int) hash & (hashes.length - 1);
      while (indices[slot] >= 0) {
        if (hashes[slot] == hash && canonical(indices[slot]).equals(text)) {
          return false;
        }
        slot = (slot + 1) & (hashes.length - 1);
      }
      hashes[slot] = hash;
      indices[slot] = index;
      return true;
    }

    private String canonical(int index) {
      return parameters.canonical((Record) cells.cell(index).draft().build());
    }
  }
}
