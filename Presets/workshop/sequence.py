# SPDX-License-Identifier: GPL-3.0-or-later
"""Sequences: hold a chord, and the song's tempo plays it."""
from . import waves
from .patch import Patch, steps


def sequence(name, tags, about, macros):
    p = Patch("Sequence", "Sequence", name, "sequence rhythmic " + tags, about, macros).set(polyphony=10, velocity_track=.3)
    return p.env(1, .01, 1, 1, .35)


def step_lantern():
    p = sequence("Step Lantern", "filter warm melodic", "Sixteen lights behind a filter.", "Light Steps Street Glass Lamp Row Ease Tail")
    p.osc(1, waves.saw(), .55, voices=4, detune=2.4).osc(2, waves.pulse(), .4, transpose=-12, to="1").filter(1, "ladder", 48, .4, 1, keytrack=.3)
    p.lfo(1, steps([1, .2, .5, .1, .8, .3, .6, 0, .9, .2, .4, .7, .1, .6, .3, .5], .12), tempo="1/1", mode=1).route("lfo_1", "filter_1_cutoff", 58, two_sided=False, moves=True)
    return p.echo(.25, "1/8", .4).room(.2, .6, 1.6).macro("body", .5, osc_2_level=(0, .75))


def trance_engine():
    p = sequence("Trance Engine", "gate trance wide", "A wall of saws, chopped in sixteenths.", "Laser Gate Arena Edge Floor Wall Soft Echo")
    p.osc(1, waves.saw(), .6, voices=7, detune=3.4).osc(2, waves.saw(), .4, voices=5, detune=3, transpose=12, to="1").filter(1, "analog", 98, .15, 1).set(voice_amplitude=.55)
    gate = [1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1]
    p.lfo(1, steps(gate, .15, "Gate"), tempo="1/1", mode=1).route("lfo_1", "voice_amplitude", 1.1, moves=True).lfo(2, "sine", tempo="4/1", mode=1).route("lfo_2", "filter_1_cutoff", 24, moves=True)
    return p.echo(.25, "1/8", .4).room(.25, .7, 2)


def octave_walker():
    p = sequence("Octave Walker", "arpeggio mono-ish bright", "Every held note walks through its octaves.", "Path Walk Valley Spike Boots Twin Soft Trail")
    p.osc(1, waves.bent(5), .6, wave_frame=120, random_phase=0).osc(2, waves.sine(), .35, to="1", random_phase=0).filter(1, "digital", 74, .3, 0, keytrack=.4)
    walk = [0, .25, .5, .25, .5, .75, .5, 1]
    p.lfo(1, steps(walk, .01, "Walk"), tempo="1/1", mode=1, smooth_mode=0).route("lfo_1", "osc_1_transpose", 48, two_sided=False).set(osc_1_transpose=-12).lfo(2, "bounce", tempo="1/8", mode=1)
    p.route("lfo_2", "filter_1_cutoff", 38, two_sided=False, moves=True).route("lfo_2", "voice_amplitude", .5, two_sided=False, moves=True).set(voice_amplitude=.45).echo(.3, "1/8", .45).room(.2, .6, 1.6)
    return p.macro("body", .4, osc_2_level=(0, .8))


def random_arcade():
    p = sequence("Random Arcade", "random chip playful", "Machines in a hall playing with themselves.", "Screen Dice Hall Crush Cabinet Rows Slow Coins")
    p.osc(1, waves.pulse(), .55, wave_frame=80, random_phase=0).osc(2, waves.triangle(), .4, transpose=-12, to="1", random_phase=0).filter(1, "analog", 94, .2, 0)
    p.wander(1, tempo="1/16", kind=1, sync_type=1).route("random_1", "osc_1_wave_frame", 200, moves=True).route("random_1", "filter_1_cutoff", 40, moves=True).wander(2, tempo="1/8", kind=1, sync_type=1).route("random_2", "osc_1_pan", 1.4, moves=True)
    p.lfo(1, steps([0, 1, 0, 0, 1, 0, 1, 1], .01, "Jump"), tempo="1/1", mode=1, smooth_mode=0).route("lfo_1", "osc_1_transpose", 12, two_sided=False).lfo(2, "saw down", tempo="1/16", mode=1).route("lfo_2", "voice_amplitude", .6, two_sided=False, moves=True).set(voice_amplitude=.4)
    return p.drive(-8, "down sample", mix=.4).echo(.25, "1/16", .4).macro("bite", .4, distortion_mix=(0, 1), distortion_drive=(-14, 4))


def pulse_choir():
    p = sequence("Pulse Choir", "vocal ethereal gate", "A choir that sings in eighths and changes its vowel on each.", "Vowels Syllables Dome Consonants Basses Rows Breath Echo")
    p.osc(1, waves.vowels("aoeiu"), .6, voices=4, detune=2.6).osc(2, waves.sine(), .35, transpose=-12, to="1").filter(1, "analog", 90, .1, 0).set(osc_1_wave_frame=128, voice_amplitude=.6)
    p.lfo(1, steps([.1, .9, .4, .7, .2, 1, .5, .3], .1, "Vowels"), tempo="1/1", mode=1).route("lfo_1", "osc_1_wave_frame", 250, moves=True).lfo(2, "bounce", tempo="1/8", mode=1).route("lfo_2", "voice_amplitude", .8, moves=True)
    return p.chorus(.3).echo(.25, "1/4", .4).room(.4, .8, 3).macro("body", .45, osc_2_level=(0, .75))


def clockwork():
    p = sequence("Clockwork", "percussive mechanical polymeter", "Three wheels of different size: five, seven and eight teeth.", "Brass Wheels Case Teeth Pendulum Towers Oil Unwind")
    p.osc(1, waves.sparse([1, 5, 11], [1, 7, 16], fall=1, name="Wheel"), .6, random_phase=0).osc(2, waves.strung(.08, .8), .45, transpose=12, to="1", random_phase=0).osc(3, waves.triangle(), .4, transpose=-12, to="1", random_phase=0)
    p.filter(1, "digital", 88, .2, 0).set(osc_1_level=.1, osc_2_level=.1, osc_3_level=.1)
    p.lfo(1, "bounce", tempo="1/8", mode=1).route("lfo_1", "osc_1_level", .6, two_sided=False, moves=True).lfo(2, steps([1, .0, .5, 0, .2], .3), hz=.8, mode=1).route("lfo_2", "osc_2_level", .6, two_sided=False, moves=True)
    p.lfo(3, steps([1, 0, 0, .7, 0, .4, 0], .3), hz=.5714, mode=1).route("lfo_3", "osc_3_level", .7, two_sided=False, moves=True).echo(.2, "1/8", .35).room(.2, .5, 1.4).effect("compressor", mix=.25)
    return p.macro("body", .1, osc_3_level=(.02, .8))


def tide_machine():
    p = sequence("Tide Machine", "evolving ducking house", "A chord that makes room for the kick, in quarters.", "Sun Duck Beach Salt Wave Shore Swell Ebb")
    p.osc(1, waves.soft_saw(2, 8), .55, voices=5, detune=3, wave_frame=130).osc(2, waves.folded(5), .4, voices=3, detune=2.4, to="1", wave_frame=60).filter(1, "analog", 82, .15, 0).set(voice_amplitude=.3)
    p.lfo(1, waves.line([(0, 0), (.15, .05), (.6, 1), (1, 1)], powers=[0, -1, 0, 0], name="Duck"), tempo="1/4", mode=1).route("lfo_1", "voice_amplitude", .7, two_sided=False, moves=True).route("lfo_1", "filter_1_cutoff", 22, two_sided=False, moves=True)
    p.lfo(2, "sine", tempo="8/1", mode=1).route("lfo_2", "osc_2_wave_frame", 140).chorus(.3).room(.3, .7, 2.4)
    return p


ALL = [step_lantern, trance_engine, octave_walker, random_arcade, pulse_choir, clockwork, tide_machine]
