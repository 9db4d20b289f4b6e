// SPDX-License-Identifier: GPL-3.0-or-later
// Doubling and halving of the sample rate, for what makes new overtones: they shall have room, and not fold back.
#pragma once

#include "Dsp/Fast.h"

#include <array>
#include <cmath>
#include <numbers>

namespace athanor::dsp
{

/** The coefficients of a half-band filter of two branches of allpasses, even ones in the first, odd ones in the second.

    An elliptic filter, designed in closed form: Reinaldo Valenzuela and Anthony Constantinides, "Digital signal processing schemes
    for efficient interpolation and decimation", 1983. Not for the audio thread.
    @param transition  From the end of the pass band to the beginning of the stop band, as a share of the higher rate, below 0.5.
*/
template <int count>
std::array<float, count> designHalfBand (double transition)
{
    const auto edge = std::tan ((1 - 2 * transition) * std::numbers::pi / 4);
    const auto k = edge * edge;
    const auto root = std::sqrt (std::sqrt (1 - k * k));
    const auto e = 0.5 * (1 - root) / (1 + root);
    const auto e4 = e * e * e * e;
    const auto q = e * (1 + e4 * (2 + e4 * (15 + 150 * e4)));
    std::array<float, count> made {};

    for (int c = 0; c < count; ++c)
    {
        // Two quickly converging theta series.
        const auto angle = std::numbers::pi * (c + 1) / (2 * count + 1);
        double above = 0, below = 0.5;

        for (int i = 0; i < 8; ++i)
        {
            const auto sign = i % 2 == 0 ? 1.0 : -1.0;
            above += sign * std::pow (q, i * (i + 1)) * std::sin ((2 * i + 1) * angle);

            if (i > 0)
                below += sign * std::pow (q, i * i) * std::cos (2 * i * angle);
        }

        const auto w = std::sqrt (std::sqrt (q)) * above / below;
        const auto x = std::sqrt ((1 - w * w * k) * (1 - w * w / k)) / (1 + w * w);
        made[static_cast<std::size_t> (c)] = static_cast<float> ((1 - x) / (1 + x));
    }

    return made;
}

/** One chain of allpasses, a coefficient each, all one frame long at the lower rate. */
template <typename S, int count>
class AllpassPair
{
public:
    void prepare (double transition) { coefficients = designHalfBand<count> (transition); }

    void reset() noexcept
    {
        inputs.fill (S (0.0f));
        outputs.fill (S (0.0f));
    }

    void resetLane (int lane) noexcept
    {
        for (auto* memory : { &inputs, &outputs })
            for (auto& value : *memory)
                value.set (lane, 0.0f);
    }

    /** What the first branch makes of one frame. */
    S even (S x) noexcept { return run (x, 0); }

    /** What the second branch makes of one. */
    S odd (S x) noexcept { return run (x, 1); }

private:
    S run (S x, std::size_t from) noexcept
    {
        for (auto i = from; i < count; i += 2)
        {
            const auto y = fma (x - outputs[i], S (coefficients[i]), inputs[i]);
            inputs[i] = x;
            outputs[i] = y;
            x = y;
        }

        return x;
    }

    std::array<float, count> coefficients {};
    std::array<S, count> inputs {}, outputs {};
};

/** Calls a function at twice the sample rate. */
template <typename S, int count>
class Doubled
{
public:
    void prepare (double transition)
    {
        up.prepare (transition);
        down.prepare (transition);
        reset();
    }

    void reset() noexcept
    {
        up.reset();
        down.reset();
    }

    void resetLane (int lane) noexcept
    {
        up.resetLane (lane);
        down.resetLane (lane);
    }

    template <typename Function>
    S tick (S x, Function&& function) noexcept
    {
        const auto first = function (up.even (x));
        const auto second = function (up.odd (x));
        return 0.5f * (down.odd (first) + down.even (second));
    }

private:
    AllpassPair<S, count> up, down;
};

/** Calls a function at least at 176 kHz: at four times a common rate, at twice a high one, or as it is. */
template <typename S>
class Oversampled
{
public:
    void prepare (double sampleRate)
    {
        times = sampleRate < 64'000 ? 4 : sampleRate < 128'000 ? 2
                                                               : 1;
        outer.prepare (times == 4 ? 0.04 : 0.2);
        inner.prepare (0.25);
    }

    void reset() noexcept
    {
        outer.reset();
        inner.reset();
    }

    void resetLane (int lane) noexcept
    {
        outer.resetLane (lane);
        inner.resetLane (lane);
    }

    /** How many times `tick` calls its function. */
    int factor() const noexcept { return times; }

    template <typename Function>
    S tick (S x, Function&& function) noexcept
    {
        if (times == 1)
            return function (x);

        if (times == 2)
            return outer.tick (x, function);

        return outer.tick (x, [&] (S y) { return inner.tick (y, function); });
    }

private:
    int times = 4;
    Doubled<S, 6> outer;
    Doubled<S, 3> inner;
};

} // namespace athanor::dsp
