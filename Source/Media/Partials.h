// SPDX-License-Identifier: GPL-3.0-or-later
// The tones that stand out of a sound, and how they go together.
#pragma once

#include "Media/TonePowers.h"

#include <optional>
#include <vector>

namespace athanor
{

struct Partial
{
    double frequency, amplitude; ///< Of the strongest: 1.
};

/** The strongest peaks of the spectrum, at most 24 and not 40 dB weaker than the first; by frequency. */
std::vector<Partial> partialsOf (const TonePowers&);

/** The measures of Timbre that are called so. */
double roughnessOf (const std::vector<Partial>&);
std::optional<double> tuningOf (const std::vector<Partial>&, double noise);

} // namespace athanor
