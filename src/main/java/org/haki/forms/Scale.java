package org.haki.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haki.xlsform.Form;

/** The numbers that a question of the type {@code range} offers, from its start to its end in steps, upwards or downwards. */
public record Scale(BigDecimal start, BigDecimal end, BigDecimal step) {

    /** The scale of this question; {@code null} where it has none. */
    public static Scale of(Form.Field field) {
        if (!field.type().equals("range")) {
            return null;
        }
        var step = number(field.control(), "step", "1").abs();
        return new Scale(number(field.control(), "start", "0"), number(field.control(), "end", "10"), step.signum() == 0 ? BigDecimal.ONE : step);
    }

    /** Whether this number, as it is kept, is one of them. */
    public boolean has(String number) {
        try {
            var value = new BigDecimal(number);
            return value.compareTo(start.min(end)) >= 0 && value.compareTo(start.max(end)) <= 0 && value.subtract(start).remainder(step).signum() == 0;
        } catch (NumberFormatException | ArithmeticException none) {
            return false;
        }
    }

    /** How many numbers there are. */
    public long size() {
        return end.subtract(start).abs().divideToIntegralValue(step).longValue() + 1;
    }

    /** All of them as they are kept, in their order. */
    public List<String> numbers() {
        var numbers = new ArrayList<String>();
        var next = end.compareTo(start) < 0 ? step.negate() : step;
        var number = start;
        for (long i = 0; i < size(); i++, number = number.add(next)) {
            numbers.add(plain(number));
        }
        return numbers;
    }

    /** 4 for 4.0. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal number(Map<String, String> control, String key, String otherwise) {
        try {
            return new BigDecimal(control.getOrDefault(key, otherwise).strip());
        } catch (NumberFormatException typed) {
            return new BigDecimal(otherwise);
        }
    }
}
