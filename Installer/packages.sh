#!/bin/sh
# Installs the Debian packages of the named groups that are missing: packages.sh build run test
# Says what it installs. Where it may not install, or where there is no apt, it names the packages and fails.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
log=${TMPDIR:-/tmp}/athanor-packages-$(id -u).log

# Somebody who has everything from elsewhere may say so.
[ -z "${ATHANOR_SKIP_PACKAGES:-}" ] || exit 0

wanted=$(for group; do awk -v group="$group" '$1 == group { print $2 }' "$here/debian-packages.txt"; done)

show()
{
    echo "$1" | tr '\n' ' ' | sed 's/ $//' | fold -s -w 100 | sed 's/^/    /' >&2
    echo >&2
}

refuse()
{
    echo "athanor: $1 Athanor needs these packages of Debian 12, please install them:" >&2
    show "$2"
    exit 1
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    refuse "This system has no apt." "$wanted"
fi

# A name that dpkg has never heard of is only an error message to it, hence the list of what is there.
# shellcheck disable=SC2086 # one word for each package
installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' $wanted 2>/dev/null | awk '$1 == "ii" { print $2 }' || true)
missing=$(printf '%s\n' "$wanted" | awk -v have="$installed" '
    BEGIN { count = split (have, names, "\n"); for (i = 1; i <= count; ++i) there[names[i]] = 1 }
    ! ($1 in there)')

[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    sudo=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo="sudo -n"
elif command -v sudo >/dev/null && [ -t 0 ] && [ -t 2 ]; then
    sudo="sudo" # asks for the password, after the list below has been read
else
    refuse "Packages are missing, and only an administrator may install them." "$missing"
fi

echo "athanor: installing $(echo "$missing" | wc -l) packages of Debian and what they need:" >&2
show "$missing"

apt()
{
    # shellcheck disable=SC2086 # $sudo is a command and its option, or nothing
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1
}

install()
{
    # shellcheck disable=SC2086 # one word for each package
    apt install -y --no-install-recommends $missing
}

: >"$log"
[ -z "$sudo" ] || $sudo true || refuse "Without the password nothing can be installed." "$missing"

# The lists of a fresh machine are empty and those of an old one name files that are gone: fetch them when needed.
if ! install; then
    apt update || true

    if ! install; then
        tail -n 15 "$log" >&2
        refuse "apt could not install everything (the whole story is in $log)." "$missing"
    fi
fi

echo "athanor: packages are installed." >&2
