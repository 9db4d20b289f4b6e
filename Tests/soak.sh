#!/bin/sh
# The long forms of the random tests: Tests/soak.sh [ROUNDS [ctest words]]. Every test that asks Support/Chance.h how often
# to try tries ROUNDS times as often, each time from a new seed, which it prints when it fails.
set -eu

cd "$(dirname "$0")/.."
rounds=${1:-20}
[ $# -eq 0 ] || shift

Installer/packages.sh build run test
Installer/build.sh all
ATHANOR_ROUNDS=$rounds ATHANOR_SEED=random CTEST_PARALLEL_LEVEL=2 \
    exec ctest --test-dir build --output-on-failure --timeout 7200 "$@"
