package org.haki.questions;

import java.util.ArrayList;
import java.util.List;
import org.haki.questions.QuestionItem.Look;
import org.haki.ui.Choice;

/** Questions with the same choices, one below the other, as one table: the choices above, a line for each question. */
final class QuestionTables {

    private QuestionTables() {}

    /** The same items, where what stands in a table is one item. */
    static List<QuestionItem> of(List<QuestionItem> items) {
        var all = new ArrayList<QuestionItem>();
        for (int i = 0; i < items.size(); ) {
            var item = items.get(i);
            boolean head = item.manner().is("label") && (item.look() == Look.ONE || item.look() == Look.MANY || item.look() == Look.LIST);
            int first = head ? i + 1 : i;
            int end = first;
            while (end < items.size() && isLine(items.get(end)) && values(items.get(end)).equals(values(items.get(first)))) {
                end++;
            }
            if (end > first && (!head || values(item).equals(values(items.get(first))))) {
                all.add(table(head ? item : null, items.subList(first, end)));
                i = end;
            } else {
                if (!head) {
                    all.add(item);
                }
                i++;
            }
        }
        return all;
    }

    private static boolean isLine(QuestionItem item) {
        return item.manner().isInTable() && (item.look() == Look.ONE || item.look() == Look.MANY);
    }

    /** What can be chosen; the words for no answer, which a line may have besides, are none of it. */
    private static List<String> values(QuestionItem item) {
        return item.choices().stream().map(Choice::value).toList();
    }

    private static QuestionItem table(QuestionItem head, List<QuestionItem> lines) {
        var first = lines.getFirst();
        return new QuestionItem(Look.TABLE, first.type(), head == null ? first.place() + "-table" : head.place(), null, head == null || head.manner().words().isEmpty() ? "" : head.label(), head == null ? null : head.hint(), false, "", "",
                List.of(), first.choices(), null, null, List.copyOf(lines), (head == null ? first : head).manner());
    }
}
