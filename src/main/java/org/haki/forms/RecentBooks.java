package org.haki.forms;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the last few workbooks hold: a large one takes seconds to read, and is looked at several times before it is published. */
final class RecentBooks {

    private static final int MOST = 4;

    private final Map<String, SoftReference<Forms.ReadBook>> read = new LinkedHashMap<>(MOST, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<Forms.ReadBook>> eldest) {
            return size() > MOST;
        }
    };

    /** What this file of this name holds. */
    Forms.ReadBook of(String file, byte[] bytes, Supplier<Forms.ReadBook> reading) {
        var key = Hash.of(bytes) + " " + file;
        var known = known(key);
        if (known != null) {
            return known;
        }
        var now = reading.get();
        synchronized (read) {
            read.put(key, new SoftReference<>(now));
        }
        return now;
    }

    private Forms.ReadBook known(String key) {
        synchronized (read) {
            var known = read.get(key);
            return known == null ? null : known.get();
        }
    }
}
