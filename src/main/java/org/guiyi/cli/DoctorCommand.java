package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.guiyi.doctor.Diagnosis;
import org.guiyi.doctor.Doctor;
import org.guiyi.doctor.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code guiyi doctor}: what is wrong and what to do. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "体检：检查不变式、存档、磁盘、时钟和待办，说明怎么办；有事以 1 退出。"
                + " Look everything over and say what to do; exits with 1 when something needs attention.")
final class DoctorCommand implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(names = "--json", description = "以 JSON 输出。 Print as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Guiyi guiyi = Guiyi.of(spec);
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = guiyi.open()) {
            Diagnosis diagnosis =
                    application.get(Doctor.class).examine(guiyi.environment().today());
            if (json) {
                out.println(json(diagnosis));
            } else {
                print(diagnosis, out);
            }
            return diagnosis.isHealthy() ? Guiyi.OK : Guiyi.SOME_HELD;
        }
    }

    private static void print(Diagnosis diagnosis, PrintWriter out) {
        if (diagnosis.atWork()) {
            out.println("有运行正在进行：不变式没有检查，等它结束再看 a run is at work: invariants were not looked at");
        }
        if (diagnosis.isHealthy()) {
            out.println("一切正常 all is well");
        }
        diagnosis.findings().forEach(finding -> print(finding, out));
    }

    private static void print(Finding finding, PrintWriter out) {
        out.println("● " + finding.code() + " × " + finding.count() + "  "
                + finding.what().zh() + " · " + finding.what().en());
        finding.examples().forEach(example -> out.println("    " + example));
        if (finding.count() > finding.examples().size()) {
            out.println("    …");
        }
        out.println("  → " + finding.remedy().zh());
        out.println("    " + finding.remedy().en());
    }

    private static String json(Diagnosis diagnosis) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("healthy", diagnosis.isHealthy());
        root.put("run_at_work", diagnosis.atWork());
        root.put(
                "findings",
                diagnosis.findings().stream().map(DoctorCommand::json).toList());
        return JSON.writeValueAsString(root);
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", finding.code());
        json.put("what_zh", finding.what().zh());
        json.put("what_en", finding.what().en());
        json.put("count", finding.count());
        json.put("examples", finding.examples());
        json.put("remedy_zh", finding.remedy().zh());
        json.put("remedy_en", finding.remedy().en());
        return json;
    }
}
