package org.haki.forms;

import java.util.List;
import org.javarosa.core.services.IPropertyManager;
import org.javarosa.core.services.properties.IPropertyRules;

/** What a form may ask of the device: nothing. Who entered a section stands beside it, not in it. */
final class OwnProperties implements IPropertyManager {

    @Override
    public List<String> getProperty(String name) {
        return List.of();
    }

    @Override
    public void setProperty(String name, String value) {}

    @Override
    public void setProperty(String name, List<String> value) {}

    @Override
    public String getSingularProperty(String name) {
        return "";
    }

    @Override
    public void addRules(IPropertyRules rules) {}

    @Override
    public List<IPropertyRules> getRules() {
        return List.of();
    }
}
