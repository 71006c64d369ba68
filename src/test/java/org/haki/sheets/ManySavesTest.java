package org.haki.sheets;

import java.util.concurrent.ExecutionException;
import org.haki.HakiTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What Haki said it saved, it saved, once, whoever else saved the same section in that moment. */
@HakiTest
class ManySavesTest {

    @Autowired ApplicationContext haki;

    @Test
    void sixty_saves_at_once_at_the_front_door_are_each_there_once_and_no_answer_is_lost() throws ExecutionException, InterruptedException {
        all(60);
    }

    @Test
    @Tag("soak")
    void four_hundred_saves_at_once_at_the_front_door_are_each_there_once_and_no_answer_is_lost() throws ExecutionException, InterruptedException {
        all(400);
    }

    private void all(int many) throws ExecutionException, InterruptedException {
        var saves = new ManySaves(haki, many);
        saves.eachIsThereOnce(saves.run());
    }
}
