package org.guiyi.person;

import java.util.List;
import java.util.Optional;
import org.guiyi.identifier.Regions;
import org.guiyi.matching.Explanation;
import org.guiyi.matching.Judgement;
import org.guiyi.matching.Linkage;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Model;
import org.guiyi.matching.Records;
import org.guiyi.person.MatchingModels.InForce;
import org.springframework.stereotype.Component;

/** Tells why two records have their match weight under the model in force. Holds no personal value. */
@Component
public class PairExplanations {

    private final MatchingSpec spec;
    private final MatchingColumns columns;
    private final EvidenceReader evidence;
    private final MatchingModels models;
    private final FormerLinkage former;

    PairExplanations(
            MatchingSpec spec, Regions regions, EvidenceReader evidence, MatchingModels models, FormerLinkage former) {
        this.spec = spec;
        this.columns = new MatchingColumns(spec, regions);
        this.evidence = evidence;
        this.models = models;
        this.former = former;
    }

    /** Compares them again, whether or not they share a blocking key; empty when one of them doesn't stand. */
    public Optional<Explanation> of(long recordA, long recordB) {
        Records.Builder builder = Records.builder(spec);
        evidence.pair(recordA, recordB, each -> builder.add(each.recordId(), columns.of(each)));
        Records records = builder.build();
        if (records.size() != 2) {
            return Optional.empty();
        }
        Model model = models.inForce()
                .map(InForce::model)
                .orElseGet(() -> models.shipped().model());
        List<Judgement> judged = former.judgements().stream()
                .filter(each -> each.isAbout(recordA, recordB))
                .toList();
        return Optional.of(Linkage.of(spec, model).link(records, judged).explain(recordA, recordB));
    }
}
