// SPDX-License-Identifier: GPL-3.0-or-later
// From eight lanes frame by frame to eight frames lane by lane, and back.
#pragma once

#include "Dsp/Lanes.h"

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace athanor::dsp
{

/** Calls `does` with 0, 1, … as constants, so that what it indexes stays in registers. */
template <int count, typename Does>
[[gnu::always_inline]] inline void unrolled (Does&& does) noexcept
{
    [&]<int... i> (std::integer_sequence<int, i...>) { (does (std::integral_constant<std::size_t, i> {}), ...); }
    (std::make_integer_sequence<int, count> {});
}

/** What stood in lane k of row i stands in lane i of row k. */
[[gnu::always_inline]] inline std::array<Voices, 8> transposed (const std::array<Voices, 8>& rows) noexcept
{
    std::array<Voices, 8> x, y;

    unrolled<4> ([&] (auto i) {
        const auto a = rows[2 * i].value, b = rows[2 * i + 1].value;
        x[2 * i] = __builtin_shufflevector (a, b, 0, 8, 1, 9, 4, 12, 5, 13);
        x[2 * i + 1] = __builtin_shufflevector (a, b, 2, 10, 3, 11, 6, 14, 7, 15);
    });

    unrolled<4> ([&] (auto i) {
        constexpr auto from = i / 2 * 4 + i % 2, to = i / 2 * 4 + i % 2 * 2;
        y[to] = __builtin_shufflevector (x[from].value, x[from + 2].value, 0, 1, 8, 9, 4, 5, 12, 13);
        y[to + 1] = __builtin_shufflevector (x[from].value, x[from + 2].value, 2, 3, 10, 11, 6, 7, 14, 15);
    });

    unrolled<4> ([&] (auto i) {
        x[i] = __builtin_shufflevector (y[i].value, y[i + 4].value, 0, 1, 2, 3, 8, 9, 10, 11);
        x[i + 4] = __builtin_shufflevector (y[i].value, y[i + 4].value, 4, 5, 6, 7, 12, 13, 14, 15);
    });

    return x;
}

} // namespace athanor::dsp
