package org.haki.cases;

import java.util.function.Supplier;

/** Something that is read when it is first asked for, and kept from then on. */
final class WhenNeeded<T> implements Supplier<T> {

    private final Supplier<T> reads;
    private T read;

    WhenNeeded(Supplier<T> reads) {
        this.reads = reads;
    }

    @Override
    public synchronized T get() {
        if (read == null) {
            read = reads.get();
        }
        return read;
    }
}
