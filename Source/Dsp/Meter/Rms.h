// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"

#include <span>

namespace athanor::dsp
{

/** How strong a sound has been lately: the root of its mean square, old sound fading from the mean. */
template <typename S>
class Rms
{
public:
    /** @param seconds  How long a sound takes to fade from the mean to a third; 0.3 is a VU meter's calm. */
    void prepare (double sampleRate, double seconds = 0.3) noexcept
    {
        share = 1.0f - exp (static_cast<float> (-1.0 / (seconds * sampleRate)));
        reset();
    }

    void reset() noexcept { mean = S (0.0f); }

    S tick (S x) noexcept
    {
        mean += share * (x * x - mean);
        return mean;
    }

    void process (std::span<const S> frames) noexcept
    {
        for (const auto frame : frames)
            tick (frame);
    }

    /** As a gain, lane by lane: a sine of amplitude 1 reads 0.707. */
    S level() const noexcept { return sqrt (mean); }

private:
    float share = 0;
    S mean { 0.0f };
};

} // namespace athanor::dsp
