#!/bin/sh
# Presets that are wrong somewhere, a great many, under AddressSanitizer and UndefinedBehaviorSanitizer: each is refused with a
# sentence, or loaded, written and read again, and one in ATHANOR_PLAY_EACH (8) is played for a moment.
# Tests/presets.sh [COUNT [FOLDER...]], 100,000 of those of the repository and, where ATHANOR_SHARED is set, of real ones. ctest
# tries a thousand without the sanitizers and plays them all.
set -eu

cd "$(dirname "$0")/.."
count=${1:-100000}
[ $# -eq 0 ] || shift
seeds=$(mktemp -d)
trap 'rm -rf "$seeds"' EXIT

# Only presets: what lies beside them would be refused by its first byte.
for folder in Tests/Corpus/Patch Presets "${ATHANOR_SHARED:+$ATHANOR_SHARED/vital/presets}" "$@"; do
    [ -d "$folder" ] || continue
    find "$folder" \( -name '*.vital' -o -name '*.json' \) -exec cp --backup=numbered {} "$seeds" \;
done

Installer/packages.sh build test
[ -f build-asan/build.ninja ] || cmake --preset asan
cmake --build build-asan --parallel "$(nproc)" --target PatchFuzzer

export ASAN_OPTIONS="strict_string_checks=1:detect_stack_use_after_return=1:allocator_may_return_null=1${ASAN_OPTIONS:+:$ASAN_OPTIONS}"
export UBSAN_OPTIONS="print_stacktrace=1${UBSAN_OPTIONS:+:$UBSAN_OPTIONS}"
export ATHANOR_PLAY_EACH="${ATHANOR_PLAY_EACH:-8}"
build-asan/PatchFuzzer --variants "$count" "$seeds"
