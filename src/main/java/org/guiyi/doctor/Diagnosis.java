package org.guiyi.doctor;

import java.util.ArrayList;
import java.util.List;
import org.guiyi.intake.Bilingual;

/**
 * What was found.
 *
 * @param atWork whether a run is at work: then what only holds between runs was not looked at
 */
public record Diagnosis(boolean atWork, List<Finding> findings) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    public boolean isHealthy() {
        return findings.isEmpty();
    }

    /** Gathers findings; what nothing was found of is none. */
    static final class Builder {
        private final List<Finding> findings = new ArrayList<>();

        void add(String code, Bilingual what, List<String> found, Bilingual remedy) {
            add(code, what, found.size(), found, remedy);
        }

        void add(String code, Bilingual what, long count, List<String> examples, Bilingual remedy) {
            if (count > 0) {
                findings.add(new Finding(code, what, count, examples, remedy));
            }
        }

        Diagnosis build(boolean atWork) {
            return new Diagnosis(atWork, findings);
        }
    }
}
