# SPDX-License-Identifier: GPL-3.0-or-later
"""Pads: chords that come slowly, move by themselves and leave a trace."""
from . import waves
from .patch import Patch, steps


def pad(name, tags, about, macros):
    p = Patch("Pad", "Pad", name, "pad " + tags, about, macros).set(polyphony=12, velocity_track=.3)
    return p.env(1, .7, 1.5, .85, 1.6).macro("attack", .35, env_1_attack=(.25, 1.35)).macro("release", .45, env_1_release=(.6, 1.5))


def slow_dawn():
    p = pad("Slow Dawn", "warm analog evolving", "Saws under a low filter that opens like a morning.", "Light Drift Sky Embers Earth Horizon Dawn Dusk")
    p.osc(1, waves.saw(), .5, voices=6, detune=3.2).osc(2, waves.saw(), .42, voices=4, detune=3.6, transpose=-12, to="1").filter(1, "analog", 62, .15, 1, keytrack=.3)
    p.env(2, 3, 3, .6, 2).route("env_2", "filter_1_cutoff", 26).lfo(1, "sine", hz=.09, mode=1).route("lfo_1", "filter_1_cutoff", 14, stereo=True, moves=True)
    return p.chorus(.3).room(.35, .75, 3.2).macro("body", .6, osc_2_level=(.1, .65))


def glass_fog():
    p = pad("Glass Fog", "cold digital shimmering", "Thin glass over fog: a few high harmonics that change places.", "Frost Swirl Fog Shards Ground Fan Settle Lift")
    p.osc(1, waves.sparse([1, 5, 9, 14], [1, 4, 11, 19], [1, 7, 13, 22], name="Glass"), .55, voices=4, detune=2.4).osc(2, waves.sine(), .4, to="1")
    p.filter(1, "digital", 92, .15, 0, keytrack=.3).lfo(1, "triangle", hz=.07, mode=1).route("lfo_1", "osc_1_wave_frame", 230, moves=True).set(osc_1_wave_frame=128)
    p.wander(1, hz=.6).route("random_1", "osc_1_pan", .8, moves=True).room(.45, .85, 4.5).echo(.18, "1/4", .4)
    return p.macro("bite", .0, osc_1_spectral_morph_amount=(.5, .9)).set(osc_1_spectral_morph_type=4)


def choir_of_wires():
    p = pad("Choir of Wires", "vocal choir wide", "A choir that never was: vowels sung by a wavetable, each voice a little apart.", "Mouths Vowels Nave Throat Basses Rows Inhale Exhale")
    p.osc(1, waves.vowels("uoaei"), .6, voices=5, detune=3, frame_spread=30).osc(2, waves.vowels("oau", 180), .4, voices=3, detune=2.6, transpose=12, to="1")
    p.filter(1, "analog", 84, .1, 0).lfo(1, "sine", hz=.13, mode=1).route("lfo_1", "osc_1_wave_frame", 150, moves=True).set(osc_1_wave_frame=110, osc_2_wave_frame=60)
    p.lfo(2, "sine", hz=4.9, fade_time=1.2).route("lfo_2", "voice_tune", .1, moves=True).chorus(.35).room(.4, .8, 3.6)
    return p.macro("body", .4, osc_2_level=(.6, .2), eq_low_gain=(-6, 6)).effect("eq", low_gain=0, low_cutoff=52)


def warm_tape():
    p = pad("Warm Tape", "lo-fi vintage nostalgic", "Two soft oscillators on a tape that is not quite round.", "Head Wow Closet Hiss Belt Blur Lean Spool")
    p.osc(1, waves.basic(), .6, wave_frame=150, voices=2, detune=3).osc(2, waves.pulse(), .4, wave_frame=30, transpose=-12, tune=.05, to="1").noise(.07, .4, .5, to="effects")
    p.filter(1, "diode", 70, .15, 0, keytrack=.2, drive=3).wander(1, hz=.9).route("random_1", "voice_tune", .22, moves=True)
    p.lfo(1, "sine", hz=.7, mode=1).route("lfo_1", "voice_tune", .1, moves=True).env(1, .25, 2, .8, .9).chorus(.4, frequency=-1.2).room(.2, .5, 1.8)
    return p.drive(5, "soft clip").macro("bite", .25, sample_level=(0, .28), distortion_drive=(2, 14))


def northern_drift():
    p = pad("Northern Drift", "evolving ambient cinematic", "Chance moves everything, slowly: no chord sounds twice the same.", "Aurora Weather Tundra Wind Ice Plain Thaw Night")
    p.osc(1, waves.sifted(3, 1, 7), .5, voices=4, detune=2.8, wave_frame=100).osc(2, waves.scattered(11, 4, 40, 1.0), .4, voices=3, detune=2.2, to="2", wave_frame=60)
    p.filter(1, "ladder", 68, .2, 0).filter(2, "comb", 60, .35, 1, keytrack=1, blend=.6).wander(1, hz=.16).wander(2, hz=.21, kind=2).wander(3, hz=.12, kind=3)
    p.route("random_1", "osc_1_wave_frame", 180, moves=True).route("random_2", "osc_2_wave_frame", 200, moves=True).route("random_3", "filter_1_cutoff", 30, moves=True)
    p.env(1, 1.6, 2, .85, 2.4).room(.45, .9, 5).echo(.2, "1/2", .35)
    return p.macro("body", .5, osc_2_level=(.7, .1), eq_low_gain=(-5, 5)).effect("eq", low_gain=0, low_cutoff=54)


def low_tide():
    p = pad("Low Tide", "dark deep drone", "Almost a bass: dark water under everything, with a slow swell in halves.", "Moon Tide Bay Rocks Abyss Shore Swell Ebb")
    p.osc(1, waves.triangle(), .65, voices=3, detune=2.5, transpose=-12).osc(2, waves.folded(5), .35, transpose=-12, voices=2, detune=2, to="1", wave_frame=40)
    p.filter(1, "ladder", 54, .3, 1, drive=3).lfo(1, "sine", tempo="1/1", mode=1).route("lfo_1", "filter_1_cutoff", 20, moves=True).route("lfo_1", "osc_2_wave_frame", 120, moves=True)
    return p.env(1, 1.2, 2, .9, 1.8).room(.3, .8, 3).macro("width", .4, osc_1_stereo_spread=(.3, 1), chorus_dry_wet=(0, .6)).chorus(.2)


def halo():
    p = pad("Halo", "bright airy shimmer", "Air around a tone: dispersed phases, octaves and a long room.", "Gold Turn Dome Sparks Base Ring Rise Glow")
    p.osc(1, waves.breath(), .5, wave_frame=128, voices=5, detune=3.4, stack="octave", morph=("disperse", .62)).osc(2, waves.soft_saw(2, 8), .4, wave_frame=140, voices=4, detune=3, to="1")
    p.filter(1, "analog", 100, .05, 0).lfo(1, "triangle", hz=.17).route("lfo_1", "osc_1_spectral_morph_amount", .4, moves=True)
    return p.effect("phaser", dry_wet=.25, frequency=-3.4, feedback=.3).room(.5, .85, 4.2).macro("bite", .3, osc_1_wave_frame=(60, 256), filter_1_drive=(0, 8))


def paper_lanterns():
    p = pad("Paper Lanterns", "organ tremolo gentle", "Drawbars behind paper, lit by a slow tremolo that goes round.", "Flame Flicker Garden Paper String Row Kindle Dim")
    p.osc(1, waves.organ("008800000", "008840020", "808860406"), .6, wave_frame=90, random_phase=.3).osc(2, waves.sine(), .35, transpose=24, to="1", tune=.03)
    p.filter(1, "analog", 90, .05, 0).lfo(1, "sine", hz=3.1).route("lfo_1", "osc_1_level", .35, moves=True, stereo=True).route("lfo_1", "osc_1_pan", .6, moves=True)
    p.env(1, .3, 1, .9, 1.0).chorus(.45).room(.35, .6, 2.4).macro("brightness", .4, osc_1_wave_frame=(0, 225), osc_2_level=(.1, .6))
    return p


def iron_cathedral():
    p = pad("Iron Cathedral", "metallic dark cinematic", "Bowed iron in a very large room; for the scene before the end.", "Rust Groan Vault Rasp Anvil Aisles Bow Decay")
    p.osc(1, waves.scattered(23, 3, 50, .9), .55, voices=3, detune=2.4, morph=("inharmonic", .54)).osc(2, waves.reed(.4), .4, transpose=-12, to="1", wave_frame=120)
    p.osc(3, waves.sine(), .0, to="1").filter(1, "dirty", 76, .25, 1, drive=4, keytrack=.2).lfo(1, "triangle", hz=.1, mode=1)
    p.route("lfo_1", "osc_1_wave_frame", 220, moves=True).route("lfo_1", "filter_1_cutoff", 18, moves=True).set(osc_1_wave_frame=128)
    return p.env(1, 1.1, 2, .8, 2.2).room(.5, .95, 5.2).macro("body", .5, osc_2_level=(.1, .7))


def rain_season():
    p = pad("Rain Season", "noise texture calm", "A chord heard through rain on a roof.", "Cloud Gusts Valley Drops Roof Window Arrive Clear")
    p.osc(1, waves.windowed(1), .55, voices=4, detune=2.7, wave_frame=90).osc(2, waves.sine(), .45, transpose=-12, to="1").noise(.2, .1, .6, to="2")
    p.filter(1, "analog", 74, .1, 0, keytrack=.2).filter(2, "analog", 98, .55, 4, blend=1).wander(1, hz=5, kind=1).wander(2, hz=.3)
    p.route("random_1", "filter_2_cutoff", 34, moves=True).route("random_2", "sample_level", .14, moves=True).route("random_2", "osc_1_wave_frame", 80, moves=True)
    return p.room(.35, .7, 3).echo(.25, "1/16", .45).macro("bite", .45, sample_level=(0, .45)).macro("body", .5, osc_2_level=(.1, .8))


def pulse_garden():
    p = pad("Pulse Garden", "rhythmic hypnotic electronic", "A pad that breathes in eighths, its two sides in turn.", "Bloom Pulse Glade Thorn Root Path Grow Wilt")
    p.osc(1, waves.pulse(), .5, voices=4, detune=2.8, wave_frame=40).osc(2, waves.soft_saw(2, 7), .45, transpose=12, voices=3, detune=2.4, to="1", wave_frame=120).filter(1, "ladder", 78, .2, 1)
    p.lfo(1, steps([1, .35, .7, .35, .9, .35, .6, .45], .3), tempo="1/1", mode=1).route("lfo_1", "filter_1_cutoff", 34, moves=True).route("lfo_1", "osc_2_pan", .9, moves=True)
    return p.env(1, .15, 1, .9, .8).echo(.25, "1/8", .4).room(.3, .6, 2.2)


ALL = [slow_dawn, glass_fog, choir_of_wires, warm_tape, northern_drift, low_tide, halo, paper_lanterns, iron_cathedral, rain_season, pulse_garden]
