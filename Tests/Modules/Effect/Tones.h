// SPDX-License-Identifier: GPL-3.0-or-later
// Tones to send through a module, and how strong a tone is in what comes out.
#pragma once

#include "Modules/Rig.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace athanor
{

/** Sends a tone of amplitude 0.5 through a module; a second of what one lane of an output plays, after `wait` seconds. */
template <typename S>
std::vector<float> playTone (Rig<S>& rig, double hertz, double wait = 0.5, std::string_view output = "out", int lane = 0)
{
    std::vector<float> heard;
    const auto rate = rig.moment.sampleRate;

    for (int frame = 0; frame < static_cast<int> ((wait + 1) * rate); frame += quantum)
    {
        for (int i = 0; i < quantum; ++i)
            rig.input ("in")[i] = S (static_cast<float> (0.5 * std::sin (2 * std::numbers::pi * std::fmod (hertz * (frame + i) / rate, 1.0))));

        rig.input ("in").steady = rig.input ("in").silent = false;
        const auto now = rig.record (output, 1, lane);

        if (frame >= static_cast<int> (wait * rate))
            heard.insert (heard.end(), now.begin(), now.end());
    }

    return heard;
}

/** The amplitude of a tone in a recording. */
inline double amplitudeOf (const std::vector<float>& sound, double hertz, double rate = 48'000)
{
    double cosines = 0, sines = 0, total = 0;

    for (std::size_t i = 0; i < sound.size(); ++i)
    {
        const auto window = 0.5 - 0.5 * std::cos (2 * std::numbers::pi * static_cast<double> (i) / static_cast<double> (sound.size()));
        const auto angle = 2 * std::numbers::pi * hertz * static_cast<double> (i) / rate;
        cosines += window * std::cos (angle) * static_cast<double> (sound[i]);
        sines += window * std::sin (angle) * static_cast<double> (sound[i]);
        total += window;
    }

    return 2 * std::hypot (cosines, sines) / total;
}

/** The loudest and the softest tenth of a second, as the root of the mean square. */
inline std::pair<double, double> loudestAndSoftest (const std::vector<float>& sound, std::size_t part = 4'800)
{
    double loudest = 0, softest = 1e9;

    for (std::size_t from = 0; from + part <= sound.size(); from += part)
    {
        double power = 0;

        for (auto i = from; i < from + part; ++i)
            power += static_cast<double> (sound[i]) * static_cast<double> (sound[i]);

        power = std::sqrt (power / static_cast<double> (part));
        loudest = std::max (loudest, power);
        softest = std::min (softest, power);
    }

    return { loudest, softest };
}

} // namespace athanor
