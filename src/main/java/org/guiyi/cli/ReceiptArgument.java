package org.guiyi.cli;

import java.util.Objects;
import org.guiyi.intake.ReceiptNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The one receipt that a command is about. */
final class ReceiptArgument {

    @Parameters(paramLabel = "RECEIPT", description = "回执号，如 GY20261123-000001。 Receipt number.")
    private @Nullable ReceiptNumber receipt;

    ReceiptNumber number() {
        return Objects.requireNonNull(receipt, "the command line is read before the command runs");
    }
}
