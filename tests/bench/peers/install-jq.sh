#!/bin/sh
# usage: install-jq.sh FOLDER
# A newer jq than Debian 12 has, as the program FOLDER/jq-1.8: that of Debian's
# release after the next, from where apt gets packages, with the libraries it was
# built with. On the machine nothing is installed.
set -eu
release=forky
folder=$(realpath -- "$1")
own=$folder/jq-$release
mkdir -p "$own/lists" "$own/cache" "$own/packages"

get() {
    apt-get -qq -o Dir::Etc::SourceList="$own/sources.list" \
        -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$own/lists" \
        -o Dir::Cache="$own/cache" -o APT::Sandbox::User=root "$@"
}

apt-get indextargets --format '$(REPO_URI)' |
    awk -v release="$release" '
        /\/debian\/?$/ { print "deb", $0, release, "main"; exit }' \
        >"$own/sources.list"
get update
(cd "$own/packages" && get download jq libjq1 libonig5 libc6)
for package in "$own"/packages/*.deb; do
    dpkg-deb -x "$package" "$own/root"
done

libraries=$(dirname "$(find "$own/root" -name 'libjq.so.1')")
loader=$(find "$own/root" -name 'ld-linux*' | head -n 1)
{
    printf '#!/bin/sh\n'
    printf "exec '%s' --library-path '%s' '%s' \"\$@\"\n" \
        "$loader" "$libraries" "$own/root/usr/bin/jq"
} >"$own/jq"
chmod +x "$own/jq"
"$own/jq" --version | grep '^jq-1\.8'
mv "$own/jq" "$folder/jq-1.8"
