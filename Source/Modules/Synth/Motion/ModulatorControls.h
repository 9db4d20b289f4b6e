// SPDX-License-Identifier: GPL-3.0-or-later
// Which controls belong to which modulator, for all who ask what has to be computed before what.
#pragma once

#include "Patch/PatchSpec.h"

#include <array>

namespace athanor::synth
{

/** Controls that follow each other; none where `first` is `beyond`. */
struct ControlRange
{
    int first = 0, beyond = 0;

    constexpr bool contains (Control c) const noexcept { return static_cast<int> (c) >= first && static_cast<int> (c) < beyond; }
};

/** Those of an envelope, an LFO or a random source; none of any other source. */
constexpr ControlRange controlsOf (PatchSource source) noexcept
{
    const auto family = [source] (PatchSource firstSource, Control first, Control next) {
        const auto length = static_cast<int> (next) - static_cast<int> (first);
        const auto begin = static_cast<int> (first) + length * (static_cast<int> (source) - static_cast<int> (firstSource));
        return ControlRange { begin, begin + length };
    };

    if (source <= PatchSource::env_6)
        return family (PatchSource::env_1, Control::env_1_attack, Control::env_2_attack);

    if (source <= PatchSource::lfo_8)
        return family (PatchSource::lfo_1, Control::lfo_1_delay_time, Control::lfo_2_delay_time);

    if (source <= PatchSource::random_4)
        return family (PatchSource::random_1, Control::random_1_frequency, Control::random_2_frequency);

    return {};
}

/** What the pitch of a voice depends on. */
inline constexpr std::array pitchControls { Control::portamento_time, Control::portamento_slope, Control::pitch_bend_range, Control::voice_tune,
                                            Control::voice_transpose };

} // namespace athanor::synth
