package org.guiyi.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.matching.SpecFaultsException;
import org.guiyi.pipeline.DiscreetException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry point. */
@Command(
        name = "guiyi",
        mixinStandardHelpOptions = true,
        version = "guiyi 0.1.0",
        description = "归一：把三个部门的一老一小名册归成一人一档。 One file per person out of three bureaus' rosters.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NightlyCommand.class,
            ImportCommand.class,
            StatusCommand.class,
            ReceiptCommand.class,
            ErrorsCommand.class,
            PersonCommand.class,
            WithdrawCommand.class,
            ReimportCommand.class,
            ReleaseCommand.class,
            RejectCommand.class,
            RebuildCommand.class,
            FeedsCommand.class,
            GenerateCommand.class,
            MatchCommand.class
        })
public final class Guiyi {

    /** All well. */
    static final int OK = 0;
    /** Finished, some deliveries rejected or held. */
    static final int SOME_HELD = 1;
    /** The command was not understood. */
    static final int USAGE = 2;
    /** Failed, and can be started again. */
    static final int FAILED = 3;

    private Guiyi() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        logTo(Environment.home().resolve("logs"));
        CommandLine line = new CommandLine(new Guiyi());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(Guiyi::explain);
        if (args.length == 0) {
            line.usage(line.getErr());
            return USAGE;
        }
        return line.execute(args);
    }

    private static void logTo(Path folder) {
        if (System.getProperty("guiyi.log") == null) {
            System.setProperty("guiyi.log", folder.resolve("guiyi.log").toString());
        }
    }

    /** What went wrong in one or two sentences; the log has the rest. */
    private static int explain(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        Throwable told = told(problem);
        if (told instanceof DefinitionFaultsException definitions) {
            err.println(definitions.faults());
            return USAGE;
        }
        if (told instanceof SpecFaultsException spec) {
            err.println(spec.faults());
            return USAGE;
        }
        DiscreetException discreet = DiscreetException.of(problem);
        boolean refused = problem instanceof IllegalArgumentException && discreet.getMessage() != null;
        if (refused || problem instanceof FileAlreadyExistsException) {
            err.println("不能这样做 this can't be done: " + problem.getMessage());
            return USAGE;
        }
        LoggerFactory.getLogger(Guiyi.class).error("{} failed", line.getCommandName(), discreet);
        err.println("失败 failed: " + discreet.story());
        err.println(
                "可以重新运行；详情见日志 it can be started again; the log has the details: " + System.getProperty("guiyi.log"));
        return FAILED;
    }

    /** The exception of ours inside those of the framework around it, else the outermost. */
    private static Throwable told(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof DefinitionFaultsException || cause instanceof SpecFaultsException) {
                return cause;
            }
        }
        return problem;
    }
}
