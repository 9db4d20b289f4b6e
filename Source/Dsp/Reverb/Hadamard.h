// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Lanes.h"

namespace athanor::dsp
{

/** Spreads each lane over all eight, with its power kept: a Hadamard matrix in three steps of butterflies, not scaled (× √8). */
inline Voices hadamard (Voices x) noexcept
{
    const auto& v = x.value;
    const Voices near = Voices (__builtin_shufflevector (v, v, 1, 0, 3, 2, 5, 4, 7, 6)) + x * Voices (Voices::Floats { 1, -1, 1, -1, 1, -1, 1, -1 });
    const auto& n = near.value;
    const Voices mid = Voices (__builtin_shufflevector (n, n, 2, 3, 0, 1, 6, 7, 4, 5)) + near * Voices (Voices::Floats { 1, 1, -1, -1, 1, 1, -1, -1 });
    const auto& m = mid.value;
    return Voices (__builtin_shufflevector (m, m, 4, 5, 6, 7, 0, 1, 2, 3)) + mid * Voices (Voices::Floats { 1, 1, 1, 1, -1, -1, -1, -1 });
}

} // namespace athanor::dsp
