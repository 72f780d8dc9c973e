package org.guiyi.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.guiyi.protection.NumberTexts;
import org.guiyi.protection.NumberVault;

/** Hands evidence on with its numbers in clear, which are fetched for many records at once where they are encrypted. */
final class EvidenceBatch<T> {

    private static final int SIZE = 2_000;

    private final NumberVault vault;
    private final BiConsumer<Evidence, T> consumer;
    private final List<Waiting<T>> waiting = new ArrayList<>();

    EvidenceBatch(NumberVault vault, BiConsumer<Evidence, T> consumer) {
        this.vault = vault;
        this.consumer = consumer;
    }

    private record Waiting<T>(Evidence stored, T beside) {}

    void add(Evidence stored, T beside) {
        if (!vault.isOn()) {
            consumer.accept(stored, beside);
            return;
        }
        waiting.add(new Waiting<>(stored, beside));
        if (waiting.size() == SIZE) {
            flush();
        }
    }

    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        NumberTexts numbers = vault.numbersOf(waiting.stream()
                .flatMap(each -> each.stored().fields().values().stream())
                .toList());
        waiting.forEach(each -> consumer.accept(revealed(each.stored(), numbers), each.beside()));
        waiting.clear();
    }

    private static Evidence revealed(Evidence stored, NumberTexts numbers) {
        Map<String, String> fields = new HashMap<>(stored.fields());
        fields.replaceAll((field, text) -> numbers.reveal(text));
        return stored.withFields(fields);
    }
}
