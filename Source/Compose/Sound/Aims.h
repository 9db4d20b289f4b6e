// SPDX-License-Identifier: GPL-3.0-or-later
// What an intent wants of each axis, as numbers to aim at.
#pragma once

#include "Compose/Sound/SoundShelf.h"
#include "Compose/Sound/TimbreScale.h"

#include <string>
#include <vector>

namespace athanor
{

/** An axis that is pulled, and where it is to stand. */
struct Aim
{
    TimbreAxis axis {};
    std::optional<double> target; ///< A standing; nothing: the axis is not measured, its lever goes as far as was wished.
    double wish = 0;              ///< -1 to 1.
    std::string cause;            ///< The word of the prompt.

    /** How far the lever goes at first, and then, where somebody listens. */
    double far = 0;
};

/** By how much a standing moves, roughly, for a pull of 1: where a search begins. */
double usualGain (TimbreAxis);

/** What to aim at with a sound that now sounds like this. A wish against a usual sound aims at a place beyond that, and at least a little beyond the
    sound that the word is to be heard against; one against the sound that was there aims away from it.
    @param against  How it would sound, or sounded, without the word. */
std::vector<Aim> aimsOf (const SoundIntent&, SoundCategory, const Timbre& now, const Timbre& against, const SoundShelf&);

/** How far a sound is from its aims, in spreads: 0 is there. What is beyond counts less than what falls short, and axes nobody spoke of count where
    they have become odd for the category. */
double distanceFrom (const std::vector<Aim>&, const Timbre&, SoundCategory, const SoundShelf&);

/** By how much a sound falls short of an aim, in spreads: positive where the lever has to go on. 0 where nothing is measured. */
double shortOf (const Aim&, const Timbre&, const SoundShelf&);

/** The aim that is missed most, in spreads. */
double farthestOff (const std::vector<Aim>&, const Timbre&, const SoundShelf&);

} // namespace athanor
