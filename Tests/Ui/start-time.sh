#!/bin/sh
# How long it takes from the command to the first painted window: Tests/Ui/start-time.sh [PROGRAM [STARTS [PROJECT]]].
# Starts a screen of its own, and prints every time, then the median, in milliseconds. The first start is not counted.
set -eu

program=${1:-build/athanor}
starts=${2:-11}
project=${3:-}

if [ -z "${ATHANOR_ON_OWN_SCREEN:-}" ]; then
    ATHANOR_ON_OWN_SCREEN=1 exec xvfb-run -a -s "-screen 0 1600x1000x24" "$0" "$program" "$starts" "$project"
fi

openbox >/dev/null 2>&1 &
manager=$!
times=$(mktemp)
trap 'kill $manager 2>/dev/null; rm -f "$times" "$times.out"' EXIT
until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q '#'; do sleep 0.05; done

start=0

while [ "$start" -le "$starts" ]; do
    : >"$times.out"
    began=$(date +%s%N)
    ATHANOR_TRACE_START=1 "$program" ${project:+"$project"} >"$times.out" 2>/dev/null &
    window=$!
    until grep -q "first paint" "$times.out"; do sleep 0.02; done
    painted=$(sed -n 's/^first paint //p' "$times.out")
    kill $window
    wait $window 2>/dev/null || true
    [ "$start" -eq 0 ] || echo $(((painted - began) / 1000000)) | tee -a "$times"
    start=$((start + 1))
done

echo "median $(sort -n "$times" | sed -n "$(((starts + 1) / 2))p") ms"
