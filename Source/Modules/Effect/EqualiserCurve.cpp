// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Effect/EqualiserCurve.h"

#include "Dsp/Filter/Equaliser.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace athanor
{

double equaliserGain (const std::function<float (std::string_view)>& valueOf, double hertz, double sampleRate)
{
    using dsp::BandKind;

    const auto value = [&] (std::string_view id) { return static_cast<double> (valueOf (id)); };
    const auto gain = [&] (const dsp::BandSettings& band) { return dsp::gainOf (band, hertz, sampleRate); };

    const auto bell = [&] (std::string_view frequency, std::string_view level, std::string_view width) {
        const auto span = std::exp2 (value (width));
        return gain ({ BandKind::bell, value (frequency), value (level), std::sqrt (span) / (span - 1) });
    };

    // A cut that is all the way out is off, and fades in near there.
    const auto cut = [&] (BandKind kind, double frequency, double away) {
        return 1 + std::clamp (away, 0.0, 1.0) * (gain ({ kind, frequency }) - 1);
    };

    const auto lowest = value ("lowCut"), highest = value ("highCut");

    return cut (BandKind::lowCut, lowest, (lowest - 10) / 10) * cut (BandKind::highCut, highest, (22'000 - highest) / 2'000) * gain ({ BandKind::lowShelf, value ("lowFrequency"), value ("lowGain") }) * gain ({ BandKind::highShelf, value ("highFrequency"), value ("highGain") }) * bell ("frequency1", "gain1", "width1") * bell ("frequency2", "gain2", "width2") * bell ("frequency3", "gain3", "width3") * std::pow (10.0, value ("level") / 20);
}

} // namespace athanor
