package org.haki.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A case that was made through the services, taken apart so that others can be cast from it.
 *
 * @param ids   everything that is the case's own, and its owner; a copy has others at the same places
 * @param keys  those of them that are keys
 * @param open  whether somebody still works on it
 * @param rows  by table, each column a part
 * @param trail what the audit trail says of it
 */
record Mould(List<UUID> ids, UUID caseId, UUID owner, Set<UUID> keys, Client client, boolean open, Map<String, List<List<Part>>> rows, List<Entry> trail) {

    /** Who it is about, as her identity says. */
    record Client(UUID id, String name, String phone) {}

    /** An entry of the trail; a field may be {@code null}. */
    record Entry(Instant at, List<Part> fields, boolean showsIt) {}

    int caseAt() {
        return ids.indexOf(caseId);
    }

    int clientAt() {
        return ids.indexOf(client.id());
    }
}
