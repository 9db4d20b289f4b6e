#!/bin/sh
# Builds the tests of some layers with a sanitizer and runs them: sanitizer.sh asan|tsan "Core Engine"
# JUCE stays out of it. A layer without tests is left out.
set -eu

cd "$(dirname "$0")/.."
preset=$1
shift
folder=build-$preset
targets=
labels=

Installer/packages.sh build test
[ -f "$folder/build.ninja" ] || cmake --preset "$preset"

# shellcheck disable=SC2048 # layers come as words or as one word of several
for layer in $*; do
    if ninja -C "$folder" -t query "${layer}Tests" >/dev/null 2>&1; then
        targets="$targets ${layer}Tests"
        labels="$labels${labels:+|}$layer"
    fi
done

# shellcheck disable=SC2086 # one word for each target
cmake --build "$folder" --parallel "$(nproc)" --target $targets

# A thread's memory is only freed with the process, and what libraries keep until then is no leak of ours.
export ASAN_OPTIONS="strict_string_checks=1:detect_stack_use_after_return=1:allocator_may_return_null=1${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
export UBSAN_OPTIONS="print_stacktrace=1${UBSAN_OPTIONS:+:$UBSAN_OPTIONS}"
export TSAN_OPTIONS="second_deadlock_stack=1${TSAN_OPTIONS:+:$TSAN_OPTIONS}"

exec ctest --test-dir "$folder" --output-on-failure --parallel 2 -L "^($labels)\$"
