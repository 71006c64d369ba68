#!/bin/sh
# Starts the Haki in this folder once on empty data, asks it for a few pages, and keeps what it loaded: lib/haki.aot.
set -eu
cd "$1"
. bin/tools.sh
find_jdk
trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
port=$(( 20000 + $$ % 20000 ))
# shellcheck disable=SC2086
HAKI_DATA=$trial/data HAKI_KEYS=$trial/keys HAKI_PORT=$port HAKI_DISK_BALLAST=0B \
    "$JAVA_HOME/bin/java" ${java_options% -XX:AOTCache=*} -XX:AOTCacheOutput=lib/haki.aot -jar "$jar" >"$trial/log" 2>&1 &
haki=$!
seconds=0
until grep -q 'Haki is ready' "$trial/log"; do
    seconds=$((seconds + 1))
    kill -0 $haki 2>/dev/null && [ $seconds -lt 900 ] || { cat "$trial/log"; die "The trial start failed."; }
    sleep 1
done
link=$(grep -o '/set-up/[A-Za-z0-9_-]*' "$trial/log" | head -n 1)
for page in /health /sign-in /welcome /css/haki.css "$link"; do
    curl -s -o /dev/null "http://127.0.0.1:$port$page" 2>/dev/null || true
done
kill -TERM $haki
wait $haki || true
[ -f lib/haki.aot ] || { cat "$trial/log"; die "No cache was made."; }
