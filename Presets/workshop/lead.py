# SPDX-License-Identifier: GPL-3.0-or-later
"""Leads: one voice that carries a tune, with a glide, a vibrato and an echo."""
from . import waves
from .patch import Patch


def lead(name, tags, about, macros, vibrato=.16, hz=5.3):
    p = Patch("Lead", "Lead", name, "lead " + tags, about, macros).mono(.05)
    p.env(1, .006, .5, .85, .18).lfo(8, "sine", hz=hz, fade_time=.6)
    return p.route("lfo_8", "voice_tune", vibrato, moves=True).route("mod_wheel", "modulation_1_amount", .2)


def bright_signal():
    p = lead("Bright Signal", "supersaw wide trance", "Seven saws in two octaves, wide open.", "Shine Vibrato Echo Edge Low Fan Rise Fall", .1)
    p.osc(1, waves.saw(), .6, voices=7, detune=3.4).osc(2, waves.saw(), .42, voices=5, detune=3, transpose=12, to="1").filter(1, "analog", 104, .1, 1, keytrack=.4)
    p.echo(.22, "1/8", .4).room(.18, .6, 1.8)
    return p.macro("width", .7, osc_1_unison_detune=(1, 4.6), osc_2_unison_detune=(1, 4.2)).macro("body", .0, osc_3_level=(0, .7)).osc(3, waves.pulse(), 0, transpose=-12, to="1")


def glass_whistle():
    p = lead("Glass Whistle", "pure soft whistle", "Almost a sine, with breath in front of it; slides from note to note.", "Clear Vibrato Valley Breath Warm Twin Lips Fade", .3, 5.8)
    p.mono(.12).osc(1, waves.breath(), .8, wave_frame=40, random_phase=0).noise(.12, .0, .5, to="2", transpose=0).filter(1, "analog", 96, .05, 0, keytrack=.6)
    p.filter(2, "analog", 90, .6, 4, blend=1, keytrack=1).env(1, .05, .4, .9, .25).env(2, .02, .25, .2, .2).route("env_2", "sample_level", .25)
    return p.room(.3, .7, 2.5).echo(.15, "1/4", .35).macro("bite", .35, sample_level=(0, .35), osc_1_wave_frame=(0, 120))


def hard_sync():
    p = lead("Hard Sync", "sync aggressive rock", "The tearing lead of two oscillators bound together; the envelope pulls the second one up.", "Pull Tear Stage Rip Stack Double Ease Tail")
    p.osc(1, waves.saw(), .65, voices=2, detune=1.6, warp=("sync", .25), stereo_spread=.5).osc(2, waves.saw(), .35, transpose=-12, to="1")
    p.filter(1, "ladder", 100, .15, 0, drive=5).env(2, .01, .7, .25, .3).route("env_2", "osc_1_distortion_amount", .5)
    p.lfo(1, "triangle", hz=.35).route("lfo_1", "osc_1_distortion_amount", .16, moves=True)
    p.drive(6, "soft clip", mix=.8).echo(.2, "1/8", .35).room(.12, .5, 1.2)
    return p.macro("brightness", .3, osc_1_distortion_amount=(.05, .7), filter_1_cutoff=(92, 120)).macro("body", .45, osc_2_level=(0, .75))


def square_hero():
    p = lead("Square Hero", "chip retro game", "A pulse from a handheld, its width walking.", "Bit Walk Cave Crush Bass Twin Soft Echo", .12, 6.5)
    p.osc(1, waves.pulse(), .65, wave_frame=60, random_phase=0).lfo(1, "triangle", hz=.9).route("lfo_1", "osc_1_wave_frame", 130, moves=True)
    p.filter(1, "digital", 112, .1, 0).env(1, .001, .2, .7, .08).echo(.25, "1/8", .35, style=0)
    p.drive(-6, "down sample", mix=0).macro("bite", 0, distortion_mix=(0, 1), distortion_drive=(-10, 14))
    return p.osc(2, waves.triangle(), .3, transpose=-12, to="1").macro("body", .4, osc_2_level=(0, .75))


def fifth_gear():
    p = lead("Fifth Gear", "power fifth anthem", "Each note brings its fifth and its octave; for hymns and engines.", "Lights Torque Tunnel Exhaust Engine Lanes Clutch Coast", .08)
    p.osc(1, waves.bent(6), .65, voices=6, detune=2.4, stack="power", wave_frame=150).filter(1, "dirty", 96, .2, 1, drive=4, keytrack=.3)
    p.env(2, .03, .6, .4, .3).route("env_2", "filter_1_cutoff", 22).lfo(1, "sine", hz=.2).route("lfo_1", "osc_1_wave_frame", 90, moves=True)
    return p.chorus(.25).room(.2, .6, 1.6)


def lone_reed():
    p = lead("Lone Reed", "woodwind breathy expressive", "A hollow reed between clarinet and duduk; play it slowly.", "Tone Tremble Chapel Reed Bore Pair Tongue Air", .22, 4.8)
    p.mono(.08).osc(1, waves.reed(), .75, wave_frame=90, random_phase=0).noise(.05, .3, .5, to="1").filter(1, "analog", 84, .12, 0, keytrack=.8)
    p.env(1, .06, .3, .88, .22).env(2, .08, .5, .7, .3).route("env_2", "osc_1_wave_frame", 70).route("velocity", "osc_1_wave_frame", 60)
    p.wander(1, hz=3).route("random_1", "osc_1_level", .08, moves=True).room(.35, .75, 2.8)
    return p.macro("bite", .25, sample_level=(0, .3), filter_1_drive=(0, 10))


def laser_thread():
    p = lead("Laser Thread", "fm sharp digital", "A thin line of light; the modulator sits at an odd interval and sings along.", "Focus Flicker Void Burn Core Prism Charge Glow")
    p.osc(1, waves.sine(), .7, random_phase=0, voices=2, detune=1.2).osc(2, waves.sine(), 0, transpose=19, to="1", random_phase=0).fm(1, .22)
    p.osc(3, waves.triangle(), .3, transpose=12, to="1").filter(1, "analog", 116, .05, 0).env(2, .01, 1, .3, .4).route("env_2", "osc_1_distortion_amount", .2)
    p.lfo(1, "triangle", tempo="1/16").route("lfo_1", "osc_1_distortion_amount", .1, moves=True).echo(.25, "1/8", .45).room(.15, .6, 1.5)
    p.macro("brightness", .35, osc_1_distortion_amount=(.05, .5)).macro("bite", 0, osc_2_transpose=(19, 31))
    return p.macro("body", .4, osc_3_level=(0, .75))


def talk_to_me():
    p = lead("Talk to Me", "vocal formant funky", "A talking lead: the wheel of vowels turns with every note.", "Mouth Speech Booth Shout Throat Choir Mumble Breath", .14)
    p.osc(1, waves.saw(), .7, voices=2, detune=1.5, stereo_spread=.6).filter(1, "formant", 60, .4, 0, formant_x=.2, formant_y=.5, formant_resonance=.8)
    p.lfo(1, "sine", tempo="1/2", mode=0).route("lfo_1", "filter_1_formant_x", .8, moves=True).env(2, .08, .5, .2, .3).route("env_2", "filter_1_formant_y", .5)
    p.drive(3, mix=.6).echo(.18, "1/8", .35).macro("brightness", .5, filter_1_formant_transpose=(-9, 9))
    return p.osc(2, waves.pulse(), .25, transpose=-12, to="effects").macro("body", .35, osc_2_level=(0, .6))


def paper_comet():
    p = lead("Paper Comet", "soft dreamy lo-fi", "A soft lead from a worn tape, a little out of tune on purpose.", "Sun Flutter Attic Crackle Wool Blur Bloom Trail", .1, 4.2)
    p.osc(1, waves.soft_saw(2, 6), .9, wave_frame=90, voices=2, detune=2.6).osc(2, waves.triangle(), .5, transpose=12, tune=.07, to="1").filter(1, "diode", 82, .2, 0)
    p.wander(1, hz=1.3).route("random_1", "voice_tune", .3, moves=True).env(1, .03, .6, .75, .35).chorus(.3).echo(.28, "1/4", .45).room(.25, .6, 2)
    return p.drive(4, mix=.5)


ALL = [bright_signal, glass_whistle, hard_sync, square_hero, fifth_gear, lone_reed, laser_thread, talk_to_me, paper_comet]
