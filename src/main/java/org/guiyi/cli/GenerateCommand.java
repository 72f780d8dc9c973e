package org.guiyi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.guiyi.generate.Generated;
import org.guiyi.generate.Generator;
import org.guiyi.generate.GeneratorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi generate}: synthetic bureaus' files with their truth. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "生成虚构的部门名册及其真值。 Synthetic bureaus' files with their truth.")
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--persons", paramLabel = "N", description = "人数。 How many persons.")
    private int persons = 2_000;

    @Option(names = "--seed", paramLabel = "S", description = "种子。 The seed.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "输出文件夹。 Output folder.")
    private Path out = Path.of("out");

    @Option(names = "--samples", description = "生成随附样例。 Make the samples that come with Guiyi.")
    private boolean samples;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Generated made =
                samples ? Generator.samples(out) : Generator.generate(GeneratorSettings.of(persons, seed), out);
        spec.commandLine()
                .getOut()
                .println("已生成 generated: 名册文件 files " + made.files() + " · 行 rows " + made.rows() + " · 人员 persons "
                        + made.persons() + " → " + out);
        return Guiyi.OK;
    }
}
