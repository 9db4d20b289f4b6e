// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Analysis.h"

#include "Media/Spectra.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <numeric>
#include <span>
#include <vector>

namespace athanor
{

namespace
{
using Spectrum = std::vector<std::complex<float>>;
using GoOn = std::function<bool (double)>;

std::vector<float> monoOf (const dsp::Sound& sound)
{
    std::vector<float> mono (sound.frames());
    const auto channels = static_cast<std::size_t> (sound.channels);

    for (std::size_t i = 0; i < mono.size(); ++i)
    {
        for (std::size_t channel = 0; channel < channels; ++channel)
            mono[i] += sound.samples[i * channels + channel];

        mono[i] /= static_cast<float> (channels);
    }

    return mono;
}

//--- Tempo ---------------------------------------------------------------------------------------------------------

constexpr std::size_t onsetHop = 512;
constexpr double slowest = 60, fastest = 200;

/** How much each part of a sound is a beginning: what its spectrum has that the one before had not, less what is usual around it. */
std::optional<std::vector<double>> onsetsOf (std::span<const float> sound, const GoOn& goOn)
{
    constexpr int size = 1'024;
    constexpr std::size_t around = 40;
    Spectra spectra (sound, size);
    std::vector<double> flux, before (size / 2 + 1);

    for (std::size_t begin = 0; begin + size <= sound.size(); begin += onsetHop)
    {
        if (begin % (onsetHop * 512) == 0 && ! goOn (static_cast<double> (begin) / static_cast<double> (sound.size())))
            return {};

        const auto bins = spectra.at (begin);
        double sum = 0;

        for (std::size_t i = 1; i < bins.size(); ++i)
        {
            const auto now = std::log1p (100.0 * std::abs (bins[i]) / size);
            sum += std::max (0.0, now - before[i]);
            before[i] = now;
        }

        flux.push_back (sum);
    }

    std::vector<double> onsets (flux.size());

    for (std::size_t i = 0; i < flux.size(); ++i)
    {
        const auto first = i > around ? i - around : 0, last = std::min (flux.size(), i + around);
        const auto usual = std::accumulate (flux.begin() + static_cast<std::ptrdiff_t> (first), flux.begin() + static_cast<std::ptrdiff_t> (last), 0.0) / static_cast<double> (last - first);
        onsets[i] = std::max (0.0, flux[i] - usual);
    }

    return onsets;
}

/** How alike the onsets are to themselves so much later; 1 without any lag. */
std::vector<double> likenessOf (const std::vector<double>& onsets, std::size_t longest)
{
    std::vector<double> likeness (longest + 1);

    for (std::size_t lag = 0; lag <= longest; ++lag)
    {
        for (std::size_t i = lag; i < onsets.size(); ++i)
            likeness[lag] += onsets[i] * onsets[i - lag];

        likeness[lag] /= static_cast<double> (onsets.size() - lag);
    }

    const auto all = likeness.front();

    for (auto& value : likeness)
        value = all > 0 ? value / all : 0;

    return likeness;
}

/** The highest of the points from `from` to `to`, as a place between points. */
double peakIn (const std::vector<double>& curve, double from, double to)
{
    const auto first = static_cast<std::size_t> (std::max (1.0, std::floor (from)));
    const auto last = std::min (static_cast<std::size_t> (std::ceil (to)), curve.size() - 2);

    if (first > last)
        return (from + to) / 2;

    const auto top = static_cast<std::size_t> (std::max_element (curve.begin() + static_cast<std::ptrdiff_t> (first), curve.begin() + static_cast<std::ptrdiff_t> (last) + 1) - curve.begin());
    return static_cast<double> (top) + peakBetween (curve[top - 1], curve[top], curve[top + 1]);
}

/** How good a lag is as the length of a beat: its likeness and that of its multiples, and how usual such a tempo is. */
double goodness (const std::vector<double>& likeness, std::size_t lag, double tempo)
{
    double sum = 0;

    for (std::size_t times = 1; times <= 4; ++times)
        if (lag * times + 1 < likeness.size())
            sum += std::max ({ likeness[lag * times - 1], likeness[lag * times], likeness[lag * times + 1] });

    const auto octaves = std::log2 (tempo / 120);
    return sum * std::exp (-0.5 * octaves * octaves / (0.7 * 0.7));
}

std::optional<double> tempoOf (const std::vector<double>& onsets, double sampleRate)
{
    constexpr double shortest = 4, clear = 0.15;
    const auto perMinute = 60 * sampleRate / static_cast<double> (onsetHop);

    if (static_cast<double> (onsets.size()) * static_cast<double> (onsetHop) / sampleRate < shortest)
        return {};

    const auto longest = std::min (onsets.size() / 2, static_cast<std::size_t> (16 * perMinute / slowest));
    const auto likeness = likenessOf (onsets, longest);
    double best = 0;
    std::size_t beat = 0;

    for (auto lag = static_cast<std::size_t> (perMinute / fastest); lag <= static_cast<std::size_t> (perMinute / slowest) && lag + 1 < likeness.size(); ++lag)
        if (const auto good = goodness (likeness, lag, perMinute / static_cast<double> (lag)); good > best)
        {
            best = good;
            beat = lag;
        }

    if (beat == 0 || peakIn (likeness, static_cast<double> (beat) - 1, static_cast<double> (beat) + 1) <= 0 || *std::max_element (likeness.begin() + static_cast<std::ptrdiff_t> (beat) - 1, likeness.begin() + static_cast<std::ptrdiff_t> (beat) + 2) < clear)
        return {};

    // A beat is a whole number of parts long by chance only; over many beats the parts matter less and less.
    auto exact = peakIn (likeness, static_cast<double> (beat) - 1, static_cast<double> (beat) + 1);

    for (double beats = 2; beats <= 16 && exact * beats + 2 < static_cast<double> (likeness.size()); beats *= 2)
        exact = peakIn (likeness, exact * beats - 1.5, exact * beats + 1.5) / beats;

    return perMinute / exact;
}

//--- Key -----------------------------------------------------------------------------------------------------------

/** How strong each of the twelve tones is over the whole recording, from the peaks of its spectra. */
std::optional<std::array<double, 12>> tonesOf (std::span<const float> sound, double sampleRate, const GoOn& goOn)
{
    constexpr int size = 8'192;
    constexpr double lowest = 55, highest = 2'000;
    Spectra spectra (sound, size);
    std::array<double, 12> tones {};

    for (std::size_t begin = 0; begin < sound.size(); begin += size / 2)
    {
        if (begin % (size * 16) == 0 && ! goOn (static_cast<double> (begin) / static_cast<double> (sound.size())))
            return {};

        const auto bins = spectra.at (begin);

        for (std::size_t i = 2; i + 1 < bins.size(); ++i)
        {
            const auto before = std::abs (bins[i - 1]), top = std::abs (bins[i]), after = std::abs (bins[i + 1]);

            if (top < before || top < after || top < 1.0e-3f * size)
                continue;

            const auto frequency = (static_cast<double> (i) + peakBetween (before, top, after)) * sampleRate / size;

            if (frequency < lowest || frequency > highest)
                continue;

            const auto key = 69 + 12 * std::log2 (frequency / 440);
            const auto off = std::cos (std::numbers::pi * (key - std::round (key)));
            tones[static_cast<std::size_t> (std::lround (key)) % 12] += std::sqrt (static_cast<double> (top)) * off * off;
        }
    }

    return tones;
}

/** How well each tone fits a key that begins with the first: Krumhansl and Kessler, "Tracing the dynamic changes in perceived
    tonal organization", 1982. */
constexpr std::array<double, 12> majorTones { 6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88 };
constexpr std::array<double, 12> minorTones { 6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17 };

double correlation (const std::array<double, 12>& tones, const std::array<double, 12>& profile, std::size_t first)
{
    const auto mean = [] (const std::array<double, 12>& values) { return std::accumulate (values.begin(), values.end(), 0.0) / 12; };
    const auto meanTone = mean (tones), meanProfile = mean (profile);
    double both = 0, one = 0, other = 0;

    for (std::size_t i = 0; i < 12; ++i)
    {
        const auto tone = tones[(i + first) % 12] - meanTone, wanted = profile[i] - meanProfile;
        both += tone * wanted;
        one += tone * tone;
        other += wanted * wanted;
    }

    return one > 0 ? both / std::sqrt (one * other) : 0;
}

std::string keyOf (const std::array<double, 12>& tones)
{
    static constexpr std::array names { "C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B" };
    double best = 0.6; // less is no key but noise or a single drum
    std::string key;

    for (std::size_t first = 0; first < 12; ++first)
        for (const auto isMajor : { true, false })
            if (const auto fit = correlation (tones, isMajor ? majorTones : minorTones, first); fit > best)
            {
                best = fit;
                key = std::string (names[first]) + (isMajor ? " major" : " minor");
            }

    return key;
}

//--- Pitch ---------------------------------------------------------------------------------------------------------

constexpr std::size_t pitchSize = 4'096;

/** The pitch of one part in MIDI keys, if it has one. Philip McLeod and Geoff Wyvill, "A smarter way to find pitch", 2005. */
std::optional<double> pitchOfPart (std::span<const float> part, dsp::Fft& fft, double sampleRate)
{
    const auto size = part.size();
    std::vector<float> padded (2 * size), correlated (2 * size);
    Spectrum bins (static_cast<std::size_t> (fft.bins()));
    std::copy (part.begin(), part.end(), padded.begin());
    fft.forward (padded, bins);

    for (auto& bin : bins)
        bin = std::norm (bin);

    fft.inverse (bins, correlated);

    // The correlation over the energy of what was compared, from the first place where it is negative.
    auto energy = 2.0 * static_cast<double> (correlated[0]);
    std::vector<double> likeness (size / 2);

    for (std::size_t lag = 0; lag < likeness.size(); ++lag)
    {
        likeness[lag] = energy > 1.0e-9 ? 2 * static_cast<double> (correlated[lag]) / energy : 0;
        energy -= static_cast<double> (part[lag] * part[lag] + part[size - 1 - lag] * part[size - 1 - lag]);
    }

    std::size_t lag = 1;

    while (lag + 1 < likeness.size() && likeness[lag] > 0)
        ++lag;

    const auto highest = lag + 1 < likeness.size() ? *std::max_element (likeness.begin() + static_cast<std::ptrdiff_t> (lag), likeness.end()) : 0.0;

    if (highest < 0.9)
        return {};

    // The first peak that is almost as high: later ones are the same note some turns later.
    for (++lag; lag + 1 < likeness.size(); ++lag)
        if (likeness[lag] > 0.93 * highest && likeness[lag] >= likeness[lag - 1] && likeness[lag] >= likeness[lag + 1])
            return 69 + 12 * std::log2 (sampleRate / (static_cast<double> (lag) + peakBetween (likeness[lag - 1], likeness[lag], likeness[lag + 1])) / 440);

    return {};
}

/** The pitch of a recording when nearly all of it that sounds has the same. */
std::optional<double> pitchOf (std::span<const float> sound, double sampleRate)
{
    constexpr std::size_t most = 200;
    dsp::Fft fft (2 * pitchSize);
    std::vector<double> pitches;
    std::size_t sounding = 0;
    const auto hop = std::max (pitchSize / 2, sound.size() / most);
    float loudest = 0;

    for (const auto sample : sound)
        loudest = std::max (loudest, std::abs (sample));

    for (std::size_t begin = 0; begin + pitchSize <= sound.size(); begin += hop)
    {
        const auto part = sound.subspan (begin, pitchSize);
        const auto peak = std::abs (*std::max_element (part.begin(), part.end(), [] (float a, float b) { return std::abs (a) < std::abs (b); }));

        if (peak < 0.1f * loudest || peak < 1.0e-4f)
            continue;

        ++sounding;

        if (const auto pitch = pitchOfPart (part, fft, sampleRate))
            pitches.push_back (*pitch);
    }

    if (pitches.empty() || 5 * pitches.size() < 3 * sounding)
        return {};

    std::sort (pitches.begin(), pitches.end());
    const auto isSteady = pitches[pitches.size() * 4 / 5] - pitches[pitches.size() / 5] < 0.6;
    return isSteady ? std::optional (pitches[pitches.size() / 2]) : std::nullopt;
}
} // namespace

std::optional<Analysis> analyse (const dsp::Sound& sound, const GoOn& goOn)
{
    const auto mono = monoOf (sound);
    const auto part = [&] (double from, double to) { return [&goOn, from, to] (double p) { return ! goOn || goOn (from + (to - from) * p); }; };
    Analysis found;
    found.seconds = static_cast<double> (sound.frames()) / sound.sampleRate;

    const auto onsets = onsetsOf (mono, part (0, 0.4));
    const auto tones = onsets ? tonesOf (mono, sound.sampleRate, part (0.4, 0.7)) : std::nullopt;

    if (! tones)
        return {};

    found.tempo = tempoOf (*onsets, sound.sampleRate);
    found.pitch = pitchOf (mono, sound.sampleRate);

    // Of one note the key would only be guessed.
    if (! found.pitch)
        found.key = keyOf (*tones);

    if (goOn && ! goOn (0.8))
        return {};

    found.loudness = loudnessOf (sound);
    return found;
}

} // namespace athanor
