// SPDX-License-Identifier: GPL-3.0-or-later
// What the levers of several axes have in common.
#pragma once

#include "Compose/Sound/PatchHand.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace athanor::levers
{

/** The share of a pull that its means number `stage` (from 0) gets: -1 to 1. */
inline double shareOf (double far, int stage)
{
    return std::copysign (std::clamp (std::abs (far) - stage, 0.0, 1.0), far);
}

/** Hertz as the format counts them: semitones, 69 is 440 Hz. */
inline double semitonesOf (double hertz) { return 69 + 12 * std::log2 (hertz / 440); }

/** Stored times are fourth roots of seconds. */
inline double storedSeconds (double seconds) { return std::sqrt (std::sqrt (std::max (0.0, seconds))); }

inline double secondsOf (double stored) { return stored * stored * stored * stored; }

/** From one time towards another, by equal ratios. */
inline double towards (double seconds, double goal, double share) { return seconds * std::pow (goal / seconds, share); }

/** One of the sound's filters as others call them. */
inline std::string filterName (int filter) { return filter < patch::filters ? "filter " + std::to_string (filter + 1) : "the filter among the effects"; }

inline PatchSource lfoSource (int lfo) { return static_cast<PatchSource> (static_cast<int> (PatchSource::lfo_1) + lfo); }

// Choices of controls that have no name elsewhere: of filter_N_model, osc_N_distortion_type, distortion_type.
inline constexpr int formantModel = 5, combModel = 6, syncWarp = 1, firstFm = 7, firstRing = 10, bitCrush = 4;

/** The filter among the effects, as a member of the family of filters. */
inline constexpr int effectFilter = patch::filters;

/** Switches the filter among the effects on: analogue, 12 dB. Where it is on already, nothing changes.
    @param blend  0 low pass, 1 band pass, 2 high pass. */
void startEffectFilter (PatchHand&, double blend, double cutoff, double resonance, const TurnReason&);

/** Filters whose cutoff says how bright the sound is: on, no vowels, no comb, and rather a low pass. */
std::vector<int> darkeningFilters (const PatchSpec&);

/** Makes an effect heard that was off or all dry, at that mix at least, and no less than it was. */
void raiseMix (PatchHand&, Control aSwitch, Control mix, double by, const TurnReason&);

/** Takes a share (0 to 1) of an effect's mix away. */
void lowerMix (PatchHand&, Control aSwitch, Control mix, double share, const TurnReason&);

// One for each axis: see pull().

void brighten (PatchHand&, double far, const std::string& cause);
void warm (PatchHand&, double far, const std::string& cause);
void roughen (PatchHand&, double far, const std::string& cause);
void addNoise (PatchHand&, double far, const std::string& cause);
void deepen (PatchHand&, double far, const std::string& cause);
void thicken (PatchHand&, double far, const std::string& cause);
void resonate (PatchHand&, double far, const std::string& cause);
void ringLikeMetal (PatchHand&, double far, const std::string& cause);
void hollow (PatchHand&, double far, const std::string& cause);
void speak (PatchHand&, double far, const std::string& cause);

void quicken (PatchHand&, double far, const std::string& cause);
void lengthen (PatchHand&, double far, const std::string& cause);
void widen (PatchHand&, double far, const std::string& cause);
void move (PatchHand&, double far, const std::string& cause);
void steady (PatchHand&, double far, const std::string& cause);
void addRoom (PatchHand&, double far, const std::string& cause);

} // namespace athanor::levers
