package org.haki.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.javarosa.core.model.instance.FormInstance;
import org.javarosa.core.model.instance.TreeElement;

/**
 * What conditions and forms may know of a case: the read-only document {@code case}. It holds {@code age}, {@code stage} and so
 * on, and each section of the sheet under its key, at one moment in the organisation's zone.
 */
public final class CaseDocument {

    /** What is in a document, in the order in which it was put. */
    public static final class Draft {

        private final Instant now;
        private final ZoneId zone;
        private final List<Node> nodes = new ArrayList<>();

        private Draft(Instant now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        /** A number, a {@link LocalDate}, an {@link Instant}, or anything else as its text; null where it is not known. */
        public Draft put(String name, Object value) {
            nodes.add(Node.of(name, value));
            return this;
        }

        /** A section of the sheet, or anything else that has nodes below it. */
        public Draft put(String name, List<Node> below) {
            nodes.add(Node.of(name, below));
            return this;
        }

        public CaseDocument done() {
            return new CaseDocument(now, zone, nodes);
        }
    }

    static final String NAME = "case";

    private final Instant now;
    private final ZoneId zone;
    private final Node root;
    private final ReentrantLock reading = new ReentrantLock();
    private FormInstance read;

    private CaseDocument(Instant now, ZoneId zone, List<Node> nodes) {
        this.now = now;
        this.zone = zone;
        this.root = Node.of(NAME, nodes);
    }

    public static Draft at(Instant now, ZoneId zone) {
        return new Draft(now, zone);
    }

    public Instant now() {
        return now;
    }

    public ZoneId zone() {
        return zone;
    }

    public Node root() {
        return root;
    }

    /** A document as JavaRosa reads it, for one reader. */
    FormInstance instance() {
        return new OwnInstance(element(root, 0, zone), NAME);
    }

    /** Reads one thing after another from the same document. */
    <T> T read(Function<FormInstance, T> reading) {
        this.reading.lock();
        try {
            if (read == null) {
                read = instance();
            }
            return Bounds.within(now, zone, Bounds.CONDITION, () -> reading.apply(read));
        } finally {
            this.reading.unlock();
        }
    }

    private static TreeElement element(Node node, int multiplicity, ZoneId zone) {
        var element = new TreeElement(node.name(), multiplicity);
        element.setInstanceName(NAME);
        if (node.children().isEmpty()) {
            element.setValue(Values.of(node.value(), zone));
        }
        var counts = new HashMap<String, Integer>();
        for (var child : node.children()) {
            element.addChild(element(child, counts.merge(child.name(), 1, Integer::sum) - 1, zone));
        }
        return element;
    }
}
