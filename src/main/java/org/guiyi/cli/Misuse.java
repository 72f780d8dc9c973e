package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.guiyi.intake.Bilingual;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what of a command line was not understood, what was expected, and where to read on. */
final class Misuse {

    private Misuse() {}

    /** Tells the user and gives the exit code. */
    static int tell(ParameterException problem) {
        CommandLine line = problem.getCommandLine();
        tell(line.getErr(), said(problem));
        String help = line.getCommandSpec().qualifiedName() + " --help";
        line.getErr().println("用法见 usage: " + help);
        return Guiyi.USAGE;
    }

    static void tell(PrintWriter err, Bilingual said) {
        err.println(said.zh());
        err.println(said.en());
    }

    private static Bilingual said(ParameterException problem) {
        if (problem.getCause() instanceof BadValueException bad) {
            String where = problem.getArgSpec() == null ? "" : label(problem.getArgSpec());
            return new Bilingual(
                    where + "：" + bad.said().zh(), where + ": " + bad.said().en());
        }
        if (problem instanceof MissingParameterException missing) {
            String what = missing.getMissing().stream().map(Misuse::label).collect(Collectors.joining(", "));
            return new Bilingual("缺少 " + what, "Missing: " + what);
        }
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        return new Bilingual("命令有误：" + problem.getMessage(), "Not understood: " + problem.getMessage());
    }

    /** What stands behind {@code person} may be somebody's number: it is not repeated. */
    private static Bilingual unmatched(UnmatchedArgumentException problem) {
        Object command = problem.getCommandLine().getCommand();
        if (command instanceof PersonCommand || command instanceof EraseCommand) {
            String name = problem.getCommandLine().getCommandName();
            return new Bilingual(
                    name + " 不从命令行接收查询内容（命令行会留在历史记录里）：请运行后再输入，或由标准输入给出",
                    name
                            + " takes no query on the command line, which a shell remembers: enter it when asked, or pipe it in");
        }
        String words = String.join(" ", problem.getUnmatched());
        if (problem.getCommandLine().getCommand() instanceof ReimportCommand && !problem.isUnknownOption()) {
            return Converters.notAReceipt(words).said();
        }
        List<String> near = problem.getSuggestions();
        String zh = near.isEmpty() ? "" : "；是否要用 " + String.join("、", near);
        String en = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        return new Bilingual("不认识“" + words + "”" + zh, "Not understood: “" + words + "”" + en);
    }

    private static String label(ArgSpec arg) {
        return arg instanceof OptionSpec option
                ? (option.longestName() + " " + (option.arity().max() == 0 ? "" : option.paramLabel())).strip()
                : arg.paramLabel();
    }
}
