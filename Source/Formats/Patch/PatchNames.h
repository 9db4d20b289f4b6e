// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of our patch file are called.
#pragma once

#include "Patch/Control.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace athanor
{

/** Where a control stands: "osc_1" and "level", "voice" and "polyphony". */
std::pair<std::string, std::string> moduleAndName (std::string_view id);

/** The id of a control, or of what may become one. */
std::string idIn (std::string_view module, std::string_view name);

/** Whether a control stands among the modules: not those of slots and macros. */
bool isInModule (Control);

/** Which of our names at the top of the file cannot be those of something unknown. */
bool isPatchName (std::string_view name) noexcept;

/** The controls of a slot, and how they are called there. */
constexpr std::array<std::pair<const char*, Control>, 5> slotControls { { { "amount", Control::modulation_1_amount },
                                                                          { "bipolar", Control::modulation_1_bipolar },
                                                                          { "bypass", Control::modulation_1_bypass },
                                                                          { "power", Control::modulation_1_power },
                                                                          { "stereo", Control::modulation_1_stereo } } };

} // namespace athanor
