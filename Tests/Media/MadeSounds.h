// SPDX-License-Identifier: GPL-3.0-or-later
// Sounds that were made so that the answer is known.
#pragma once

#include "Media/Timbre.h"

#include <cmath>
#include <cstdint>
#include <functional>
#include <numbers>

namespace athanor::madesounds
{

inline constexpr double rate = 48'000;

/** One second and a half of a function of time. */
inline dsp::Sound sound (const std::function<double (double)>& left, const std::function<double (double)>& right = {})
{
    dsp::Sound made { rate, right ? 2 : 1, {} };

    for (int i = 0; i < static_cast<int> (1.5 * rate); ++i)
    {
        made.samples.push_back (static_cast<float> (left (i / rate)));

        if (right)
            made.samples.push_back (static_cast<float> (right (i / rate)));
    }

    return made;
}

inline double sine (double frequency, double t) { return std::sin (2 * std::numbers::pi * frequency * t); }

/** From -1 to 1, always the same. */
struct Noise
{
    std::uint64_t state;

    double operator() (double)
    {
        state = state * 6'364'136'223'846'793'005u + 1'442'695'040'888'963'407u;
        return static_cast<double> (state >> 11) * 0x1p-52 - 1;
    }
};

inline Timbre ofSine (double frequency)
{
    return timbreOf (sound ([=] (double t) { return 0.5 * sine (frequency, t); }));
}

} // namespace athanor::madesounds
