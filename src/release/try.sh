#!/bin/sh
# Starts what is in an archive as a stranger would: unpacked in a bare folder whose name has a space, with no Java in
# reach and nothing set. It must come up from its cache, say its link, stop, and come up again on the data that it made.
set -eu
archive=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
bare="$(mktemp -d)/a bare folder"
haki=
trap '[ -z "$haki" ] || kill "$haki" 2>/dev/null; rm -rf "${bare%/*}"' EXIT
mkdir "$bare"
tar -xzf "$archive" -C "$bare"
cd "$bare"/haki-*
port=$(( 20000 + $$ % 10000 ))

# A cache that does not fit would be passed over in silence; here it ends the start.
start() {
    begun=$(date +%s%N)
    env -i PATH=/usr/bin:/bin HAKI_DISK_BALLAST=0B JDK_JAVA_OPTIONS=-XX:AOTMode=on bin/run --port $port >log 2>&1 &
    haki=$!
    until grep -q 'Haki is ready' log; do
        kill -0 $haki 2>/dev/null && [ $(( ($(date +%s%N) - begun) / 1000000000 )) -lt 900 ] || { cat log; echo "The archive does not start." >&2; exit 1; }
        sleep 0.05
    done
    printf '  ready after %s ms, %s\n' $(( ($(date +%s%N) - begun) / 1000000 )) "$1"
}
stop() {
    kill -TERM "$haki"
    wait "$haki" || true
    haki=
}
start "on nothing"
grep -q '/set-up/' log || { cat log; echo "No link to set up Haki." >&2; exit 1; }
stop
start "on what was there"
stop
