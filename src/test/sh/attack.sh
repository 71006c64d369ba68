# Attacks a demonstration on this machine: sqlmap on every parameter of an address, wapiti on all pages and forms that it finds,
# as the public and signed in as several roles. Ends with 1 where either found anything. Called by bin/soak --attack.
# HAKI_ATTACK_ONLY=sqlmap or wapiti is one of the two; HAKI_ATTACK_SECONDS is how long wapiti looks, and for each kind of attack.
set -eu
. bin/tools.sh
. src/test/sh/demo.sh
for tool in sqlmap wapiti curl; do
    command -v "$tool" >/dev/null 2>&1 && continue
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || die "$tool is missing. Install it:  apt-get install sqlmap wapiti curl"
    say "Installing sqlmap and wapiti …"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends sqlmap wapiti curl >/dev/null; } || die "They could not be installed."
done
start_demo
out=target/attack
rm -rf "$out"
mkdir -p "$out"
found=0

# Where Haki must never call, whatever address it is given: who knocks there is written down.
mkdir "$out/nothing"
trap_port=${HAKI_TRAP_PORT:-8788}
trap_url=http://127.0.0.1:$trap_port/
python3 -m http.server "$trap_port" --bind 127.0.0.1 --directory "$out/nothing" >"$out/knocked.log" 2>&1 &
listener=$!
trap 'kill "$listener" ${haki:+"$haki"} 2>/dev/null; wait' EXIT INT TERM

# sqlmap ADDRESS NAME: every parameter of this address, as whoever $cookie is; "" is the public.
ask_sqlmap() {
    [ "${HAKI_ATTACK_ONLY:-sqlmap}" = sqlmap ] || return 0
    say "sqlmap: ${2:-anybody} at $1"
    sqlmap --batch --disable-coloring -u "$url$1" ${cookie:+-H "$cookie"} --level=2 --risk=1 --dbms=PostgreSQL --technique=BEUST --time-sec=4 --timeout=20 \
        --smart --flush-session --threads=2 --ignore-code=400,404,409,422 --output-dir="$out/sqlmap" >"$out/sqlmap.now" 2>&1 || true
    cat "$out/sqlmap.now" >>"$out/sqlmap.log"
    grep -q 'testing URL\|testing connection' "$out/sqlmap.now" || { say "  it did not run: $(tail -n 3 "$out/sqlmap.now")"; found=1; }
    if grep -E 'is vulnerable|identified the following injection' "$out/sqlmap.now"; then found=1; fi
}

# Debian's wapiti 3.0.4 writes an expression that Python 3.11 no longer reads; this turns it round.
mkdir "$out/python"
cat >"$out/python/sitecustomize.py" <<'P'
import re
plain = re.compile
re.compile = lambda pattern, flags=0: plain("(?ms)" + pattern[:-5] if isinstance(pattern, str) and pattern.endswith("(?ms)") else pattern, flags)
P

# wapiti FROM NAME: what can be reached from this page, its forms as well.
ask_wapiti() {
    [ "${HAKI_ATTACK_ONLY:-wapiti}" = wapiti ] || return 0
    say "wapiti: ${2:-anybody} from $1"
    report=$out/wapiti-${2:-public}.json
    PYTHONPATH=$out/python wapiti -u "$url/" -s "$url$1" --scope domain ${cookie:+-H "$cookie"} -x "$url/sign-out" -x "$url/lock" -x "$url/me/names" \
        -m xss,permanentxss,sql,blindsql,ssrf,file,redirect,csrf,crlf,exec,xxe,cookieflags,csp,http_headers,methods \
        -d 3 --max-links-per-page 40 --max-files-per-dir 25 --max-scan-time "${HAKI_ATTACK_SECONDS:-600}" --max-attack-time "${HAKI_ATTACK_SECONDS:-600}" \
        --endpoint "$trap_url" --external-endpoint "$trap_url" --internal-endpoint "$trap_url" \
        --store-session "$out/wapiti" --flush-session --no-bugreport -v 1 -f json -o "$report" >"$out/wapiti-${2:-public}.log" 2>&1 || true
    [ -s "$report" ] || { say "  it did not end: $(tail -n 3 "$out/wapiti-${2:-public}.log")"; found=1; return; }
    python3 - "$report" src/test/sh/attack-known.txt <<'P' || found=1
import json, sys
report = json.load(open(sys.argv[1]))
known = [line.split(" | ")[0].strip() for line in open(sys.argv[2]) if line.strip() and not line.startswith("#")]
bad = 0
for group in ("vulnerabilities", "anomalies"):
    for kind, all_of in report[group].items():
        for one in all_of:
            line = ' '.join(f"{kind}: {one['method']} {one['path']} {one.get('parameter') or ''} {one['info']}".split())
            if not any(line.startswith(start) for start in known):
                print("  found", line)
                bad += 1
print(f"  {report['infos'].get('target', '')}: {bad} found")
sys.exit(1 if bad else 0)
P
}

cookie=
desk=${HAKI_TRY_DESK:-riverbend}
ask_sqlmap "/report/$desk?l=en&done=saved"
ask_sqlmap "/status/$desk?l=en"
ask_sqlmap "/sign-in?page=%2Fme"
ask_wapiti "/report/$desk"
sign_in leila
ask_sqlmap "/cases?status=open&type=gbv&stage=assess&owner=everyone&urgency=urgent&office=01a229d5-1a98-7ddd-b32f-57ae8e2ec66c&fenced=yes&after=1700000000000000_01a229d5-1a98-7ddd-b32f-57ae8e2ec66c" leila
ask_sqlmap "/reports?period=month&office=01a229d5-1a98-7ddd-b32f-57ae8e2ec66c" leila
ask_sqlmap "/people?after=1700000000000000_01a229d5-1a98-7ddd-b32f-57ae8e2ec66c" leila
ask_wapiti "/today" leila
sign_in fatou
ask_sqlmap "/intake?view=waiting&urgency=urgent&channel=web&after=0.1700000000000000.01a229d5-1a98-7ddd-b32f-57ae8e2ec66c&open=01R8DV7Q14M0Z" fatou
ask_wapiti "/intake" fatou
sign_in wanjiru
ask_wapiti "/cases" wanjiru
sign_in tomasz
ask_wapiti "/settings" tomasz
if grep -o '"GET /ssrf/.*' "$out/knocked.log"; then say "  Haki called an address that it was given."; found=1; fi
[ "$found" = 0 ] || die "Something was found, or something did not run; the whole of it stands in $out."
say "Nothing was found."
