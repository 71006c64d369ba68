package org.haki.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One line of the table. Times in milliseconds; {@code sql} is the median of the same reads without Haki around them;
 * not measured is 0.
 */
record Measured(String what, double median, double p95, double rps8, double cpu, double databaseCpu, int queries, int bytes, double sql) {

    static final String HEAD = "%-24s %8s %8s %8s %8s %8s %8s %9s %8s".formatted("what", "median", "p95", "rps at 8", "cpu", "db cpu", "queries", "bytes gz", "bare sql");

    String line() {
        return String.format(Locale.ROOT, "%-24s %8.2f %8.2f %8.0f %8.2f %8.2f %8d %9d %8.2f", what, median, p95, rps8, cpu, databaseCpu, queries, bytes, sql)
                .replaceAll("(?<= )( *)0(\\.00)?(?= |$)", "$1-");
    }

    String json() {
        return String.format(Locale.ROOT, "{\"what\":\"%s\",\"median_ms\":%.2f,\"p95_ms\":%.2f,\"rps8\":%.0f,\"cpu_ms\":%.2f,\"db_cpu_ms\":%.2f,\"queries\":%d,\"bytes_gz\":%d,\"sql_median_ms\":%.2f}",
                what, median, p95, rps8, cpu, databaseCpu, queries, bytes, sql);
    }

    static double median(double[] times) {
        return part(times, 0.5);
    }

    static double part(double[] times, double part) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
    }
}
