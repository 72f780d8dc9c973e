package org.guiyi.person;

import java.util.Locale;
import org.guiyi.database.JsonText;
import org.guiyi.identifier.Region;
import org.guiyi.identifier.Regions;

/** Keeps {@code warehouse.region} equal to the list of regions that this Guiyi ships. */
final class RegionSql {

    static final String REPLACE = """
            merge into warehouse.region w
            using json_to_recordset(:regions::json) n (code text, name text, parent text, state text) on w.code = n.code
            when matched and (w.name, w.parent, w.state) is distinct from (n.name, n.parent, n.state) then
                update set name = n.name, parent = n.parent, state = n.state
            when not matched then insert (code, name, parent, state) values (n.code, n.name, n.parent, n.state)
            """;

    private RegionSql() {}

    static String json(Regions regions) {
        JsonText json = new JsonText().beginArray();
        for (Region region : regions.all()) {
            json.beginObject().member("code", region.code()).member("name", region.name());
            region.parent().ifPresent(parent -> json.member("parent", parent));
            json.member("state", region.state().name().toLowerCase(Locale.ROOT)).endObject();
        }
        return json.endArray().toString();
    }
}
