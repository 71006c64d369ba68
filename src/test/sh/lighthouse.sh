# Looks at the public report, Today, a case and the list of cases with Lighthouse, as on a phone and at a desk; ends with 1 where
# accessibility, best practices or performance is below 98. Called by bin/soak --lighthouse.
set -eu
. bin/tools.sh
. src/test/sh/demo.sh
command -v npm >/dev/null 2>&1 || die "Lighthouse needs Node and npm, and none was found."
tools=target/lighthouse-tools
[ -x "$tools/node_modules/.bin/lighthouse" ] || { say "Installing Lighthouse …"; mkdir -p "$tools"; npm install --silent --no-audit --no-fund --prefix "$tools" lighthouse@12.8.2 >/dev/null; }
start_demo
out=target/lighthouse
rm -rf "$out"
mkdir -p "$out"
low=0

# look NAME PATH: both shapes of a page, as whoever $cookie is; the best of three, for the machine has other work.
look() {
    printf '{"Cookie": "%s"}' "${cookie#Cookie: }" >"$out/headers.json"
    for shape in mobile desktop; do
        for try in 1 2 3; do
            CHROME_PATH=$(command -v chromium) "$tools/node_modules/.bin/lighthouse" "$url$2" --quiet --output=json --output-path="$out/$1-$shape.json" \
                $([ "$shape" = desktop ] && echo --preset=desktop) --only-categories=accessibility,best-practices,performance \
                ${cookie:+--extra-headers "$out/headers.json"} --chrome-flags="--headless=new --no-sandbox" >>"$out/log" 2>&1 || true
            if node src/test/sh/lighthouse.mjs "$1" "$shape" "$out/$1-$shape.json"; then break; fi
            [ "$try" -lt 3 ] || low=1
        done
    done
}

cookie=
look report "/report/${HAKI_TRY_DESK:-riverbend}"
sign_in wanjiru
look today /today
look case "$(link_on /cases '/cases/[0-9A-Z]*')"
look list /cases
[ "$low" = 0 ] || die "A page is below 98; the whole of it stands in $out."
