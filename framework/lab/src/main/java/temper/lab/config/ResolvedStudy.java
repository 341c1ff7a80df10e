package temper.lab.config;

import java.util.List;
import temper.lab.study.Experiment;
import temper.lab.study.Profile;
import temper.lab.study.Study;
import temper.lab.study.Tables;

public record ResolvedStudy(Study study, Profile profile, Parameters parameters) {
  public List<Experiment<?>> experiments() {
    return study.experiments();
  }

  public String rootName() {
    return study.name() + "/" + (confirmatory() ? "confirm" : "explore");
  }

  public String command() {
    return "temper run " + study.name() + " --profile " + profile.label();
  }

  public String runName() {
    return profile.label();
  }

  public boolean confirmatory() {
    return profile == Profile.FULL;
  }

  public String text() {
    return "format: 1\nstudy: " + study.name() + "\nprofile: " + profile.label() + "\n";
  }

  public <P extends Record> SweptDesign<P> design(Experiment<P> e, Tables earlier) {
    return new SweptDesign<>(e.design(profile, earlier), List.of(), i -> List.of());
  }
}
