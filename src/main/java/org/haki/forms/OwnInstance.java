package org.haki.forms;

import java.util.List;
import java.util.Map;
import org.haki.xlsform.Form;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.FormInstance;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;

/**
 * A document that is put beside a form for one filling. It has no id: JavaRosa keeps what it found in documents with one for the
 * life of the form, and would answer the next case with this one's.
 */
final class OwnInstance extends FormInstance {

    OwnInstance(TreeElement root, String name) {
        super(root);
        setName(name);
    }

    @Override
    public void initialize(InstanceInitializationFactory factory, String id) {
        getBase().setInstanceName(id);
    }

    /** A list as ODK writes one: {@code root/item/name}, {@code label} and further columns. */
    static OwnInstance of(String name, List<Form.Option> list) {
        var root = element("root", name, 0);
        for (int i = 0; i < list.size(); i++) {
            var item = element("item", name, i);
            item.addChild(leaf("name", name, list.get(i).name()));
            item.addChild(leaf("label", name, list.get(i).label().values().stream().findFirst().orElse(list.get(i).name())));
            for (Map.Entry<String, String> column : list.get(i).columns().entrySet()) {
                item.addChild(leaf(column.getKey(), name, column.getValue()));
            }
            root.addChild(item);
        }
        return new OwnInstance(root, name);
    }

    private static TreeElement element(String name, String instance, int multiplicity) {
        var element = new TreeElement(name, multiplicity);
        element.setInstanceName(instance);
        return element;
    }

    private static TreeElement leaf(String name, String instance, String value) {
        var leaf = element(name, instance, 0);
        leaf.setValue(value.isEmpty() ? null : new UncastData(value));
        return leaf;
    }
}
