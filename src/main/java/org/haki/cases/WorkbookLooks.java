package org.haki.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.haki.xlsform.Form;
import org.haki.xlsform.Problem;

/** What the expressions of a workbook look at in the case around it: {@code instance('case')/case/stage}. */
final class WorkbookLooks {

    private static final Pattern LOOK = Pattern.compile("instance\\(\\s*['\"]case['\"]\\s*\\)\\s*/\\s*case((?:/[\\p{L}_][\\p{L}\\p{N}_.\\-]*)+)");
    private static final String SURVEY = "survey";

    /** One look: in which cell, and at what, from the node {@code case} on. */
    record Look(String place, String path) {}

    private WorkbookLooks() {}

    static List<Look> of(Form form) {
        var looks = new ArrayList<Look>();
        for (var field : form.fields()) {
            var expressions = new TreeMap<String, String>();
            field.bind().forEach((key, expression) -> expressions.put("bind::" + key, expression));
            if (field.filter() != null) {
                expressions.put("choice_filter", field.filter());
            }
            expressions.forEach((column, expression) -> looks.addAll(in(form.columns().get(SURVEY), field.row(), column, expression)));
        }
        return looks;
    }

    private static List<Look> in(Map<String, Integer> columns, int row, String column, String expression) {
        var place = Problem.place(SURVEY, row, columns.getOrDefault(column, 0));
        return LOOK.matcher(expression).results().map(found -> new Look(place, found.group(1).substring(1))).toList();
    }
}
