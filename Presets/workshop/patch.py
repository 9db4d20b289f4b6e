# SPDX-License-Identifier: GPL-3.0-or-later
"""What a factory preset is written with: controls in the numbers that the preset format stores, times in seconds."""
import math
import os
import re

from . import waves

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Source/Patch/ControlTable.inc")
EFFECTS = ["chorus", "compressor", "delay", "distortion", "eq", "filter_fx", "flanger", "phaser", "reverb"]
CHAIN = ["distortion", "filter_fx", "phaser", "flanger", "chorus", "eq", "compressor", "delay", "reverb"]
MODELS = ["analog", "dirty", "ladder", "digital", "diode", "formant", "comb", "phaser"]
WARPS = ["none", "sync", "formant", "quantize", "bend", "squeeze", "pulse", "fm a", "fm b", "fm sample", "rm a", "rm b", "rm sample"]
MORPHS = ["none", "vocode", "formant scale", "stretch", "inharmonic", "smear", "random", "low pass", "high pass", "disperse", "shepard", "skew"]
STACKS = ["unison", "drop 12", "drop 24", "octave", "2 octaves", "power", "2 powers", "major", "minor", "harmonics", "odd"]
TEMPOS = ["freeze", "32/1", "16/1", "8/1", "4/1", "2/1", "1/1", "1/2", "1/4", "1/8", "1/16", "1/32", "1/64"]
SHAPERS = ["soft clip", "hard clip", "linear fold", "sine fold", "bit crush", "down sample"]
ROLES = ["brightness", "movement", "space", "bite", "body", "width", "attack", "release"]
SHAPES = {
    "sine": waves.line([(0, 0), (.5, 1), (1, 0)], smooth=True, name="Sine"),
    "triangle": waves.line([(0, 0), (.5, 1), (1, 0)], name="Triangle"),
    "saw down": waves.line([(0, 1), (1, 0)], name="Saw Down"),
    "saw up": waves.line([(0, 0), (1, 1)], name="Saw Up"),
    "square": waves.line([(0, 1), (.5, 1), (.5, 0), (1, 0)], name="Square"),
    "pulse": waves.line([(0, 1), (.2, 1), (.2, 0), (1, 0)], name="Pulse"),
    "bounce": waves.line([(0, 1), (1, 0)], powers=[-4, 0], name="Bounce"),
}


def read_ranges():
    """Least, greatest and first number of every control, from the one table of them."""
    ranges = {}
    with open(TABLE, encoding="utf-8") as file:
        for found in re.finditer(r"X \(([\w#]+), ([-\d.]+), ([-\d.]+), ([-\w.]+)", file.read()):
            name, least, greatest, first = found.groups()
            first = float(first) if re.match(r"-?\d", first) else 0.0
            for n in ["1", "2", "3", "4", "5", "6", "7", "8", "fx"] if "##" in name else [""]:
                ranges[name.replace("##n##", n).replace("##n", n)] = (float(least), float(greatest), first)
    for n in range(1, 65):
        for part in ("amount", "power", "bipolar", "stereo", "bypass"):
            ranges["modulation_%d_%s" % (n, part)] = ranges["modulation_1_" + part]
    ranges["osc_1_on"], ranges["osc_2_destination"], ranges["osc_3_destination"] = (0, 1, 1), (0, 14, 1), (0, 14, 3)
    return ranges


RANGES = read_ranges()


def seconds(t):
    return max(0.0, t) ** .25


def steps(heights, glide=.02, name="Steps"):
    """A row of levels from 0 to 1, each held, with a short way to the next."""
    count, points = len(heights), []
    for i, height in enumerate(heights):
        points += [(i / count + (glide / count if i else 0), height), ((i + 1) / count, height)]
    return waves.line(points, name=name)


class Patch:
    def __init__(self, category, style, name, tags, about, macros):
        self.category, self.style, self.name, self.tags, self.about = category, style, name, tags.split(), about
        self.macro_names = macros.split()
        self.values, self.slots, self.moves, self.roles = {}, [], [], {}
        self.lfos, self.tables, self.sample = [SHAPES["triangle"]] * 8, [waves.saw() for _ in range(3)], waves.silence()
        self.order(*CHAIN)
        self.set(velocity_track=.4)

    # One control or many.
    def get(self, control):
        return self.values.get(control, RANGES[control][2])

    def set(self, **controls):
        for name, value in controls.items():
            least, greatest, _ = RANGES[name]
            if not least <= value <= greatest:
                raise ValueError("%s: %s = %r is not within %r and %r" % (self.name, name, value, least, greatest))
            self.values[name] = value
        return self

    def order(self, *effects):
        order, code = [EFFECTS.index(e) for e in effects], 0
        for i in range(1, 9):
            code = code * (i + 1) + sum(order[j] < order[i] for j in range(i))
        return self.set(effect_chain_order=code)

    # The parts of a voice.
    def osc(self, n, table, level=.7, voices=1, detune=None, warp=None, morph=None, stack=None, to=None, **more):
        k = "osc_%d_" % n
        self.tables[n - 1] = table
        self.set(**{k + "on": 1, k + "level": level, k + "unison_voices": voices})
        if detune is not None:
            self.set(**{k + "unison_detune": detune})
        if warp:
            self.set(**{k + "distortion_type": WARPS.index(warp[0]), k + "distortion_amount": warp[1]})
        if morph:
            self.set(**{k + "spectral_morph_type": MORPHS.index(morph[0]), k + "spectral_morph_amount": morph[1]})
        if stack:
            self.set(**{k + "stack_style": STACKS.index(stack)})
        self.set(**{k + "destination": {"1": 0, "2": 1, "both": 2, "effects": 3, "out": 4}[to or "1"]})
        return self.set(**{k + name: value for name, value in more.items()})

    def noise(self, level, colour=0.0, length=.5, to="1", **more):
        self.sample = waves.noise(length, 3, colour)
        self.set(sample_on=1, sample_level=level, sample_random_phase=1, sample_destination={"1": 0, "2": 1, "both": 2, "effects": 3, "out": 4}[to])
        return self.set(**{"sample_" + name: value for name, value in more.items()})

    def filter(self, n, model, cutoff, resonance=.2, style=0, **more):
        k = "filter_%s_" % n
        self.set(**{k + "on": 1, k + "model": MODELS.index(model), k + "cutoff": cutoff, k + "resonance": resonance, k + "style": style})
        return self.set(**{k + name: value for name, value in more.items()})

    def env(self, n, attack, decay, sustain, release, hold=0.0, delay=0.0, **powers):
        k = "env_%d_" % n
        self.set(**{k + "attack": seconds(attack), k + "decay": seconds(decay), k + "sustain": sustain, k + "release": seconds(release)})
        self.set(**{k + "hold": seconds(hold), k + "delay": seconds(delay)})
        return self.set(**{k + name: value for name, value in powers.items()})

    def lfo(self, n, shape="sine", hz=None, tempo=None, mode=0, **more):
        """Mode 0 begins anew with each note, 1 runs with the song, 2 runs once."""
        k = "lfo_%d_" % n
        self.lfos[n - 1] = SHAPES[shape] if isinstance(shape, str) else shape
        if hz is not None:
            self.set(**{k + "sync": 0, k + "frequency": math.log2(hz)})
        else:
            self.set(**{k + "sync": 1, k + "tempo": TEMPOS.index(tempo or "1/4")})
        return self.set(**{k + "sync_type": mode}, **{k + name: value for name, value in more.items()})

    def wander(self, n, hz=None, tempo=None, kind=0, **more):
        """Kind 0 drifts, 1 jumps and holds, 2 walks smoothly, 3 is chaotic."""
        k = "random_%d_" % n
        if hz is not None:
            self.set(**{k + "sync": 0, k + "frequency": math.log2(hz)})
        else:
            self.set(**{k + "sync": 1, k + "tempo": TEMPOS.index(tempo)})
        return self.set(**{k + "style": kind}, **{k + name: value for name, value in more.items()})

    def route(self, source, control, by, two_sided=None, stereo=False, power=0.0, moves=False):
        """`by` in the stored numbers of the control; of a two-sided source from the least to the most. `moves`: it is what the
        macro of movement plays."""
        least, greatest, _ = RANGES[control]
        if two_sided is None:
            two_sided = source.startswith(("lfo", "random_", "stereo", "pitch"))
        slot = {"source": source, "destination": control, "amount": max(-1.0, min(1.0, by / (greatest - least))),
                "bipolar": int(two_sided), "stereo": int(stereo), "power": power, "bypass": 0, "slot": len(self.slots) + 1}
        self.slots.append(slot)
        if moves:
            self.moves.append(slot)
        return self

    def fm(self, n, amount, source="fm a"):
        return self.set(**{"osc_%d_distortion_type" % n: WARPS.index(source), "osc_%d_distortion_amount" % n: amount})

    # Effects; all that is left out keeps what Vital begins with.
    def effect(self, name, **controls):
        self.set(**{name + "_on": 1})
        return self.set(**{name + "_" + control: value for control, value in controls.items()})

    def drive(self, db, kind="soft clip", mix=1.0, **more):
        return self.effect("distortion", drive=db, type=SHAPERS.index(kind), mix=mix, **more)

    def room(self, mix=.25, size=.5, decay=1.0, **more):
        return self.effect("reverb", dry_wet=mix, size=size, decay_time=math.log2(decay), **more)

    def echo(self, mix=.25, tempo="1/8", feedback=.4, style=2, **more):
        return self.effect("delay", dry_wet=mix, tempo=TEMPOS.index(tempo), aux_tempo=TEMPOS.index(tempo), feedback=feedback, style=style, **more)

    def chorus(self, mix=.4, **more):
        return self.effect("chorus", dry_wet=mix, **more)

    def mono(self, glide=.03):
        return self.set(polyphony=1, legato=1, portamento_time=math.log2(glide))

    # The eight knobs.
    def macro(self, role, value, **targets):
        """Each target goes from the first of two numbers to the second; the preset is heard with the knob at `value`."""
        self.roles[role] = (value, targets)
        return self

    def slot_of(self, index):
        return "modulation_%d_amount" % self.slots[index]["slot"]

    def near(self, control, down, up):
        """The range around where a control is, and where it is in it."""
        least, greatest, _ = RANGES[control]
        now = self.get(control)
        low, high = max(least, now - down), min(greatest, now + up)
        return (low, high), (now - low) / (high - low)

    def usual(self, role):
        if role == "brightness":
            span, value = self.near("filter_1_cutoff", 28, 28)
            self.macro(role, value, filter_1_cutoff=span)
        elif role == "movement":
            spans = {}
            for slot in self.moves:
                spans["modulation_%d_amount" % slot["slot"]] = (0.0, max(-1.0, min(1.0, 2 * slot["amount"])))
            self.macro(role, .5, **spans)
        elif role == "space":
            if not self.get("reverb_on"):
                self.room(.0)
            now = self.get("reverb_dry_wet")
            self.macro(role, now / .65, reverb_dry_wet=(0.0, .65))
        elif role == "bite":
            if not self.get("distortion_on"):
                self.drive(0, mix=0)
                self.macro(role, 0, distortion_mix=(0, 1), distortion_drive=(2, 20))
            else:
                span, value = self.near("distortion_drive", 8, 12)
                self.macro(role, value, distortion_drive=span)
        elif role == "body":
            self.effect("eq", low_gain=self.get("eq_low_gain"), low_cutoff=self.values.get("eq_low_cutoff", 54))
            span, value = self.near("eq_low_gain", 10, 8)
            self.macro(role, value, eq_low_gain=span)
        elif role == "width":
            if self.get("chorus_on"):
                self.macro(role, self.get("chorus_dry_wet") / .8, chorus_dry_wet=(0, .8))
            else:
                self.chorus(0.0, voices=2, feedback=.1)
                self.macro(role, 0, chorus_dry_wet=(0, .6))
        elif role == "attack":
            now = self.get("env_1_attack")
            self.macro(role, 0, env_1_attack=(now, min(2.0, now + .75)))
        elif role == "release":
            span, value = self.near("env_1_release", .3, .6)
            self.macro(role, value, env_1_release=span)

    def finished(self):
        """As JSON that the reader of patches takes: what is left out stays as Vital begins."""
        for role in ROLES:
            if role not in self.roles:
                self.usual(role)
        macros = []
        for number, (role, name) in enumerate(zip(ROLES, self.macro_names, strict=True), 1):
            value, targets = self.roles[role]
            assert targets, "%s: %s does nothing" % (self.name, role)
            mine = len(self.slots)
            for control, (low, high) in targets.items():
                if control.startswith("modulation_"):
                    self.slots[int(control.split("_")[1]) - 1]["amount"] = low
                else:
                    self.set(**{control: low})
                self.route("macro_control_%d" % number, control, high - low, two_sided=False)
            macros.append({"name": name.replace("_", " "), "role": role, "value": round(value, 4),
                           "assignments": [{k: v for k, v in slot.items() if k != "source"} for slot in self.slots[mine:]]})
        assert len(self.slots) <= 64, self.name
        modules = {}
        for control, value in sorted(self.values.items()):
            family = re.match(r"(env|lfo|random|osc|filter)_(\d|fx)_|(%s|sample)_" % "|".join(e for e in EFFECTS if e != "filter_fx"), control)
            module = family.group(0)[:-1] if family else "voice"
            modules.setdefault(module, {})[control[len(module) + 1:] if family else control] = value
        return {"schema_version": 1, "engine_version": "1.0.6", "synth_target": "vital", "name": self.name, "author": "Athanor",
                "comments": self.about, "style": self.style, "tags": self.tags, "modules": modules,
                "modulation": [slot for slot in self.slots if not slot["source"].startswith("macro")],
                "macros": macros, "lfos": self.lfos, "wavetables": self.tables, "sample": self.sample}
