package org.guiyi.person;

import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.Load;
import org.guiyi.feed.LoadTable;
import org.guiyi.identifier.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what a publication changes into the tables people query. Runs inside the publication's transaction; set-based, and
 * only for the records and persons that are touched.
 */
@Component
public class Warehouse {

    private final JdbcClient jdbc;
    private final FeedDefinitions feeds;
    private final Regions regions;
    private final MatchingModels models;

    Warehouse(JdbcClient jdbc, FeedDefinitions feeds, Regions regions, MatchingModels models) {
        this.jdbc = jdbc;
        this.feeds = feeds;
        this.regions = regions;
        this.models = models;
    }

    /** @return the number of persons after this publication */
    public long publish(long publication) {
        models.granted();
        jdbc.sql(RegionSql.REPLACE).param("regions", RegionSql.json(regions)).update();
        PersonSql.PERSONS.forEach(sql -> run(sql, publication));
        FactSql.CLEAR.forEach(sql -> run(sql, publication));
        FactSql.GATHER.forEach(sql -> run(sql, publication));
        run(FactSql.FORGET_LOADS, publication);
        for (FeedDefinition feed : feeds.all()) {
            publish(feed, publication);
        }
        run(PersonSql.RELATED_IDENTIFIERS, publication);
        FactSql.INSTITUTIONS.forEach(sql -> run(sql, publication));
        return jdbc.sql("select count(*) from warehouse.person")
                .query(Long.class)
                .single();
    }

    private void publish(FeedDefinition feed, long publication) {
        for (Load load : feed.loads()) {
            if (load.table() != LoadTable.INSTITUTION) {
                run(FactSql.insert(feed, load), publication);
                jdbc.sql(FactSql.NOTE_LOAD)
                        .params(publication, feed.id().value(), load.table().key())
                        .update();
            }
        }
        PersonSql.identifiers(feed).ifPresent(sql -> run(sql, publication));
        PersonSql.relationships(feed).forEach(sql -> run(sql, publication));
    }

    private void run(String sql, long publication) {
        jdbc.sql(sql).param("publication", publication).update();
    }
}
