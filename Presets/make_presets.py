#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the factory presets beside this file, one folder for each category: python3 Presets/make_presets.py ATHANOR [NAME...]

The sounds are designed in workshop/, one file for each category. ATHANOR is the program: it brings each preset into the form of
our files, plays it the phrase of its category (phrases.tsv) and says how loud that is; the volume is set so that it is -18 LUFS,
a little less where that would clip. Python 3 alone is enough; the same script and program always write the same bytes.
"""
import concurrent.futures
import csv
import importlib
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CATEGORIES = ["bass", "lead", "pad", "keys", "pluck", "bell", "strings", "brass", "drums", "effects", "sequence"]
WANTED, LEAST, HIGHEST_PEAK = -18.0, -19.5, -1.8


def call(athanor, *words):
    done = subprocess.run([athanor, "--json", *words], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit("%s: %s" % (" ".join(words), done.stderr))
    return json.loads(done.stdout)


def canonical(athanor, value, path):
    """Through the program's own reader and writer; it may not have anything to remark."""
    with tempfile.TemporaryDirectory() as folder:
        draft = os.path.join(folder, "draft.json")
        with open(draft, "w", encoding="utf-8") as file:
            json.dump(value, file)
        said = call(athanor, "convert", draft, path)
        if said.get("remarks"):
            raise SystemExit("%s: %s" % (path, said["remarks"]))


def played(athanor, path, phrase):
    with tempfile.TemporaryDirectory() as folder:
        return call(athanor, "render-preset", path, "-o", os.path.join(folder, "a.wav"), "--notes", phrase["notes"], "--seconds", phrase["seconds"])


def make(athanor, recipe, phrases):
    patch = recipe()
    folder = os.path.join(HERE, patch.category)
    path, phrase = os.path.join(folder, patch.name + ".json"), phrases[patch.category]
    os.makedirs(folder, exist_ok=True)
    value, volume, heard = patch.finished(), -6.0, None
    for _ in range(3):
        value["modules"]["voice"]["volume"] = (volume + 80) ** 2
        canonical(athanor, value, path)
        heard = played(athanor, path, phrase)
        off = WANTED - heard["loudness"]
        off -= max(0.0, min(heard["peak"] + off - HIGHEST_PEAK, WANTED - LEAST))
        if abs(off) < .05:
            break
        volume = min(5.9, volume + off)
    notes = [] if abs(heard["loudness"] - WANTED) < 2 and heard["peak"] < -.3 else ["  <-- look at this"]
    return "%-10s %-20s %6.1f LUFS  peak %5.1f  volume %5.1f  %4.0f kB  %4.1f %% CPU%s" % (
        patch.category, patch.name, heard["loudness"], heard["peak"], volume, os.path.getsize(path) / 1000,
        100 * heard["cpuSeconds"] / heard["seconds"], "".join(notes))


def main():
    athanor, names = os.path.abspath(sys.argv[1]), set(sys.argv[2:])
    sys.path.insert(0, HERE)
    with open(os.path.join(HERE, "phrases.tsv"), encoding="utf-8") as file:
        phrases = {row["category"]: row for row in csv.DictReader(file, delimiter="\t")}
    recipes = [r for c in CATEGORIES for r in importlib.import_module("workshop." + c).ALL]
    recipes = [r for r in recipes if not names or r.__name__ in names or r.__module__.split(".")[1] in names]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for line in pool.map(lambda recipe: make(athanor, recipe, phrases), recipes):
            print(line, flush=True)


if __name__ == "__main__":
    main()
