#!/bin/sh
# Starts the Haki in this folder once on the data of a demonstration, walks through a day of it, and keeps what it loaded and what
# was called most: lib/haki.aot. So not only the start is quick, but also the first page of each kind.
set -eu
day=$(cd "$(dirname "$0")" && pwd)/day.sh
cd "$1"
. bin/tools.sh
find_jdk
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
port=$(( 20000 + $$ % 20000 ))
# shellcheck disable=SC2086
HAKI_DEMO=true HAKI_DATA=$trial/data HAKI_KEYS=$trial/keys HAKI_PORT=$port HAKI_DISK_BALLAST=0B \
    "$JAVA_HOME/bin/java" ${java_options% -XX:AOTCache=*} $most_memory -XX:AOTCacheOutput=lib/haki.aot -jar "$jar" >"$trial/log" 2>&1 &
haki=$!
seconds=0
until grep -q 'Haki is ready' "$trial/log"; do
    seconds=$((seconds + 1))
    kill -0 $haki 2>/dev/null && [ $seconds -lt 900 ] || { cat "$trial/log"; die "The trial start failed."; }
    sleep 1
done
for page in /health /welcome /css/haki.css; do
    curl -s -o /dev/null "http://127.0.0.1:$port$page"
done
sh "$day" $port "$trial/log" || die "The day to learn from went wrong."
kill -TERM $haki
wait $haki || true
[ -f lib/haki.aot ] || { cat "$trial/log"; die "No cache was made."; }
