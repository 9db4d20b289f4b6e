#!/usr/bin/python3
"""How near the synth comes to Vital, measured on a folder of presets that Vital has rendered.

    score.py FOLDER... [--tool sounddiff.py] [--binary build/athanor] [--parallel 2] [--only REGEX] [--out DIR] [--worst 20]

A FOLDER holds presets (.vital), what Vital made of them (.flac) and a table, probes.tsv or presets.tsv, that gives the notes,
the tempo and the length of each. Prints the table of what is to be reached and what is, then the same by family, then the
worst. --out keeps the rendered files. Needs python3-numpy and sox.

--referee names a program that renders with Vital itself, so that both are timed side by side on one machine, in turns: called as
REFEREE PRESET OUTFILE NOTES BPM SECONDS it prints JSON with cpuSeconds (without the settling) and loadSeconds; - writes nothing.
"""
import argparse, csv, datetime, importlib.util, json, os, re, struct, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

import numpy

GAINS = {"probes.tsv": 2.0, "presets.tsv": 2.5}  # What the references were turned down by when they were stored.
CHANCE = re.compile(r"unison|random|morph_(8|9|10|11)|chorus_none")  # Probes in whose sound chance has a part.


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def median(values):
    return percentile(values, 0.5)


def load_tool(path):
    spec = importlib.util.spec_from_file_location("sounddiff", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_wave(path):
    """A WAV of floats as it is: sox would clip what is beyond full scale."""
    with open(path, "rb") as f:
        data = f.read()
    at = 12
    while at + 8 <= len(data):
        name, size = struct.unpack("<4sI", data[at:at + 8])
        if name == b"data":
            return numpy.frombuffer(data[at + 8:at + 8 + size], "<f4").reshape(-1, 2).astype(float)
        at += 8 + size + size % 2
    raise ValueError(f"{path} has no samples")


def family(name, table):
    if table == "presets.tsv":
        return "presets"
    return re.match(r"[a-z]+(_\d+(?=_)|_[a-z]+)?", name).group(0)


def measure(folder, table, row, args, tool, scratch):
    name = row["name"]
    out = os.path.join(args.out or scratch, name + ".wav")
    command = [args.binary, "--json", "render-preset", os.path.join(folder, name + ".vital"), "-o", out, "--notes", row["notes"],
               "--bpm", row["bpm"], "--seconds", row["seconds"]]
    done = subprocess.run(command, capture_output=True, text=True)
    result = {"name": name, "folder": folder, "table": table, "family": family(name, table), "row": row}
    if done.returncode != 0:
        result["error"] = (done.stderr.strip() or f"status {done.returncode}").splitlines()[-1]
        return result
    result.update(json.loads(done.stdout))
    result.update(tool.distance(tool.load(os.path.join(folder, name + ".flac"), GAINS[table]), load_wave(out)))
    if not args.out:
        os.unlink(out)
    return result


def line(what, bar, figure):
    print(f"| {what} | {bar} | {figure} |")


def probes_table(results):
    mel = [r["mel_db"] for r in results]
    level = sum(abs(r["level_db"]) <= 0.5 for r in results) / len(results)
    sure = [r for r in results if not CHANCE.search(r["name"])]
    null = sum(r["null_db"] <= -30 for r in sure) / max(1, len(sure))
    line(f"{len(results)} probes: mel_db median", "<= 0.3", f"{median(mel):.3f}")
    line("probes: mel_db 95th percentile", "<= 1.5", f"{percentile(mel, 0.95):.3f}")
    line("probes: mel_db worst", "<= 4", f"{max(mel):.2f}")
    line("probes: level within 0.5 dB", ">= 95 %", f"{100 * level:.1f} %")
    line(f"{len(sure)} deterministic probes: null_db <= -30", ">= 50 %", f"{100 * null:.1f} %")


def presets_table(results):
    beyond = [r["mel_db"] - float(r["row"]["self_mel_db"]) for r in results]
    line(f"{len(results)} presets: mel_db - self_mel_db median", "<= 1.0", f"{median(beyond):.3f}")
    line("presets: mel_db - self_mel_db 90th percentile", "<= 3.0", f"{percentile(beyond, 0.9):.3f}")


def sixteen_keys(settings):
    """A preset that is init but for these settings, and the notes to play it with."""
    settings = {"polyphony": 32, "sample": {"length": 1, "sample_rate": 44100, "samples": "AAA="}, **settings}
    return {"synth_version": "1.0.6", "settings": settings}, ",".join(f"{40 + 2 * i}@0+3:100" for i in range(16))


def cost_of(command, own):
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout if own else done.stdout.strip().splitlines()[-1])


def cost_ratio(preset, notes, bpm, seconds, args, scratch):
    """How much of Vital's time is ours: both rendered twice in turns, the faster counts."""
    out = os.path.join(scratch, "cost.wav")
    ours, theirs = [], []
    for _ in range(2):
        theirs.append(cost_of([args.referee, preset, "-", notes, bpm, seconds], False))
        ours.append(cost_of([args.binary, "--json", "render-preset", preset, "-o", out, "--notes", notes, "--bpm", bpm, "--seconds", seconds], True))
    best = lambda runs, what: min(r[what] for r in runs)
    return best(ours, "cpuSeconds") / best(theirs, "cpuSeconds"), best(ours, "loadSeconds"), best(theirs, "loadSeconds")


def cost_table(presets, args, scratch):
    three = {f"osc_{i}_{what}": value for i in (1, 2, 3) for what, value in (("on", 1), ("unison_voices", 16), ("level", 0.3))}
    for what, settings in (("init, 16 voices", {}), ("3 oscillators x 16 unison x 16 voices", three)):
        preset, notes = sixteen_keys(settings)
        path = os.path.join(scratch, "cost.vital")
        with open(path, "w") as f:
            json.dump(preset, f)
        line(f"CPU against Vital: {what}", "<= 0.33", f"{cost_ratio(path, notes, '120', '2', args, scratch)[0]:.3f}")
    runs = [cost_ratio(os.path.join(r["folder"], r["name"] + ".vital"), r["row"]["notes"], r["row"]["bpm"], r["row"]["seconds"], args, scratch) for r in presets]
    if runs:
        line(f"CPU against Vital: {len(runs)} presets, median", "<= 0.33", f"{median([r[0] for r in runs]):.3f}")
        line("load of a preset, median", "<= 10 ms", f"{1000 * median([r[1] for r in runs]):.1f} ms (Vital: {1000 * median([r[2] for r in runs]):.0f})")


def by_family(results):
    families = {}
    for r in results:
        families.setdefault(r["family"], []).append(r)
    print("\n| Family | n | mel_db median | worst | level off | null <= -30 |\n|---|---|---|---|---|---|")
    for name, rows in sorted(families.items(), key=lambda item: -max(r["mel_db"] for r in item[1])):
        mel = [r["mel_db"] for r in rows]
        off = sum(abs(r["level_db"]) > 0.5 for r in rows)
        null = sum(r["null_db"] <= -30 for r in rows)
        print(f"| {name} | {len(rows)} | {median(mel):.3f} | {max(mel):.2f} | {off} | {null} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    shared = os.environ.get("ATHANOR_SHARED", "")
    parser.add_argument("--tool", default=os.path.join(shared, "tools", "sounddiff.py"))
    parser.add_argument("--binary", default="build/athanor")
    parser.add_argument("--parallel", type=int, default=2)
    parser.add_argument("--only", default="", help="a pattern that the names have to contain")
    parser.add_argument("--out", default="")
    parser.add_argument("--worst", type=int, default=20)
    parser.add_argument("--referee", default="", help="a program that renders with Vital")
    parser.add_argument("--json", default="", help="keep all figures in this file")
    args = parser.parse_args()
    tool = load_tool(args.tool)
    work = []
    for folder in args.folders:
        table = next((t for t in GAINS if os.path.exists(os.path.join(folder, t))), None)
        if table is None:
            sys.exit(f"{folder} has no table of notes: probes.tsv or presets.tsv.")
        with open(os.path.join(folder, table), newline="") as rows:
            work += [(folder, table, row) for row in csv.DictReader(rows, delimiter="\t") if re.search(args.only, row["name"])]
    if args.out:
        os.makedirs(args.out, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(args.parallel) as pool:
        results = list(pool.map(lambda w: measure(*w, args, tool, scratch), work))
    good = [r for r in results if "error" not in r]
    for r in results:
        if "error" in r:
            print(f"{r['name']}: {r['error']}")
    if not good:
        return 1
    print(f"{datetime.date.today()}\n\n| What | Bar | Reached |\n|---|---|---|")
    for table, show in (("probes.tsv", probes_table), ("presets.tsv", presets_table)):
        rows = [r for r in good if r["table"] == table]
        if rows:
            show(rows)
    if args.referee:
        with tempfile.TemporaryDirectory() as scratch:
            cost_table([r for r in good if r["table"] == "presets.tsv"], args, scratch)
    else:
        line("load, median", "<= 10 ms", f"{1000 * median([r['loadSeconds'] for r in good]):.1f} ms")
    by_family(good)
    print("\nWorst:")
    for r in sorted(good, key=lambda r: -r["mel_db"])[:args.worst]:
        print(f"{r['mel_db']:7.3f} mel  {r['level_db']:7.2f} level  {r['null_db']:7.1f} null  {r['env_corr']:6.3f} env  {r['name']}")
    if args.json:
        with open(args.json, "w") as f:
            json.dump(results, f)
    return 0 if len(good) == len(results) else 1


if __name__ == "__main__":
    sys.exit(main())
