package org.guiyi.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number a bureau is given for a submission: {@code GY20261122-000017}. */
public record ReceiptNumber(String value) {

    private static final Pattern FORM = Pattern.compile("GY\\d{8}-\\d{6,}");

    public ReceiptNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a receipt number, expected one like GY20261122-000017");
        }
    }

    /** The receipt number, when the text has its form. */
    public static Optional<ReceiptNumber> tryOf(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ReceiptNumber(text)) : Optional.empty();
    }

    static ReceiptNumber of(LocalDate day, long submission) {
        return new ReceiptNumber("GY%s-%06d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), submission));
    }

    @Override
    public String toString() {
        return value;
    }
}
