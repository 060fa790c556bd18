package org.xuewei.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./xuewei}, as far as it can be tried without building. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void isAShellScriptThatParses() throws Exception {
    assertThat(ROOT.resolve("xuewei")).isExecutable();
    assertThat(run(ROOT, "sh", "-n", "xuewei").status()).isZero();
  }

  @Test
  void refusesAnUnknownOptionOfTestFromAnyFolderAndThroughALink(@TempDir Path elsewhere)
      throws Exception {
    Path link = Files.createSymbolicLink(elsewhere.resolve("a link"), ROOT.resolve("xuewei"));

    Ended ended = run(elsewhere, link.toString(), "test", "--fast");
    Files.delete(link);

    assertThat(ended.words()).isEqualTo("xuewei: usage: ./xuewei test [--long]\n");
    assertThat(ended.status()).isEqualTo(2);
  }

  @Test
  void namesWhatToInstallWhereThereIsNoMaven(@TempDir Path elsewhere) throws Exception {
    Path tools = Files.createDirectory(elsewhere.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "sed", "locale")) {
      Path script = tools.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    Ended ended = run(elsewhere, "env", "PATH=" + tools, ROOT.resolve("xuewei").toString(), "test");

    assertThat(ended.words()).contains("needs Maven 3.8 or newer", "apt-get install maven");
    assertThat(ended.status()).isEqualTo(1);
  }

  private static Path find(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private record Ended(int status, String words) {}

  private static Ended run(Path folder, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("XUEWEI_NO_INSTALL", "yes");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), words);
  }
}
