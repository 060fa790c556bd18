package org.xuewei.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xuewei.data.model.InputException;

final class PlanOutputTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void replacesAnOlderResultWithItsDatasetAndLayers() throws IOException {
    Path out = result();
    for (String shown : new String[] {"", "dataset", "layers"}) {
      Files.writeString(out.resolve(shown).resolve(".DS_Store"), "icons");
    }

    try (PlanOutput output = PlanOutput.into(out)) {
      Files.writeString(output.draft("plan.json"), "new");
      output.complete();
    }

    assertThat(out.resolve("plan.json")).hasContent("new");
    assertThat(out.resolve("layers")).doesNotExist();
    assertNothingElse(out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thesis.txt", "layers/catchments.qmd", "dataset/thesis.txt", "src/a.txt"})
  void leavesAFolderAloneThatHoldsMoreThanAResult(String precious) throws IOException {
    Path out = result();
    Files.createDirectories(out.resolve(precious).getParent());
    Files.writeString(out.resolve(precious), "years of work");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> PlanOutput.into(out))
        .withMessageContaining("would be lost; expected");
    assertThat(out.resolve(precious)).hasContent("years of work");
    assertNothingElse(out);
  }

  @Test
  void doesNotReplaceTheDatasetThatItIsMadeFrom() throws IOException {
    Path out = result();

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> PlanOutput.into(out, out.resolve("dataset")))
        .withMessageContaining("dataset, which would be lost; expected");
    assertNothingElse(out);
  }

  @Test
  void olderResultComesBackWhenTheNewOneCannotBePutInItsPlace() throws IOException {
    Path out = result();

    try (PlanOutput output = PlanOutput.into(out)) {
      Files.delete(output.draft("plan.json").resolveSibling(""));
      assertThatThrownBy(output::complete).isInstanceOf(UncheckedIOException.class);
    }

    assertThat(out.resolve("plan.json")).hasContent("old");
    assertNothingElse(out);
  }

  private Path result() throws IOException {
    Path out = folder.resolve("out");
    for (String name : new String[] {"dataset/manifest.json", "layers/flows.geojson"}) {
      Files.createDirectories(out.resolve(name).getParent());
      Files.writeString(out.resolve(name), "old");
    }
    Files.writeString(out.resolve("plan.json"), "old");
    return out;
  }

  private void assertNothingElse(Path out) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(out);
    }
  }
}
