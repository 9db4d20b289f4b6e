# SPDX-License-Identifier: GPL-3.0-or-later
"""Basses: one voice, little room, and a low end that stands still."""
from . import waves
from .patch import Patch, steps


def bass(name, tags, about, macros):
    p = Patch("Bass", "Bass", name, "bass " + tags, about, macros).mono()
    return p.env(1, .002, .6, .8, .08)


def foundry():
    p = bass("Foundry", "analog warm classic", "Two saws and a square an octave below through a ladder; plays everything from funk to techno.",
             "Heat Sway Hall Growl Iron Split Soft Ring")
    p.osc(1, waves.saw(), .62, voices=2, detune=2.2, stereo_spread=.4).osc(2, waves.pulse(), .5, transpose=-12, to="1")
    p.filter(1, "ladder", 46, .35, 1, drive=4, keytrack=.3).env(2, .002, .28, .1, .1)
    p.route("env_2", "filter_1_cutoff", 34).route("velocity", "filter_1_cutoff", 14)
    p.lfo(1, "sine", hz=.4).route("lfo_1", "filter_1_cutoff", 6, moves=True)
    return p.macro("body", .5, osc_2_level=(.2, .8))


def deep_well():
    p = bass("Deep Well", "sub soft round", "A sine with a breath of triangle: the floor under a song.", "Edge Pulse Space Grip Depth Wide Soft Tail")
    p.osc(1, waves.sine(), .8, random_phase=0).osc(2, waves.triangle(), .32, transpose=12, to="1", random_phase=0)
    p.filter(1, "analog", 64, .05, 0, keytrack=.5).env(1, .006, 1.2, .85, .16)
    p.lfo(1, "sine", tempo="1/4").route("lfo_1", "osc_2_level", .34, moves=True)
    return p.drive(3, mix=.5).macro("bite", .25, distortion_drive=(-3, 16))


def copper_wire():
    p = bass("Copper Wire", "fm digital plucky", "Two sines, one bending the other, as in the eighties; velocity opens the metal.", "Metal Wobble Space Bite Weight Twin Soft Ring")
    p.osc(1, waves.sine(), .75, random_phase=0).osc(2, waves.sine(), 0, transpose=12, to="1", random_phase=0).fm(1, .12)
    p.osc(3, waves.sine(), .35, transpose=-12, to="1", random_phase=0).env(1, .001, .8, .5, .09).env(2, .001, .32, .12, .1)
    p.filter(1, "analog", 104, .1, 0).route("env_2", "osc_1_distortion_amount", .42).route("velocity", "osc_1_distortion_amount", .14)
    p.lfo(1, "sine", hz=5.2, fade_time=.4).route("lfo_1", "osc_1_distortion_amount", .06, moves=True)
    p.macro("brightness", .3, osc_1_distortion_amount=(.04, .32), filter_1_cutoff=(92, 124))
    return p.macro("body", .45, osc_3_level=(0, .78))


def rubber_sole():
    p = bass("Rubber Sole", "plucky round funk", "A pulse that bounces off a soft diode filter.", "Snap Walk Room Squelch Heel Wide Soft Bounce")
    p.osc(1, waves.pulse(), .7, wave_frame=70).osc(2, waves.sine(), .5, transpose=-12, to="1")
    p.filter(1, "diode", 40, .45, 0, keytrack=.6, drive=3).env(1, .001, .45, .0, .1, decay_power=-3).env(2, .001, .16, 0, .1, decay_power=-4)
    p.route("env_2", "filter_1_cutoff", 46).route("velocity", "filter_1_cutoff", 16)
    p.lfo(1, "triangle", hz=.23).route("lfo_1", "osc_1_wave_frame", 70, moves=True)
    return p.macro("release", .3, env_1_decay=(.6, 1.3), env_1_release=(.45, .9))


def slow_magma():
    p = bass("Slow Magma", "wobble dubstep moving", "A wobble in eighths that speaks a vowel now and then.", "Lava Wobble Cave Fang Mass Spread Ooze Cool")
    p.osc(1, waves.folded(6), .6, wave_frame=120, voices=3, detune=2, stereo_spread=.5).osc(2, waves.sine(), .6, transpose=-12, to="effects")
    p.filter(1, "ladder", 38, .4, 1, drive=8).lfo(1, "sine", tempo="1/8", mode=0)
    p.route("lfo_1", "filter_1_cutoff", 44, two_sided=False, moves=True).route("lfo_1", "osc_1_wave_frame", 90, two_sided=False, moves=True)
    p.drive(5, "soft clip").macro("body", .6, osc_2_level=(.1, .9))
    return p


def reese_canal():
    p = bass("Reese Canal", "reese dark wide detuned", "Saws that beat against each other under a slow phaser; for the long notes of drum and bass.",
             "Surface Current Fog Teeth Hull Shore Drift Wake")
    p.osc(1, waves.saw(), .55, voices=4, detune=3.6, stereo_spread=.7).osc(2, waves.saw(), .5, voices=3, detune=4.2, transpose=-12, tune=.06, to="1", stereo_spread=.4)
    p.filter(1, "dirty", 58, .2, 1, drive=6).filter(2, "phaser", 70, .5, 0, filter_input=1).set(osc_1_destination=0)
    p.lfo(1, "sine", hz=.11, mode=1).route("lfo_1", "filter_2_cutoff", 40, moves=True).route("lfo_1", "filter_1_cutoff", 12, moves=True)
    return p.macro("width", .6, osc_1_stereo_spread=(.1, 1), osc_1_unison_detune=(2.2, 4.6))


def acid_rain():
    p = bass("Acid Rain", "acid resonant squelchy", "One saw, one screaming ladder, a glide between the notes.", "Cutoff Drizzle Puddle Scream Floor Wide Slide Decay")
    p.mono(.06).osc(1, waves.saw(), .7, random_phase=0).filter(1, "ladder", 36, .78, 1, drive=9, keytrack=.2)
    p.env(1, .001, 1.5, .6, .05).env(2, .001, .22, 0, .1, decay_power=-3).route("env_2", "filter_1_cutoff", 48).route("velocity", "filter_1_cutoff", 24)
    p.lfo(1, steps([.2, .9, .4, 1, .1, .6, .8, .3]), tempo="1/1", mode=1).route("lfo_1", "filter_1_cutoff", 14, moves=True)
    p.macro("bite", .55, filter_1_resonance=(.5, .95), filter_1_drive=(2, 15)).macro("release", .35, env_2_decay=(.45, 1.05), env_1_release=(.35, .8))
    return p.drive(4, "soft clip", mix=.7).macro("attack", .3, portamento_time=(-8, -1.8))


def slap_plate():
    p = bass("Slap Plate", "string percussive bright", "A struck string over a plate, with the click of the thumb.", "Brass Shake Plate Thumb Wood Wide Soft Damp")
    p.osc(1, waves.strung(.13), .7, random_phase=0).osc(2, waves.triangle(), .45, to="1")
    p.env(1, .001, 1.1, .25, .12, decay_power=-3).env(2, .001, .09, 0, .05).filter(1, "analog", 62, .25, 1, keytrack=.5)
    p.route("env_1", "osc_1_wave_frame", -200).set(osc_1_wave_frame=230).route("env_2", "filter_1_cutoff", 44).route("velocity", "filter_1_cutoff", 20)
    p.noise(.3, .2, .2, to="1").route("env_2", "sample_level", .3).set(sample_level=0)
    p.lfo(1, "sine", hz=4.4, fade_time=.5).route("lfo_1", "voice_tune", .12, moves=True)
    return p.macro("bite", .3, modulation_4_amount=(.1, .6), filter_1_resonance=(.1, .6))


def eight_ohm():
    p = bass("Eight Ohm", "808 sub long hip-hop", "A long falling kick that became a bass, pushed into the speaker.", "Cone Sag Room Push Sub Wide Soft Boom")
    p.osc(1, waves.sine(), .8, random_phase=0, phase=.25).env(1, .001, 2.2, .0, .35, decay_power=-2).env(2, .0005, .07, 0, .05, decay_power=-5)
    p.route("env_2", "osc_1_transpose", 24).filter(1, "analog", 90, .05, 0).drive(9, "soft clip")
    p.lfo(1, "saw down", hz=.5, mode=2).route("lfo_1", "voice_tune", .25, moves=True)
    p.macro("brightness", .35, filter_1_cutoff=(54, 118)).macro("release", .45, env_1_decay=(.8, 1.6), env_1_release=(.5, 1.1))
    return p.macro("attack", .35, modulation_1_amount=(.0, .7)).set(portamento_time=-4)


def gutter_talk():
    p = bass("Gutter Talk", "growl vowel aggressive", "Says nothing nice, but on the beat.", "Mouth Talk Alley Snarl Chest Crowd Slur Hush")
    p.osc(1, waves.vowels("uoaei", 70), .7, voices=2, detune=1.8, morph=("formant scale", .45), stereo_spread=.4).osc(2, waves.sine(), .5, transpose=-12, to="effects")
    p.filter(1, "dirty", 70, .3, 0, drive=10, blend=.3).lfo(1, steps([.1, .8, .3, 1, .6, .2, .9, .5], .25), tempo="1/2", mode=0)
    p.route("lfo_1", "osc_1_wave_frame", 230, moves=True).set(osc_1_wave_frame=128).route("lfo_1", "filter_1_cutoff", 20, moves=True)
    return p.drive(6, "sine fold", mix=.3).macro("bite", .3, distortion_mix=(0, 1), distortion_drive=(2, 14))


def organ_cellar():
    p = bass("Organ Cellar", "organ house round", "The low drawbars of an organ for house and gospel.", "Bars Leslie Cellar Tube Pedal Wide Swell Ring")
    p.osc(1, waves.organ("880000000", "886400000", "888888000"), .7, wave_frame=60, random_phase=0).filter(1, "analog", 78, .1, 0, keytrack=.4)
    p.env(1, .003, .3, .75, .06).env(2, .001, .06, 0, .05).route("env_2", "osc_1_wave_frame", 140)
    p.lfo(1, "sine", hz=6.1).route("lfo_1", "osc_1_pan", .5, moves=True).route("lfo_1", "voice_tune", .05, moves=True)
    return p.drive(4, mix=.6).macro("brightness", .3, osc_1_wave_frame=(0, 200), filter_1_cutoff=(66, 106))


ALL = [foundry, deep_well, copper_wire, rubber_sole, slow_magma, reese_canal, acid_rain, slap_plate, eight_ohm, gutter_talk, organ_cellar]
