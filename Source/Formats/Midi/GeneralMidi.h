// SPDX-License-Identifier: GPL-3.0-or-later
// The instruments that General MIDI numbers, by name and as patches of our own modules that stand in for them.
#pragma once

#include "Model/Instrument.h"

#include <optional>
#include <string_view>

namespace athanor::midi
{

/** Of program 0 to 127. */
std::string_view programName (int program);

/** The program with that name, or that part of a name; letters may be large or small. */
std::optional<int> programNamed (std::string_view name);

/** A simple patch in the manner of the program's family. */
Instrument instrumentFor (int program);

/** The drums of channel 10, in groups that share a patch. */
enum class Drum { kick,
                  snare,
                  clap,
                  hiHat,
                  openHiHat,
                  tom,
                  cymbal,
                  block,
                  shaker };

inline constexpr int drumCount = 9;

/** Which of them a key of channel 10 plays. */
Drum drumOf (int midiKey);

Instrument instrumentFor (Drum);

} // namespace athanor::midi
