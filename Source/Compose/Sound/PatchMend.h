// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody should have to mend in a patch that was just made: tuning, offset, level.
#pragma once

#include "Compose/Sound/Ear.h"
#include "Compose/Sound/PatchHand.h"

namespace athanor
{

/** Loudness that all patches have, LUFS of the phrase, and the peak that none exceeds, dBFS. */
inline constexpr double wantedLoudness = -18, highestPeak = -2;

/** Brings what is off back to the note; where that does not help, calms what moves the pitch. Drums and effects are left alone.
    @param heard  How the patch sounds; afterwards, how it sounds then. */
void mendTuning (PatchHand&, Timbre& heard, SoundCategory, const Ear&);

/** The same by a turn of the tuning alone. */
void bringIntoTune (PatchHand&, Timbre& heard, SoundCategory, const Ear&);

/** Louder or softer by so many decibels, as far as the volume goes. */
void turnVolume (PatchHand&, double decibels, const TurnReason&);

/** What a level is mended for. */
struct LevelWish
{
    SoundCategory category {};
    double louder = 0;       ///< How much louder (1) or softer (-1) it was to be.
    bool mayCompress = true; ///< Where peaks stand in the way.
};

/** Makes it as loud as all others, and takes an offset away.
    @returns whether that was more than a turn of the volume, so that it may sound otherwise. */
bool mendLevel (PatchHand&, const LevelWish&, const Ear&);

} // namespace athanor
