package org.haki.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.haki.xlsform.Form;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.model.xform.XPathReference;

/** One filling of a section: the answers go in, everything is reckoned once, and all that came of it is read out again. */
final class Filling {

    static final int MOST_ROWS = 200;

    private final FormVersion version;
    private final FormDef form;
    private final FormPool.Copy copy;
    private final Answers sent;
    private final CaseDocument document;
    private final ChoiceLists lists;
    private final OptionsNow options;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private final List<Wrong> wrongs = new ArrayList<>();
    private boolean fresh;

    Filling(FormVersion version, FormPool.Copy copy, Answers sent, CaseDocument document, ChoiceLists lists) {
        this.version = version;
        this.copy = copy;
        this.form = copy.form();
        this.sent = sent;
        this.document = document;
        this.lists = lists;
        this.options = new OptionsNow(version, form, lists);
    }

    /** {@code fresh} where nobody answered yet: defaults are set. */
    Filled run(boolean isFresh) {
        fresh = isFresh;
        var root = copy.blank().deepCopy(true);
        if (!fresh) {
            fill(root, null, "");
        }
        form.setInstance(new OwnInstance(root, ""));
        form.getFormInstances().replaceAll((name, instance) -> name.equals(CaseDocument.NAME) ? document.instance()
                : options.isFromFile(name) ? OwnInstance.of(name, options.isLookedUp(name) ? List.of() : lists.list(name)) : instance);
        form.initialize(fresh, new InstanceInitializationFactory());
        counted(root);
        var asked = read(root, null, "", true);
        return new Filled(version, lists, asked, new Answers(values, rows), left, wrongs);
    }

    private void fill(TreeElement element, Form.Field parent, String place) {
        for (var field : version.below(parent)) {
            var here = FormVersion.place(place, field);
            switch (field.kind()) {
                case GROUP -> fill(element.getChild(field.name(), 0), field, here);
                case REPEAT -> rows(element, field, here, sent.rowsOf(here));
                case QUESTION -> element.getChild(field.name(), 0).setValue(OptionsNow.isMany(field) ? Values.several(sent.value(here))
                        : Values.of(field.bind().getOrDefault("type", "string"), sent.value(here), document.zone()));
            }
        }
    }

    private void rows(TreeElement element, Form.Field field, String place, List<String> ids) {
        for (int i = element.getChildMultiplicity(field.name()) - 1; i >= 0; i--) {
            element.removeChild(field.name(), i);
        }
        var template = element.getChild(field.name(), TreeReference.INDEX_TEMPLATE);
        for (int i = 0; i < Math.min(ids.size(), MOST_ROWS); i++) {
            var row = template.deepCopy(true);
            row.setMult(i);
            element.addChild(row);
            fill(row, field, place + "[" + ids.get(i) + "]");
        }
        if (ids.size() > MOST_ROWS) {
            wrongs.add(new Wrong(place, Wrong.Kind.TOO_MANY_ROWS));
        }
    }

    /** A repeat whose number of rows is reckoned gets as many; what is in them is reckoned then. */
    private void counted(TreeElement root) {
        for (var field : version.form().fields()) {
            var count = field.control().get("jr:count");
            if (field.kind() == Form.Kind.REPEAT && count != null && field.repeat() == null) {
                var node = form.getMainInstance().resolveReference(XPathReference.getPathExpr(count.strip()).getReference());
                int wanted = node == null || node.getValue() == null ? 0 : Math.clamp((long) Double.parseDouble(node.getValue().uncast().getString()), 0, MOST_ROWS);
                if (root.getChildMultiplicity(field.name()) != wanted) {
                    rows(root, field, field.name(), IntStream.rangeClosed(1, wanted).mapToObj(String::valueOf).toList());
                    form.initialize(false, new InstanceInitializationFactory());
                }
            }
        }
    }

    /** What it says of a thing of which it keeps book, after it ran; {@code null} for nothing. */
    MetaEntity entity() {
        var meta = form.getMainInstance().getRoot().getChild("meta", 0);
        var entity = meta == null ? null : meta.getChild("entity", 0);
        if (entity == null) {
            return null;
        }
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < entity.getAttributeCount(); i++) {
            var value = entity.getAttributeValue(entity.getAttributeNamespace(i), entity.getAttributeName(i));
            attributes.put(entity.getAttributeName(i), value == null ? "" : value);
        }
        var label = entity.getChild("label", 0);
        return new MetaEntity(attributes, label == null || label.getValue() == null ? "" : label.getValue().uncast().getString());
    }

    private List<Asked> read(TreeElement element, Form.Field parent, String place, boolean relevant) {
        var asked = new ArrayList<Asked>();
        for (var field : version.below(parent)) {
            var here = FormVersion.place(place, field);
            switch (field.kind()) {
                case GROUP -> {
                    var group = element.getChild(field.name(), 0);
                    boolean now = relevant && group.isRelevant();
                    asked.add(section(field, here, null, now, read(group, field, here, now)));
                }
                case REPEAT -> asked.add(repeat(element, field, here, relevant));
                case QUESTION -> asked.add(question(element.getChild(field.name(), 0), field, here, relevant));
            }
        }
        return asked;
    }

    private Asked repeat(TreeElement element, Form.Field field, String place, boolean relevant) {
        int count = element.getChildMultiplicity(field.name());
        var ids = sent.rowsOf(place);
        var shown = new ArrayList<Asked>();
        var kept = new ArrayList<String>();
        boolean any = relevant;
        for (int i = 0; i < count; i++) {
            var row = element.getChild(field.name(), i);
            var id = i < ids.size() ? ids.get(i) : fresh ? Answers.freshRow() : String.valueOf(i + 1);
            boolean now = relevant && row.isRelevant();
            any = now;
            if (now) {
                kept.add(id);
            }
            var here = place + "[" + id + "]";
            shown.add(section(field, here, id, now, read(row, field, here, now)));
        }
        rows.put(place, kept);
        return section(field, place, null, count == 0 ? relevant && form.isRepeatRelevant(element.getRef().extendRef(field.name(), 0)) : any, shown);
    }

    private static Asked section(Form.Field field, String place, String row, boolean relevant, List<Asked> below) {
        return new Asked(field, place, row, relevant, false, false, "", List.of(), below);
    }

    private Asked question(TreeElement node, Form.Field field, String place, boolean around) {
        var type = field.bind().getOrDefault("type", "string");
        var value = Values.text(type, node.getValue(), document.zone());
        boolean relevant = around && node.isRelevant();
        if (OptionsNow.isChoice(field) && !field.bind().containsKey("calculate") && !sent.value(place).isEmpty()) {
            value = sent.value(place);      // jr:choice-name makes JavaRosa blank what is not offered, without a word
        }
        boolean readOnly = !node.isEnabled() || field.bind().containsKey("calculate") && !field.bind().containsKey("readonly") && !field.shown();
        if (!relevant) {
            if (!sent.value(place).isEmpty() && field.shown() && !field.bind().containsKey("calculate")) {
                left.add(place);
            }
            return new Asked(field, place, null, false, false, readOnly, sent.value(place), options.all(field), List.of());
        }
        var now = field.shown() ? options.of(field, node.getRef()) : List.<Form.Option>of();
        boolean required = node.isRequired() && field.shown() && !field.type().equals("note");
        values.put(place, value);
        check(node, field, place, value, required && node.isEnabled(), now);
        return new Asked(field, place, null, true, required, readOnly, value, now, List.of());
    }

    private void check(TreeElement node, Form.Field field, String place, String value, boolean required, List<Form.Option> now) {
        if (value.isEmpty()) {
            if (required) {
                wrongs.add(new Wrong(place, Wrong.Kind.REQUIRED));
            }
            return;
        }
        if (options.isChoice(field) && !field.bind().containsKey("calculate") && !options.offered(field, value, now)) {
            wrongs.add(new Wrong(place, Wrong.Kind.CHOICE));
            return;
        }
        IAnswerData data = node.getValue();
        if (node.getConstraint() != null && !form.evaluateConstraint(node.getRef(), data)) {
            wrongs.add(new Wrong(place, Wrong.Kind.CONSTRAINT));
        }
    }
}
