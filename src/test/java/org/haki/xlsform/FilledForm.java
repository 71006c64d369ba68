package org.haki.xlsform;

import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.xform.util.XFormAnswerDataParser;

/** A form as somebody fills it in, question by question, with what follows from each answer. */
final class FilledForm {

    private final FormDef form;

    private FilledForm(FormDef form) {
        this.form = form;
    }

    /** A new one, beside a case that says this: XML within {@code <case>}. */
    static FilledForm of(String type, String section, String about) {
        try {
            return new FilledForm(JavaRosa.open(ShippedWorkbook.of(type, section).conversion().xform().orElseThrow(), "<case>" + about + "</case>"));
        } catch (Exception failed) {
            throw new AssertionError(type + "/" + section, failed);
        }
    }

    /** Answers the question at this path below the root; "" takes the answer away. */
    FilledForm say(String path, String answer) {
        var element = element(path);
        var value = answer.isEmpty() ? null : XFormAnswerDataParser.getAnswerData(answer, type(path));
        form.setValue(value, element.getRef(), true);
        return this;
    }

    String answer(String path) {
        var element = element(path);
        return element.getValue() == null || !element.isRelevant() ? "" : element.getValue().uncast().getString();
    }

    boolean asks(String path) {
        var element = element(path);
        for (var above = element; above != null; above = (TreeElement) above.getParent()) {
            if (!above.isRelevant()) {
                return false;
            }
        }
        return true;
    }

    /** Whether this answer would be accepted here. */
    boolean accepts(String path, String answer) {
        var element = element(path);
        var data = XFormAnswerDataParser.getAnswerData(answer, type(path));
        return form.evaluateConstraint(element.getRef(), data);
    }

    private int type(String path) {
        return element(path).getDataType();
    }

    private TreeElement element(String path) {
        var root = form.getMainInstance().getRoot();
        var element = root;
        for (var name : path.split("/")) {
            element = element.getChild(name, 0);
            if (element == null) {
                throw new AssertionError("There is no " + path);
            }
        }
        return element;
    }
}
