#!/usr/bin/env python3
"""Writes the demo songs beside this file: Ember, Glasshouse and Night Train. Python 3 alone is enough.

Each song is composed here as plain data (instruments as patches, patterns as text); ids come from names, so that the
same script always writes the same bytes. Run it again after a change:  python3 Templates/make_songs.py
"""
import hashlib
import json
import os

BEAT = 369_008_640
HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = ["C-", "C#", "D-", "D#", "E-", "F-", "F#", "G-", "G#", "A-", "A#", "B-"]


def ident(*parts):
    return hashlib.sha256("/".join(map(str, parts)).encode()).hexdigest()[:16]


class Graph:
    """A patch: add() nodes, wire() them, spread out from left to right as they come."""

    def __init__(self, *name):
        self.name, self.nodes, self.cables, self.keys = name, {}, {}, {}

    def add(self, key, kind, **knobs):
        node = {"type": kind}  # without a place: whoever opens the song tidies the patch
        if knobs:
            node["knobs"] = {k: float(v) for k, v in knobs.items()}
        self.keys[key] = ident(*self.name, "node", key)
        self.nodes[self.keys[key]] = node
        return self

    def wire(self, source, target, amount=1.0):
        a, out = source.split(".")
        b, into = target.split(".")
        cable = {"from": self.keys[a], "output": out, "to": self.keys[b], "input": into}
        if amount != 1.0:
            cable["amount"] = amount
        self.cables[ident(*self.name, "cable", source, target)] = cable
        return self

    def value(self):
        return {"nodes": self.nodes, "cables": self.cables}


class Song:
    def __init__(self, title, bpm, notes):
        self.title = title
        self.project = {"title": title, "artist": "Athanor", "notes": notes, "seed": 7, "tempo": {"0": {"bpm": float(bpm)}},
                        "tracks": {}, "instruments": {}, "clips": {}, "patterns": {}, "sequence": {}}
        self.numbers = 0

    def patch(self, name):
        return Graph(self.title, name)

    def instrument(self, name, graph, polyphony=16, macros=None, **more):
        self.numbers += 1
        value = {"name": name, "graph": graph.value(), **more}
        if self.numbers != 1:
            value["number"] = self.numbers
        if polyphony != 16:
            value["polyphony"] = polyphony
        if macros:
            value["macros"] = {str(i + 1): {"name": label, "value": at, "targets": {graph.keys[t.split(".")[0]] + "/" + t.split(".")[1]: {"low": low, "high": high}}}
                               for i, (label, at, t, low, high) in enumerate(macros)}
        self.project["instruments"][ident(self.title, name)] = value

    def track(self, name, instrument=None, kind=None, volume=0.0, panning=0.0, graph=None, sends=None, columns=1, parent=None):
        value = {"name": name, "order": float(len(self.project["tracks"])), "colour": len(self.project["tracks"])}
        if kind:
            value["kind"] = kind
        if instrument:
            value["instrument"] = ident(self.title, instrument)
        if volume:
            value["volume"] = float(volume)
        if panning:
            value["panning"] = float(panning)
        if graph:
            value["graph"] = graph.value()
        if sends:
            value["sends"] = {ident(self.title, "track", to): {"level": float(level)} for to, level in sends.items()}
        if columns > 1:
            value["noteColumns"] = columns
        if parent:
            value["parent"] = ident(self.title, "track", parent)
        self.project["tracks"][ident(self.title, "track", name)] = value

    def clip(self, name, instrument, lines, cells, per_beat=4, effects=None, groove=0.0, automation=None):
        """cells: (line, column, key, volume); key as MIDI number or "OFF"."""
        number = ident(self.title, instrument)
        notes = {}
        for line, column, key, volume in cells:
            text = "OFF" if key == "OFF" else NAMES[key % 12] + str(key // 12 - 1)
            level = ".." if volume is None or key == "OFF" else "%02X" % max(1, min(128, volume))
            notes["%d.%d" % (line, column)] = text + " " + ("." * 16 if key == "OFF" else number) + " " + level + " .. .."
        value = {"name": name, "notes": notes}
        if lines != 64:
            value["lines"] = lines
        if per_beat != 4:
            value["linesPerBeat"] = per_beat
        if effects:
            value["effects"] = {"%d.%d" % (line, 0): text for line, text in effects}
        if groove:
            value["groove"] = groove
        if automation:
            value["automation"] = {address: {"points": {str(int(beat * BEAT)): ({"value": v} if v else {}) for beat, v in points}} for address, points in automation.items()}
        self.project["clips"][ident(self.title, "clip", name)] = value

    def knob(self, track, graph, target):
        node, port = target.split(".")
        return "track/" + ident(self.title, "track", track) + "/node/" + graph.keys[node] + "/" + port

    def pattern(self, name, beats, **clips):
        value = {"name": name, "clips": {ident(self.title, "track", track.replace("_", " ")): ident(self.title, "clip", clip) for track, clip in clips.items()}}
        if beats != 16:
            value["length"] = beats * BEAT
        self.project["patterns"][ident(self.title, "pattern", name)] = value

    def play(self, *steps):
        for i, (section, pattern) in enumerate(steps):
            slot = {"pattern": ident(self.title, "pattern", pattern)}
            if i:
                slot["order"] = float(i)
            if section:
                slot["section"] = section
            self.project["sequence"][ident(self.title, "slot", i)] = slot

    def write(self):
        folder = os.path.join(HERE, self.title.replace(" ", "") + ".athanor")
        os.makedirs(folder, exist_ok=True)
        text = {"athanor": {"schema": 1}, **self.project}
        with open(os.path.join(folder, "project.json"), "w", encoding="utf-8") as file:
            json.dump(text, file, indent=1, sort_keys=True, ensure_ascii=False)
            file.write("\n")


# --- Patches that the songs share -------------------------------------------------------------------------------------

def kick(song, name="Kick", decay=0.42, drop=0.34):
    g = song.patch(name)
    g.add("body", "source.analogue", shape=0, restart=1, octave=-1).add("bend", "env.decay", decay=0.16).add("amp", "amp")
    g.add("level", "env.decay", decay=decay).add("click", "source.noise", level=0.25).add("tick", "env.decay", decay=0.02)
    g.add("tap", "amp").add("warm", "filter.svf", cutoff=7000).add("out", "voice.out", level=-1)
    g.wire("bend.out", "body.semitone", drop * 1.4).wire("body.out", "amp.in").wire("level.out", "amp.level").wire("click.out", "tap.in")
    g.wire("tick.out", "tap.level").wire("amp.out", "warm.in").wire("tap.out", "warm.in").wire("warm.out", "out.in")
    song.instrument(name, g, polyphony=2)


def snare(song, name="Snare", tone=1800, decay=0.24):
    g = song.patch(name)
    g.add("noise", "source.noise").add("shape", "filter.svf", cutoff=tone, resonance=0.25, mode=1).add("rattle", "env.decay", decay=decay)
    g.add("wires", "amp", gain=5).add("skin", "source.analogue", shape=0.6, restart=1).add("drop", "env.decay", decay=0.09)
    g.add("thud", "env.decay", decay=0.18).add("drum", "amp", gain=-5).add("out", "voice.out", level=-4)
    g.wire("noise.out", "shape.in").wire("shape.out", "wires.in").wire("rattle.out", "wires.level").wire("drop.out", "skin.semitone", 0.2)
    g.wire("skin.out", "drum.in").wire("thud.out", "drum.level").wire("wires.out", "out.in").wire("drum.out", "out.in")
    song.instrument(name, g, polyphony=2)


def hat(song, name="Hat", decay=0.07, cutoff=8200):
    g = song.patch(name)
    g.add("noise", "source.noise").add("high", "filter.svf", cutoff=cutoff, mode=2, resonance=0.3).add("level", "env.decay", decay=decay, touch=0.5)
    g.add("amp", "amp").add("out", "voice.out", level=-11, spread=0.25)
    g.wire("noise.out", "high.in").wire("high.out", "amp.in").wire("level.out", "amp.level").wire("amp.out", "out.in")
    song.instrument(name, g, polyphony=3)


def bass(song, name="Bass", cutoff=260, sweep=0.42, resonance=0.3, drive=6, decay=0.5):
    g = song.patch(name)
    g.add("saw", "source.analogue", shape=2.3, width=0.4).add("sub", "source.analogue", shape=0, octave=-1).add("filter", "filter.ladder", cutoff=cutoff, resonance=resonance, drive=drive, keys=0.4)
    g.add("sweep", "env.adsr", attack=0.002, decay=decay, sustain=0.15, release=0.15).add("level", "env.adsr", attack=0.003, decay=1.2, sustain=0.7, release=0.12)
    g.add("amp", "amp").add("low", "mix.gain", level=-5).add("out", "voice.out", level=-5)
    g.wire("saw.out", "filter.in").wire("sub.out", "low.in").wire("low.out", "filter.in").wire("sweep.out", "filter.cutoff", sweep)
    g.wire("filter.out", "amp.in").wire("level.out", "amp.level").wire("amp.out", "out.in")
    song.instrument(name, g, polyphony=2, macros=[("Open", 0.3, "filter.cutoff", 0.15, 0.75), ("Bite", 0.3, "filter.resonance", 0.0, 0.85)])


def pad(song, name="Pad", cutoff=900, attack=0.9, release=2.2):
    g = song.patch(name)
    g.add("saws", "source.supersaw", detune=0.24, mix=0.6).add("left", "filter.svf", cutoff=cutoff, resonance=0.15).add("right", "filter.svf", cutoff=cutoff, resonance=0.15)
    g.add("drift", "lfo", rate=0.13, start=0).add("level", "env.adsr", attack=attack, decay=2, sustain=0.8, release=release).add("amp", "amp").add("out", "voice.out", level=-13)
    g.wire("saws.left", "left.in").wire("saws.right", "right.in").wire("drift.out", "left.cutoff", 0.09).wire("drift.out", "right.cutoff", 0.07)
    g.wire("level.out", "left.cutoff", 0.14).wire("level.out", "right.cutoff", 0.14).wire("left.out", "amp.in").wire("right.out", "amp.in2")
    g.wire("level.out", "amp.level").wire("amp.out", "out.left").wire("amp.out2", "out.right")
    song.instrument(name, g, macros=[("Open", 0.45, "left.cutoff", 0.2, 0.85)])


def keys(song, name="Keys", decay=1.6, depth=2.2, ratio=1.0, level=-9):
    g = song.patch(name)
    g.add("tine", "source.fm", ratio=ratio * 14 if ratio == 1 else ratio, level=0.24).add("bright", "env.decay", decay=decay * 0.35).add("shine", "amp")
    g.add("tone", "source.fm", ratio=1, depth=depth).add("level", "env.adsr", attack=0.002, decay=decay * 2, sustain=0, release=0.5).add("amp", "amp")
    g.add("out", "voice.out", level=level, spread=0.35)
    g.wire("tine.out", "shine.in").wire("bright.out", "shine.level").wire("shine.out", "tone.in").wire("tone.out", "amp.in").wire("level.out", "amp.level").wire("amp.out", "out.in")
    song.instrument(name, g)


def lead(song, name="Lead", cutoff=1500, glide=0.06):
    g = song.patch(name)
    g.add("wave", "source.analogue", shape=2.6, width=0.35).add("other", "source.analogue", shape=2, fine=9).add("vibrato", "lfo", rate=5.1, fade=0.5, start=1, level=0.5)
    g.add("filter", "filter.ladder", cutoff=cutoff, resonance=0.32, drive=4).add("sweep", "env.adsr", attack=0.02, decay=0.6, sustain=0.4, release=0.4)
    g.add("level", "env.adsr", attack=0.012, decay=0.8, sustain=0.75, release=0.35).add("amp", "amp").add("out", "voice.out", level=-10)
    g.wire("vibrato.out", "wave.fine", 0.06).wire("vibrato.out", "other.fine", 0.06).wire("wave.out", "filter.in").wire("other.out", "filter.in", 0.7)
    g.wire("sweep.out", "filter.cutoff", 0.2).wire("filter.out", "amp.in").wire("level.out", "amp.level").wire("amp.out", "out.in")
    song.instrument(name, g, polyphony=4, glide=glide)


def pluck(song, name="Pluck", decay=2.2, brightness=0.62, level=-8):
    g = song.patch(name)
    g.add("string", "source.string", decay=decay, brightness=brightness, hardness=0.55, position=0.22).add("level", "env.adsr", attack=0.001, decay=8, sustain=0.6, release=0.5)
    g.add("amp", "amp").add("out", "voice.out", level=level, spread=0.5)
    g.wire("string.out", "amp.in").wire("level.out", "amp.level").wire("amp.out", "out.in")
    song.instrument(name, g)


def bell(song, name="Bell", material=2.6, decay=4.5, level=-10):
    g = song.patch(name)
    g.add("body", "source.modal", material=material, decay=decay, damping=0.35, brightness=0.55, hardness=0.5).add("level", "env.adsr", attack=0.001, decay=12, sustain=0.7, release=1.6)
    g.add("amp", "amp").add("out", "voice.out", level=level, spread=0.7)
    g.wire("body.out", "amp.in").wire("level.out", "amp.level").wire("amp.out", "out.in")
    song.instrument(name, g)


def chain(song, name, *devices):
    """devices: (key, type, knobs) from track.in to track.out."""
    g = song.patch(name)
    g.add("in", "track.in")
    last = "in.out"
    for key, kind, knobs in devices:
        g.add(key, kind, **knobs)
        g.wire(last, key + ".in")
        last = key + ".out"
    g.add("out", "track.out")
    g.wire(last, "out.in")
    return g


def desk(song, room=3.2, size=0.6, echo_sync=None, glue=-16, drive=2.0):
    """The two sends and the master that every song ends with."""
    song.track("Room", kind="send", volume=-2, graph=chain(song, "room", ("reverb", "effect.reverb", dict(decay=room, size=size, mix=1, predelay=0.02, damping=0.5, lowCut=180))))
    delay = dict(mix=1, feedback=0.42, highCut=4200, lowCut=240, mode=1)
    song.track("Echo", kind="send", volume=-3, graph=chain(song, "echo", ("delay", "effect.delay", {**delay, **({"sync": echo_sync} if echo_sync is not None else {"time": 0.33})})))
    song.track("Master", kind="master", graph=chain(song, "master", ("glue", "effect.compressor", dict(threshold=glue, ratio=2, attack=0.02, release=0.18, makeup=1.5)),
                                                    ("tone", "effect.eq", dict(lowCut=24, highFrequency=9000, highGain=1.2)), ("limiter", "effect.limiter", dict(drive=drive, ceiling=-1))))


# --- Ember: slow, warm, F minor, 92 beats a minute ------------------------------------------------------------------------

def ember():
    s = Song("Ember", 92, "Slow and warm, in F minor: a tour of the pattern editor. Made with Athanor's own modules.")
    kick(s), snare(s, decay=0.3, tone=1500), hat(s), bass(s), keys(s), pad(s), lead(s), pluck(s)
    rooms = lambda room, echo=None: {"Room": room, **({"Echo": echo} if echo is not None else {})}
    s.track("Kick", "Kick", volume=-2)
    s.track("Snare", "Snare", volume=-6, sends=rooms(-14))
    s.track("Hats", "Hat", volume=-8, panning=0.15, sends=rooms(-22))
    s.track("Bass", "Bass", volume=-4, graph=chain(s, "bass", ("eq", "effect.eq", dict(lowCut=35, frequency1=260, gain1=-2.5))))
    s.track("Keys", "Keys", volume=-7, columns=4, graph=chain(s, "keys", ("chorus", "effect.chorus", dict(depth=0.35, mix=0.4))), sends=rooms(-11, -16))
    s.track("Pad", "Pad", volume=-11, columns=4, sends=rooms(-8))
    s.track("Lead", "Lead", volume=-10, sends=rooms(-9, -9))
    s.track("Pluck", "Pluck", volume=-9, panning=-0.25, sends=rooms(-10, -12))
    desk(s, room=3.4, drive=6.0)

    chords = [(53, 60, 63, 68), (49, 56, 60, 65), (51, 58, 63, 67), (48, 55, 58, 64)]  # Fm7 Db Eb C7
    roots = [41, 37, 39, 36]

    four = [(l, 0, 36, 118 if l % 16 == 0 else 104) for l in (0, 10, 16, 26, 32, 42, 48, 55, 58)]
    s.clip("kick", "Kick", 64, four)
    s.clip("kick sparse", "Kick", 64, [(l, 0, 36, 110) for l in (0, 26, 32, 58)])
    s.clip("snare", "Snare", 32, [(8, 0, 60, 112), (24, 0, 60, 118), (31, 0, 60, 40)])
    s.clip("hats", "Hat", 16, [(l, 0, 60, 96 if l % 4 == 2 else 56 if l % 2 == 0 else 34) for l in range(16)], groove=0.28)
    s.clip("hats open", "Hat", 16, [(l, 0, 60, 90 if l % 4 == 2 else 48) for l in range(0, 16, 2)], groove=0.28)

    line = []
    for bar, root in enumerate(roots):
        at = bar * 16
        line += [(at, 0, root, 112), (at + 5, 0, "OFF", None), (at + 6, 0, root, 84), (at + 9, 0, "OFF", None), (at + 10, 0, root + 12, 92), (at + 12, 0, root + 7, 96), (at + 14, 0, root + 10, 80)]
    s.clip("bass", "Bass", 64, line)
    s.clip("bass long", "Bass", 64, [(bar * 16, 0, root, 104) for bar, root in enumerate(roots)])

    comp = []
    for bar, chord in enumerate(chords):
        for offset, vol in ((0, 84), (6, 62), (11, 72)):
            comp += [(bar * 16 + offset, c, key, vol - 5 * c) for c, key in enumerate(chord)]
        comp += [(bar * 16 + 9, c, "OFF", None) for c in range(4)]
    s.clip("keys", "Keys", 64, comp, groove=0.2)
    s.clip("pad", "Pad", 64, [(bar * 16, c, key, 90) for bar, chord in enumerate(chords) for c, key in enumerate(chord)])

    tune = [(0, 72), (6, 75), (8, 77), (14, 75), (16, 72), (20, 68), (24, 70), (28, 72), (32, 75), (38, 79), (40, 77), (44, 75), (48, 76), (52, 79), (56, 72), (60, "OFF")]
    s.clip("lead", "Lead", 64, [(l, 0, k, 88) for l, k in tune], effects=[(14, "0G30"), (40, "0G20"), (52, "0V46")])
    answer = [(4, 80), (7, 79), (10, 77), (20, 77), (22, 75), (26, 72), (36, 75), (39, 77), (42, 79), (52, 76), (54, 79), (56, 82), (58, 84)]
    s.clip("pluck", "Pluck", 64, [(l, 0, k, 70) for l, k in answer])
    s.clip("pluck three", "Pluck", 24, [(l, 0, k, 56 + 6 * (i % 2)) for i, (l, k) in enumerate(zip(range(0, 24, 3), (65, 68, 72, 75, 77, 75, 72, 68)))])

    s.pattern("Sparks", 16, Pad="pad", Pluck="pluck three")
    s.pattern("Glow", 16, Pad="pad", Keys="keys", Kick="kick sparse", Hats="hats open", Bass="bass long")
    s.pattern("Flame", 16, Kick="kick", Snare="snare", Hats="hats", Bass="bass", Keys="keys", Pluck="pluck")
    s.pattern("Blaze", 16, Kick="kick", Snare="snare", Hats="hats", Bass="bass", Keys="keys", Pad="pad", Lead="lead", Pluck="pluck three")
    s.pattern("Ash", 16, Pad="pad", Keys="keys", Lead="lead")
    s.play(("Intro", "Sparks"), (None, "Glow"), ("Verse", "Flame"), (None, "Flame"), ("Chorus", "Blaze"), (None, "Blaze"), ("Bridge", "Ash"), ("Chorus", "Blaze"), ("End", "Sparks"))
    s.write()


# --- Glasshouse: bells, strings and air, D major, 68 beats a minute, tracks of different lengths --------------------------------

def glasshouse():
    s = Song("Glasshouse", 68, "Bells and strings in D major; no two tracks are equally long, so it never quite repeats.")
    bell(s), bell(s, "Drop", material=1.0, decay=1.8, level=-9), pad(s, "Air", cutoff=700, attack=2.5, release=4), pluck(s, "Harp", decay=5, brightness=0.5), bass(s, "Deep", cutoff=150, sweep=0.1, resonance=0.1, drive=0, decay=2)
    rooms = lambda room, echo=-14: {"Room": room, "Echo": echo}
    s.track("Bell", "Bell", volume=-8, panning=0.3, sends=rooms(-5))
    s.track("Drops", "Drop", volume=-10, panning=-0.35, sends=rooms(-6, -8))
    s.track("Harp", "Harp", volume=-8, sends=rooms(-6, -12), columns=2)
    s.track("Air", "Air", volume=-9, columns=4, sends=rooms(-4, -60))
    s.track("Deep", "Deep", volume=-9)
    desk(s, room=7.5, size=0.85, glue=-20, drive=11.0)

    s.clip("bell", "Bell", 40, [(l, 0, k, 78) for l, k in ((0, 74), (7, 81), (16, 78), (26, 85), (33, 76))])
    s.clip("bell high", "Bell", 56, [(l, 0, k, 64) for l, k in ((0, 86), (12, 81), (24, 90), (38, 83), (50, 78))])
    s.clip("drops", "Drop", 36, [(l, 0, k, 54 + 9 * (i % 3)) for i, (l, k) in enumerate(((2, 86), (5, 81), (11, 78), (14, 83), (21, 88), (27, 81), (30, 74)))])
    harp = [62, 69, 74, 78, 81, 78, 74, 69, 59, 66, 71, 74, 78, 74, 71, 66, 55, 62, 67, 71, 74, 71, 67, 62, 57, 64, 69, 73, 76, 73, 69, 64]
    s.clip("harp", "Harp", 64, [(2 * i, 0, k, 58 + (14 if i % 8 == 0 else 0)) for i, k in enumerate(harp)])
    s.clip("harp slow", "Harp", 64, [(8 * i, i % 2, k, 66) for i, k in enumerate((62, 74, 59, 71, 55, 67, 57, 73))])
    air = [(62, 69, 73, 78), (59, 66, 69, 74), (55, 62, 66, 71), (57, 64, 71, 73)]
    s.clip("air", "Air", 64, [(16 * bar, c, key, 84) for bar, chord in enumerate(air) for c, key in enumerate(chord)])
    s.clip("deep", "Deep", 64, [(16 * bar, 0, root, 92) for bar, root in enumerate((38, 35, 31, 33))])

    s.pattern("Dew", 16, Bell="bell", Air="air")
    s.pattern("Light", 16, Bell="bell", Drops="drops", Air="air", Harp="harp slow")
    s.pattern("Leaves", 32, Bell="bell high", Drops="drops", Harp="harp", Air="air", Deep="deep")
    s.pattern("Dusk", 16, Harp="harp slow", Air="air", Deep="deep")
    s.play(("Morning", "Dew"), (None, "Light"), ("Noon", "Leaves"), ("Evening", "Dusk"), (None, "Dew"))
    s.write()


# --- Night Train: machines that run, A minor, 126 beats a minute ----------------------------------------------------------------

def night_train():
    s = Song("Night Train", 126, "Machines that run through the night: a filter that opens by automation, a kick that ducks the rest.")
    kick(s, decay=0.36, drop=0.42), snare(s, "Clap", tone=2100, decay=0.2), hat(s, decay=0.05, cutoff=9000), hat(s, "Open hat", decay=0.28, cutoff=7400)
    bass(s, cutoff=190, sweep=0.5, resonance=0.45, drive=10, decay=0.28), keys(s, "Stab", decay=0.5, depth=3.2, ratio=2.0), lead(s, "Arp", cutoff=900), pad(s, "Horizon", cutoff=1100, attack=0.4)
    duck = lambda name, amount: (name, "effect.compressor", dict(listen=1, threshold=-34, ratio=amount, attack=0.002, release=0.16))

    def ducked(track, *devices, ratio=5):
        g = chain(s, track, *devices, duck("duck", ratio))
        g.add("kick", "track.listen")
        g.nodes[g.keys["kick"]]["texts"] = {"track": ident(s.title, "track", "Kick")}
        g.wire("kick.out", "duck.sidechain")
        return g

    rooms = lambda room, echo=-60: {"Room": room, "Echo": echo}
    s.track("Kick", "Kick", volume=-1)
    s.track("Clap", "Clap", volume=-7, sends=rooms(-12))
    s.track("Hats", "Hat", volume=-9, panning=0.1)
    s.track("Open", "Open hat", volume=-13, panning=-0.1, sends=rooms(-18))
    s.track("Bass", "Bass", volume=-4, graph=ducked("bass", ("eq", "effect.eq", dict(lowCut=32)), ratio=6))
    arp = ducked("arp", ("filter", "filter.ladder", dict(cutoff=900, resonance=0.45)), ("bend", "effect.distortion", dict(drive=6, mix=0.35)), ratio=4)
    s.track("Arp", "Arp", volume=-9, graph=arp, sends=rooms(-14, -9))
    s.track("Stabs", "Stab", volume=-9, columns=3, graph=ducked("stabs", ("width", "effect.width", dict(width=1.4)), ratio=4), sends=rooms(-10, -12))
    s.track("Horizon", "Horizon", volume=-12, columns=4, graph=ducked("horizon", ratio=8), sends=rooms(-8))
    desk(s, room=2.2, size=0.5, glue=-15, drive=5.0)

    s.clip("kick", "Kick", 16, [(l, 0, 36, 120) for l in (0, 4, 8, 12)])
    s.clip("clap", "Clap", 16, [(4, 0, 60, 104), (12, 0, 60, 108)])
    s.clip("hats", "Hat", 16, [(l, 0, 60, 92 if l % 4 == 2 else 44) for l in range(16)])
    s.clip("open", "Open hat", 16, [(l, 0, 60, 80) for l in (2, 6, 10, 14)])
    roots = [33, 33, 29, 31]
    rolling = [(bar * 16 + l, 0, root + (12 if l in (3, 11) else 0), 108 if l % 4 == 2 else 86) for bar, root in enumerate(roots) for l in range(16) if l % 4 != 0]
    s.clip("bass", "Bass", 64, rolling)
    chords = [(57, 60, 64), (57, 60, 64), (53, 57, 60), (55, 59, 62)]
    steps = [(bar * 16 + l, 0, chord[(0, 2, 1, 2)[l % 4]] + (12 if l % 8 >= 4 else 0), 96 if l % 4 == 0 else 70) for bar, chord in enumerate(chords) for l in range(16)]
    cutoff = s.knob("Arp", arp, "filter.cutoff")
    s.clip("arp", "Arp", 64, steps, automation={cutoff: [(0, 0.52), (8, 0.62), (16, 0.55)]})
    s.clip("arp opens", "Arp", 64, steps, automation={cutoff: [(0, 0.3), (16, 0.8)]})
    s.clip("stabs", "Stab", 64, [(bar * 16 + l, c, key + 12, 84) for bar, chord in enumerate(chords) for l in (3, 6, 11) for c, key in enumerate(chord)])
    wide = [(57, 64, 71, 76), (57, 64, 69, 72), (53, 60, 69, 72), (55, 62, 71, 74)]
    s.clip("horizon", "Horizon", 64, [(bar * 16, c, key, 88) for bar, chord in enumerate(wide) for c, key in enumerate(chord)])

    s.pattern("Platform", 16, Kick="kick", Hats="hats")
    s.pattern("Departure", 16, Kick="kick", Hats="hats", Bass="bass", Arp="arp opens")
    s.pattern("Rails", 16, Kick="kick", Clap="clap", Hats="hats", Open="open", Bass="bass", Arp="arp")
    s.pattern("Tunnel", 16, Arp="arp opens", Horizon="horizon", Hats="hats")
    s.pattern("City", 16, Kick="kick", Clap="clap", Hats="hats", Open="open", Bass="bass", Arp="arp", Stabs="stabs", Horizon="horizon")
    s.pattern("Arrival", 16, Kick="kick", Horizon="horizon", Stabs="stabs")
    s.play(("Start", "Platform"), (None, "Departure"), ("Run", "Rails"), (None, "Rails"), ("Tunnel", "Tunnel"), ("City", "City"), (None, "City"), (None, "City"), ("End", "Arrival"))
    s.write()


if __name__ == "__main__":
    ember()
    glasshouse()
    night_train()
