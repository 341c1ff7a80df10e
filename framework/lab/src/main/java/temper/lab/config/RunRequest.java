package temper.lab.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import temper.lab.study.Profile;

public record RunRequest(
    @Nullable Profile profile, List<String> overrides, @Nullable Integer replicates) {
  public static final RunRequest NONE = new RunRequest(null, List.of(), null);
}
