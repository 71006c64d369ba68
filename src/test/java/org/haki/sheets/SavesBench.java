package org.haki.sheets;

import java.util.concurrent.ExecutionException;
import org.haki.HakiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * How long four hundred saves at once take, over HTTP and to the disk of PostgreSQL, with everybody on the same machine:
 * {@code bin/bench sections}. No test: {@link ManySavesTest} asserts the same.
 */
@HakiTest
class SavesBench {

    private static final int WARM = 60;
    private static final int AT_ONCE = 400;

    @Autowired ApplicationContext haki;

    @Test
    void saves() throws ExecutionException, InterruptedException {
        measure(WARM);
        System.out.println(measure(AT_ONCE));
    }

    private String measure(int many) throws ExecutionException, InterruptedException {
        var saves = new ManySaves(haki, many);
        var saved = saves.run();
        saves.eachIsThereOnce(saved);
        return ManySaves.told(saved);
    }
}
