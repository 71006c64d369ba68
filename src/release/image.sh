#!/bin/sh
# Makes a container image of the Haki in a folder, without a daemon: image.sh FOLDER VERSION FILE. It is built from nothing:
# one layer with what Java and PostgreSQL need of Debian, one with Haki. "docker load" and "podman load" take the file.
set -eu
release=$(cd "$1" && pwd)
version=$2
file=$(cd "$(dirname "$3")" && pwd)/$(basename "$3")
command -v apt-get >/dev/null || { echo "The image is made of Debian's packages, and there is no apt-get here." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
epoch=${SOURCE_DATE_EPOCH:?}
base=$work/base
mkdir -p "$base" "$work/debs" "$work/image" "$work/haki/opt"

# The C library, what C++ programs need, and a shell of one file. Each keeps its licence and its line for scanners.
packages="libc6 libgcc-s1 gcc-12-base libstdc++6 busybox-static"
(cd "$work/debs" && apt-get download -q $packages >/dev/null 2>&1) || { echo "Debian's packages could not be had: $packages" >&2; exit 1; }
mkdir -p "$base/usr/bin" "$base/usr/sbin" "$base/usr/lib" "$base/usr/lib64" "$base/var/lib/dpkg/status.d"
for link in bin sbin lib lib64; do ln -s usr/$link "$base/$link"; done
for deb in "$work"/debs/*.deb; do
    name=$(dpkg-deb -f "$deb" Package)
    dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$base" --keep-directory-symlink --no-same-owner
    { dpkg-deb -f "$deb"; echo; } >"$base/var/lib/dpkg/status.d/$name"
done
rm -rf "$base/usr/share/man" "$base/usr/share/locale" "$base/usr/share/lintian" "$base/usr/share/initramfs-tools" "$base"/usr/lib/*/gconv
find "$base/usr/share/doc" -type f ! -name copyright -delete
for tool in $("$base/bin/busybox" --list); do
    [ -e "$base/usr/bin/$tool" ] || ln -s busybox "$base/usr/bin/$tool"
done
mkdir -p "$base/etc" "$base/tmp" "$base/var/lib/haki" "$base/var/lib/haki-keys" "$base/proc" "$base/sys" "$base/dev"
printf '%s\n' 'root:x:0:0:root:/:/bin/sh' 'haki:x:10001:10001:Haki:/var/lib/haki:/bin/sh' >"$base/etc/passwd"
printf '%s\n' 'root:x:0:' 'haki:x:10001:' >"$base/etc/group"
echo 'hosts: files dns' >"$base/etc/nsswitch.conf"
chmod 1777 "$base/tmp"
chmod 0700 "$base/var/lib/haki" "$base/var/lib/haki-keys"

# What a folder holds, as one layer; who owns what is said here and not by this machine.
layer() {
    tar -C "$1" --sort=name --mtime="@$epoch" --numeric-owner --owner=0 --group=0 --exclude=./var/lib/haki --exclude=./var/lib/haki-keys -cf "$2" .
    [ ! -d "$1/var/lib/haki" ] || tar -C "$1" --sort=name --mtime="@$epoch" --numeric-owner --owner=10001 --group=10001 -rf "$2" ./var/lib/haki ./var/lib/haki-keys
    sha256sum "$2" | cut -d ' ' -f 1
}
cp -a "$release" "$work/haki/opt/haki"
below=$(layer "$base" "$work/image/base.tar")
# The times of the jars are part of what the cache of the start remembers, so this layer keeps them.
tar -C "$work/haki" --sort=name --numeric-owner --owner=0 --group=0 -cf "$work/image/haki.tar" .
above=$(sha256sum "$work/image/haki.tar" | cut -d ' ' -f 1)

created=$(date -u -d "@$epoch" +%Y-%m-%dT%H:%M:%SZ)
cat >"$work/image/config.json" <<JSON
{"architecture":"amd64","os":"linux","created":"$created",
 "config":{"User":"10001:10001","WorkingDir":"/var/lib/haki","Entrypoint":["/opt/haki/bin/run"],"ExposedPorts":{"8080/tcp":{}},
  "Env":["PATH=/opt/haki/bin:/usr/bin:/usr/sbin","HAKI_DATA=/var/lib/haki","HAKI_KEYS=/var/lib/haki-keys","HAKI_BIND=0.0.0.0"],
  "Volumes":{"/var/lib/haki":{},"/var/lib/haki-keys":{}},"StopSignal":"SIGTERM",
  "Healthcheck":{"Test":["CMD","wget","-q","-O","/dev/null","http://127.0.0.1:8080/health"],"Interval":30000000000,"Timeout":5000000000,"StartPeriod":120000000000},
  "Labels":{"org.opencontainers.image.title":"Haki","org.opencontainers.image.version":"$version","org.opencontainers.image.licenses":"Apache-2.0"}},
 "rootfs":{"type":"layers","diff_ids":["sha256:$below","sha256:$above"]},
 "history":[{"created":"$created","created_by":"Debian: $packages"},{"created":"$created","created_by":"Haki $version"}]}
JSON
echo "[{\"Config\":\"config.json\",\"RepoTags\":[\"haki:$version\",\"haki:latest\"],\"Layers\":[\"base.tar.gz\",\"haki.tar.gz\"]}]" >"$work/image/manifest.json"
# The layers are packed and the file around them is not: older podmans take no other.
gzip -n "$work/image/base.tar" "$work/image/haki.tar"
tar -C "$work/image" --mtime="@$epoch" --owner=0 --group=0 --numeric-owner -cf "$file" manifest.json config.json base.tar.gz haki.tar.gz
