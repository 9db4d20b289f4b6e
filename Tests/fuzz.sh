#!/bin/sh
# Lets libFuzzer look for bytes that a reader cannot bear: Tests/fuzz.sh NAME [SECONDS], as in Tests/fuzz.sh Project 600.
# Begins with Tests/Corpus/NAME and with what earlier runs found interesting. What breaks a reader is left in build-fuzz/found:
# put it into Tests/Corpus/NAME with the repair.
set -eu

cd "$(dirname "$0")/.."
name=$1
seconds=${2:-300}

Installer/packages.sh build test fuzz
[ -f build-fuzz/build.ninja ] || cmake --preset fuzz
cmake --build build-fuzz --parallel "$(nproc)" --target "${name}Fuzzer"
mkdir -p "build-fuzz/corpus/$name" "build-fuzz/found" "Tests/Corpus/$name"

exec "build-fuzz/${name}Fuzzer" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1500 -max_len=262144 \
    -artifact_prefix="build-fuzz/found/$name-" "build-fuzz/corpus/$name" "Tests/Corpus/$name" ${ATHANOR_SEEDS:+"$ATHANOR_SEEDS"}
