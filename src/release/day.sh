#!/bin/sh
# Opens, in a demonstration at this port, the pages that its people open all day, often enough for the virtual machine to learn
# what they do: day.sh PORT LOG. In LOG stands what Haki said when it made the demonstration.
set -eu
port=$1
log=$2
jar=$(mktemp)
page=$(mktemp)
trap 'rm -f "$jar" "$page"' EXIT

ask() { curl -sf --compressed -o "$page" -b "$jar" -c "$jar" "$@"; }
csrf() { sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' "$page" | head -n 1; }
# sign_in NAME: with the password and the code of the card that stand in the log
sign_in() {
    set -- "$1" $(awk -v name="$1" 'NF > 4 && $(NF - 2) == name { print $(NF - 1), $NF }' "$log")
    : >"$jar"
    ask "$haki/sign-in"
    ask -d "name=$1" -d "password=$2" --data-urlencode "_csrf=$(csrf)" "$haki/sign-in"
    ask "$haki/sign-in/code"
    ask -d "code=$3" --data-urlencode "_csrf=$(csrf)" "$haki/sign-in/code"
}
# all_day PAGE…: each many times
all_day() {
    for path in "$@"; do
        times=0
        while [ $times -lt "${times_each:-60}" ]; do
            ask "$haki$path"
            [ -s "$page" ] || { echo "Nothing stands at $path" >&2; exit 1; }
            times=$((times + 1))
        done
    done
}
# first PATTERN: the first address on the last page that looks like this
first() { grep -o "href=\"$1\"" "$page" | head -n 1 | cut -d'"' -f2; }

haki=http://127.0.0.1:$port
all_day /report/riverbend /sign-in
sign_in leila
all_day '/cases?owner=everyone'
one_case=$(first '/cases/[A-Z0-9-]*')
all_day "$one_case" /today /intake /reports /directory
sign_in wanjiru
all_day /today /cases
sign_in fatou
all_day '/intake'
one_report=$(first '/intake/[A-Z0-9]*#reading')
all_day "${one_report%#*}"
