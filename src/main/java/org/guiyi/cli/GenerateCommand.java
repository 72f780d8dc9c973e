package org.guiyi.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
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

    @Option(
            names = "--persons",
            paramLabel = "N",
            description = "人数，100 到 2000000。 How many persons, from 100 to 2,000,000.")
    private int persons = 2_000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "种子：同样的种子得到同样的文件。 The seed; equal seeds give equal files.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "输出文件夹，须不存在或为空。 Output folder, new or empty.")
    private Path out = Path.of("out");

    @Option(names = "--samples", description = "生成随附样例。 Make the samples that come with Guiyi.")
    private boolean samples;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (persons < GeneratorSettings.FEWEST || persons > GeneratorSettings.MOST) {
            throw new UsageException(
                    "--persons 应在 " + GeneratorSettings.FEWEST + " 到 " + GeneratorSettings.MOST + " 之间，现为 " + persons,
                    "--persons takes from " + GeneratorSettings.FEWEST + " to " + GeneratorSettings.MOST + "; found "
                            + persons);
        }
        Generated made = generate();
        spec.commandLine()
                .getOut()
                .println("已生成 generated: 名册文件 files " + made.files() + " · 行 rows " + made.rows() + " · 人员 persons "
                        + made.persons() + " → " + out);
        return Guiyi.OK;
    }

    private Generated generate() throws IOException {
        try {
            return samples ? Generator.samples(out) : Generator.generate(GeneratorSettings.of(persons, seed), out);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    out + " 不是空文件夹，不会覆盖里面的内容。请给出新的或空的文件夹",
                    out + " is not an empty folder, and nothing in it is written over. Name a new or an empty one");
        }
    }
}
