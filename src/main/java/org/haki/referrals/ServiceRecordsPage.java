package org.haki.referrals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.people.Identity;

/**
 * The receiver's own service records, the newest first.
 *
 * @param people those of them that the reader may see
 * @param names  of the organisations that referred them
 * @param older  the address of the next page, or {@code null}
 */
public record ServiceRecordsPage(List<ServiceRecord> rows, Map<UUID, Identity> people, Map<UUID, String> names, String older) {}
