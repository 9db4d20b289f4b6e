# SPDX-License-Identifier: GPL-3.0-or-later
"""Drums: one stroke for each note, and the note is the pitch of the skin."""
from . import waves
from .patch import Patch


def drum(name, tags, about, macros, decay=.4):
    p = Patch("Drums", "Percussion", name, "drum " + tags, about, macros).set(polyphony=4, velocity_track=.6)
    p.env(1, .0005, decay, 0, min(.4, decay), decay_power=-3)
    return p.macro("attack", 0, env_1_attack=(p.get("env_1_attack"), .5)).macro("release", .4, env_1_decay=(p.get("env_1_decay") * .72, p.get("env_1_decay") * 1.3), env_1_release=(.3, .9))


def kick_anvil():
    p = drum("Anvil Kick", "kick hard techno", "A hard kick: the pitch falls three octaves in a blink.", "Click Bend Room Crunch Chest Wide Soft Boom", .42)
    p.osc(1, waves.sine(), .85, random_phase=0, phase=.25, transpose=12).env(2, .0005, .06, 0, .05, decay_power=-6).route("env_2", "osc_1_transpose", 36, moves=True).noise(0, .1, .2, to="1").env(3, .0005, .008, 0, .01)
    p.route("env_3", "sample_level", .5).filter(1, "analog", 96, .05, 0).drive(10, "soft clip").macro("brightness", .4, filter_1_cutoff=(60, 120), modulation_2_amount=(.1, 1))
    return p.macro("movement", .5, modulation_1_amount=(.05, .7))


def kick_felt():
    p = drum("Felt Kick", "kick soft deep house", "A round kick under a blanket.", "Beater Fall Room Knock Belly Wide Soft Length", .5)
    p.osc(1, waves.sine(), .85, random_phase=0, phase=.25, transpose=12).osc(2, waves.triangle(), .25, random_phase=0, transpose=24, to="1").env(2, .001, .1, 0, .05, decay_power=-4).route("env_2", "osc_1_transpose", 16, moves=True)
    p.env(3, .0005, .03, 0, .02).route("env_3", "osc_2_level", .3).set(osc_2_level=0).filter(1, "analog", 72, .1, 1).drive(3, "soft clip", mix=.6)
    return p.macro("movement", .45, modulation_1_amount=(0, .4)).macro("bite", .3, modulation_2_amount=(0, .9), distortion_drive=(0, 12))


def snare_ember():
    p = drum("Ember Snare", "snare crisp analog", "Two skins and a carpet of wires.", "Wires Tune Plate Crack Shell Wide Soft Tail", .2)
    p.osc(1, waves.triangle(), .6, random_phase=0, transpose=17).osc(2, waves.sine(), .45, random_phase=0, transpose=24, to="1").env(2, .0005, .03, 0, .02, decay_power=-4).route("env_2", "voice_transpose", 9, moves=True)
    p.noise(.55, .0, .5, to="2").filter(1, "analog", 90, .1, 0).filter(2, "analog", 92, .2, 0, blend=1.6).room(.12, .35, .7).drive(6)
    p.macro("brightness", .5, filter_2_cutoff=(70, 112), sample_level=(.4, .7)).macro("body", .5, osc_1_level=(.2, 1), osc_2_level=(.1, .8))
    return p.macro("movement", .4, modulation_1_amount=(0, .25))


def clap_cloud():
    p = drum("Cloud Clap", "clap wide electronic", "Four hands that do not quite agree.", "Palms Scatter Stairs Snap Cup Crowd Late Echo", .3).drive(10, "soft clip")
    p.noise(.9, .0, .6, to="1").set(osc_1_on=0).filter(1, "digital", 82, .35, 4, blend=1).filter(2, "analog", 64, .1, 0, blend=2, filter_input=1)
    p.lfo(1, "saw down", hz=75, mode=0).env(2, .0005, .035, 0, .01, decay_power=4).lfo(2, waves.line([(0, 1), (.08, 1), (.12, 0), (1, 0)], name="Hands"), hz=1.6, mode=2)
    p.set(voice_amplitude=.75).route("lfo_1", "voice_amplitude", .9, moves=True).route("env_2", "sample_level", .1).room(.25, .4, .8).set(sample_level=.85)
    return p.macro("body", .4, filter_2_cutoff=(84, 50)).macro("movement", .5, modulation_1_amount=(0, 1.0), lfo_1_frequency=(5.6, 6.7))


def hat_spark():
    p = drum("Spark Hat", "hi-hat metallic bright", "Six squares that hate each other, through a narrow gate.", "Sizzle Shiver Booth Metal Bell Wide Soft Open", .2)
    p.osc(1, waves.scattered(7, 2, 120, .1, "Sheet"), 1.0, transpose=36, morph=("inharmonic", .8), random_phase=1).osc(2, waves.pulse(), .8, transpose=41, tune=.37, to="1").fm(2, .6, "rm a").noise(.9, 0, .5, to="1")
    p.filter(1, "digital", 118, .2, 1, blend=2).wander(1, hz=30).route("random_1", "voice_tune", .8, moves=True).drive(14, "soft clip")
    p.macro("brightness", .5, filter_1_cutoff=(104, 130)).macro("body", .4, osc_2_level=(0, 1), filter_1_blend=(2, 1.5)).macro("bite", .5, sample_level=(1.0, .6), distortion_drive=(6, 22))
    return p


def tom_hollow():
    p = drum("Hollow Tom", "tom tuned warm", "A tuned drum with air in it: play it as a melody.", "Skin Bend Cave Stick Shell Pair Soft Ring", .6)
    p.osc(1, waves.sine(), .8, random_phase=0, transpose=12).osc(2, waves.sparse([2, 3, 5], [2], fall=1, name="Skin"), .3, random_phase=0, transpose=12, tune=.3, to="1").env(2, .001, .16, 0, .1, decay_power=-3)
    p.route("env_2", "voice_transpose", 6, moves=True).env(3, .0005, .05, 0, .03).route("env_3", "osc_2_level", .4).noise(.0, .5, .2, to="1").route("env_3", "sample_level", .35).filter(1, "comb", 60, .3, 0, keytrack=1, mix=.25).room(.2, .5, 1.2)
    p.macro("brightness", .4, osc_2_level=(.05, .8), modulation_3_amount=(0, .8)).macro("movement", .4, modulation_1_amount=(0, .16))
    return p.macro("bite", .3, filter_1_mix=(0, .9), filter_1_resonance=(.2, .7))


def rim_copper():
    p = drum("Copper Rim", "rim percussive metallic", "The edge of a drum, or a pipe in a kitchen.", "Edge Ring_Mod Tile Hit Pipe Pair Soft Clang", .24)
    p.osc(1, waves.triangle(), .7, random_phase=0, transpose=29).osc(2, waves.sine(), .6, random_phase=0, transpose=36, tune=.41, to="1").fm(2, .7, "rm a").noise(0, .0, .2, to="1").env(3, .0005, .006, 0, .01).route("env_3", "sample_level", .35)
    p.env(1, .002, .3, 0, .24, decay_power=-2).filter(1, "analog", 100, .3, 4, blend=1).lfo(1, "sine", hz=28).route("lfo_1", "osc_2_distortion_amount", .5, moves=True).room(.2, .4, .9).drive(16, "soft clip")
    return p.macro("body", .5, osc_1_level=(.1, 1.0))


def zap():
    p = drum("Zap", "laser electronic retro", "The gun of a small green visitor.", "Ray Sweep Void Fry Hull Beam Soft Trail", .3)
    p.osc(1, waves.basic(), .75, random_phase=0, wave_frame=150, transpose=12).env(2, .0005, .2, 0, .1, decay_power=-3).route("env_2", "osc_1_transpose", 44, moves=True).filter(1, "ladder", 92, .4, 0, drive=5)
    p.route("env_2", "filter_1_cutoff", 24).echo(.2, "1/32", .4).room(.12, .4, .9).macro("movement", .6, modulation_1_amount=(.08, .65))
    return p.macro("body", .3, osc_2_level=(.0, .8)).osc(2, waves.sine(), 0, transpose=12, to="effects", random_phase=0)


ALL = [kick_anvil, kick_felt, snare_ember, clap_cloud, hat_spark, tom_hollow, rim_copper, zap]
