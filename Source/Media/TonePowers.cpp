// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/TonePowers.h"

#include "Media/Spectra.h"

#include <numeric>

namespace athanor
{

namespace
{
constexpr int size = 4'096, hop = 1'024;

double squared (double x) { return x * x; }

std::vector<float> channelOf (const dsp::Sound& sound, std::size_t channel)
{
    std::vector<float> one (sound.frames());

    for (std::size_t i = 0; i < one.size(); ++i)
        one[i] = sound.samples[i * static_cast<std::size_t> (sound.channels) + channel];

    return one;
}

/** How far a curve goes from the straight line that fits it best: the root of the mean square. */
double deviationOf (const std::vector<double>& curve)
{
    const auto count = static_cast<double> (curve.size());
    double meanY = 0, slope = 0, spread = 0, sum = 0;
    const auto meanX = (count - 1) / 2;

    for (const auto y : curve)
        meanY += y / count;

    for (std::size_t i = 0; i < curve.size(); ++i)
    {
        slope += (static_cast<double> (i) - meanX) * (curve[i] - meanY);
        spread += squared (static_cast<double> (i) - meanX);
    }

    slope = spread > 0 ? slope / spread : 0;

    for (std::size_t i = 0; i < curve.size(); ++i)
        sum += squared (curve[i] - meanY - slope * (static_cast<double> (i) - meanX));

    return std::sqrt (sum / count);
}
} // namespace

double TonePowers::share (double from, double to) const
{
    double inside = 0, all = 1.0e-30;

    for (std::size_t i = 1; i < mean.size(); ++i)
    {
        const auto frequency = static_cast<double> (i) * binWidth;
        all += mean[i];
        inside += frequency >= from && frequency < to ? mean[i] : 0;
    }

    return inside / all;
}

TonePowers powersOf (const dsp::Sound& sound, const LevelCurve& envelope, double held)
{
    TonePowers powers { sound.sampleRate / size, {}, std::vector<double> (size / 2 + 1) };
    const auto end = std::min (sound.frames(), static_cast<std::size_t> (std::min (held * sound.sampleRate, 1.0e12)));
    std::vector<std::size_t> begins;

    // The loudest place always counts, so that a click has a spectrum, too.
    for (std::size_t begin = 0; begin < end; begin += hop)
        if (envelope.levels[std::min (begin / envelope.step, envelope.levels.size() - 1)] > 0.01 * envelope.highest() && (begins.empty() || begin + size <= end))
            begins.push_back (begin);

    if (begins.empty())
        begins.push_back (envelope.top * envelope.step);

    powers.frames.assign (begins.size(), std::vector<float> (powers.mean.size()));

    for (std::size_t channel = 0; channel < static_cast<std::size_t> (sound.channels); ++channel)
    {
        const auto one = channelOf (sound, channel);
        Spectra spectra (one, size);

        for (std::size_t frame = 0; frame < begins.size(); ++frame)
        {
            const auto bins = spectra.at (begins[frame]);

            for (std::size_t i = 0; i < bins.size(); ++i)
                powers.frames[frame][i] += std::norm (bins[i]);
        }
    }

    for (const auto& frame : powers.frames)
        for (std::size_t i = 0; i < frame.size(); ++i)
            powers.mean[i] += static_cast<double> (frame[i]) / static_cast<double> (powers.frames.size());

    return powers;
}

double brightnessOf (const TonePowers& powers)
{
    double weighted = 0, all = 1.0e-30;

    for (std::size_t i = 1; i < powers.mean.size(); ++i)
    {
        const auto amplitude = std::sqrt (powers.mean[i]);
        weighted += amplitude * static_cast<double> (i) * powers.binWidth;
        all += amplitude;
    }

    return weighted / all;
}

/** Bands of a quarter of an octave from 250 Hz, as in MPEG-7. What is lower has too few bins to tell, and counts as a tone. */
double noiseOf (const TonePowers& powers)
{
    double flat = 0;
    const auto all = std::accumulate (powers.mean.begin() + 1, powers.mean.end(), 1.0e-30);

    for (double from = 250; from < 16'000; from *= std::exp2 (0.25))
    {
        const auto first = static_cast<std::size_t> (from / powers.binWidth);
        const auto last = std::min (static_cast<std::size_t> (from * std::exp2 (0.25) / powers.binWidth), powers.mean.size());
        double sum = 0, logarithms = 0;

        for (auto i = first; i < last; ++i)
        {
            sum += powers.mean[i];
            logarithms += std::log (powers.mean[i] + 1.0e-30);
        }

        if (const auto count = static_cast<double> (last) - static_cast<double> (first); count >= 3 && sum > 0)
            flat += sum * std::exp (logarithms / count) / (sum / count);
    }

    return std::clamp (flat / all, 0.0, 1.0);
}

std::vector<double> finePowersOf (const dsp::Sound& sound, const LevelCurve& envelope, double held, int length)
{
    std::vector<double> powers (static_cast<std::size_t> (length / 2 + 1));
    const auto end = std::min (sound.frames(), static_cast<std::size_t> (std::min (held * sound.sampleRate, 1.0e12)));
    const auto top = static_cast<std::ptrdiff_t> (std::min (envelope.top * envelope.step, end));

    for (std::size_t channel = 0; channel < static_cast<std::size_t> (sound.channels); ++channel)
    {
        // The window is highest where the sound is: silence stands before it.
        const auto one = channelOf (sound, channel);
        std::vector<float> part (static_cast<std::size_t> (length / 2), 0.0f);
        part.insert (part.end(), one.begin() + top, one.begin() + static_cast<std::ptrdiff_t> (end));
        Spectra spectra (part, length);
        const auto bins = spectra.at (0);

        for (std::size_t i = 0; i < bins.size(); ++i)
            powers[i] += std::norm (bins[i]);
    }

    return powers;
}

/** Bands of half an octave in decibels, by their share of the energy. The first tenth of a second is the attack's. */
double movementOf (const TonePowers& powers, double sampleRate)
{
    const auto first = std::min<std::size_t> (static_cast<std::size_t> (0.1 * sampleRate / hop), powers.frames.size());

    if (powers.frames.size() < first + 4)
        return 0;

    double moved = 0, all = 1.0e-30;

    for (double from = 40; from < 16'000; from *= std::sqrt (2.0))
    {
        const auto low = static_cast<std::size_t> (from / powers.binWidth);
        const auto high = std::min (static_cast<std::size_t> (from * std::sqrt (2.0) / powers.binWidth) + 1, powers.mean.size());
        std::vector<double> decibels;
        double energy = 0;

        for (auto frame = first; frame < powers.frames.size(); ++frame)
        {
            const auto* bins = powers.frames[frame].data();
            const auto power = std::accumulate (bins + low, bins + high, 0.0);
            energy += power;
            decibels.push_back (power);
        }

        // What is 40 dB below what this band has on the whole is silence.
        for (auto& power : decibels)
            power = 10 * std::log10 (power + 1.0e-4 * energy / static_cast<double> (decibels.size()) + 1.0e-30);

        moved += energy * deviationOf (decibels);
        all += energy;
    }

    return moved / all;
}

} // namespace athanor
