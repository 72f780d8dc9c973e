package org.guiyi.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ResourceBundle;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.guiyi.database.SchemaBehindException;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.intake.Bilingual;
import org.guiyi.matching.SpecFaultsException;
import org.guiyi.person.ModelMisfitException;
import org.guiyi.pipeline.DiscreetException;
import org.guiyi.pipeline.RunStop;
import org.guiyi.pipeline.StoppedException;
import org.guiyi.protection.KeyFaultException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

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
            ReplaceCommand.class,
            ReleaseCommand.class,
            RejectCommand.class,
            RebuildCommand.class,
            DoctorCommand.class,
            TasksCommand.class,
            ExplainCommand.class,
            JudgeCommand.class,
            ServeCommand.class,
            RequestCommand.class,
            EraseCommand.class,
            RetentionCommand.class,
            AuditCommand.class,
            KeysCommand.class,
            MigrateCommand.class,
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

    private static final Bilingual OTHER_VERSION = new Bilingual(
            "这个数据库是由另一个版本的归一建立的：请用那个版本，或另设 GUIYI_HOME（自备服务器则另设 GUIYI_DB_URL）",
            "This database was made by another version of Guiyi: use that one, or another GUIYI_HOME"
                    + " (on a server of your own, another GUIYI_DB_URL)");

    private static final Bilingual STOPPED = new Bilingual(
            "已按要求停止，没有丢失什么；再次运行会接着做", "Stopped as asked, nothing is lost; the next run goes on from here");

    private final Environment environment;
    private final Opener opener;
    private final InputStream in;
    private final Ending ending;

    /** @param in where {@code person} reads its query */
    Guiyi(Environment environment, Opener opener, InputStream in, Ending ending) {
        this.environment = environment;
        this.opener = opener;
        this.in = in;
        this.ending = ending;
    }

    public static void main(String[] args) {
        Environment environment = new Environment(System.getenv());
        logTo(environment.home().resolve("logs"));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Ending ending = new Ending(err);
        Runtime.getRuntime().addShutdownHook(ending.hook());
        int code = logged(environment, err)
                ? new Guiyi(environment, RunningApplication::open, System.in, ending).run(out, err, args)
                : USAGE;
        ending.ended(code);
        System.exit(code);
    }

    private static boolean logged(Environment environment, PrintWriter err) {
        try {
            environment.logFormat().begin();
            return true;
        } catch (UsageException e) {
            Misuse.tell(err, e.said());
            return false;
        }
    }

    /** Carries out one command and gives its exit code. */
    int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(this);
        line.setResourceBundle(ResourceBundle.getBundle("org.guiyi.cli.help"));
        Converters.addTo(line);
        line.setOut(out);
        line.setErr(err);
        line.setParameterExceptionHandler((problem, words) -> Misuse.tell(problem));
        line.setExecutionExceptionHandler((problem, command, parsed) -> explain(problem, command));
        if (args.length == 0) {
            line.usage(err);
            return USAGE;
        }
        return line.execute(args);
    }

    /** The program that a command belongs to. */
    static Guiyi of(CommandSpec command) {
        return (Guiyi) command.root().userObject();
    }

    Environment environment() {
        return environment;
    }

    InputStream in() {
        return in;
    }

    /** The stations for one command, which is asked to stop at its next boundary when this process is told to end. */
    Application open() {
        return open(Face.COMMAND, () -> {});
    }

    /** @param told what else is to happen when this process is told to end */
    Application open(Face face, Runnable told) {
        Application application = opener.open(environment, face);
        RunStop stop = application.get(RunStop.class);
        ending.asks(() -> {
            stop.ask();
            told.run();
        });
        return application;
    }

    private static void logTo(Path folder) {
        if (System.getProperty("guiyi.log") == null) {
            System.setProperty("guiyi.log", folder.resolve("guiyi.log").toString());
        }
    }

    /** What went wrong in one or two sentences; the log has the rest. */
    private static int explain(Exception problem, CommandLine line) {
        PrintWriter err = line.getErr();
        Throwable told = told(problem);
        if (told instanceof UsageException usage) {
            Misuse.tell(err, usage.said());
            return USAGE;
        }
        if (told instanceof DefinitionFaultsException definitions) {
            err.println(definitions.faults());
            return USAGE;
        }
        if (told instanceof SpecFaultsException spec) {
            err.println(spec.faults());
            return USAGE;
        }
        if (told instanceof ModelMisfitException misfit) {
            Misuse.tell(err, new Bilingual(misfit.messageZh(), Objects.requireNonNullElse(misfit.getMessage(), "")));
            return USAGE;
        }
        if (told instanceof PortInUseException port) {
            Misuse.tell(err, portInUse(port.getPort()));
            return USAGE;
        }
        if (told instanceof StoppedException) {
            Misuse.tell(err, STOPPED);
            return FAILED;
        }
        if (told instanceof FlywayValidateException) {
            Misuse.tell(err, OTHER_VERSION);
            return USAGE;
        }
        if (told instanceof SchemaBehindException behind) {
            Misuse.tell(err, behind(behind.why()));
            return USAGE;
        }
        if (told instanceof KeyFaultException keys) {
            Misuse.tell(err, new Bilingual(keys.zh(), keys.en()));
            return USAGE;
        }
        DiscreetException discreet = DiscreetException.of(problem);
        LoggerFactory.getLogger(Guiyi.class).error("{} failed", line.getCommandName(), discreet);
        err.println("失败 failed: " + discreet.story());
        err.println(
                "可以重新运行；详情见日志 it can be started again; the log has the details: " + System.getProperty("guiyi.log"));
        return FAILED;
    }

    private static Bilingual behind(SchemaBehindException.Why why) {
        return switch (why) {
            case PENDING ->
                new Bilingual(
                        "数据库的表比这个程序旧，而应用角色无权改表：请由表的属主运行 guiyi migrate（设 GUIYI_DB_OWNER、GUIYI_DB_OWNER_PASSWORD）",
                        "The tables are older than this program, and the application's role may not change them: run guiyi migrate"
                                + " with GUIYI_DB_OWNER and GUIYI_DB_OWNER_PASSWORD");
            case NOT_THE_OWNER ->
                new Bilingual(
                        "这个角色无权建表或改表：请设 GUIYI_DB_OWNER、GUIYI_DB_OWNER_PASSWORD 为表的属主",
                        "This role may neither make nor change the tables: set GUIYI_DB_OWNER and GUIYI_DB_OWNER_PASSWORD to their"
                                + " owner's");
        };
    }

    private static Bilingual portInUse(int port) {
        return new Bilingual(
                "端口 " + port + " 已被占用：请用 GUIYI_HTTP_PORT 另设一个，或设为 off 不开网页接口",
                "Port " + port + " is in use: set another with GUIYI_HTTP_PORT, or off for no HTTP at all");
    }

    /** The exception of ours inside those of the framework around it, else the outermost. */
    private static Throwable told(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof UsageException
                    || cause instanceof SchemaBehindException
                    || cause instanceof FlywayValidateException
                    || cause instanceof PortInUseException
                    || cause instanceof StoppedException
                    || cause instanceof KeyFaultException
                    || cause instanceof ModelMisfitException
                    || cause instanceof DefinitionFaultsException
                    || cause instanceof SpecFaultsException) {
                return cause;
            }
        }
        return problem;
    }
}
