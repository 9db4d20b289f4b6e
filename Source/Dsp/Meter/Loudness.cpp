// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Meter/Loudness.h"

#include "Dsp/Fast.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace athanor::dsp
{

namespace
{
/** LUFS of a mean square; the -0.691 makes a 997 Hz sine of 0 dBFS in one channel read -3.01. */
float toLoudness (double energy) noexcept
{
    if (energy <= 1e-12)
        return Loudness::silence;

    return std::max (Loudness::silence, -0.691f + 3.01029996f * log2 (static_cast<float> (energy)));
}
} // namespace

// The recommendation gives coefficients for 48 kHz only; these are the analogue filters behind them, so that every rate
// measures alike: B. De Man, "Evaluation of implementations of the EBU R128 loudness measurement", AES 145, 2018.
void Loudness::prepare (double sampleRate) noexcept
{
    {
        const auto k = std::tan (std::numbers::pi * 1681.974450955533 / sampleRate);
        const auto q = 0.7071752369554196;
        const auto high = std::pow (10.0, 3.999843853973347 / 20);
        const auto band = std::pow (high, 0.4996667741545416);
        const auto a0 = 1 + k / q + k * k;
        head = { (high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / q + k * k) / a0,
                 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0 };
    }
    {
        const auto k = std::tan (std::numbers::pi * 38.13547087602444 / sampleRate);
        const auto q = 0.5003270373238773;
        const auto a0 = 1 + k / q + k * k;
        rumble = { 1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0 };
    }

    framesInStep = static_cast<int> (sampleRate / 10 + 0.5);
    reset();
}

void Loudness::reset() noexcept
{
    head.s1 = head.s2 = rumble.s1 = rumble.s2 = energy = Pair {};
    framesDone = newestStep = stepsDone = 0;
    steps = {};
    counts = {};
    energies = {};
}

void Loudness::process (std::span<const Stereo> frames) noexcept
{
    for (const auto frame : frames)
    {
        const auto heard = rumble.tick (head.tick (Pair { frame[0], frame[1] }));
        energy += heard * heard;

        if (++framesDone == framesInStep)
            finishStep();
    }
}

void Loudness::finishStep() noexcept
{
    newestStep = (newestStep + 1) % stepsKept;
    steps[static_cast<std::size_t> (newestStep)] = (energy[0] + energy[1]) / framesInStep;
    stepsDone = std::min (stepsDone + 1, stepsKept);
    energy = Pair {};
    framesDone = 0;

    if (stepsDone < 4)
        return;

    // A block of 400 ms ends here; what is quieter than -70 LUFS does not count.
    const auto block = meanOfLast (4);
    const auto bin = static_cast<int> (std::floor ((toLoudness (block) + 70) * binsPerUnit));

    if (bin >= 0)
    {
        const auto place = static_cast<std::size_t> (std::min (bin, bins - 1));
        ++counts[place];
        energies[place] += block;
    }
}

double Loudness::meanOfLast (int count) const noexcept
{
    double total = 0;

    for (int i = 0; i < count; ++i)
        total += steps[static_cast<std::size_t> ((newestStep - i + stepsKept) % stepsKept)];

    return total / count;
}

float Loudness::momentary() const noexcept { return toLoudness (meanOfLast (4)); }

float Loudness::shortTerm() const noexcept { return toLoudness (meanOfLast (stepsKept)); }

float Loudness::integrated() const noexcept
{
    const auto loudnessFrom = [this] (int bin) {
        std::int64_t count = 0;
        double total = 0;

        for (auto i = static_cast<std::size_t> (bin); i < bins; ++i)
        {
            count += counts[i];
            total += energies[i];
        }

        return count > 0 ? toLoudness (total / static_cast<double> (count)) : silence;
    };

    // The second gate is 10 LU below the loudness of what passed the first.
    const auto gate = loudnessFrom (0) - 10;
    return loudnessFrom (std::clamp (static_cast<int> (std::floor ((gate + 70) * binsPerUnit + 0.5f)), 0, bins - 1));
}

} // namespace athanor::dsp
