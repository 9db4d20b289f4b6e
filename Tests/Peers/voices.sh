#!/usr/bin/env bash
# Voices per processor, ours and scsynth's (Debian: supercollider-server), in one run: three turns each, the best of each counts.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
voices=512 seconds=10
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --build "$build" --target VoicesPeers >/dev/null

scsynthCpu() { # seconds of processor for so many seconds of sound
    python3 Tests/Peers/scsynth_score.py "$voices" "$1" "$work/score.osc" "$work/defs"
    local before after
    SC_SYNTHDEF_PATH="$work/defs" bash -c 'TIMEFORMAT="%U"; time scsynth -N "$0" _ "$1" 48000 WAV int16 -o 1 -n 4096 -m 65536 -w 4096 >/dev/null 2>&1' "$work/score.osc" "$work/out.wav" 2>"$work/time"
    cat "$work/time"
}

for turn in 1 2 3; do
    "$build/VoicesPeers" "$voices" "$seconds"
    long=$(scsynthCpu "$seconds") short=$(scsynthCpu 1)
    awk -v a="$long" -v b="$short" -v s="$seconds" -v v="$voices" 'BEGIN { t = (a - b) / (s - 1); n = t / 48000 / v * 1e9; printf "scsynth: %d voices, %.2f ns per voice and sample, %.0f voices per processor at 48 kHz\n", v, n, v / t }'
done
