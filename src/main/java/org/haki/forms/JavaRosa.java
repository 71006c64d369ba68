package org.haki.forms;

import java.util.concurrent.locks.ReentrantLock;
import org.javarosa.core.model.CoreModelModule;
import org.javarosa.core.services.PropertyManager;
import org.javarosa.core.services.PrototypeManager;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.model.xform.XFormsModule;

/**
 * What JavaRosa wants once in each virtual machine, and the one lock around whatever it parses: its parser keeps statics, and
 * answers a second thread with an error (getodk/javarosa#856).
 */
final class JavaRosa {

    static final ReentrantLock PARSING = new ReentrantLock();

    static {
        PrototypeManager.registerPrototypes(JavaRosaCoreModule.classNames);
        PrototypeManager.registerPrototypes(CoreModelModule.classNames);
        new XFormsModule().registerModule();
        PropertyManager.setPropertyManager(new OwnProperties());
    }

    private JavaRosa() {}

    interface Step<T> {
        T run() throws Exception;
    }

    /** Runs what must not run beside another of its kind. */
    static <T> T alone(Step<T> step) throws Exception {
        PARSING.lock();
        try {
            return step.run();
        } finally {
            PARSING.unlock();
        }
    }
}
