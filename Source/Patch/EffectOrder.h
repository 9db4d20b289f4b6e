// SPDX-License-Identifier: GPL-3.0-or-later
// The nine effects of a patch, and the one number that says in which order they stand.
#pragma once

#include <array>

namespace athanor::patch
{

enum class Effect { chorus,
                    compressor,
                    delay,
                    distortion,
                    equaliser,
                    filter,
                    flanger,
                    phaser,
                    reverb };

inline constexpr int effectCount = 9;

/** Which effect stands in each place: first is what sound goes through first. */
using EffectOrder = std::array<Effect, effectCount>;

/** The order of the effects as one number, 0 to 9! - 1, and back: the k-th digit of mixed base says how many of those before it belong behind.
    Numbers out of range are the nearest in it. */
EffectOrder effectOrderOf (int code) noexcept;
int codeOf (const EffectOrder&) noexcept;

} // namespace athanor::patch
