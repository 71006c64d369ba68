# Finds what the scripts beside it need: a JDK 25 or later, and Maven. Read by them with ".", never run.

say() { printf '%s\n' "$*"; }
die() { say "$*" >&2; exit 1; }

# The major version of the JDK in a folder; nothing where there is none.
jdk_major() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Sets JAVA_HOME to the first JDK 25 or later: the one that is set, the system's, SDKMAN's, the one on the PATH.
find_jdk() {
    on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* /opt/*jdk* "$on_path"; do
        major=$(jdk_major "$home")
        if [ "${major:-0}" -ge 25 ]; then
            JAVA_HOME=$home
            export JAVA_HOME
            return
        fi
    done
    die "Haki needs a JDK 25 or later, and none was found (looked at JAVA_HOME, /usr/lib/jvm, ~/.sdkman, /opt and the PATH).
Install one, then try again:
  Debian, Ubuntu:  apt-get install temurin-25-jdk   (repository: https://adoptium.net/installation/linux)
  anywhere:        curl -s https://get.sdkman.io | bash && sdk install java 25-tem"
}

# Maven may be any 3.6.3 or later; it runs on the JDK found above, without its warnings about old habits.
find_maven() {
    command -v mvn >/dev/null 2>&1 || die "Haki is built with Maven, and none was found on the PATH.
Install it, then try again:
  Debian, Ubuntu:  apt-get install maven
  anywhere:        curl -s https://get.sdkman.io | bash && sdk install maven"
    MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    export MAVEN_OPTS
}

# Builds target/haki.jar where a source is newer, and says what it is doing.
build() {
    [ -f target/haki.jar ] && [ -z "$(find pom.xml src/main -newer target/haki.jar -print | head -n 1)" ] && return
    find_maven
    mkdir -p target
    rm -f target/haki.jar   # a Haki at work keeps the one that it holds open
    say "Building Haki: this takes a minute, and a few more where its parts must be downloaded first …"
    mvn -B -DskipTests -Dmaven.test.skip=true package >target/build.log 2>&1 &
    maven=$!
    trap 'kill "$maven" 2>/dev/null; exit 130' INT TERM
    seconds=0
    while kill -0 "$maven" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        [ $((seconds % 10)) -eq 0 ] || continue
        parts=$(grep -c 'Downloaded from' target/build.log || true)
        if [ "$parts" -gt 0 ]; then say "  $seconds s, $parts parts downloaded"; else say "  $seconds s"; fi
    done
    trap - INT TERM
    wait "$maven" || { grep -E 'ERROR|BUILD' target/build.log | head -n 30; die "The build failed; all of it is in target/build.log."; }
}

# What is started: the jar that the build makes.
jar=target/haki.jar

# The virtual machine's own settings: little memory and little work to keep it clean, for hosts of two cores; docs/performance.md.
java_options="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms64m -Djava.awt.headless=true -XX:+ExitOnOutOfMemoryError --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"

# What Haki at work may fill with its own data; PostgreSQL and the machine's own needs come on top. More where hundreds work at once.
most_memory="-Xmx${HAKI_MEMORY:-384m}"
