package org.guiyi.cli;

import org.guiyi.intake.ReceiptNumber;

/** Says that there is no such receipt, and where all of them stand. */
final class UnknownReceipt {

    private UnknownReceipt() {}

    static UsageException of(ReceiptNumber asked) {
        return new UsageException(
                "没有这个回执：" + asked + "。全部回执见 guiyi status --all",
                "There is no receipt " + asked + "; guiyi status --all lists them all");
    }
}
