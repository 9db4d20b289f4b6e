// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Timbre.h"

#include "Media/Loudness.h"
#include "Media/Partials.h"

#include <array>
#include <cmath>

namespace athanor
{

namespace
{
constexpr double silent = 1.0e-5; // of full scale: -100 dB

double squared (double x) { return x * x; }

void measureLevels (const LevelCurve& envelope, double held, Timbre& timbre)
{
    const auto begin = envelope.stepsUntil (0, 0.1 * envelope.highest(), true);
    timbre.attack = static_cast<double> (envelope.stepsUntil (begin, 0.9 * envelope.highest(), true)) * envelope.seconds;
    timbre.decay = static_cast<double> (envelope.stepsUntil (envelope.top, 0.1 * envelope.highest(), false)) * envelope.seconds;

    const auto end = std::min (envelope.levels.size(), static_cast<std::size_t> (std::min (held / envelope.seconds, 1.0e9)));
    const auto first = end - std::min (end, std::max<std::size_t> (1, end / 8));
    double sum = 0;

    for (auto i = first; i < end; ++i)
        sum += envelope.levels[i];

    timbre.sustain = end > first ? std::min (1.0, sum / static_cast<double> (end - first) / envelope.highest()) : 0;
}

double widthOf (const dsp::Sound& sound)
{
    double middle = 0, side = 0;

    for (std::size_t i = 0; sound.channels == 2 && i < sound.frames(); ++i)
    {
        const auto left = static_cast<double> (sound.samples[2 * i]), right = static_cast<double> (sound.samples[2 * i + 1]);
        middle += squared (left + right);
        side += squared (left - right);
    }

    return side > 0 ? side / (middle + side) : 0;
}
} // namespace

std::optional<double> centsFrom (const dsp::Sound& sound, double hertz, double held)
{
    constexpr int fine = 65'536, harmonics = 8;
    constexpr double mostTrusted = 4, reach = 60, leastShare = 0.32;
    const LevelCurve envelope (sound);

    if (envelope.highest() < silent)
        return {};

    const auto powers = finePowersOf (sound, envelope, held, fine);
    const auto binWidth = sound.sampleRate / fine;
    double moment = 0, weights = 0, inside = 0, all = 1.0e-30;

    for (std::size_t i = 1; i < powers.size() && static_cast<double> (i) * binWidth < (harmonics + 1) * hertz; ++i)
        all += powers[i];

    // An oscillator an octave below is in tune, too.
    for (const auto k : { 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0 })
    {
        double energy = 0, sum = 0;
        const auto centre = k * hertz / binWidth;

        for (auto i = static_cast<std::size_t> (centre * std::exp2 (-reach / 1'200)) + 1; i < powers.size() && static_cast<double> (i) < centre * std::exp2 (reach / 1'200); ++i)
        {
            energy += powers[i];
            sum += powers[i] * 1'200 * std::log2 (static_cast<double> (i) / centre);
        }

        const auto weight = std::sqrt (energy) * std::min (k, mostTrusted);
        moment += energy > 0 ? weight * sum / energy : 0;
        weights += weight;
        inside += energy;
    }

    return inside > leastShare * all ? std::optional (moment / weights) : std::nullopt;
}

Timbre timbreOf (const dsp::Sound& sound, double held)
{
    Timbre timbre;
    const LevelCurve envelope (sound);

    if (envelope.highest() < silent)
        return timbre;

    measureLevels (envelope, held, timbre);
    timbre.level = loudnessOf (sound).integrated;
    timbre.width = widthOf (sound);

    const auto powers = powersOf (sound, envelope, held);
    timbre.brightness = brightnessOf (powers);
    timbre.warmth = powers.share (120, 500);
    timbre.sub = powers.share (0, 90);
    timbre.noise = noiseOf (powers);
    timbre.movement = movementOf (powers, sound.sampleRate);

    const auto partials = partialsOf (powers);
    timbre.roughness = roughnessOf (partials);
    timbre.tuning = tuningOf (partials, timbre.noise);
    return timbre;
}

namespace
{
constexpr std::array measures { &Timbre::level, &Timbre::brightness, &Timbre::warmth, &Timbre::sub, &Timbre::attack, &Timbre::decay, &Timbre::sustain, &Timbre::noise, &Timbre::width, &Timbre::movement, &Timbre::roughness };
constexpr double noTuning = 1'000;
} // namespace

std::vector<double> numbersOf (const Timbre& timbre)
{
    std::vector<double> numbers;

    for (const auto measure : measures)
        numbers.push_back (timbre.*measure);

    numbers.push_back (timbre.tuning.value_or (noTuning));
    return numbers;
}

Timbre timbreFrom (std::span<const double> numbers)
{
    Timbre timbre;

    if (numbers.size() != measures.size() + 1)
        return timbre;

    for (std::size_t i = 0; i < measures.size(); ++i)
        timbre.*measures[i] = numbers[i];

    if (numbers.back() != noTuning)
        timbre.tuning = numbers.back();

    return timbre;
}

} // namespace athanor
