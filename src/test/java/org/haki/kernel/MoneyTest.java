package org.haki.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as people of any country type them. */
class MoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500          | KES | 50000
            1,500        | KES | 150000
            1.500        | KES | 150000
            1,500.50     | KES | 150050
            1.500,5      | BOB | 150050
            1 500,25     | XOF | -
            1 500        | XOF | 1500
            1,50,000     | INR | 15000000
            ১,৫০০        | BDT | 150000
            २५०          | NPR | 25000
            ١٬٥٠٠٫٢٥     | EGP | 150025
            1500         | jpy | 1500
            1'500.05     | CHF | 150005
            12.345       | KWD | -
            1.2.3        | KES | -
            1,2          | KES | 120
            1,23,45      | KES | -
            much         | KES | -
            -5           | KES | -
            0            | KES | -
            500          | XYZ | -
            500          | XAU | -
            500          | ''  | -
            9999999999999| KES | -
            """)
    void an_amount_is_read_or_refused(String typed, String currency, String minor) {
        var errors = new Errors();
        var money = Money.read(typed, currency, "amount", errors);
        assertThat(money == null ? "-" : String.valueOf(money.minor())).isEqualTo(minor);
        assertThat(errors.isEmpty()).isEqualTo(money != null);
    }

    @Test
    void nothing_typed_is_no_amount_and_nothing_wrong() {
        var errors = new Errors();
        assertThat(Money.read(" ", "", "amount", errors)).isNull();
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void an_amount_is_typed_again_as_it_is_read() {
        assertThat(new Money(150000, "KES").typed()).isEqualTo("1500");
        assertThat(new Money(150050, "KES").typed()).isEqualTo("1500.50");
        assertThat(new Money(1500, "JPY").typed()).isEqualTo("1500");
        assertThat(Money.of("KE")).isEqualTo("KES");
        assertThat(Money.of("001")).isEmpty();
    }
}
