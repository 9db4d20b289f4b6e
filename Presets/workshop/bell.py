# SPDX-License-Identifier: GPL-3.0-or-later
"""Bells: partials that are no harmonics, long decays."""
from . import waves
from .patch import Patch


def bell(name, tags, about, macros, decay=2.2, release=1.4):
    p = Patch("Bell", "Keys", name, "bell " + tags, about, macros).set(polyphony=12, velocity_track=.5)
    p.env(1, .001, decay, 0, release, decay_power=-3).env(2, .001, decay * .4, 0, release * .5, decay_power=-3)
    return p.macro("release", .45, env_1_decay=(p.get("env_1_decay") * .75, p.get("env_1_decay") * 1.2), env_1_release=(.6, 1.4))


def frozen_bell():
    p = bell("Frozen Bell", "fm cold crystal", "The bell of frequency modulation: two sines at three and a half to one.", "Ice Shiver Lake Strike Bronze Double Frost Ring")
    p.osc(1, waves.sine(), .7, random_phase=0).osc(2, waves.sine(), 0, transpose=21, tune=.68, to="1", random_phase=0).fm(1, .03).route("env_2", "osc_1_distortion_amount", .2)
    p.osc(3, waves.sine(), .3, transpose=-12, to="1", random_phase=0).filter(1, "analog", 116, .02, 0).lfo(1, "sine", hz=3.4).route("lfo_1", "osc_1_level", .16, moves=True)
    p.route("velocity", "osc_1_distortion_amount", .06).room(.35, .7, 3)
    return p.macro("brightness", .35, osc_1_distortion_amount=(0, .09), filter_1_cutoff=(100, 126)).macro("body", .4, osc_3_level=(0, .75))


def music_drawer():
    p = bell("Music Drawer", "music-box delicate nostalgic", "A comb of steel in a drawer, wound up a little too long ago.", "Comb Unwind Drawer Pin Wood Lid Soft Spring", 1.3, 1)
    p.osc(1, waves.sparse([1, 7], [1, 3], fall=1.5, name="Comb"), .7, random_phase=0).osc(2, waves.sine(), .25, transpose=24, tune=.08, to="1", random_phase=0).route("env_2", "osc_2_level", .3)
    p.noise(0, .0, .15, to="1").env(3, .0005, .012, 0, .01).route("env_3", "sample_level", .35).filter(1, "analog", 106, .05, 0).wander(1, hz=.7).route("random_1", "voice_tune", .14, moves=True)
    return p.room(.22, .35, 1.2).macro("bite", .3, modulation_2_amount=(.0, .9), osc_1_wave_frame=(0, 120))


def temple_bowl():
    p = bell("Temple Bowl", "bowl meditative long", "A bowl of bronze rubbed at its rim; two tones beat against each other.", "Rim Beating Temple Rub Bronze Circle Bloom Peace", 3.6, 2.4)
    p.osc(1, waves.sine(), .6, voices=2, detune=1.5, random_phase=.4).osc(2, waves.sine(), .4, transpose=17, tune=.37, to="1", random_phase=0, voices=2, detune=1.9).osc(3, waves.sine(), .22, transpose=29, tune=-.2, to="1", random_phase=0)
    p.env(1, .06, 3.6, 0, 2.2, decay_power=-2).filter(1, "analog", 104, .02, 0).lfo(1, "sine", hz=1.3).route("lfo_1", "osc_2_level", .22, moves=True).lfo(2, "sine", hz=.7).route("lfo_2", "osc_3_level", .16, moves=True)
    return p.room(.4, .85, 4).macro("brightness", .4, osc_3_level=(.05, .5), filter_1_cutoff=(88, 118)).macro("body", .5, osc_1_level=(.35, .85))


def ice_sticks():
    p = bell("Ice Sticks", "glockenspiel bright sharp", "Small bars, hard sticks, high up.", "Bars Glitter Hall Stick Frame Pair Wool Ring", .9, .6)
    p.osc(1, waves.sparse([1, 3, 8], [1], fall=1.1, name="Bar"), .7, random_phase=0).osc(2, waves.sine(), .3, transpose=32, tune=-.3, to="1", random_phase=0).route("env_2", "osc_2_level", .25)
    p.set(osc_1_wave_frame=230).route("env_2", "osc_1_wave_frame", -230).filter(1, "analog", 118, .02, 0).lfo(1, "triangle", hz=6).route("lfo_1", "osc_1_pan", .7, moves=True).room(.25, .6, 1.8)
    return p.macro("brightness", .5, osc_2_level=(0, .5), filter_1_cutoff=(104, 130))


def carillon():
    p = bell("Carillon", "church large bronze", "The bells of a tower: hum, tierce, fifth and nominal, each with its own decay.", "Nominal Wind Tower Clapper Hum Square Soft Toll", 3, 2)
    p.osc(1, waves.sparse([5, 10, 12, 15, 20, 27], [5, 10], fall=.6, name="Bronze"), .6, transpose=-28, tune=.14, random_phase=0).osc(2, waves.sine(), .4, transpose=-12, to="1", random_phase=0).osc(3, waves.sine(), .35, transpose=3, to="1", random_phase=0)
    p.set(osc_1_wave_frame=240).route("env_2", "osc_1_wave_frame", -230).noise(0, .2, .3, to="1").env(3, .0005, .03, 0, .02).route("env_3", "sample_level", .3)
    p.filter(1, "analog", 108, .05, 0).lfo(1, "sine", hz=.9).route("lfo_1", "osc_2_level", .2, moves=True).room(.4, .85, 3.6)
    return p.macro("body", .5, osc_2_level=(.1, .7)).macro("bite", .35, modulation_2_amount=(0, .85), filter_1_drive=(0, 8))


def star_map():
    p = bell("Star Map", "ambient space echoing", "Bells far apart in the dark; each note answers itself elsewhere.", "Stars Orbit Cosmos Flare Gravity Sky Drift Afterglow", 1.8, 1.5)
    p.osc(1, waves.scattered(31, 3, 24, .7, "Stars"), .5, morph=("stretch", .58), random_phase=0).osc(2, waves.sine(), .5, to="1", random_phase=0).route("env_2", "osc_1_level", .3)
    p.lfo(1, "triangle", hz=.13, mode=1).route("lfo_1", "osc_1_wave_frame", 230, moves=True).set(osc_1_wave_frame=128).wander(1, hz=.5, kind=1).route("random_1", "osc_1_pan", 1.2, moves=True)
    p.filter(1, "analog", 106, .05, 0).echo(.4, "1/4", .5).room(.45, .9, 4.5)
    return p.macro("bite", .3, osc_1_spectral_morph_amount=(.5, .75))


def gamelan():
    p = bell("Bronze Garden", "gamelan ethnic pelog", "Keys of bronze that are tuned apart on purpose, so that they shimmer.", "Bronze Ombak Court Hammer Gong Pair Cloth Damp", 1.1, .5)
    p.osc(1, waves.sine(), .6, random_phase=0, voices=2, detune=2.6, stereo_spread=.9).osc(2, waves.sine(), .0, transpose=17, tune=.4, to="1", random_phase=0).fm(1, .02).route("env_2", "osc_1_distortion_amount", .1)
    p.osc(3, waves.sparse([3, 8, 11], [3], name="Key"), .25, to="1", random_phase=0, tune=-.2).route("env_2", "osc_3_level", .2).filter(1, "analog", 104, .05, 0, keytrack=.2)
    p.lfo(1, "sine", hz=6.8, fade_time=.1).route("lfo_1", "osc_1_level", .25, moves=True).room(.22, .5, 1.5)
    return p.macro("bite", .3, osc_1_distortion_amount=(0, .08), osc_3_level=(.1, .5)).macro("width", .55, osc_1_unison_detune=(.4, 4.4))


ALL = [frozen_bell, music_drawer, temple_bowl, ice_sticks, carillon, star_map, gamelan]
