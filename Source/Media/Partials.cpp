// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Partials.h"

#include "Media/Spectra.h"

#include <functional>

namespace athanor
{

std::vector<Partial> partialsOf (const TonePowers& powers)
{
    std::vector<Partial> partials;
    const auto& mean = powers.mean;

    for (std::size_t i = 2; i + 2 < mean.size(); ++i)
        if (mean[i] > mean[i - 1] && mean[i] >= mean[i + 1] && mean[i] > mean[i - 2] && mean[i] > mean[i + 2])
        {
            const auto level = [&] (std::size_t bin) { return std::log (mean[bin] + 1.0e-30); };
            partials.push_back ({ (static_cast<double> (i) + peakBetween (level (i - 1), level (i), level (i + 1))) * powers.binWidth, std::sqrt (mean[i]) });
        }

    std::ranges::sort (partials, std::greater(), &Partial::amplitude);
    partials.resize (std::min<std::size_t> (partials.size(), 24));
    const auto strongest = partials.empty() ? 1 : partials.front().amplitude;

    for (auto& partial : partials)
        partial.amplitude /= strongest;

    std::erase_if (partials, [] (const Partial& partial) { return partial.amplitude < 0.01; });
    std::ranges::sort (partials, {}, &Partial::frequency);
    return partials;
}

/** Vassilakis: what two partials beat by how near they are, how strong, and how alike. */
double roughnessOf (const std::vector<Partial>& partials)
{
    double sum = 0;

    for (std::size_t i = 0; i < partials.size(); ++i)
        for (std::size_t k = i + 1; k < partials.size(); ++k)
        {
            const auto a = partials[i].amplitude, b = partials[k].amplitude;
            const auto apart = 0.24 / (0.0207 * partials[i].frequency + 18.96) * (partials[k].frequency - partials[i].frequency);
            sum += std::pow (a * b, 0.1) * 0.5 * std::pow (2 * std::min (a, b) / (a + b), 3.11) * (std::exp (-3.5 * apart) - std::exp (-5.75 * apart));
        }

    return sum;
}

/** Of the lowest partial that is not 30 dB weaker than the strongest. */
std::optional<double> tuningOf (const std::vector<Partial>& partials, double noise)
{
    const auto strong = std::ranges::find_if (partials, [] (const Partial& partial) { return partial.amplitude > 0.0316 && partial.frequency > 25; });

    if (strong == partials.end() || noise > 0.5)
        return {};

    const auto keys = 12 * std::log2 (strong->frequency / 440);
    return 100 * (keys - std::round (keys));
}

} // namespace athanor
