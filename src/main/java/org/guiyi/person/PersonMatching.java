package org.guiyi.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.guiyi.identifier.Regions;
import org.guiyi.matching.Linkage;
import org.guiyi.matching.LinkageProgress;
import org.guiyi.matching.LinkageResult;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Model;
import org.guiyi.matching.ModelFile;
import org.guiyi.matching.ModelRefusedException;
import org.guiyi.matching.Records;
import org.guiyi.matching.Training;
import org.guiyi.person.MatchingModels.InForce;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out which records are one person and gives the persons their ids, pending under the number of the next publication.
 * Only records that are new, changed, gone or judged anew are compared, with those that share a blocking key with them; only
 * the clusters they touch are computed again. Everything is linked afresh the first time, under a new model or new
 * definitions, and when the county has doubled since the model was held fast. The linkage runs outside of any transaction.
 */
@Component
public class PersonMatching {

    /** With so many times the records, what the model held fast of them is out of date. */
    private static final long GROWTH = 2;

    /** Below this many records nothing is gained by leaving some out. */
    private static final long FEW = 200;

    private final MatchingSpec spec;
    private final MatchingColumns columns;
    private final EvidenceReader evidence;
    private final MatchingModels models;
    private final MatchKeys keys;
    private final MatchScope scope;
    private final FormerLinkage former;
    private final PersonLines lines;
    private final TransactionTemplate transaction;

    PersonMatching(
            MatchingSpec spec,
            Regions regions,
            EvidenceReader evidence,
            MatchingModels models,
            MatchKeys keys,
            MatchScope scope,
            FormerLinkage former,
            PersonLines lines,
            TransactionTemplate transaction) {
        this.spec = spec;
        this.columns = new MatchingColumns(spec, regions);
        this.evidence = evidence;
        this.models = models;
        this.keys = keys;
        this.scope = scope;
        this.former = former;
        this.lines = lines;
        this.transaction = transaction;
    }

    /**
     * What the linkage came to.
     *
     * @param records records linked
     * @param persons persons they are
     * @param links pairs joined automatically
     * @param reviews pairs left to a steward
     * @param linkedAnew records that were compared
     */
    public record Outcome(long records, long persons, long links, long reviews, long linkedAnew) {}

    /** Whether a steward has judged since the records were last linked, or another model is to be switched on. */
    public boolean isDue() {
        return scope.judgedSince() || models.wished().isPresent();
    }

    /**
     * The model that comes with the definitions.
     *
     * @param author who wants it
     */
    public ModelChoice shipped(String author, String reason) {
        ModelChoice shipped = models.shipped();
        return new ModelChoice(shipped.model(), shipped.trained(), author, reason);
    }

    /**
     * A model from a file's text.
     *
     * @throws ModelRefusedException when it is no model, or one of another spec
     */
    public ModelChoice given(String text, String author, String reason) {
        return new ModelChoice(ModelFile.parse(text, spec), Optional.of(text), author, reason);
    }

    /** Trains a model on the county's own records, as they are published. */
    public ModelChoice fit(LinkageProgress progress, String author, String reason) {
        Model model = Training.train(read(evidence::all), progress);
        return new ModelChoice(model, Optional.of(ModelFile.text(model, spec)), author, reason);
    }

    /** Asks the next publication to link everything by a model, or the pending one only as a trial. */
    public void wish(ModelChoice choice, boolean trial) {
        models.wish(choice, trial);
    }

    /** Links what the pending publication changes; departed records count as evidence. */
    public Outcome match(long publication, LinkageProgress progress) {
        Optional<ModelChoice> wished = models.wished();
        if (wished.isPresent()) {
            return matchAll(publication, wished.get(), progress);
        }
        Optional<InForce> model = models.inForce();
        if (model.isEmpty()) {
            return matchAll(publication, models.shipped(), progress);
        }
        InForce known = model.get();
        long records = scope.records();
        if (outdated(known) || records >= GROWTH * Math.max(FEW, known.records())) {
            return matchAll(publication, known.source(), progress);
        }
        Linkage linkage = Linkage.of(spec, known.model());
        String basis = models.digest(known.model());
        boolean few = keys.complete(basis) && scope.touch(publication) <= records / 3;
        return few ? matchSome(publication, linkage, progress) : matchAll(publication, linkage, basis, progress);
    }

    /** Links everything under a model that is held fast over the records as they are now. */
    public Outcome matchAll(long publication, ModelChoice choice, LinkageProgress progress) {
        scope.everything();
        Records records = read(evidence::all);
        InForce model = models.holdFast(choice, records);
        models.write(model, publication);
        return matchAll(publication, Linkage.of(spec, model.model()), models.digest(model.model()), records, progress);
    }

    /** Links everything under the model in force, where there is one: what a night comes to piece by piece. */
    public Outcome matchAll(long publication, LinkageProgress progress) {
        Optional<InForce> model = models.inForce();
        if (model.isEmpty()) {
            return matchAll(publication, models.shipped(), progress);
        }
        InForce known = model.get();
        return outdated(known)
                ? matchAll(publication, known.source(), progress)
                : matchAll(publication, Linkage.of(spec, known.model()), models.digest(known.model()), progress);
    }

    /** Whether something else than the model has changed of what everything was linked by. */
    private boolean outdated(InForce known) {
        return !known.basis().equals(models.basis(known.source()));
    }

    private Outcome matchAll(long publication, Linkage linkage, String basis, LinkageProgress progress) {
        scope.everything();
        return matchAll(publication, linkage, basis, read(evidence::all), progress);
    }

    private Outcome matchAll(
            long publication, Linkage linkage, String basis, Records records, LinkageProgress progress) {
        LinkageResult result = linkage.link(records, former.judgements(), progress);
        keys.replace(linkage, records, basis, publication);
        return write(result, publication, records.size());
    }

    private Outcome matchSome(long publication, Linkage linkage, LinkageProgress progress) {
        Map<Long, @Nullable String[]> touched = new HashMap<>();
        evidence.touched(each -> touched.put(each.recordId(), columns.of(each)));
        Records sought = read(touched, consumer -> {});
        keys.seek(linkage, sought);
        scope.candidates();
        Records candidates = read(touched, evidence::untouched);
        List<Long> partners = new ArrayList<>();
        linkage.compare(candidates, touched.keySet(), progress).stream()
                .flatMap(link -> Stream.of(link.a(), link.b()))
                .filter(record -> !touched.containsKey(record))
                .distinct()
                .forEach(partners::add);
        scope.close(partners);
        Records records = read(touched, evidence::untouched);
        LinkageResult result = linkage.relink(records, former.judgementsInScope(), former.state(spec), progress);
        return write(result, publication, touched.size());
    }

    private Outcome write(LinkageResult result, long publication, long linkedAnew) {
        return transaction.execute(status -> lines.write(result, publication, linkedAnew));
    }

    private interface Source {
        void read(Consumer<Evidence> consumer);
    }

    private Records read(Source source) {
        return read(Map.of(), source);
    }

    /** Some records that were read before and others. */
    private Records read(Map<Long, @Nullable String[]> before, Source others) {
        Records.Builder builder = Records.builder(spec);
        before.forEach(builder::add);
        others.read(each -> builder.add(each.recordId(), columns.of(each)));
        return builder.build();
    }
}
