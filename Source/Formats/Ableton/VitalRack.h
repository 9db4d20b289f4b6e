// SPDX-License-Identifier: GPL-3.0-or-later
// A patch as an Instrument Rack of Ableton Live: Vital with its sound, and eight named macros.
#pragma once

#include "Core/Result.h"
#include "Patch/PatchSpec.h"

#include <string>
#include <string_view>

namespace athanor
{

/** The document that is written. Later versions of Live open earlier documents, never the other way round. */
enum class LiveForm { live11, ///< Opens in 11.3 and 12.
                      live12  ///< Opens from 12.2 on.
};

/** A file ending in .adg. It holds the preset that writeVital() makes, so it needs nothing beside it but Vital itself, 1.0.6 or later.
    Which knob turns what is told by rackMacrosOf(). Equal patches give equal bytes. Refuses a patch with faults. */
Result<std::string> writeVitalRack (const PatchSpec&, LiveForm);

/** The preset of Vital in such a rack: the first one there is. Trusts nothing. */
Result<std::string> presetInRack (std::string_view adg);

/** What no rack exceeds, unpacked. */
inline constexpr std::size_t longestRack = std::size_t { 192 } << 20;

} // namespace athanor
