package org.haki.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The one door to JavaRosa. Expressions and forms are read here, each once; what is read holds no state or is lent to one reader
 * at a time, so that any number of threads may ask.
 */
@Component
public class FormEngine {

    private static final int LONGEST_SAID = 300;

    private final Map<String, FormPool> pools = new ConcurrentHashMap<>();

    /**
     * Reads a condition or a reckoning over the document {@code case}.
     *
     * @throws BadExpression where it cannot be followed: prose, a bracket that does not close, a function nobody knows
     */
    public Expression expression(String source) {
        return ExpressionReader.read(source);
    }

    /** A section that nobody answered yet, with its defaults. */
    public Filled blank(FormVersion version, CaseDocument document, ChoiceLists lists) {
        return run(version, Answers.NONE, document, lists, true, Bounds.SECTION);
    }

    /** A section with these answers, where nothing can be reckoned: every question, as it stands. */
    public Filled unreckoned(FormVersion version, Answers answers, ChoiceLists lists) {
        return new Filled(version, lists, Unreckoned.all(version, answers, lists), answers, List.of(), List.of());
    }

    /**
     * A section with these answers: what is asked, reckoned and offered now, and everything that is wrong with them.
     *
     * @throws TooMuchToReckon  where its expressions would take more steps than any section needs
     * @throws CannotBeReckoned where an expression fails with these answers
     */
    public Filled fill(FormVersion version, Answers answers, CaseDocument document, ChoiceLists lists) {
        return fill(version, answers, document, lists, Bounds.SECTION);
    }

    /** The same within so many steps. */
    Filled fill(FormVersion version, Answers answers, CaseDocument document, ChoiceLists lists, int steps) {
        return run(version, answers, document, lists, false, steps);
    }

    /** What a form with these answers says of a thing of which it keeps book; {@code null} for nothing. */
    public MetaEntity entity(FormVersion version, Answers answers, CaseDocument document, ChoiceLists lists) {
        return within(version, document, Bounds.SECTION, copy -> {
            var filling = new Filling(version, copy, answers, document, lists);
            filling.run(false);
            return filling.entity();
        });
    }

    /** What JavaRosa says against this form, where it does not open at all: in English, and for whoever wrote the form. */
    public Optional<String> against(FormVersion version) {
        try {
            pools.computeIfAbsent(version.hash(), _ -> new FormPool(version.index().shorter())).with(Function.identity());
            return Optional.empty();
        } catch (StackOverflowError deep) {
            return Optional.of("It lies too deep.");
        } catch (RuntimeException failed) {
            Throwable root = failed;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            var said = String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
            return Optional.of(said.substring(0, Math.min(LONGEST_SAID, said.length())));
        }
    }

    private Filled run(FormVersion version, Answers answers, CaseDocument document, ChoiceLists lists, boolean fresh, int steps) {
        return within(version, document, steps, copy -> new Filling(version, copy, answers, document, lists).run(fresh));
    }

    private <T> T within(FormVersion version, CaseDocument document, int steps, Function<FormPool.Copy, T> deed) {
        try {
            return Bounds.within(document.now(), document.zone(), steps, () -> pools
                    .computeIfAbsent(version.hash(), _ -> new FormPool(version.index().shorter())).with(deed));
        } catch (StackOverflowError deep) {
            throw new TooMuchToReckon();
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof TooMuchToReckon cut) {
                    throw cut;
                }
            }
            throw new CannotBeReckoned(failed);
        }
    }
}
