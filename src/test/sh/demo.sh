# A demonstration of our own on this machine, and who signs in to it; read by the scripts beside it with ".", never run.
# Expects bin/tools.sh. HAKI_TRY=URL HAKI_TRY_SIGN_INS=FILE takes one that runs already.

# Starts it on a port of its own and waits until it answers; sets $url and $sign_ins. It ends with this script.
start_demo() {
    url=${HAKI_TRY:-}
    sign_ins=${HAKI_TRY_SIGN_INS:-}
    [ -z "$url" ] || return 0
    find_jdk
    build
    place=target/try-demo
    rm -rf "$place"
    mkdir -p "$place"
    HAKI_PORT=${HAKI_PORT:-8787}
    url=http://127.0.0.1:$HAKI_PORT
    sign_ins=$place/data/demo-sign-in.txt
    HAKI_DEMO=true HAKI_DATA=$place/data HAKI_KEYS=$place/keys HAKI_PORT=$HAKI_PORT HAKI_BIND=127.0.0.1 \
        HAKI_REPORTS_PER_HOUR=1000000 HAKI_REPORTS_PER_HOUR_AND_ADDRESS=1000000 \
        "$JAVA_HOME/bin/java" $java_options -jar "$jar" >"$place/terminal.txt" 2>&1 &
    haki=$!
    trap 'kill "$haki" 2>/dev/null; wait "$haki" 2>/dev/null' EXIT INT TERM
    say "Inventing a demonstration …"
    tries=0
    until curl -fs "$url/health" >/dev/null 2>&1; do
        tries=$((tries + 1))
        kill -0 "$haki" 2>/dev/null && [ "$tries" -lt 900 ] || die "The demonstration did not start; it said: $(tail -n 5 "$place/terminal.txt")"
        sleep 1
    done
}

# The value of a field of a form, from a page on standard input.
field() { sed -n "s/.*name=\"$1\"[^>]* value=\"\([^\"]*\)\".*/\1/p" | head -n 1; }

# Signs in as NAME with her next code of the card; sets $cookie to the header that says who she is.
sign_in() {
    jar_of=$(mktemp)
    password=$(grep -A2 "name      $1\$" "$sign_ins" | sed -n 's/^  password  //p')
    used=$(cat "$sign_ins.used-$1" 2>/dev/null || echo 0)
    echo $((used + 1)) >"$sign_ins.used-$1"
    code=$(grep -A2 "name      $1\$" "$sign_ins" | sed -n 's/^  card      //p' | tr -s ' ' '\n' | sed -n "$((used + 1))p")
    csrf=$(curl -fsb "$jar_of" -c "$jar_of" "$url/sign-in" | field _csrf)
    curl -fsb "$jar_of" -c "$jar_of" -o /dev/null "$url/sign-in" --data-urlencode "_csrf=$csrf" --data-urlencode "name=$1" --data-urlencode "password=$password"
    csrf=$(curl -fsb "$jar_of" -c "$jar_of" "$url/sign-in/code" | field _csrf)
    curl -fsb "$jar_of" -c "$jar_of" -o /dev/null "$url/sign-in/code" --data-urlencode "_csrf=$csrf" --data-urlencode "code=$code"
    cookie="Cookie: $(sed -n 's/^#HttpOnly_//;/^[^#]/p' "$jar_of" | awk 'NF >= 7 {printf "%s%s=%s", sep, $6, $7; sep = "; "}')"
    rm -f "$jar_of"
    [ "$(curl -s -o /dev/null -w '%{http_code}' -H "$cookie" "$url/me")" = 200 ] || die "$1 could not sign in."
}

# The path of the first link of a page (PATH) that looks like PATTERN, for whoever $cookie is.
link_on() { curl -fs -H "$cookie" "$url$1" | grep -o "href=\"$2\"" | head -n 1 | sed 's/href="//;s/"$//'; }
