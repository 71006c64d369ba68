package org.haki.intake;

/**
 * What a colleague tells somebody whose report was just taken in: her receipt, once, and where to come back with it.
 *
 * @param path    where the colleague goes on
 * @param digits  the receipt; {@code null} where the caller has a word of her own, or this was sent long ago
 * @param late    whether the very same was sent long ago
 * @param address the page at which the receipt is good
 */
public record ReportTakenPage(String path, String digits, boolean late, String address) {}
