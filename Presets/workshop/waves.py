# SPDX-License-Identifier: GPL-3.0-or-later
"""Wavetables of our own, as recipes: drawn lines, sums of harmonics, and what bends them.

A frame is (position, ...), positions from 0 to 256. Lines are cheap (a few numbers); a sum of harmonics costs 11 kB a frame.
"""
import base64
import math
import random
import struct

SIZE = 2048
SINE = [math.sin(2 * math.pi * i / SIZE) for i in range(SIZE)]


def line(points, powers=None, smooth=False, name="Line"):
    """Points are (x, height), both from 0 to 1; a power bends the piece that begins at its point."""
    flat = [round(v, 6) for x, height in points for v in (x, 1 - height)]
    return {"name": name, "num_points": len(points), "points": flat, "powers": list(powers or [0] * len(points)), "smooth": smooth}


def component(kind, keyframes, **numbers):
    return {"type": kind, "interpolation_style": numbers.pop("style_between", 1), **numbers,
            "keyframes": [{"position": position, **each} for position, each in keyframes]}


def table(name, *parts):
    return {"name": name, "author": "Athanor", "version": "1.0.6", "remove_all_dc": True, "full_normalize": True,
            "groups": [{"components": list(parts)}]}


def drawn(frames):
    """Frames are (position, line); all lines have as many points."""
    count = frames[0][1]["num_points"]
    return component("Line Source", [(p, {"line": each, "pull_power": 0.0}) for p, each in frames], num_points=count)


def harmonics(frames, phases="sine", seed=1):
    """Frames are (position, {harmonic: amplitude} or a function of the harmonic)."""
    keyframes = []
    for position, amplitudes in frames:
        if callable(amplitudes):
            amplitudes = {n: amplitudes(n) for n in range(1, 129)}
        dice = random.Random(seed)
        wave = [0.0] * SIZE
        for n, amplitude in sorted(amplitudes.items()):
            shift = {"sine": 0, "cosine": SIZE // 4}.get(phases, dice.randrange(SIZE))
            if abs(amplitude) > 1e-5:
                wave = [w + amplitude * SINE[(n * i + shift) % SIZE] for i, w in enumerate(wave)]
        peak = max(map(abs, wave)) or 1
        data = struct.pack("<%df" % SIZE, *(round(w / peak * 32767) / 32767 for w in wave))
        keyframes.append((position, {"wave_data": base64.b64encode(data).decode()}))
    return component("Wave Source", keyframes, interpolation=1)


# What bends a table after its source.
def fold(*frames):
    return component("Wave Folder", [(p, {"fold_boost": float(boost)}) for p, boost in frames])


def warp(*frames, across=True, up=False):
    return component("Wave Warp", [(p, {"horizontal_power": float(h), "vertical_power": float(v)}) for p, h, v in frames],
                     horizontal_asymmetric=across, vertical_asymmetric=up)


def window(*frames, shape=0):
    return component("Wave Window", [(p, {"left_position": a, "right_position": b}) for p, a, b in frames], window_shape=shape)


def sieve(*frames, style=0):
    """Style 0 low pass, 1 band pass, 2 high pass, 3 comb; cutoff in octaves of harmonics, from 0 to 11."""
    return component("Frequency Filter", [(p, {"cutoff": float(c), "shape": s}) for p, c, s in frames], style=style, normalize=True)


def slew(*frames):
    return component("Slew Limiter", [(p, {"up_run_rise": up, "down_run_rise": down}) for p, up, down in frames])


# Lines that are wanted again and again.
COSINE = line([(0, 0), (.5, 1), (1, 0)], smooth=True, name="Sine")
RAMP = line([(0, 0), (1, 1)], name="Saw")
TRIANGLE = line([(0, 0), (.5, 1), (1, 0)], name="Triangle")


def sine():
    return table("Sine", drawn([(0, COSINE)]))


def saw():
    return table("Saw", drawn([(0, RAMP)]))


def triangle():
    return table("Triangle", drawn([(0, TRIANGLE)]))


def pulse_line(width):
    return line([(0, 1), (width, 1), (width, 0), (1, 0)], name="Pulse")


def pulse():
    """From a square to a needle."""
    return table("Pulse", drawn([(0, pulse_line(.5)), (256, pulse_line(.04))]))


def basic():
    """Sine, triangle, saw, square on one way."""
    soft = [(0, 0), (.25, .5), (.5, 1), (.75, .5), (1, 0)]
    rising = [(0, 0), (.25, .25), (.5, .5), (.75, .75), (1, 1)]
    square = [(0, 0), (.499, 0), (.5, 1), (.999, 1), (1, 1)]
    return table("Four Shapes", drawn([(0, line(soft, smooth=True)), (64, line(soft)), (160, line(rising)), (256, line(square))]))


def folded(most=8, start=1):
    """A sine folded over and over."""
    return table("Folded Sine", drawn([(0, COSINE)]), fold((0, start), (256, most)))


def bent(most=8):
    """A triangle that leans until it is a saw, and beyond."""
    return table("Leaning", drawn([(0, TRIANGLE)]), warp((0, 0, 0), (256, most, -most / 2)))


def steps(count, seed):
    """A staircase drawn by dice; another one at the other end."""
    def stairs(dice):
        heights = [dice.random() for _ in range(count)]
        return line([p for i, h in enumerate(heights) for p in ((i / count, h), ((i + 1) / count - 1e-4, h))], name="Stairs")
    dice = random.Random(seed)
    return table("Stairs", drawn([(0, stairs(dice)), (128, stairs(dice)), (256, stairs(dice))]))


def windowed(shape=0, source=RAMP):
    """A wave through a window that closes."""
    return table("Window", drawn([(0, source)]), window((0, .02, .98), (256, .42, .58), shape=shape))


def sifted(style=3, low=1.0, high=7.0, shape=.5):
    """A saw whose harmonics go through a sieve."""
    return table("Sieve", drawn([(0, RAMP)]), sieve((0, low, shape), (256, high, shape), style=style))


def soft_saw(low=2.0, high=7.0):
    """A saw from dull to bright."""
    return sifted(0, low, high, .4)


FORMANTS = {"a": ((800, 1), (1150, .5), (2900, .08)), "e": ((400, 1), (1700, .35), (2600, .3)), "i": ((300, 1), (2200, .3), (2950, .25)),
            "o": ((450, 1), (800, .4), (2830, .05)), "u": ((325, 1), (700, .25), (2530, .03))}


def vowels(order="aeiou", root=130.0):
    """Sung at about one octave below the middle."""
    def voice(vowel):
        def amplitude(n):
            f = n * root
            return sum(gain * math.exp(-((f - centre) / (90 + centre * .06)) ** 2) for centre, gain in FORMANTS[vowel]) / n ** .15 + .02 / n
        return amplitude
    last = max(1, len(order) - 1)
    return table("Vowels", harmonics([(256 * i // last, voice(v)) for i, v in enumerate(order)], "random", 5))


def organ(*frames):
    """Drawbars, as strings of nine digits: 16', 5 1/3', 8', 4', 2 2/3', 2', 1 3/5', 1 1/3', 1'."""
    feet = (1, 3, 2, 4, 6, 8, 10, 12, 16)
    last = max(1, len(frames) - 1)
    return table("Drawbars", harmonics([(256 * i // last, {n: int(d) / 8 for n, d in zip(feet, bars)}) for i, bars in enumerate(frames)]))


def reed(hollow=.15):
    """Odd harmonics with a little of the even ones, dull to bright."""
    return table("Reed", harmonics([(0, lambda n: (1 if n % 2 else hollow) / n ** 2), (256, lambda n: (1 if n % 2 else hollow * 2) / n ** .9)]))


def brass():
    """Louder is brighter: the top of the harmonics opens."""
    def frame(top):
        return lambda n: (1 / n ** .4) / (1 + (n / top) ** 4)
    return table("Brass", harmonics([(0, frame(2)), (90, frame(5)), (180, frame(11)), (256, frame(24))], "cosine"))


def strung(place=.17, bright=1.0):
    """A string struck at a part of its length, from stroke to ring."""
    def frame(fall):
        return lambda n: abs(math.sin(math.pi * n * place)) / n ** fall
    return table("String", harmonics([(0, frame(bright)), (256, frame(bright + 1.3))], "random", 3))


def sparse(*sets, fall=.5, name="Glass", seed=2):
    """Few harmonics far apart: one list for each frame."""
    last = max(1, len(sets) - 1)
    return table(name, harmonics([(256 * i // last, {n: 1 / (k + 1) ** fall for k, n in enumerate(each)}) for i, each in enumerate(sets)], "random", seed))


def scattered(seed, count=3, top=60, fall=.8, name="Metal"):
    """Harmonics by dice, in each frame others."""
    dice = random.Random(seed)
    frames = []
    for i in range(count):
        frames.append((256 * i // max(1, count - 1), {n: dice.random() ** 3 / n ** fall for n in range(1, top)}))
    return table(name, harmonics(frames, "random", seed))


def tine(bell=14):
    """A fundamental with a bell-like one far above that fades."""
    return table("Tine", harmonics([(0, {1: 1, 2: .25, 3: .1, bell: .35, bell + 1: .15}), (256, {1: 1, 2: .08, 3: .02})]))


def harmonics_table(name, *frames, phases="sine"):
    """One frame for each set of {harmonic: amplitude}."""
    last = max(1, len(frames) - 1)
    return table(name, harmonics([(256 * i // last, each) for i, each in enumerate(frames)], phases))


def breath(seed=9):
    """Dense high harmonics over a soft tone: air."""
    dice = random.Random(seed)
    air = {n: .04 + .06 * dice.random() for n in range(24, 200)}
    return table("Breath", harmonics([(0, {1: 1, 2: .2, 3: .05}), (256, {1: 1, 2: .3, 3: .1, **air})], "random", seed))


def noise(seconds=.5, seed=3, colour=0.0):
    """A recording of even noise, darker with colour from 0 to 1."""
    dice, last, samples = random.Random(seed), 0.0, []
    for _ in range(int(44100 * seconds)):
        last += (1 - colour) * (dice.uniform(-1, 1) - last)
        samples.append(last)
    peak = max(map(abs, samples))
    data = struct.pack("<%dh" % len(samples), *(round(29000 * s / peak) for s in samples))
    return {"name": "Noise", "length": len(samples), "sample_rate": 44100, "samples": base64.b64encode(data).decode()}


def silence():
    return {"name": "Nothing", "length": 1, "sample_rate": 44100, "samples": base64.b64encode(b"\0\0").decode()}
