package org.haki.forms;

import java.io.StringReader;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.xform.parse.XFormParser;

/** A few copies of one form, read when they are first needed; each is lent to one reader at a time, since it holds the answers. */
final class FormPool {

    private static final int MOST = 4;

    /** A form and its blank answers. */
    record Copy(FormDef form, TreeElement blank) {}

    private final String xform;
    private final Semaphore places = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Copy> idle = new ConcurrentLinkedDeque<>();

    FormPool(String xform) {
        this.xform = xform;
    }

    /** What fails may have left something behind, so its copy is not used again. */
    <T> T with(Function<Copy, T> use) {
        places.acquireUninterruptibly();
        try {
            var copy = idle.pollFirst();
            if (copy == null) {
                copy = read();
            }
            var result = use.apply(copy);
            copy.form().setInstance(new OwnInstance(copy.blank().deepCopy(true), ""));
            forget(copy.form());
            idle.addFirst(copy);
            return result;
        } finally {
            places.release();
        }
    }

    /** Nothing of one case waits in memory beside the next. */
    private static void forget(FormDef form) {
        form.getFormInstances().replaceAll((name, instance) -> instance instanceof OwnInstance ? OwnInstance.of(name, List.of()) : instance);
    }

    private Copy read() {
        try {
            return JavaRosa.alone(() -> {
                var parser = new XFormParser(new StringReader(xform));
                parser.addProcessor((XFormParser.XPathProcessor) Bounded::in);
                var form = parser.parse();
                OwnFunctions.ALL.forEach(form::addFunctionHandler);
                return new Copy(form, form.getMainInstance().getRoot());
            });
        } catch (RuntimeException unreadable) {
            throw unreadable;
        } catch (Exception unreadable) {
            throw new IllegalStateException("JavaRosa does not read this form", unreadable);
        }
    }
}
