# SPDX-License-Identifier: GPL-3.0-or-later
"""Effects: sounds that tell something between the notes. Hold a key and listen."""
from . import waves
from .patch import Patch, steps


def effect(name, tags, about, macros):
    return Patch("Effects", "SFX", name, "effect " + tags, about, macros).set(polyphony=4).env(1, .3, 1, 1, 1.2)


def riser():
    p = effect("Long Riser", "riser transition build", "Four seconds upwards: hold it until the drop.", "Height Speed Sky Strain Ground Spread Start Fall")
    p.osc(1, waves.saw(), .5, voices=8, detune=4.4).osc(2, waves.pulse(), .4, transpose=7, voices=4, detune=4, to="1").noise(.4, 0, .6, to="2").env(2, 4, .1, 1, .6, attack_power=2)
    p.filter(1, "ladder", 52, .4, 1).filter(2, "analog", 60, .5, 4, blend=1).route("env_2", "filter_1_cutoff", 62).route("env_2", "filter_2_cutoff", 60).route("env_2", "voice_transpose", 12, moves=True)
    p.lfo(1, "square", tempo="1/16", mode=1).route("lfo_1", "voice_amplitude", .3, moves=True, two_sided=False).set(voice_amplitude=.7).room(.35, .85, 3).macro("movement", .5, modulation_3_amount=(0, .25), modulation_4_amount=(0, .6))
    return p.macro("body", .5, osc_1_level=(.2, .75))


def wind_shaft():
    p = effect("Wind Shaft", "wind ambience nature", "Air in a shaft that hums when it is strong.", "Height Gusts Depth Howl Shaft Wide Rise Calm")
    p.noise(.7, .1, 1.0, to="1").osc(1, waves.sine(), 0.0, to="2").filter(1, "analog", 68, .72, 4, keytrack=.3, blend=1).filter(2, "comb", 48, .6, 0, filter_input=1, mix=.35, keytrack=.4)
    p.wander(1, hz=.35).wander(2, hz=.9, kind=2).route("random_1", "filter_1_cutoff", 34, moves=True, stereo=False).route("random_2", "filter_1_resonance", .3, moves=True).route("random_1", "sample_level", .3, moves=True)
    p.env(1, .8, 1, 1, 1.6).room(.3, .85, 3).macro("bite", .5, filter_1_resonance=(.45, .9)).macro("body", .35, filter_2_mix=(0, 1))
    return p


def alarm_tower():
    p = effect("Alarm Tower", "siren alarm tension", "Two horns over a city that knows what they mean.", "Horn Siren City Tear Motor Far Start Stop")
    p.osc(1, waves.bent(7), .55, wave_frame=190, voices=2, detune=1.5).osc(2, waves.saw(), .4, transpose=5, to="1").filter(1, "formant", 64, .4, 0, formant_x=.3, formant_y=.7, formant_resonance=.6)
    p.lfo(1, "sine", hz=.45).route("lfo_1", "voice_transpose", 9, moves=True).route("lfo_1", "filter_1_formant_x", .4, moves=True).drive(7, "soft clip").echo(.3, "1/4", .4).room(.4, .9, 3.4)
    return p.macro("brightness", .5, filter_1_formant_transpose=(-10, 10))


def down_dive():
    p = effect("Down Dive", "fall impact cinematic", "A stroke, and then the floor goes.", "Edge Dive Abyss Break Sub Wide Slow After")
    p.env(1, .002, 3.4, 0, 1.6, decay_power=-1).osc(1, waves.folded(7), .6, wave_frame=120, voices=4, detune=3).osc(2, waves.sine(), .6, transpose=-12, to="effects").noise(0, .1, .6, to="1").env(2, .001, 2.6, 0, 1.5, decay_power=-2).env(3, .001, .5, 0, .4, decay_power=-3)
    p.route("env_2", "voice_transpose", 24, moves=True).route("env_2", "osc_1_wave_frame", 120).route("env_3", "sample_level", .7).filter(1, "ladder", 50, .3, 1, drive=6).route("env_2", "filter_1_cutoff", 46)
    return p.drive(6).room(.4, .9, 4).macro("movement", .55, modulation_1_amount=(0, .45)).macro("body", .5, osc_2_level=(.1, .9))


def machine_room():
    p = effect("Machine Room", "industrial drone rhythmic", "Relays, a pump and a transformer, at work since before you came.", "Panel Relays Hall Grind Hum Walls Start Stop")
    p.osc(1, waves.steps(9, 17), .5, transpose=-12, wave_frame=90).osc(2, waves.scattered(41, 3, 60, .6), .4, to="2", morph=("inharmonic", .66)).fm(2, .4, "rm a").filter(1, "dirty", 60, .4, 1, drive=8).filter(2, "comb", 66, .5, 2, mix=.7)
    p.lfo(1, steps([1, 0, .6, .2, .9, 0, .3, .7, .1, 1, .2, .5], .05), tempo="1/1", mode=1).route("lfo_1", "osc_2_level", .7, moves=True, two_sided=False).set(osc_2_level=.15).wander(1, tempo="1/16", kind=1).route("random_1", "osc_1_wave_frame", 200, moves=True).route("random_1", "filter_1_cutoff", 26, moves=True)
    return p.drive(7, "hard clip", mix=.5).room(.25, .6, 1.8).macro("body", .5, osc_1_level=(.1, .8))


def water_radio():
    p = effect("Water Radio", "glitch sci-fi random", "A receiver under water: voices that are none.", "Signal Tuning Ocean Static Carrier Stereo Fade_In Fade_Out")
    p.osc(1, waves.vowels("ieoua", 160), .5, morph=("formant scale", .5)).osc(2, waves.sine(), .4, transpose=24, to="1").fm(2, .3).noise(.12, 0, .6, to="2").filter(1, "phaser", 76, .7, 0).filter(2, "analog", 96, .6, 4, blend=1)
    p.wander(1, tempo="1/16", kind=1).wander(2, hz=1.7, kind=3).route("random_1", "osc_1_wave_frame", 250, moves=True).set(osc_1_wave_frame=128).route("random_1", "osc_2_transpose", 24, moves=True).route("random_2", "filter_1_cutoff", 50, moves=True).route("random_2", "osc_1_pan", 1.4, moves=True)
    return p.echo(.35, "1/16", .5).room(.35, .8, 3).drive(-4, "bit crush", mix=.25).macro("bite", .4, distortion_mix=(0, .7), sample_level=(0, .35))


ALL = [riser, wind_shaft, alarm_tower, down_dive, machine_room, water_radio]
