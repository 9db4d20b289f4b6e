# SPDX-License-Identifier: GPL-3.0-or-later
"""Brass: louder is brighter, and the tone arrives a moment after the lips."""
from . import waves
from .patch import Patch


def brass(name, tags, about, macros):
    p = Patch("Brass", "Lead", name, "brass " + tags, about, macros).set(polyphony=10, velocity_track=.6)
    return p.env(1, .04, .4, .85, .2).env(2, .07, .5, .55, .25)


def brass_gate():
    p = brass("Brass Gate", "section bold eighties", "The synthetic section that opened a thousand shows.", "Bells Swagger Arena Rasp Tuba Row Lips Hold")
    p.osc(1, waves.saw(), .55, voices=3, detune=2.2).osc(2, waves.saw(), .5, voices=2, detune=2, to="1", tune=.06).filter(1, "ladder", 62, .2, 1, keytrack=.5)
    p.route("env_2", "filter_1_cutoff", 36).route("velocity", "filter_1_cutoff", 18).lfo(1, "sine", hz=5.1, fade_time=.8).route("lfo_1", "voice_tune", .14, moves=True)
    p.env(3, .001, .06, 0, .05).route("env_3", "voice_tune", -.35).chorus(.25).room(.2, .6, 1.6)
    return p.osc(3, waves.pulse(), .25, transpose=-12, to="1").macro("body", .4, osc_3_level=(0, .65))


def velvet_horns():
    p = brass("Velvet Horns", "french-horn soft noble", "Horns from the back of the stage, round and far.", "Bell Breath Hall Growl Valve Row Bloom Fade")
    p.osc(1, waves.brass(), .7, voices=3, detune=1.6, wave_frame=30).osc(2, waves.sine(), .3, to="1").filter(1, "analog", 76, .05, 0, keytrack=.5).env(1, .12, .6, .85, .4).env(2, .2, .8, .6, .4)
    p.route("env_2", "osc_1_wave_frame", 70).route("velocity", "osc_1_wave_frame", 70).lfo(1, "sine", hz=4.6, fade_time=1).route("lfo_1", "osc_1_wave_frame", 26, moves=True).route("lfo_1", "voice_tune", .06, moves=True)
    return p.room(.4, .8, 2.8).macro("brightness", .3, osc_1_wave_frame=(0, 110), filter_1_cutoff=(68, 94))


def stab_section():
    p = brass("Stab Section", "stab funk punchy", "Short, loud, together: the exclamation mark of a groove.", "Shout Fall Club Spit Low Spread Soft Ring")
    p.osc(1, waves.brass(), .7, voices=4, detune=2.0, wave_frame=120).osc(2, waves.saw(), .35, voices=2, detune=1.8, transpose=12, to="1").env(1, .006, .32, .3, .12).env(2, .01, .2, .15, .1)
    p.route("env_2", "osc_1_wave_frame", 110).filter(1, "dirty", 80, .15, 0, drive=4, keytrack=.3).route("env_2", "filter_1_cutoff", 20).route("velocity", "filter_1_cutoff", 14)
    p.lfo(1, "saw down", hz=1.2, mode=2).route("lfo_1", "voice_transpose", -.6, moves=True, two_sided=False).room(.15, .45, 1)
    return p.drive(5)


def lone_trumpet():
    p = brass("Lone Trumpet", "trumpet solo jazz", "A mute in the bell, a window on the court.", "Mute Vibrato Street Buzz Bell Shadow Tongue Air")
    p.mono(.05).osc(1, waves.brass(), .75, random_phase=0, wave_frame=70).noise(.05, .1, .5, to="2").filter(1, "digital", 92, .3, 4, blend=.7, keytrack=.3, mix=.7).filter(2, "analog", 96, .3, 4, blend=1)
    p.env(1, .035, .3, .88, .14).env(2, .05, .3, .6, .2).route("env_2", "osc_1_wave_frame", 90).route("velocity", "osc_1_wave_frame", 70).lfo(1, "sine", hz=5.6, delay_time=.25, fade_time=.5).route("lfo_1", "voice_tune", .2, moves=True).route("lfo_1", "osc_1_wave_frame", 24, moves=True)
    p.env(3, .001, .05, 0, .05).route("env_3", "voice_tune", -.5).room(.3, .6, 1.8)
    return p.macro("bite", .25, sample_level=(0, .24), filter_1_resonance=(.15, .75))


def fanfare():
    p = brass("Synthetic Fanfare", "polysynth bright heroic", "Pulse and saw in octaves with a slow filter: the film of the rocket.", "Glory Sweep Dome Fire Ground Wide Rise Fall")
    p.osc(1, waves.pulse(), .5, voices=2, detune=2.4, wave_frame=50).osc(2, waves.saw(), .5, voices=3, detune=2.6, to="1").osc(3, waves.saw(), .35, transpose=12, to="1", voices=2, detune=2)
    p.filter(1, "ladder", 66, .3, 1, keytrack=.4, drive=3).env(2, .3, 1.2, .5, .5).route("env_2", "filter_1_cutoff", 38, moves=True).env(1, .03, .6, .9, .45)
    p.lfo(1, "triangle", hz=.8).route("lfo_1", "osc_1_wave_frame", 70, moves=True).chorus(.3).echo(.15, "1/4", .3).room(.25, .7, 2.2)
    return p.macro("body", .45, osc_3_level=(.65, .05), eq_low_gain=(-5, 6)).effect("eq", low_cutoff=54, low_gain=0)


ALL = [brass_gate, velvet_horns, stab_section, lone_trumpet, fanfare]
