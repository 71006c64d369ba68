package org.haki.parcels;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * Which sheets a bundle holds, as typed: {@code 1-11, 13-16, 18-40} in digits of any script, or codes as they are printed, also
 * scanned with the address before them; or only how many there are.
 *
 * @param numbers that the sender gave them
 * @param codes   printed on them
 * @param more    how many more that nobody named
 */
record SheetNumbers(SortedSet<Integer> numbers, List<String> codes, int more) {

    static final int MOST = 400;
    private static final int LARGEST = 99_999;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

    static SheetNumbers read(String typed, String count, String field, String countField, Errors errors) {
        var numbers = new TreeSet<Integer>();
        var codes = new ArrayList<String>();
        for (var word : words(typed)) {
            var range = RANGE.matcher(word);
            var code = Code.read(word.replaceFirst(".*/", ""));
            if (range.matches() && range.group(1).length() <= 5) {
                add(Integer.parseInt(range.group(1)), range.group(2) == null ? 0 : Integer.parseInt(range.group(2)), numbers, field, errors);
            } else if (code != null) {
                codes.add(code);
            } else if (errors.of(field) == null) {
                errors.add(field, "SheetNumbers.unreadable");
            }
        }
        var many = Text.westernDigits(Text.blank(count) ? "0" : count.strip());
        int named = numbers.size() + codes.size();
        int all = many.matches("\\d{1,4}") ? Integer.parseInt(many) : -1;
        errors.unless(all >= 0, countField, "SheetNumbers.count").unless(all <= 0 || named == 0 || all >= named, countField, "SheetNumbers.fewer", named);
        errors.unless(Math.max(all, named) <= MOST, field, "SheetNumbers.most", MOST);
        return new SheetNumbers(numbers, codes.stream().distinct().toList(), Math.max(0, all - named));
    }

    int size() {
        return numbers.size() + codes.size() + more;
    }

    /** The numbers between the first and the last that are not there. */
    static List<Integer> gaps(SortedSet<Integer> numbers) {
        var gaps = new ArrayList<Integer>();
        if (!numbers.isEmpty()) {
            for (int number = numbers.first(); number < numbers.last(); number++) {
                if (!numbers.contains(number)) {
                    gaps.add(number);
                }
            }
        }
        return gaps;
    }

    private static void add(int from, int to, SortedSet<Integer> numbers, String field, Errors errors) {
        int last = to == 0 ? from : to;
        if (from < 1 || last < from || last > LARGEST || last - from >= MOST) {
            errors.unless(errors.of(field) != null, field, "SheetNumbers.range");
            return;
        }
        for (int number = from; number <= last; number++) {
            numbers.add(number);
        }
    }

    private static List<String> words(String typed) {
        var plain = Text.westernDigits(Text.blank(typed) ? "" : typed.strip()).replaceAll("\\s*[\\u2010-\\u2015\\u2212-]\\s*", "-");
        return plain.isEmpty() ? List.of() : List.of(plain.split("[\\s,;\\u060C\\u3001]+"));
    }
}
