package org.guiyi.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whom a command is about: never told on the command line, where a shell would remember it. */
final class Query {

    private Query() {}

    /** @throws UsageException when nothing was entered */
    static String ask(InputStream query, PrintWriter err) throws IOException {
        if (System.console() != null) {
            err.print("证件号、姓名或 #人员编号 number, name or #id: ");
            err.flush();
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(query, StandardCharsets.UTF_8));
        return Optional.ofNullable(in.readLine())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> new UsageException(
                        "没有输入。请输入证件号、姓名或 #人员编号，也可由标准输入给出",
                        "Nothing was entered. Enter a number, a name or # and a person id, or pipe it in"));
    }
}
