// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Filter/Equaliser.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace athanor::dsp
{

// The trapezoidal filter is the analogue one with its frequencies bent by a tangent: so the analogue formulas hold.
double gainOf (const BandSettings& settings, double hertz, double sampleRate)
{
    const auto bent = [sampleRate] (double f) { return std::tan (std::numbers::pi * std::clamp (f / sampleRate, 1e-5, 0.49999)); };
    const auto a = std::pow (10.0, settings.decibels / 40);
    const auto isBell = settings.kind == BandKind::bell;
    const auto damping = 1 / (isBell ? settings.quality * a : settings.quality);
    auto turn = bent (std::min (settings.hertz, 0.49 * sampleRate));

    if (settings.kind == BandKind::lowShelf)
        turn /= std::sqrt (a);
    else if (settings.kind == BandKind::highShelf)
        turn *= std::sqrt (a);

    const std::complex<double> s (0, bent (hertz) / turn);
    const auto low = 1.0 / (s * s + damping * s + 1.0);
    const auto band = s * low;

    switch (settings.kind)
    {
        case BandKind::bell:
            return std::abs (1.0 + damping * (a * a - 1) * band);
        case BandKind::lowShelf:
            return std::abs (1.0 + damping * (a - 1) * band + (a * a - 1) * low);
        case BandKind::highShelf:
            return std::abs (a * a + damping * (1 - a) * a * band + (1 - a * a) * low);
        case BandKind::lowCut:
            return std::abs (1.0 - damping * band - low);
        case BandKind::highCut:
            return std::abs (low);
    }

    return 1;
}

} // namespace athanor::dsp
