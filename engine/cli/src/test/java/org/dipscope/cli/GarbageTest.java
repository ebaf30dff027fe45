package org.dipscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is typed, the answer keeps its form. */
class GarbageTest {

  private static final String[] VALUES = {
    "",
    "0",
    "-1",
    "1",
    "400",
    "500,600",
    "1e308",
    "-1e308",
    "1e-308",
    "300:400:3",
    "400:300:3",
    "1:2:-1",
    ",",
    "::",
    "NaN",
    "A",
    "H",
    "physical",
    "builtin",
    "mt",
    "/nowhere/file.csv",
    "/",
    "é\u0000√",
    "--",
    "-",
    "@x",
    "3,300,600"
  };

  private static final String[] GOOD = {
    "theory --cp A --mass 400 --tan-beta 1 --width 12 --sqrt-s 400,500 --z 0.5 --mt 172.5",
    "theory --mass 600 --coupling-even 0.5 --coupling-odd 1 --width-scheme linear --sqrt-s 700",
    "pdf --set builtin --member 0 --pid 21 --x 0.1 --q 100",
    "luminosity --ecm 13 --scale mtt/2 --mass 500",
    "spectrum --cp H --mass 500 --xi-t 1 --xi-b 2 --edges 400,500 --resolution 0.1 --k-born 2",
    "spectrum --cp A --mass 500 --tan-beta 1 --bins 2,400,500 --efficiency published --ecm 13",
    "scan --data nowhere.csv --mass 400:500:3 --tan-beta 1:2:3 --levels 1,2 --correlation 1",
    "generate --mass 500 --tan-beta 1 --bins 2,400,500 --seed 1 -o /nowhere/x.csv",
    "histogram nowhere.csv --column x --weight y --cut x>1 --edges 0,1",
    "inspect nowhere.csv --statistics",
    "fit nowhere.json --poi mu --fix mu=1 --scan mu=0:1:3 --measurement m --patch p.json",
    "test nowhere.json --poi-value 1 --statistic q0 --toys 5 --seed 1 --interpolation code1,code0",
    "limit nowhere.json --level 0.9 --scan 0:1:3 --patch-name x",
    "render nowhere.json -o /nowhere/x.png"
  };

  @Property(tries = 400)
  void anyArgumentsEndInAnOrderlyWay(@ForAll("arguments") List<String> arguments) {
    check(arguments);
  }

  @Property(tries = 400)
  void anyWrongValueInAGoodLineEndsInAnOrderlyWay(
      @ForAll("values") String value, @ForAll @IntRange(max = 10) int line, @ForAll Random random) {
    List<String> arguments = new ArrayList<>(List.of(GOOD[line].split(" ", -1)));
    arguments.set(1 + random.nextInt(arguments.size() - 1), value);
    check(arguments);
  }

  private static void check(List<String> arguments) {
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.status()).as("%s", arguments).isBetween(0, 3);
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(run.out()).isNotBlank();
    if (run.status() != 0) {
      assertThat(run.message()).as("%s", arguments).isNotBlank().doesNotContain("\n");
      assertThat(run.hint()).isNotBlank();
      assertThat(run.message()).doesNotContain("The program made a mistake");
      assertThat(run.err().lines().toList()).endsWith(run.message());
    }
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(VALUES),
        Arbitraries.doubles().map(String::valueOf),
        Arbitraries.strings().ofMaxLength(5));
  }

  @Provide
  Arbitrary<List<String>> arguments() {
    List<String> names = new ArrayList<>();
    for (CommandLine command : Dipscope.commandLine().getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (!option.usageHelp()
            && !option.versionHelp()
            && !option.longestName().equals("--debug")) {
          names.add(option.longestName());
        }
      }
    }
    Arbitrary<String> commands =
        Arbitraries.of(Dipscope.commandLine().getSubcommands().keySet().toArray(String[]::new));
    Arbitrary<String> values = Arbitraries.of(VALUES);
    Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(6);
    Arbitrary<String> token =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(5, Arbitraries.of(names.toArray(String[]::new))),
            net.jqwik.api.Tuple.of(5, values),
            net.jqwik.api.Tuple.of(1, anything));
    return commands.flatMap(
        command ->
            token
                .list()
                .ofMaxSize(14)
                .map(
                    tokens -> {
                      List<String> all = new ArrayList<>(List.of(command));
                      all.addAll(tokens);
                      return all;
                    }));
  }
}
