# SPDX-License-Identifier: GPL-3.0-or-later
"""Plucks: short, clear, good for arpeggios."""
from . import waves
from .patch import Patch


def pluck(name, tags, about, macros, decay=.5):
    p = Patch("Pluck", "Keys", name, "pluck " + tags, about, macros).set(polyphony=12, velocity_track=.5)
    p.env(1, .001, decay, 0, .2, decay_power=-3).env(2, .001, decay * .5, 0, .15, decay_power=-4)
    return p.macro("release", .35, env_1_decay=(p.get("env_1_decay") * .8, p.get("env_1_decay") * 1.35), env_1_release=(.45, 1.05))


def neon_pluck():
    p = pluck("Neon Pluck", "trance bright edm", "Saws that open and shut at once, with an echo in eighths behind them.", "Neon Shift Night Zap Curb Lanes Fade Trail", .35)
    p.osc(1, waves.saw(), .9, voices=5, detune=2.8).osc(2, waves.pulse(), .55, transpose=12, to="1", wave_frame=60).filter(1, "analog", 58, .25, 1, keytrack=.4)
    p.route("env_2", "filter_1_cutoff", 48).route("velocity", "filter_1_cutoff", 14).lfo(1, "sine", hz=.12, mode=1).route("lfo_1", "filter_1_cutoff", 18, moves=True)
    return p.drive(6, "soft clip").echo(.28, "1/8", .42).room(.2, .6, 1.8)


def kalimba_dust():
    p = pluck("Kalimba Dust", "kalimba ethnic warm", "Thumbs on tongues of steel, with the dust that buzzes on them.", "Steel Sway Porch Buzz Gourd Hands Soft Ring", .8)
    p.osc(1, waves.sparse([1, 6], [1], fall=1.8, name="Tongue"), .75, random_phase=0).osc(2, waves.windowed(2), .12, to="1", wave_frame=180, random_phase=0).noise(0, .5, .2, to="1")
    p.route("env_1", "osc_1_wave_frame", -200).set(osc_1_wave_frame=220).env(3, .001, .02, 0, .02).route("env_3", "sample_level", .5).filter(1, "analog", 88, .1, 0, keytrack=.5)
    p.lfo(1, "sine", hz=4.2, delay_time=.1).route("lfo_1", "osc_1_level", .2, moves=True).room(.2, .45, 1.3)
    return p.macro("bite", .3, osc_2_level=(0, .42))


def nylon_row():
    p = pluck("Nylon Row", "guitar acoustic soft", "Six strings of nylon, played near the hole.", "Nail Sway Patio Thumb Box Pair Soft Let_Ring", 1.1)
    p.osc(1, waves.strung(.22, 1.0), .75, random_phase=0).osc(2, waves.strung(.3, 1.6), .35, tune=.03, to="1", random_phase=0).filter(1, "analog", 70, .1, 1, keytrack=.6)
    p.route("env_2", "filter_1_cutoff", 30).route("velocity", "filter_1_cutoff", 22).route("env_1", "osc_1_wave_frame", -160).set(osc_1_wave_frame=200)
    p.lfo(1, "sine", hz=4.8, fade_time=.5).route("lfo_1", "voice_tune", .1, moves=True).room(.18, .4, 1.2).effect("eq", low_gain=1, low_cutoff=54, band_cutoff=62, band_gain=3)
    return p


def marble():
    p = pluck("Marble", "mallet wood marimba", "Hard mallets on wood over a tube that sings the note.", "Mallet Roll Hall Crack Tube Bars Soft Tube_Ring", .55)
    p.osc(1, waves.sparse([1, 4, 10], [1], fall=1.6, name="Bar"), .8, random_phase=0).osc(2, waves.sine(), .4, to="1", random_phase=0).noise(0, .6, .2, to="1")
    p.route("env_2", "osc_1_wave_frame", -240).set(osc_1_wave_frame=250).env(3, .0005, .015, 0, .01).route("env_3", "sample_level", .6).filter(1, "analog", 92, .05, 0, keytrack=.5)
    p.lfo(1, "sine", hz=5.6).route("lfo_1", "osc_2_level", .4, moves=True).room(.25, .65, 1.7)
    return p.macro("bite", .35, modulation_2_amount=(.0, 1.0), filter_1_drive=(0, 8)).macro("body", .5, osc_2_level=(0, .75))


def koto_line():
    p = pluck("Koto Line", "koto ethnic bright", "Silk strings over a long board; the pitch bends after the stroke.", "Silk Bend Garden Plectrum Board Bridge Soft Silence", .9)
    p.osc(1, waves.strung(.06, .7), .95, random_phase=0).filter(1, "comb", 60, .45, 0, keytrack=1, blend=.4, mix=.45).osc(2, waves.triangle(), .25, transpose=12, to="1", random_phase=0)
    p.env(3, .02, .18, 0, .1).route("env_3", "voice_tune", .35, moves=True).filter(2, "analog", 96, .1, 0, filter_input=1, keytrack=.3).route("env_2", "filter_2_cutoff", 20)
    p.echo(.15, "1/4", .3).room(.2, .5, 1.5).macro("brightness", .5, filter_2_cutoff=(76, 116))
    return p.macro("bite", .45, filter_1_mix=(.1, .9), filter_1_resonance=(.2, .7))


def muted_wire():
    p = pluck("Muted Wire", "guitar muted funk", "Wire under the palm; chop it.", "Pick Wah Amp Drive Palm Double Soft Lift", .16)
    p.osc(1, waves.strung(.1, .75), .7, voices=2, detune=1.2, random_phase=.2).osc(2, waves.saw(), .3, transpose=-12, to="1").filter(1, "digital", 74, .3, 1, keytrack=.4)
    p.route("env_2", "filter_1_cutoff", 34).route("velocity", "filter_1_cutoff", 18).lfo(1, "triangle", tempo="1/2", mode=1).route("lfo_1", "filter_1_cutoff", 24, moves=True)
    return p.drive(12).effect("phaser", dry_wet=.2, frequency=-2.5).room(.12, .4, .9)


def bubble():
    p = pluck("Bubble", "water playful synthetic", "Drops that rise in pitch as they leave.", "Surface Stream Cave Pop Depth Pool Swell Float", .22)
    p.osc(1, waves.sine(), .8, random_phase=0).osc(2, waves.sine(), .25, transpose=24, to="1", random_phase=0).env(3, .09, .02, 1, .05, attack_power=3).route("env_3", "osc_1_transpose", 7, moves=True)
    p.filter(1, "phaser", 84, .6, 0, keytrack=.6).route("env_2", "filter_1_cutoff", 30).echo(.3, "1/16", .5).room(.25, .5, 1.6)
    return p.drive(2, mix=.4).macro("body", .3, osc_2_level=(.0, .8))


def silver_thread():
    p = pluck("Silver Thread", "fm delicate glassy", "A thread of frequency modulation, thin enough for the highest notes.", "Gleam Shimmer Loft Prick Thread Web Ease Hang", .7)
    p.osc(1, waves.sine(), .65, voices=2, detune=1.6).osc(2, waves.sine(), 0, transpose=24, to="1").fm(1, .02).osc(3, waves.sine(), .35, transpose=12, to="1").route("env_2", "osc_1_distortion_amount", .22)
    p.filter(1, "analog", 110, .05, 0).lfo(1, "sine", hz=.9).route("lfo_1", "osc_3_pan", 1.0, moves=True).route("velocity", "osc_1_distortion_amount", .08).echo(.2, "1/8", .35).room(.25, .65, 2)
    return p.macro("brightness", .3, osc_1_distortion_amount=(0, .07), filter_1_cutoff=(98, 126)).macro("body", .5, osc_3_level=(0, .65))


ALL = [neon_pluck, kalimba_dust, nylon_row, marble, koto_line, muted_wire, bubble, silver_thread]
