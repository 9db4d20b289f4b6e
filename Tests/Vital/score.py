#!/usr/bin/python3
"""How near the synth comes to Vital, measured on a folder of presets that Vital has rendered.

    score.py FOLDER... [--tool sounddiff.py] [--binary build/athanor] [--parallel 2] [--only REGEX] [--out DIR] [--worst 20]

A FOLDER holds presets (.vital), what Vital made of them (.flac) and a table, probes.tsv or presets.tsv, that gives the notes,
the tempo and the length of each. Prints the table of what is to be reached and what is, then the same by family, then the
worst. --out keeps the rendered files. Needs python3-numpy and sox.
"""
import argparse, csv, importlib.util, json, os, re, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

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
    result = {"name": name, "table": table, "family": family(name, table), "row": row}
    if done.returncode != 0:
        result["error"] = (done.stderr.strip() or f"status {done.returncode}").splitlines()[-1]
        return result
    result.update(json.loads(done.stdout))
    result.update(tool.distance(tool.load(os.path.join(folder, name + ".flac"), GAINS[table]), tool.load(out)))
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
    cost = [r["cpuSeconds"] / float(r["row"]["seconds"]) / float(r["row"]["vital_cpu_per_second"]) for r in results]
    line("presets: CPU against Vital's as the table has it, median", "<= 0.33", f"{median(cost):.3f}")


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
    print("| What | Bar | Reached |\n|---|---|---|")
    for table, show in (("probes.tsv", probes_table), ("presets.tsv", presets_table)):
        rows = [r for r in good if r["table"] == table]
        if rows:
            show(rows)
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
