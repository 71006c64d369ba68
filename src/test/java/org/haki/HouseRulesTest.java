package org.haki;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules by which Haki is built, executable. */
class HouseRulesTest {

    private static final JavaClasses HAKI =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.haki");
    private static final Sources JAVA = Sources.of(".java", Sources.MAIN, Sources.TEST);
    private static final Sources MAIN = Sources.of(".java", Sources.MAIN);

    @Test
    void modules_depend_only_on_declared_neighbours_and_in_no_circle() {
        ApplicationModules.of(Haki.class).verify();
    }

    @Test
    void every_module_says_in_a_sentence_what_it_is_and_declares_its_neighbours() throws IOException {
        try (var modules = Files.list(Sources.MAIN.resolve("org/haki"))) {
            assertThat(modules.filter(Files::isDirectory)).allSatisfy(module -> assertThat(Sources.text(module.resolve("package-info.java")))
                    .matches("(?s)^/\\*\\* .{20,}? \\*/\\n@ApplicationModule\\(allowedDependencies = .*"));
        }
    }

    @Test
    void only_repositories_and_the_floor_speak_SQL() {
        noClasses()
                .that().resideOutsideOfPackages("org.haki.audit..", "org.haki.database..")
                .and().haveNameNotMatching(".*Repository(\\$.*)?")
                .and().haveNameNotMatching("org\\.haki\\.kernel\\.Work(\\$.*)?")
                .should().dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc.core..", "javax.sql..")
                        .or(nameMatching("java\\.sql\\.(Connection|Statement|PreparedStatement|ResultSet)")))
                .because("only *Repository (and Work, audit, database) speaks SQL")
                .check(HAKI);
    }

    @Test
    void only_controllers_have_addresses_and_say_them_whole() {
        classes().that(haveAnAddress()).should().haveSimpleNameEndingWith("Controller").check(HAKI);
        noClasses().should().beAnnotatedWith(RequestMapping.class).because("a search for an address lands on its method").check(HAKI);
    }

    @Test
    void controllers_and_repositories_are_nobody_elses() {
        classes().that().haveSimpleNameEndingWith("Controller").or().haveSimpleNameEndingWith("Repository")
                .should().bePackagePrivate()
                .check(HAKI);
    }

    @Test
    void no_module_touches_the_tables_of_another() {
        var owners = tableOwners();
        var trespasses = Sources.of("Repository.java", Sources.MAIN).files().stream()
                .filter(file -> !Set.of("database", "operations").contains(Sources.module(file)))
                .flatMap(file -> Sources.matches(file, "\\b(?:from|join|into|update)\\s+((?:haki|hub|vault|facts)\\.\\w+)\\b(?!\\s*\\()")
                        .map(match -> match.group(1))
                        .filter(table -> !Sources.module(file).equals(owners.getOrDefault(table, Sources.module(file))))
                        .map(table -> file.getFileName() + " touches " + table + " of " + owners.get(table)));
        assertThat(trespasses).isEmpty();
    }

    @Test
    void nothing_outside_messages_sends() {
        noClasses().that().resideOutsideOfPackage("org.haki.messages..")
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework.mail..", "jakarta.mail..", "org.eclipse.angus..")
                .check(HAKI);
    }

    @Test
    void xlsform_is_a_library_that_stands_alone() {
        noClasses().that().resideInAPackage("org.haki.xlsform..").and().doNotHaveSimpleName("package-info")
                .should().dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.haki..")
                        .and(DescribedPredicate.not(resideInAnyPackage("org.haki.xlsform.."))))
                .check(HAKI);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses().should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
                .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Manager")
                .orShould().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Dto")
                .orShould().haveNameMatching(".*\\.(Base|Abstract)[A-Z]\\w*")
                .check(HAKI);
        assertThat(JAVA.finds("^import (static )?(lombok|jakarta\\.persistence|org\\.hibernate|org\\.mapstruct)\\b.*")).isEmpty();
    }

    @Test
    void a_file_has_at_most_300_lines_and_a_method_40() throws IOException {
        var files = Stream.concat(JAVA.files().stream(), Sources.of(".jte", Sources.MAIN).files().stream());
        assertThat(files.filter(file -> Sources.text(file).lines().count() > 300)).as("files over 300 lines").isEmpty();
        assertThat(JAVA.methodsLongerThan(40)).as("methods over 40 lines").isEmpty();
    }

    @Test
    void the_kernel_has_at_most_20_files() {
        assertThat(Sources.of(".java", Sources.MAIN.resolve("org/haki/kernel")).files()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void no_Java_names_a_case_type() throws IOException {
        try (var types = Files.list(Sources.RESOURCES.resolve("casetypes"))) {
            var keys = types.map(type -> type.getFileName().toString()).toList();
            assertThat(keys).isNotEmpty();
            assertThat(MAIN.finds("\"(" + String.join("|", keys) + ")\"")).isEmpty();
        }
    }

    @Test
    void nothing_sleeps_is_put_off_or_left_untested() {
        assertThat(MAIN.finds("Thread\\.sleep|parkNanos")).isEmpty();
        assertThat(JAVA.finds("\\b(TO" + "DO|FIX" + "ME)\\b")).isEmpty();
        assertThat(JAVA.finds("@Disa" + "bled|Assump" + "tions\\.|assume" + "That\\(|assume" + "True\\(")).isEmpty();
    }

    private static Map<String, String> tableOwners() {
        var owners = new HashMap<String, String>();
        for (var migration : Sources.of(".sql", Sources.RESOURCES.resolve("db/migration")).files()) {
            var module = migration.getFileName().toString().replaceAll("^V\\d+__([a-z]+)_.*", "$1");
            Sources.matches(migration, "create table (\\w+\\.\\w+)").forEach(match -> owners.put(match.group(1), module));
        }
        owners.putAll(Map.of(
                "hub.outbox", "messages", "hub.job", "operations", "hub.receipt", "intake", "haki.draft", "access",
                "hub.installation", "vault", "hub.org_key", "vault", "vault.person", "people"));
        return owners;
    }

    private static DescribedPredicate<JavaClass> haveAnAddress() {
        return DescribedPredicate.describe("have an address", type -> type.getMethods().stream()
                .anyMatch(method -> method.isMetaAnnotatedWith(RequestMapping.class) || method.isAnnotatedWith(RequestMapping.class)));
    }
}
