// SPDX-License-Identifier: GPL-3.0-or-later
// What is said outright is done outright: with this, without that, this fast, this long.
#pragma once

#include "Compose/Sound/PatchHand.h"

#include <string>
#include <string_view>

namespace athanor
{

/** The word of the prompt that means something with this name in it, as "dark" for "brightness"; empty: none does. */
std::string causeOf (const SoundIntent&, std::string_view name);

// In this order, after the base and around the levers: what comes later wins.

void addFeatures (PatchHand&, const SoundIntent&);
void addMovements (PatchHand&, const SoundIntent&);
void shiftRegister (PatchHand&, const SoundIntent&);

/** Times and shares that were named. */
void setNamedTimes (PatchHand&, const SoundIntent&);
void setNamedSpace (PatchHand&, const SoundIntent&);

/** Exclusions: what must not be there is not, whoever asked for it. */
void removeExclusions (PatchHand&, const SoundIntent&);

/** Sees to it that the sound ends: releases, echoes and rooms within seconds. Has the last word, over locks too. */
void boundTail (PatchHand&);

/** A tempo control's choice for a length in beats, and the sync that makes it exact: 1 plain, 2 dotted, 3 triplets. */
struct TempoChoice
{
    int tempo = 8, sync = 1;
};

TempoChoice tempoFor (double beats);

} // namespace athanor
