package org.haki.access;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.haki.kernel.Actor;
import tools.jackson.databind.JsonNode;

/**
 * Arguments for a method, made of one row of somebody's: what the parameter is called is looked for among the columns, and
 * whatever is not found there is drawn from the row, or made up. Every id, text or value that was given away is remembered.
 */
final class Arguments {

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final Instant NOW = Instant.now();

    private final Random random;
    private final JsonNode row;
    private final List<JsonNode> rows;
    private final Actor actor;
    private final UnaryOperator<String> instead;
    private final boolean anew;
    private final List<String> given = new ArrayList<>();

    /**
     * @param row     what the arguments are made of
     * @param rows    where a list of many comes from
     * @param instead what is given instead of a value of the row's
     */
    Arguments(long seed, JsonNode row, List<JsonNode> rows, Actor actor, UnaryOperator<String> instead) {
        this.random = new Random(seed);
        this.anew = random.nextBoolean();
        this.row = row;
        this.rows = rows;
        this.actor = actor;
        this.instead = instead;
    }

    Object[] of(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> one(parameter.getParameterizedType(), parameter.getName(), random.nextInt(12) == 0))
                .toArray();
    }

    /** What was given away, in its order. */
    List<String> given() {
        return given;
    }

    private Object one(Type type, String name, boolean none) {
        var raw = (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return number(raw, name);
        } else if (raw == boolean.class || raw == Boolean.class) {
            var there = column(name);
            return there != null && there.isBoolean() ? there.asBoolean() : random.nextBoolean();
        } else if (none) {
            return null;
        } else if (Collection.class.isAssignableFrom(raw) || raw == UUID[].class || raw == byte[][].class) {
            return many(raw, raw.isArray() ? raw.componentType() : ((ParameterizedType) type).getActualTypeArguments()[0], name);
        } else if (raw == Map.class) {
            return Map.of();
        } else if (raw == Optional.class) {
            return Optional.empty();
        }
        return raw.isRecord() && raw != Actor.class ? record(raw) : leaf(raw, name);
    }

    private Object leaf(Class<?> type, String name) {
        return switch (type.getSimpleName()) {
            case "UUID" -> UUID.fromString(give(id(name)));
            case "String", "Object", "CharSequence" -> give(text(name));
            case "byte[]" -> HexFormat.of().parseHex(give(bytes(name)).substring(2));
            case "Instant" -> NOW.minusSeconds(random.nextInt(1000));
            case "LocalDate" -> DAY;
            case "Duration" -> Duration.ofHours(1);
            case "ZoneId" -> ZoneId.of("Africa/Nairobi");
            case "Actor" -> actor;
            default -> other(type, name);
        };
    }

    private Object other(Class<?> type, String name) {
        if (type.isEnum()) {
            var constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> null);
        }
        throw new IllegalArgumentException("Nothing is known of a " + type.getSimpleName() + " " + name);
    }

    private Object record(Class<?> type) {
        var parts = type.getRecordComponents();
        var values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            var type1 = parts[i].getType();
            boolean none = !type1.isPrimitive() && column(parts[i].getName()) != null && column(parts[i].getName()).isNull();
            values[i] = type1 == type ? null : one(parts[i].getGenericType(), parts[i].getName(), none);
        }
        try {
            Constructor<?> made = type.getDeclaredConstructor(Arrays.stream(parts).map(part -> part.getType()).toArray(Class<?>[]::new));
            made.setAccessible(true);
            return made.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalArgumentException(type.getSimpleName() + " does not take " + Arrays.toString(values), refused);
        }
    }

    private Object many(Class<?> raw, Type type, String name) {
        var values = new ArrayList<Object>();
        if (type == UUID.class && random.nextBoolean()) {
            rows.forEach(other -> Secrets.each(other, (_, value) -> {
                if (UUIDS.matcher(value).matches() && values.size() < 200) {
                    values.add(UUID.fromString(give(value)));
                }
            }));
        } else {
            values.add(one(type, name.endsWith("s") ? name.substring(0, name.length() - 1) : name, false));
        }
        if (raw.isArray()) {
            var array = Array.newInstance(raw.componentType(), values.size());
            for (int i = 0; i < values.size(); i++) {
                Array.set(array, i, values.get(i));
            }
            return array;
        }
        return Set.class.isAssignableFrom(raw) ? Set.copyOf(values) : List.copyOf(values);
    }

    private Object number(Class<?> type, String name) {
        var there = column(name);
        long number = there != null && there.isNumber() ? there.asLong() : name.toLowerCase().contains("limit") || name.contains("size") ? 50 : 1;
        return type == int.class || type == Integer.class ? (Object) (int) number : (Object) number;
    }

    private String id(String name) {
        if (anew && name.equals("id")) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        var there = column(name);
        if (there != null && UUIDS.matcher(there.asString("")).matches()) {
            return there.asString();
        }
        var ids = values(UUIDS);
        return ids.isEmpty() ? UUID.randomUUID().toString() : ids.get(random.nextInt(ids.size()));
    }

    private String text(String name) {
        var there = column(name);
        if (there != null && there.isString()) {
            return there.asString();
        }
        var texts = new ArrayList<String>();
        row.propertyStream().map(Map.Entry::getValue).filter(JsonNode::isString).map(JsonNode::asString)
                .filter(text -> !text.startsWith("\\x")).forEach(texts::add);
        return texts.isEmpty() ? "" : texts.get(random.nextInt(texts.size()));
    }

    private String bytes(String name) {
        var there = column(name);
        if (there != null && there.asString("").startsWith("\\x")) {
            return there.asString();
        }
        var all = values(Pattern.compile("\\\\x[0-9a-f]+"));
        return all.isEmpty() ? "\\x01" : all.get(random.nextInt(all.size()));
    }

    private List<String> values(Pattern like) {
        var found = new ArrayList<String>();
        Secrets.each(row, (_, value) -> {
            if (like.matcher(value).matches()) {
                found.add(value);
            }
        });
        return found;
    }

    /** The column that is called as the parameter is, or nearly so; {@code null} where there is none. */
    private JsonNode column(String name) {
        var wanted = plain(name);
        JsonNode nearly = null;
        for (var property : row.properties()) {
            var column = plain(property.getKey());
            if (column.equals(wanted)) {
                return property.getValue();
            }
            if (wanted.length() > 2 && (column.startsWith(wanted) || wanted.startsWith(column) && column.length() > 2 || column.endsWith(wanted))) {
                nearly = property.getValue();
            }
        }
        return nearly;
    }

    private static String plain(String name) {
        var plain = name.toLowerCase().replace("_", "");
        return plain.length() > 4 && plain.endsWith("id") ? plain.substring(0, plain.length() - 2) : plain;
    }

    private String give(String value) {
        var other = instead.apply(value);
        given.add(other);
        return other;
    }

    /** For each of these values another one, of the same kind, that was never given to anything. */
    static UnaryOperator<String> never(Secrets secrets, UnaryOperator<String> code) {
        var instead = new HashMap<String, String>();
        return value -> !secrets.holds(value) ? value : instead.computeIfAbsent(value, some -> {
            if (UUIDS.matcher(some).matches()) {
                return UUID.randomUUID().toString();
            }
            return some.startsWith("\\x") ? "\\x" + HexFormat.of().formatHex(fresh((some.length() - 2) / 2)) : code.apply(some);
        });
    }

    private static byte[] fresh(int length) {
        var bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }
}
