package org.haki.operations;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder in which somebody stood when calling bin/haki, from which the names of files are meant. */
@Component
class CalledFrom {

    private final Path folder;

    CalledFrom(@Value("${HAKI_CALLED_FROM:.}") Path folder) {
        this.folder = folder;
    }

    Path path(String typed) {
        return folder.resolve(typed).toAbsolutePath().normalize();
    }
}
