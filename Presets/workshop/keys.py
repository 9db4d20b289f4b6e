# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys: struck, plucked and blown by fingers, answering to velocity."""
from . import waves
from .patch import Patch


def keys(name, tags, about, macros):
    p = Patch("Keys", "Keys", name, "keys " + tags, about, macros).set(polyphony=16, velocity_track=.7)
    return p.env(1, .001, 2.4, .0, .22, decay_power=-3)


def tine_room():
    p = keys("Tine Room", "electric-piano warm soul", "Tines beside a pickup: soft when touched, barking when hit.", "Tines Tremolo Room Bark Wood Pan Felt Ring")
    p.osc(1, waves.tine(14), .7, random_phase=0).osc(2, waves.sine(), 0, to="1", transpose=12, random_phase=0).fm(1, .03).env(2, .001, .5, 0, .2, decay_power=-4)
    p.set(osc_1_wave_frame=190).route("env_2", "osc_1_wave_frame", -150).route("velocity", "osc_1_distortion_amount", .12).filter(1, "analog", 92, .08, 0, keytrack=.4)
    p.lfo(1, "sine", hz=4.6).route("lfo_1", "osc_1_pan", .55, moves=True).chorus(.2).room(.15, .5, 1.3).drive(2, mix=.5)
    return p.macro("bite", .2, osc_1_distortion_amount=(.01, .14), distortion_drive=(0, 12))


def felt():
    p = keys("Felt", "piano soft intimate", "Felt on strings, close to the ear, with the wood of the key.", "Lid Breath Parlour Hammer Wood Stool Touch Pedal")
    p.osc(1, waves.strung(.12, 1.3), .7, voices=2, detune=1.1, random_phase=.1, stereo_spread=.6).osc(2, waves.sine(), .45, to="1", random_phase=0)
    p.noise(0, .75, .4, to="effects").env(1, .003, 3.2, 0, .35, decay_power=-4).env(2, .001, 1.2, 0, .3, decay_power=-3).env(3, .001, .03, 0, .03)
    p.filter(1, "analog", 58, .05, 0, keytrack=.6).route("env_2", "filter_1_cutoff", 26).route("velocity", "filter_1_cutoff", 24).route("env_3", "sample_level", .3)
    p.wander(1, hz=.6).route("random_1", "osc_1_tune", .12, moves=True).route("random_1", "osc_1_pan", .7, moves=True).route("env_1", "osc_1_wave_frame", -120).set(osc_1_wave_frame=180)
    return p.room(.2, .45, 1.6).macro("bite", .3, modulation_3_amount=(.0, .8), filter_1_drive=(0, 9))


def drawbar_house():
    p = keys("Drawbar House", "organ house classic", "Full drawbars with a click, and a cabinet that turns.", "Bars Leslie Hall Click Pedal Horn Swell Release")
    p.osc(1, waves.organ("888000000", "888400002", "888888888"), .6, random_phase=0, wave_frame=110).osc(2, waves.sine(), .0, transpose=31, to="1", random_phase=0)
    p.env(1, .002, .2, 1, .05).env(2, .001, .18, 0, .05).route("env_2", "osc_2_level", .45).filter(1, "analog", 104, .05, 0)
    p.lfo(1, "sine", hz=6.4, mode=1).route("lfo_1", "osc_1_pan", .5, moves=True).route("lfo_1", "voice_tune", .07, moves=True).chorus(.3, frequency=2.6, mod_depth=.2)
    p.set(velocity_track=0).room(.15, .5, 1.2).drive(5, mix=.7).macro("brightness", .43, osc_1_wave_frame=(0, 256))
    return p.macro("bite", .3, modulation_1_amount=(.2, .9), distortion_drive=(2, 14))


def clav_corner():
    p = keys("Clav Corner", "clavinet funky percussive", "Short and rubbery, made for the offbeat.", "Treble Wah Corner Pluck Bass Wide Mute Sustain")
    p.osc(1, waves.strung(.07, .8), .65, random_phase=0).osc(2, waves.pulse(), .35, wave_frame=170, to="1", random_phase=0).env(1, .001, .7, 0, .05, decay_power=-3)
    p.env(2, .001, .16, 0, .05).filter(1, "digital", 76, .45, 4, blend=.8, keytrack=.5).route("env_2", "filter_1_cutoff", 30).route("velocity", "filter_1_cutoff", 20)
    p.lfo(1, "sine", hz=1.9, mode=1).route("lfo_1", "filter_1_cutoff", 24, moves=True).effect("phaser", dry_wet=.3, frequency=-1.5).room(.1, .4, .9).drive(6)
    return p.macro("release", .3, env_1_decay=(.6, 1.2), env_1_release=(.4, .9))


def digital_grand():
    p = keys("Digital Grand", "fm eighties bright", "The electric grand of a thousand ballads: two sines on two sines.", "Crystal Chorus Stage Metal Body Wide Soft Sustain")
    p.osc(1, waves.sine(), .6, random_phase=0, voices=2, detune=1.4, stereo_spread=.8).osc(2, waves.sine(), .0, transpose=46, tune=.1, to="1", random_phase=0).fm(1, .0)
    p.osc(3, waves.tine(9), .4, to="1", random_phase=0).env(2, .001, .45, .0, .3, decay_power=-4).route("env_2", "osc_1_distortion_amount", .09).route("velocity", "osc_1_distortion_amount", .03)
    p.route("env_2", "osc_3_wave_frame", -160).set(osc_3_wave_frame=200).filter(1, "analog", 112, .02, 0).lfo(1, "sine", hz=.6).route("lfo_1", "osc_3_pan", .9, moves=True)
    p.chorus(.4, frequency=-1).room(.22, .6, 1.8).macro("brightness", .4, osc_1_distortion_amount=(0, .06), filter_1_cutoff=(98, 124)).macro("body", .4, osc_3_level=(.1, .75))
    return p.macro("movement", .5, modulation_5_amount=(0, .9), chorus_mod_depth=(.1, .8))


def toy_piano():
    p = keys("Toy Piano", "toy playful bright", "Rods in a small red box.", "Paint Wobble Nursery Rods Box Pair Soft Ring")
    p.osc(1, waves.sparse([1, 6, 13], [1, 6], fall=1.4, name="Rods"), .65, random_phase=0).osc(2, waves.sparse([3, 8], [3], fall=1, name="Box"), .3, to="1", random_phase=0, tune=.12)
    p.env(1, .001, .9, 0, .3, decay_power=-4).route("env_1", "osc_1_wave_frame", -220).set(osc_1_wave_frame=250).noise(0, .2, .3, to="1").env(2, .001, .025, 0, .02).route("env_2", "sample_level", .4)
    p.filter(1, "analog", 108, .1, 0).wander(1, hz=2).route("random_1", "voice_tune", .16, moves=True).room(.18, .3, .9)
    return p.macro("body", .3, osc_2_level=(0, .8)).macro("bite", .3, modulation_2_amount=(.1, 1.0))


def wurly_grey():
    p = keys("Wurly Grey", "electric-piano reed dirty", "Steel reeds and a tired amplifier.", "Reeds Vibrato Bar Dirt Case Wide Touch Hold")
    p.osc(1, waves.reed(.5), .7, random_phase=0, wave_frame=60).osc(2, waves.sine(), .3, transpose=12, to="1", random_phase=0).env(1, .001, 1.7, .08, .12, decay_power=-2)
    p.env(2, .001, .4, .1, .2).route("env_2", "osc_1_wave_frame", 110).route("velocity", "osc_1_wave_frame", 80).filter(1, "diode", 84, .15, 0, keytrack=.4)
    p.lfo(1, "triangle", hz=5.5, mode=1).route("lfo_1", "osc_1_level", .25, moves=True).drive(8, "soft clip").room(.12, .4, 1)
    return p


def tape_flutes():
    p = keys("Tape Flutes", "mellow vintage progressive", "Flutes on a strip of tape under each key; they start when they like.", "Head Flutter Studio Blow Belt Section Speak Reel")
    p.osc(1, waves.harmonics_table("Flute", {1: 1, 2: .35, 3: .12, 4: .05}, {1: 1, 2: .6, 3: .3, 4: .14, 5: .07}), .65, voices=2, detune=2.2, random_phase=1).noise(.06, .3, .5, to="2")
    p.filter(1, "analog", 80, .1, 0, keytrack=.4).filter(2, "analog", 86, .5, 4, blend=1, keytrack=.7).env(1, .06, .3, .85, .22).set(velocity_track=.2)
    p.wander(1, hz=2.2).route("random_1", "voice_tune", .24, moves=True).route("random_1", "osc_1_wave_frame", 120, moves=True).set(osc_1_wave_frame=90)
    return p.chorus(.2).room(.22, .55, 1.7).drive(4, mix=.6).macro("bite", .3, sample_level=(0, .25), distortion_drive=(1, 12))


def harpsi():
    p = keys("Quill Box", "harpsichord baroque plucked", "Quills on brass strings, two choirs of them; velocity knows little of it.", "Brass Gusts Salon Quill Lute Choirs Soft Ring")
    p.osc(1, waves.strung(.09, .55), .6, random_phase=0).osc(2, waves.strung(.14, .6), .4, transpose=12, to="1", random_phase=0, tune=.04).env(1, .001, 1.9, 0, .14, decay_power=-3)
    p.filter(1, "analog", 110, .15, 0, keytrack=.2).env(2, .001, .8, 0, .2).route("env_2", "filter_1_cutoff", 16).set(velocity_track=.15).wander(1, hz=.8).route("random_1", "osc_2_tune", .12, moves=True)
    p.effect("eq", low_gain=-2, low_cutoff=56).room(.22, .55, 1.6)
    return p.macro("bite", .5, osc_2_level=(.1, .7), filter_1_drive=(0, 5))


ALL = [tine_room, felt, drawbar_house, clav_corner, digital_grand, toy_piano, wurly_grey, tape_flutes, harpsi]
