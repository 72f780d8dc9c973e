package org.guiyi.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.guiyi.audit.AuditHead;
import org.guiyi.database.Schema;
import org.guiyi.feed.DefinitionFault;
import org.guiyi.feed.DefinitionFaults;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.identifier.CodeLists;
import org.guiyi.identifier.Regions;
import org.guiyi.intake.Identifier;
import org.guiyi.intake.NotUnderstood;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.ZipDeliveries;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Model;
import org.guiyi.matching.ModelFile;
import org.guiyi.matching.ModelRefusedException;
import org.guiyi.protection.Keys;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The parts of the pure stations, made once from the definitions under {@code jobs}. */
@Configuration(proxyBeanMethods = false)
class Stations {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Without keys of its own (production has them from its environment) an installation makes some for itself. */
    @Bean
    @ConditionalOnMissingBean
    Keys keys(Settings settings) {
        return Keys.underHome(settings.home());
    }

    @Bean
    AuditHead auditHead(Settings settings) {
        return new AuditHead(settings.home());
    }

    @Bean
    FlywayMigrationStrategy migration() {
        return Schema::bringUpToDate;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource database, RunLocks locks) {
        return new FencedTransactions(database, locks);
    }

    @Bean
    CodeLists codeLists(Settings settings) {
        return CodeLists.load(codes(settings));
    }

    @Bean
    Regions regions(Settings settings) {
        return Regions.load(codes(settings));
    }

    @Bean
    FeedDefinitions feedDefinitions(Settings settings, CodeLists codes) {
        return FeedDefinitions.load(settings.jobs(), codes);
    }

    @Bean
    MatchingSpec matchingSpec(Settings settings) {
        return MatchingSpec.load(settings.jobs().resolve("matching").resolve("person.yaml"));
    }

    /**
     * The model that comes with the definitions; without one, the weights written in the spec.
     *
     * @throws DefinitionFaultsException when it doesn't fit the spec
     */
    @Bean
    Model shippedModel(Settings settings, MatchingSpec spec) throws IOException {
        Path trained = settings.jobs().resolve("matching").resolve("person.model.json");
        try {
            return Files.exists(trained) ? ModelFile.read(trained, spec) : Model.of(spec);
        } catch (ModelRefusedException e) {
            throw new DefinitionFaultsException(new DefinitionFaults(List.of(new DefinitionFault(
                    "matching/person.model.json",
                    1,
                    1,
                    "MODEL",
                    e.messageZh() + "；或移走此文件，用 person.yaml 中的权重",
                    e.getMessage() + "; or take this file away, then the weights in person.yaml are used"))));
        }
    }

    @Bean
    OriginalArchive originalArchive(Settings settings) {
        return new OriginalArchive(settings.home());
    }

    @Bean
    Identifier identifier(FeedDefinitions feeds, Regions regions) {
        return new Identifier(feeds, regions);
    }

    @Bean
    ZipDeliveries zipDeliveries(OriginalArchive archive, Settings settings) {
        return new ZipDeliveries(archive, settings.home(), ZipDeliveries.Limits.DEFAULTS);
    }

    @Bean
    NotUnderstood notUnderstood(OriginalArchive archive, Settings settings) {
        return new NotUnderstood(archive, settings.home());
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService workers() {
        return Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), task -> {
            Thread thread = new Thread(task, "worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    private static Path codes(Settings settings) {
        return settings.jobs().resolve("codes");
    }
}
