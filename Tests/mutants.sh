#!/bin/sh
# Proves that the tests of what crosses threads can fail: breaks a copy of the source in each of the ways that mutants.txt
# lists, and expects the named tests to fail under ThreadSanitizer. Tests/mutants.sh [words that the line contains]
set -eu

cd "$(dirname "$0")/.."
root=$PWD
copy=$root/build-mutants/source
build=$root/build-mutants/build
survivors=0
count=0

Installer/packages.sh build test
rm -rf "$copy"
mkdir -p "$copy"
git ls-files -z | xargs -0 cp --parents -t "$copy"
cmake -S "$copy" -B "$build" -G Ninja -DATHANOR_WITHOUT_WINDOW=ON -DATHANOR_SANITIZE=thread >"$root/build-mutants/log" 2>&1
export TSAN_OPTIONS="halt_on_error=1"

# A race shows itself in most runs and not in every one. A mutant that hangs has been found as well.
fails()
{
    for _ in 1 2 3; do
        (cd "$copy" && timeout 60 "$build/$1" --gtest_filter="$2" >/dev/null 2>&1) || return 0
    done

    return 1
}

grep -v -e '^#' -e '^$' "$root/Tests/mutants.txt" | grep -F -e "${1:-}" >"$root/build-mutants/list"

while IFS=';' read -r program filter file expression; do
    program=$(echo "$program" | tr -d ' ')
    filter=$(echo "$filter" | tr -d ' ')
    file=$(echo "$file" | tr -d ' ')
    expression=${expression# }

    if [ "$program $filter" != "${checked:-}" ]; then
        cmake --build "$build" --parallel "$(nproc)" --target "$program" >>"$root/build-mutants/log" 2>&1

        if fails "$program" "$filter" </dev/null; then
            echo "$program $filter fails without any mutant" >&2
            exit 1
        fi

        checked="$program $filter"
    fi

    sed -i "$expression" "$copy/$file"
    count=$((count + 1))

    if cmp -s "$root/$file" "$copy/$file"; then
        echo "changes nothing: $file $expression"
        survivors=$((survivors + 1))
    elif ! cmake --build "$build" --parallel "$(nproc)" --target "$program" </dev/null >>"$root/build-mutants/log" 2>&1; then
        echo "does not compile: $file $expression"
        survivors=$((survivors + 1))
    elif fails "$program" "$filter" </dev/null; then
        echo "found: $file $expression"
    else
        echo "SURVIVED: $file $expression"
        survivors=$((survivors + 1))
    fi

    cp "$root/$file" "$copy/$file"
done <"$root/build-mutants/list"

echo "$((count - survivors)) of $count mutants were found"
[ "$survivors" = 0 ]
