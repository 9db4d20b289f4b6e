// SPDX-License-Identifier: GPL-3.0-or-later
// How a sound is, in numbers a musician has words for: bright, warm, quick, long, noisy, wide, moving, rough, deep.
#pragma once

#include "Dsp/Sound.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace athanor
{

/** Of a sound that is silent all are as here.

    Brightness, attack and flatness are those of G. Peeters, "A large set of audio features for sound description", 2004, and of
    MPEG-7 (ISO/IEC 15938-4); roughness is the model of P. Vassilakis, "Auditory roughness as means of musical expression",
    2005; the level is EBU R 128.
*/
struct Timbre
{
    double level = -100;          ///< LUFS, without what is nearly silent.
    double brightness = 0;        ///< Hertz: the centre of gravity of its spectrum, by amplitude.
    double warmth = 0;            ///< 0 to 1: the share of its energy from 120 to 500 Hz.
    double sub = 0;               ///< 0 to 1: the share of its energy below 90 Hz.
    double attack = 0;            ///< Seconds from a tenth to nine tenths of its greatest level.
    double decay = 0;             ///< Seconds from its greatest level until it is 20 dB lower, or over.
    double sustain = 0;           ///< 0 to 1: its level at the end of the note, of its greatest level.
    double noise = 0;             ///< 0 to 1: how flat its spectrum is, band by band; tones have 0, noise nearly 1.
    double width = 0;             ///< 0 to 1: the share of its energy that is between the sides; mono has 0, two independent sides 0.5.
    double movement = 0;          ///< Decibels by which its bands go up and down while it is held, beside its decay.
    double roughness = 0;         ///< 0: no partials beat; one pair of equal partials at their roughest has about 0.1.
    std::optional<double> tuning; ///< Cents, -50 to 50, of its lowest strong partial from the nearest key (A is 440 Hz); nothing of noise.

    bool operator== (const Timbre&) const = default;
};

/** Changes with every change of what timbreOf() finds. */
inline constexpr int timbreVersion = 1;

/** Any thread; some hundred times faster than the sound plays.
    @param held  Seconds until the note is let go; what comes later is heard for attack, decay and level alone. */
Timbre timbreOf (const dsp::Sound&, double held = std::numeric_limits<double>::infinity());

/** How far a sound is from the note it was to play, in cents: the middle of the energy within a quarter tone and a little around its first eight
    harmonics and those of the octave below. Voices that beat around the note are in tune where their middle is. Nothing: there is next to no energy, as of
    a drum or of partials that are no harmonics. Any thread. */
std::optional<double> centsFrom (const dsp::Sound&, double hertz, double held = std::numeric_limits<double>::infinity());

/** All of it as numbers, and back. What is no such list is a silent sound. */
std::vector<double> numbersOf (const Timbre&);
Timbre timbreFrom (std::span<const double>);

} // namespace athanor
