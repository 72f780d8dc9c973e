package org.guiyi.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the faults of one definition file. */
final class FaultLog {

    private static final Messages MESSAGES = Messages.beside(FaultLog.class);

    private final String file;
    private final List<DefinitionFault> faults = new ArrayList<>();

    FaultLog(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /** Notes a fault; the arguments are names and values in turn. */
    void add(Place place, String code, String... namesAndValues) {
        Map<String, String> arguments = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        faults.add(new DefinitionFault(
                file, place.line(), place.column(), code, MESSAGES.zh(code, arguments), MESSAGES.en(code, arguments)));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    List<DefinitionFault> faults() {
        return List.copyOf(faults);
    }
}
