#!/bin/sh
# Makes a Debian package of the Haki in a folder: package.sh FOLDER VERSION FILE. Needs dpkg-deb and nothing else.
set -eu
release=$(cd "$1" && pwd)
file=$(cd "$(dirname "$3")" && pwd)/$(basename "$3")
cd "$(dirname "$0")"
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 0755 "$root"

mkdir -p "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$root/etc/haki" "$root/lib/systemd/system" \
    "$root/usr/share/doc/haki" "$root/usr/share/lintian/overrides"
cp -a "$release" "$root/usr/lib/haki"
mv "$root/usr/lib/haki/docs" "$root/usr/lib/haki/THIRD-PARTY" "$root/usr/lib/haki/haki-sbom.json" "$root/usr/lib/haki"/*.md "$root/usr/share/doc/haki/"
rm "$root/usr/lib/haki/LICENSE" "$root/usr/share/doc/haki/docs/haki.service" "$root/usr/share/doc/haki/docs/haki.conf"
install -m 0755 debian/haki "$root/usr/bin/haki"
sed 's|/opt/haki/docs|/usr/share/doc/haki/docs|; s|/opt/haki|/usr/lib/haki|' haki.service >"$root/lib/systemd/system/haki.service"
sed 's|/opt/haki/docs|/usr/share/doc/haki/docs|' haki.conf >"$root/etc/haki/haki.conf"
cp debian/lintian-overrides "$root/usr/share/lintian/overrides/haki"
{
    printf '%s\n' 'Copyright 2026 The authors of Haki' '' 'Haki is under the Apache License 2.0: /usr/share/common-licenses/Apache-2.0' '' \
        'What comes along with it, and under which licence: THIRD-PARTY and haki-sbom.json in this folder, and' \
        '/usr/lib/haki/runtime/legal for Java.'
} >"$root/usr/share/doc/haki/copyright"

printf 'haki (%s) stable; urgency=medium\n\n  * What changed: CHANGELOG.md in this folder.\n\n -- Haki <haki@example.org>  %s\n' \
    "$2" "$(date -u -R -d "@${SOURCE_DATE_EPOCH:?}")" | gzip -9n >"$root/usr/share/doc/haki/changelog.gz"

echo /etc/haki/haki.conf >"$root/DEBIAN/conffiles"
sed "s|@VERSION@|$2|; s|@SIZE@|$(du -sk --apparent-size "$root" | cut -f 1)|" debian/control >"$root/DEBIAN/control"
install -m 0755 debian/postinst debian/prerm debian/postrm "$root/DEBIAN/"
find "$root" -newermt "@${SOURCE_DATE_EPOCH:?}" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
(cd "$root" && find . -path ./DEBIAN -prune -o -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' md5sum >DEBIAN/md5sums)
dpkg-deb --root-owner-group -Zgzip -z6 --build "$root" "$file" >/dev/null
