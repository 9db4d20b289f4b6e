// SPDX-License-Identifier: GPL-3.0-or-later
#include "Patch/PatchSource.h"

#include <algorithm>

namespace athanor
{

namespace
{
constexpr std::array<std::string_view, patchSourceCount> names {
    "env_1", "env_2", "env_3", "env_4", "env_5", "env_6",
    "lfo_1", "lfo_2", "lfo_3", "lfo_4", "lfo_5", "lfo_6", "lfo_7", "lfo_8",
    "random_1", "random_2", "random_3", "random_4",
    "macro_control_1", "macro_control_2", "macro_control_3", "macro_control_4",
    "random", "stereo", "velocity", "note", "note_in_octave", "aftertouch", "slide", "lift", "mod_wheel", "pitch_wheel",
    "macro_control_5", "macro_control_6", "macro_control_7", "macro_control_8"
};
} // namespace

std::string_view nameOf (PatchSource source) noexcept { return names[static_cast<std::size_t> (source)]; }

std::optional<PatchSource> patchSourceNamed (std::string_view name) noexcept
{
    const auto found = std::ranges::find (names, name);
    return found != names.end() ? std::optional (static_cast<PatchSource> (found - names.begin())) : std::nullopt;
}

bool isPerVoice (PatchSource source) noexcept
{
    return ! nameOf (source).starts_with ("macro_control");
}

} // namespace athanor
