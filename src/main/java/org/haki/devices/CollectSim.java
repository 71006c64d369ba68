package org.haki.devices;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haki.devices.CollectClient.Answer;
import org.haki.kernel.Command;
import org.springframework.stereotype.Component;

/**
 * {@code bin/haki collect-sim ADDRESS… [--form ID] [--clients 8] [--submissions 2000]}: fills in a form as many devices would and
 * says how many a second were taken. ADDRESS is a device's, of any Haki, as its page shows it. Every tenth is sent twice, as by a
 * phone that did not hear the answer, and what is not taken is sent again up to three times.
 */
@Component("collect-sim")
class CollectSim implements Command {

    private static final Pattern INSTANCE = Pattern.compile("(?s)<instance>\\s*(<.*?)\\s*</instance>");
    private static final Pattern BIND = Pattern.compile("<bind\\b[^>]*>");
    private static final Pattern SELECT = Pattern.compile("(?s)<select1? [^>]*ref=\"([^\"]*)\"(?:(?!</select).)*?nodeset=\"(?:randomize\\()?instance\\('([^']*)'\\)");
    private static final Pattern NAMESPACE = Pattern.compile("xmlns:(\\w+)=\"[^\"]*\"");
    private static final int TRIES = 3;
    private static final int TWICE_ONE_IN = 10;

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger differed = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    @Override
    public int run(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        var form = option(words, "--form", "");
        int clients = Integer.parseInt(option(words, "--clients", "8"));
        int submissions = Integer.parseInt(option(words, "--submissions", "2000"));
        if (words.isEmpty() || words.stream().anyMatch(word -> !word.startsWith("http"))) {
            System.err.println("Which devices? bin/haki collect-sim ADDRESS… [--form ID] [--clients 8] [--submissions 2000]");
            return 2;
        }
        try {
            var template = template(new CollectClient(words.getFirst(), "collect-sim:0"), form);
            long from = System.nanoTime();
            try (var devices = Executors.newFixedThreadPool(clients)) {
                for (int i = 0; i < clients; i++) {
                    var client = new CollectClient(words.get(i % words.size()), "collect-sim:" + i);
                    devices.submit(() -> work(client, template, submissions));
                }
            }
            tell(clients, Duration.ofNanos(System.nanoTime() - from));
            return lost.get() == 0 && differed.get() == 0 ? 0 : 1;
        } catch (IOException unreachable) {
            System.err.println("There is no form to fill in: " + unreachable.getMessage());
            return 1;
        }
    }

    private void work(CollectClient client, String template, int submissions) {
        for (int number = begun.incrementAndGet(); number <= submissions; number = begun.incrementAndGet()) {
            var xml = named(template, "uuid:" + UUID.randomUUID());
            long from = System.nanoTime();
            if (sent(client, xml)) {
                taken.incrementAndGet();
                millis.add(Duration.ofNanos(System.nanoTime() - from).toMillis());
            } else {
                lost.incrementAndGet();
            }
            if (number % TWICE_ONE_IN == 0 && !sent(client, xml)) {
                differed.incrementAndGet();
            }
        }
    }

    private boolean sent(CollectClient client, byte[] xml) {
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                Answer answer = client.post(xml, List.of(), false);
                if (answer.accepted()) {
                    return true;
                }
                refusals.add(answer.status() + " " + answer.message());
            } catch (IOException cut) {
                refusals.add(cut.getClass().getSimpleName());
            }
            again.incrementAndGet();
        }
        return false;
    }

    /** The blank form with something in every question of text or number: fetched as a device does. */
    static String template(CollectClient client, String formId) throws IOException {
        var listed = client.formList().stream().filter(form -> formId.isEmpty() || form.get("formID").equals(formId)).findFirst()
                .orElseThrow(() -> new IOException("none is offered"));
        var xform = new String(client.get(listed.get("downloadUrl")).body(), StandardCharsets.UTF_8);
        var instance = INSTANCE.matcher(xform);
        if (!instance.find()) {
            throw new IOException("its form cannot be read");
        }
        var filled = chosen(standing(instance.group(1), xform), xform);
        for (var bind = BIND.matcher(xform); bind.find(); ) {
            var name = attribute(bind.group(), "nodeset").replaceAll(".*/", "");
            var value = value(attribute(bind.group(), "type"));
            if (!value.isEmpty()) {
                filled = filled.replaceFirst("<" + Pattern.quote(name) + "\\s*/>", "<" + name + ">" + value + "</" + name + ">");
            }
        }
        return filled;
    }

    /** As it stands alone: without the marks of templates of repeats, and with the names that its XForm declares. */
    private static String standing(String instance, String xform) {
        var alone = instance.replaceAll("\\s\\w+:template=\"[^\"]*\"", "");
        var declared = new StringBuilder();
        for (var named = NAMESPACE.matcher(xform); named.find(); ) {
            if (alone.matches("(?s).*[<\\s]" + named.group(1) + ":.*") && !alone.contains("xmlns:" + named.group(1) + "=")
                    && declared.indexOf(named.group()) < 0) {
                declared.append(' ').append(named.group());
            }
        }
        return alone.replaceFirst("^<([^\\s/>]+)", "<$1" + Matcher.quoteReplacement(declared.toString()));
    }

    /** With the first choice of every question that has a list of its own. */
    private static String chosen(String instance, String xform) {
        var filled = instance;
        for (var select = SELECT.matcher(xform); select.find(); ) {
            var list = Pattern.compile("(?s)<instance id=\"" + Pattern.quote(select.group(2)) + "\">.*?<name>([^<]*)</name>").matcher(xform);
            var name = select.group(1).replaceAll(".*/", "");
            if (list.find()) {
                filled = filled.replaceFirst("<" + Pattern.quote(name) + "\\s*/>", "<" + name + ">" + Matcher.quoteReplacement(list.group(1)) + "</" + name + ">");
            }
        }
        return filled;
    }

    /** The filled-in form under this name of its own. */
    static byte[] named(String template, String instance) {
        return template.replaceAll("(?s)<([\\w:]*instanceID)\\s*(/>|>.*?</\\1>)", "<$1>" + instance + "</$1>").getBytes(StandardCharsets.UTF_8);
    }

    private static String value(String type) {
        return switch (type) {
            case "string" -> "sim";
            case "int" -> "3";
            case "decimal" -> "1.5";
            case "date" -> "2026-01-02";
            default -> "";
        };
    }

    private static String attribute(String element, String name) {
        var matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(element);
        return matcher.find() ? matcher.group(1) : "";
    }

    private void tell(int clients, Duration took) {
        var sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        double seconds = Math.max(took.toMillis(), 1) / 1000.0;
        System.out.printf("%d taken of %d in %.1f s by %d clients: %.0f a second%n", taken.get(), taken.get() + lost.get(), seconds, clients, taken.get() / seconds);
        if (!sorted.isEmpty()) {
            System.out.printf("A submission takes %d ms in the middle, %d ms for the slowest of twenty, %d ms for the slowest%n", sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 19 / 20), sorted.getLast());
        }
        System.out.printf("Sent again after no or another answer: %d; sent twice and answered otherwise: %d; lost: %d%n", again.get(), differed.get(), lost.get());
        refusals.stream().distinct().limit(5).forEach(refusal -> System.out.println("  " + refusal));
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 >= words.size()) {
            return otherwise;
        }
        words.remove(at);
        return words.remove(at);
    }
}
