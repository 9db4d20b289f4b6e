// SPDX-License-Identifier: GPL-3.0-or-later
// What can move a control of the synth.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace athanor
{

/** Sources of modulation. Macros 5 to 8 are ours alone: they leave for Vital as what they do, not as what they are. */
enum class PatchSource : std::uint8_t {
    env_1,
    env_2,
    env_3,
    env_4,
    env_5,
    env_6,
    lfo_1,
    lfo_2,
    lfo_3,
    lfo_4,
    lfo_5,
    lfo_6,
    lfo_7,
    lfo_8,
    random_1,
    random_2,
    random_3,
    random_4,
    macro_control_1,
    macro_control_2,
    macro_control_3,
    macro_control_4,
    random,
    stereo,
    velocity,
    note,
    note_in_octave,
    aftertouch,
    slide,
    lift,
    mod_wheel,
    pitch_wheel,
    macro_control_5,
    macro_control_6,
    macro_control_7,
    macro_control_8
};

constexpr int patchSourceCount = 36;
constexpr int vitalSourceCount = 32; ///< The first ones: those that Vital has, too.

/** The id of the preset format. */
std::string_view nameOf (PatchSource) noexcept;

std::optional<PatchSource> patchSourceNamed (std::string_view) noexcept;

/** Whether each voice has its own. */
bool isPerVoice (PatchSource) noexcept;

} // namespace athanor
