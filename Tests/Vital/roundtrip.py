#!/usr/bin/python3
"""Whether Vital hears in our exported presets what it hears in the originals.

    roundtrip.py --referee PROGRAM FOLDER... [--tool sounddiff.py] [--binary build/athanor] [--parallel 2] [--only REGEX]

Each preset (.vital) of a FOLDER (with a table of notes, as for score.py) goes through `athanor convert` into a patch of ours and
back out as .vital. Vital itself (the program of --referee, called as for score.py; it writes bare floats, left and right in turns) renders the original twice and the exported
file once. Where chance has no part in a sound the two are the same samples; where it has, they may lie as far apart as the
original lies from itself. Needs python3-numpy and sox.
"""
import argparse, csv, os, re, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

import numpy
import score

NOT_NAMED = 0.05  # dB of mel_db beyond the original's own: less is nothing.


def render(args, preset, out, row):
    done = subprocess.run([args.referee, preset, out, row["notes"], row["bpm"], row["seconds"]], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"Vital could not render {preset}: status {done.returncode}")
    return numpy.fromfile(out, "<f4").reshape(-1, 2).astype(float)


def convert(args, source, out):
    done = subprocess.run([args.binary, "convert", source, out], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError((done.stderr.strip() or f"status {done.returncode}").splitlines()[-1])


def compare(folder, row, args, tool):
    original = os.path.join(folder, row["name"] + ".vital")
    with tempfile.TemporaryDirectory() as scratch:
        patch, exported = (os.path.join(scratch, name) for name in ("patch.json", "exported.vital"))
        try:
            convert(args, original, patch)
            convert(args, patch, exported)
            first, again, ours = (render(args, preset, os.path.join(scratch, f"{i}.wav"), row)
                                  for i, preset in enumerate((original, original, exported)))
        except RuntimeError as fault:
            return {"name": row["name"], "error": str(fault)}
    return {"name": row["name"], "self": tool.distance(first, again), "ours": tool.distance(first, ours),
            "same": first.shape == ours.shape and bool((first == ours).all())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--referee", required=True, help="a program that renders with Vital")
    parser.add_argument("--tool", default=os.path.join(os.environ.get("ATHANOR_SHARED", ""), "tools", "sounddiff.py"))
    parser.add_argument("--binary", default="build/athanor")
    parser.add_argument("--parallel", type=int, default=2)
    parser.add_argument("--only", default="", help="a pattern that the names have to contain")
    args = parser.parse_args()
    tool = score.load_tool(args.tool)
    work = []
    for folder in args.folders:
        table = next((t for t in score.GAINS if os.path.exists(os.path.join(folder, t))), None)
        if table is None:
            sys.exit(f"{folder} has no table of notes: probes.tsv or presets.tsv.")
        with open(os.path.join(folder, table), newline="") as rows:
            work += [(folder, row) for row in csv.DictReader(rows, delimiter="\t") if re.search(args.only, row["name"])]
    with ThreadPoolExecutor(args.parallel) as pool:
        results = list(pool.map(lambda w: compare(*w, args, tool), work))
    bad = [r for r in results if "error" in r]
    good = [r for r in results if "error" not in r]
    beyond = {r["name"]: r["ours"]["mel_db"] - r["self"]["mel_db"] for r in good}
    print(f"{len(good)} presets exported and rendered by Vital: {sum(r['same'] for r in good)} the same samples")
    print(f"mel_db beyond the original's own: median {score.median(list(beyond.values())):.3f}, worst {max(beyond.values(), default=0):.3f}")
    for r in bad:
        print(f"{r['name']}: {r['error']}")
    for name, distance in sorted(beyond.items(), key=lambda item: -item[1]):
        if distance > NOT_NAMED:
            print(f"{distance:7.3f} {name}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
