package org.haki.xlsform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The form while it is being read: its tree, its choices and settings, and what is only known at the end of the sheet. */
final class Survey {

    /** A row that refers to others which may come later in the sheet. */
    record Later(Line line, List<String> names) {}

    final Workbook workbook;
    final Settings settings;
    final Choices choices;
    final Problems problems;
    final Element root;
    final List<Element> meta = new ArrayList<>();
    /** How often each name stands on the sheet. */
    final Map<String, Integer> names = new LinkedHashMap<>();
    final Set<String> questions = new HashSet<>();
    final Set<String> repeats = new HashSet<>();
    /** Lists and files that questions read from. */
    final Set<String> instances = new HashSet<>();
    final List<Later> triggers = new ArrayList<>();
    final List<Later> geometries = new ArrayList<>();
    Columns columns;
    /** Set where the form saves entities. */
    String entitiesVersion;

    Survey(Workbook workbook, Settings settings, Choices choices, Problems problems, String rootName) {
        this.workbook = workbook;
        this.settings = settings;
        this.choices = choices;
        this.problems = problems;
        this.root = new Element(Element.Kind.FORM, settings.get("name", rootName), null);
    }

    void count(String name) {
        names.merge(name, 1, Integer::sum);
    }

    String defaultLanguage() {
        return settings.defaultLanguage();
    }

    /** The form's meta group, which is made when it is first needed. */
    static Element metaOf(Element section) {
        for (var child : section.children) {
            if (child.bodyless) {
                return child;
            }
        }
        var meta = new Element(Element.Kind.GROUP, "meta", null);
        meta.bodyless = true;
        section.add(meta);
        return meta;
    }
}
