#!/bin/sh
# The Debian package of the Haki in this folder: debian.sh FOLDER VERSION OUT
set -eu
root=$3/debian
rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/opt" "$root/etc/haki" "$root/lib/systemd/system"
cp -a "$1" "$root/opt/haki"
cp src/release/haki.conf "$root/etc/haki/haki.conf"
cp src/release/haki.service "$root/lib/systemd/system/haki.service"
cp src/release/postinst src/release/prerm "$root/DEBIAN/"
echo /etc/haki/haki.conf >"$root/DEBIAN/conffiles"
cat >"$root/DEBIAN/control" <<CONTROL
Package: haki
Version: $2
Architecture: amd64
Maintainer: The Haki project <haki@example.org>
Installed-Size: $(du -sk "$root/opt" | cut -f1)
Depends: libc6 (>= 2.31), passwd, util-linux
Section: web
Priority: optional
Description: case management for community justice
 Reports, cases, work, referrals and figures for paralegals, helplines,
 advice offices and social services; brings its own Java and PostgreSQL.
CONTROL
dpkg-deb --root-owner-group -Zgzip -z1 --build "$root" "$3/haki_$2_amd64.deb" >/dev/null
rm -rf "$root"
