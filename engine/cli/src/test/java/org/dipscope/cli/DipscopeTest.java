package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DipscopeTest {

  @Test
  void helpAndVersionSucceed() {
    assertThat(Run.of("--help").status()).isZero();
    assertThat(Run.of("--help").out()).contains("--threads");
    assertThat(Run.of("--version").status()).isZero();
    assertThat(Run.of("--version").out()).matches("dipscope \\d+\\.\\d+\\.\\d+\\S*\\s+");
  }

  @Test
  void everyCommandExplainsItself() {
    for (CommandLine command : Dipscope.commandLine().getSubcommands().values()) {
      Run run = Run.of(command.getCommandName(), "--help");
      assertThat(run.status()).as(command.getCommandName()).isZero();
      assertThat(run.out()).contains("Usage: dipscope " + command.getCommandName());
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void theLauncherRecognisesCommandsAndOptions() {
    assertThat(Dipscope.isCommand("--version")).isTrue();
    assertThat(Dipscope.isCommand("theory")).isTrue();
    assertThat(Dipscope.isCommand("spectrum.csv")).isFalse();
    assertThat(Dipscope.isCommand("")).isFalse();
    assertThat(Dipscope.isCommand("theroy")).isTrue();
    assertThat(Dipscope.isCommand("src")).isFalse();
  }

  @Test
  void aFailureIsOneObjectAndOneSentence() {
    Run run = Run.of("frobnicate");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.json().propertyNames()).containsExactly("error");
    assertThat(run.error().propertyNames()).containsExactly("message", "hint", "file", "line");
    assertThat(run.message()).isEqualTo("Unknown command 'frobnicate'.");
    assertThat(run.error().path("file").isNull()).isTrue();
    assertThat(run.err()).isEqualTo(run.message() + System.lineSeparator());
  }

  @Test
  void noCommandIsBadUsage() {
    assertThat(Run.of().status()).isEqualTo(2);
    assertThat(Run.of().message()).isEqualTo("No command is given.");
    assertThat(Run.of("--threads", "2").status()).isEqualTo(2);
  }

  @Test
  void unknownAndBrokenOptionsAreBadUsage() {
    assertThat(Run.of("--frobnicate").message()).isEqualTo("Unknown option '--frobnicate'.");
    assertThat(Run.of("--threads", "two").message())
        .isEqualTo("--threads: 'two' is not a whole number.");
    assertThat(Run.of("--threads").status()).isEqualTo(2);
    assertThat(Run.of("--threads", "1", "--threads", "2").message())
        .isEqualTo("--threads is given more than once.");
  }

  @Test
  void argumentsAreNeverReadFromFiles() {
    assertThat(Run.of("@/etc/hostname").message()).isEqualTo("Unknown command '@/etc/hostname'.");
  }

  @Test
  void theStackTraceComesOnlyWithDebug() {
    assertThat(Run.of("frobnicate").err()).doesNotContain("\tat ");
    assertThat(Run.of("frobnicate", "--debug").err()).contains("\tat ");
  }
}
