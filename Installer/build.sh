#!/bin/sh
# Builds the named targets in ./build: build.sh athanor. Silent when there is nothing to do; one line of progress
# otherwise, and the compiler's own words when it fails.
set -eu

cd "$(dirname "$0")/.."
log=build/build.log
mkdir -p build

if [ ! -f build/build.ninja ]; then
    echo "athanor: preparing the build, which takes some minutes the first time" >&2

    if ! cmake --preset dev >"$log" 2>&1; then
        cat "$log" >&2
        exit 1
    fi
fi

[ -t 2 ] && terminal=1 || terminal=0

{ NINJA_STATUS='[%f/%t] ' cmake --build build --parallel "$(nproc)" --target "$@" 2>&1 || echo "Athanor's build failed"; } |
    tee "$log" | awk -v terminal="$terminal" '
    /^Athanor.s build failed$/ { failed = 1 }
    match ($0, /^\[[0-9]+\/[0-9]+\] /) {
        split (substr ($0, 2, RLENGTH - 3), step, "/")

        # A handful of steps is over before it can be read.
        if (step[2] < 5 || $0 ~ /globbed/)
            next

        if (terminal)
            printf "\rathanor: building, step %d of %d ", step[1], step[2] > "/dev/stderr"
        else if (step[1] % 25 == 0)
            printf "athanor: building, step %d of %d\n", step[1], step[2] > "/dev/stderr"

        drawn = 1
    }
    END {
        if (drawn && terminal)
            printf "\r\033[K" > "/dev/stderr"

        exit failed
    }' || {
    # Everything but the progress: the failed commands and what the compiler said.
    grep -v -e '^\[[0-9]*/[0-9]*\] ' -e '^-- ' "$log" | head -n 80 >&2
    echo "athanor: the build failed; all of it is in $log" >&2
    exit 1
}
