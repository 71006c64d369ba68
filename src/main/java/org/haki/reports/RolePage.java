package org.haki.reports;

import java.util.List;

/**
 * The figures that one role looks for.
 *
 * @param name  which role's: the last word of the address
 * @param tiles the few that come first
 * @param late  what is late and hers, the longest waiting first; empty on the pages of others
 */
public record RolePage(Choice choice, String name, List<Tile> tiles, List<Grid> grids, List<RowsPage.Row> late) {

    /** One large figure, with the one of the period before, and where it leads; {@code before} and {@code path} may be {@code null}. */
    public record Tile(Said name, Said figure, Said before, String path) {}
}
