# What the scripts beside it need in a release: its own Java, and nothing to build. Read by them with ".", never run.

# Words of any script come out whole, also where no language is set.
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || { LANG=C.UTF-8; export LANG; }

say() { printf '%s\n' "$*"; }
die() { say "$*" >&2; exit 1; }
find_jdk() { JAVA_HOME=$(pwd)/runtime; }
build() { :; }

jar=lib/haki.jar

# The virtual machine's own settings: little memory and little work to keep it clean, for hosts of two cores; docs/performance.md.
# The cache holds what Haki loads at its start, made when the release was, with these settings.
java_options="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms64m -Djava.awt.headless=true -XX:+ExitOnOutOfMemoryError --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -XX:AOTCache=lib/haki.aot"

# What Haki at work may fill with its own data; PostgreSQL and the machine's own needs come on top. More where hundreds work at once.
most_memory="-Xmx${HAKI_MEMORY:-384m}"
