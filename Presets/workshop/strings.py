# SPDX-License-Identifier: GPL-3.0-or-later
"""Strings: sections and single bows, from the hall and from the machines that stood for it."""
from . import waves
from .patch import Patch


def strings(name, tags, about, macros):
    p = Patch("Strings", "Pad", name, "strings " + tags, about, macros).set(polyphony=12, velocity_track=.45)
    p.env(1, .22, .8, .88, .55).lfo(8, "sine", hz=5.4, fade_time=.5)
    return p.route("lfo_8", "voice_tune", .12, moves=True)


def silver_section():
    p = strings("Silver Section", "orchestral ensemble lush", "A full section, each desk a little late and a little out of tune.", "Rosin Vibrato Hall Bow Celli Desks Swell Release")
    p.osc(1, waves.saw(), .5, voices=7, detune=2.6).osc(2, waves.strung(.11, .9), .45, voices=4, detune=2.4, to="1").osc(3, waves.saw(), .3, voices=4, detune=2.8, transpose=-12, to="1")
    p.filter(1, "analog", 80, .1, 0, keytrack=.5).route("velocity", "filter_1_cutoff", 14).wander(1, hz=1.2).route("random_1", "osc_2_level", .12, moves=True)
    p.effect("eq", low_gain=-2, low_cutoff=54, band_cutoff=86, band_gain=2.5).room(.35, .75, 2.6)
    return p.macro("body", .4, osc_3_level=(0, .7))


def solo_thread():
    p = strings("Solo Thread", "violin solo expressive", "One bow, one string, a vibrato that arrives when it is needed.", "Bridge Vibrato Chapel Bow Wood Double Breath Lift")
    p.mono(.09).osc(1, waves.strung(.13, .85), .7, random_phase=0, wave_frame=40).osc(2, waves.saw(), .3, to="1").noise(.06, .1, .5, to="2").filter(1, "analog", 88, .15, 0, keytrack=.7)
    p.filter(2, "analog", 100, .4, 4, blend=1, keytrack=.4).env(1, .09, .4, .9, .25).lfo(1, "sine", hz=5.7, delay_time=.3, fade_time=.7).route("lfo_1", "voice_tune", .28, moves=True).route("lfo_1", "osc_1_level", .12, moves=True)
    p.effect("eq", low_gain=-4, low_cutoff=56, band_cutoff=80, band_gain=3).room(.35, .7, 2.4)
    return p.macro("bite", .25, sample_level=(0, .26), filter_1_drive=(0, 9))


def chamber_grain():
    p = strings("Chamber Grain", "chamber intimate textured", "Four players, near: the grain of the bow stays.", "Grain Sway Chamber Scratch Cello Seats Draw Rest")
    p.osc(1, waves.strung(.17, .75), .55, voices=3, detune=2.0, wave_frame=60, frame_spread=40).osc(2, waves.bent(5), .4, voices=2, detune=1.8, wave_frame=180, to="1").noise(.1, .15, .5, to="2")
    p.filter(1, "digital", 82, .12, 0, keytrack=.5).filter(2, "analog", 92, .5, 4, blend=1).wander(1, hz=7).route("random_1", "sample_level", .12, moves=True).route("random_1", "osc_1_level", .1, moves=True)
    p.env(1, .14, .6, .85, .4).room(.25, .45, 1.4).effect("eq", low_gain=-1, low_cutoff=54, band_cutoff=74, band_gain=3)
    return p.macro("bite", .35, sample_level=(0, .3))


def tremolo_hall():
    p = strings("Tremolo Hall", "tremolo tense cinematic", "Bows that shake: for the corridor with the light at its end.", "Light Shake Hall Scrape Bass Rows Fear Fade")
    p.osc(1, waves.saw(), .5, voices=6, detune=2.8).osc(2, waves.saw(), .4, voices=4, detune=2.6, transpose=12, to="1").filter(1, "analog", 74, .15, 1, keytrack=.4)
    p.lfo(1, "triangle", hz=9.5).route("lfo_1", "osc_1_level", .45, moves=True).lfo(2, "triangle", hz=8.7).route("lfo_2", "osc_2_level", .4, moves=True)
    p.env(1, .4, 1, .9, .7).env(2, 1.6, 1, 1, .6).route("env_2", "filter_1_cutoff", 20).room(.4, .8, 3)
    return p


def pizzicato():
    p = strings("Pizzicato", "plucked short orchestral", "Fingers instead of bows.", "Nail Sway Hall Snap Wood Section Soft Ring")
    p.drive(4, "soft clip").osc(1, waves.strung(.2, .9), .7, voices=3, detune=1.5).osc(2, waves.triangle(), .4, to="1", random_phase=.2).env(1, .004, .34, 0, .2, decay_power=-2).env(2, .001, .09, 0, .06)
    p.filter(1, "analog", 66, .1, 1, keytrack=.6).route("env_2", "filter_1_cutoff", 30).route("velocity", "filter_1_cutoff", 20).noise(0, .5, .2, to="1").env(3, .001, .02, 0, .01).route("env_3", "sample_level", .3)
    return p.room(.35, .7, 1.9).macro("release", .35, env_1_decay=(.6, 1.1), env_1_release=(.5, 1.0)).macro("bite", .35, modulation_4_amount=(0, .9)).macro("body", .5, osc_2_level=(0, .75))


def vintage_ensemble():
    p = strings("Vintage Ensemble", "string-machine vintage wide", "The string machine of a stage in 1975: one divider, three delays.", "Brilliance Ensemble Stage Sizzle Cello Stereo Slow Sustain")
    p.osc(1, waves.sifted(2, 0, 4, .6), .5, wave_frame=60, random_phase=.5).osc(2, waves.saw(), .4, transpose=12, to="1").filter(1, "analog", 92, .05, 0).env(1, .16, .4, .95, .7).set(velocity_track=0)
    p.chorus(.6, frequency=-.6, mod_depth=.55, voices=4, feedback=.1).effect("phaser", dry_wet=.25, frequency=-3.2, feedback=.2).room(.15, .5, 1.4)
    p.lfo(1, "sine", hz=6.2, mode=1).route("lfo_1", "osc_2_tune", .1, moves=True)
    return p.macro("body", .45, osc_2_level=(.7, .05), eq_low_gain=(-6, 6)).effect("eq", low_cutoff=56, low_gain=0)


ALL = [silver_section, solo_thread, chamber_grain, tremolo_hall, pizzicato, vintage_ensemble]
