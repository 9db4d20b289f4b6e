// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Edits/WaveCycles.h"

#include "Patch/PatchLimits.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace athanor
{

namespace
{
constexpr int shortestPeriod = 16;
constexpr double longestSeconds = 0.05;
constexpr double clearEnough = 0.8; // of 1, which is an exact repetition
constexpr double pi = std::numbers::pi;

/** The part of so many samples that has most energy. */
std::span<const float> loudestPart (std::span<const float> samples, std::size_t length)
{
    if (samples.size() <= length)
        return samples;

    auto energy = 0.0, most = 0.0;
    std::size_t best = 0;

    for (std::size_t i = 0; i < samples.size(); ++i)
    {
        energy += static_cast<double> (samples[i]) * static_cast<double> (samples[i]);

        if (i >= length)
            energy -= static_cast<double> (samples[i - length]) * static_cast<double> (samples[i - length]);

        if (i + 1 >= length && energy > most)
        {
            most = energy;
            best = i + 1 - length;
        }
    }

    return samples.subspan (best, length);
}

/** How like itself a sound is after each number of samples: 1 is the same, 0 nothing like it. */
std::vector<double> likenessOf (std::span<const float> x, std::size_t lags)
{
    std::vector<double> likeness;

    for (std::size_t lag = 0; lag < lags; ++lag)
    {
        auto product = 0.0f, power = 0.0f;

        for (std::size_t i = 0; i + lag < x.size(); ++i)
        {
            product += x[i] * x[i + lag];
            power += x[i] * x[i] + x[i + lag] * x[i + lag];
        }

        likeness.push_back (power > 0 ? 2 * static_cast<double> (product) / static_cast<double> (power) : 0.0);
    }

    return likeness;
}

/** The top of the parabola through a highest value and its neighbours. */
double topAt (const std::vector<double>& y, std::size_t i)
{
    if (i == 0 || i + 1 >= y.size())
        return static_cast<double> (i);

    const auto bend = y[i - 1] - 2 * y[i] + y[i + 1];
    return static_cast<double> (i) + (bend < 0 ? 0.5 * (y[i - 1] - y[i + 1]) / bend : 0.0);
}

/** The highest value of each hill between two places where the likeness falls below zero. */
std::vector<std::size_t> hillsOf (const std::vector<double>& likeness)
{
    std::vector<std::size_t> hills;
    auto i = static_cast<std::size_t> (std::ranges::find_if (likeness, [] (double y) { return y < 0; }) - likeness.begin());

    while (i < likeness.size())
    {
        if (likeness[i] <= 0)
        {
            ++i;
            continue;
        }

        auto best = i;

        for (; i < likeness.size() && likeness[i] > 0; ++i)
            if (likeness[i] > likeness[best])
                best = i;

        if (best + 1 < likeness.size())
            hills.push_back (best);
    }

    return hills;
}

/** A recording between its samples, with all above half the rate of what is read left out. Silent beyond its ends. */
class Reader
{
public:
    /** @param step  From one place that is read to the next, in samples. */
    Reader (std::span<const float> s, double step) : samples (s), cutoff (std::min (1.0, 1 / step)), reach (16 / cutoff) {}

    float at (double place) const
    {
        return sum (place, [this] (long i) { return i >= 0 && i < static_cast<long> (samples.size()) ? samples[static_cast<std::size_t> (i)] : 0.0f; });
    }

    float atRepeated (double place) const
    {
        const auto size = static_cast<long> (samples.size());
        return sum (place, [this, size] (long i) { return samples[static_cast<std::size_t> (((i % size) + size) % size)]; });
    }

private:
    template <typename Sample>
    float sum (double place, Sample sample) const
    {
        auto total = 0.0;

        for (auto i = static_cast<long> (std::ceil (place - reach)); static_cast<double> (i) <= place + reach; ++i)
        {
            const auto away = static_cast<double> (i) - place;
            const auto angle = pi * away * cutoff;
            const auto window = 0.5 + 0.5 * std::cos (pi * away / reach);
            total += static_cast<double> (sample (i)) * window * cutoff * (std::abs (angle) < 1e-9 ? 1.0 : std::sin (angle) / angle);
        }

        return static_cast<float> (total);
    }

    std::span<const float> samples;
    double cutoff, reach;
};

/** How far after a place the fundamental begins like a sine, from minus to plus half a period. */
double beginningAfter (std::span<const float> samples, double place, double period)
{
    std::complex<double> sum;
    const auto first = static_cast<long> (std::ceil (place - period)), last = static_cast<long> (std::floor (place + period));

    for (auto i = std::max (0L, first); i <= std::min (last, static_cast<long> (samples.size()) - 1); ++i)
    {
        const auto away = (static_cast<double> (i) - place) / period;
        sum += static_cast<double> (samples[static_cast<std::size_t> (i)]) * (0.5 + 0.5 * std::cos (pi * away)) * std::polar (1.0, -2 * pi * away);
    }

    const auto turns = -(std::arg (sum) / (2 * pi) + 0.25);
    return (turns - std::round (turns)) * period;
}

struct Cycle
{
    double start, length;
};

/** From the first to the last sample that counts. */
std::pair<double, double> soundingPart (std::span<const float> samples)
{
    auto loudest = 0.0f;

    for (const auto sample : samples)
        loudest = std::max (loudest, std::abs (sample));

    const auto counts = [limit = loudest * 0.01f] (float sample) { return std::abs (sample) > limit; };
    const auto first = std::ranges::find_if (samples, counts) - samples.begin();
    const auto last = std::find_if (samples.rbegin(), samples.rend(), counts).base() - samples.begin();
    return { static_cast<double> (first), static_cast<double> (last) };
}

std::vector<Cycle> placesOfCycles (std::span<const float> samples, double period)
{
    constexpr double drift = 0.05; // of a period, from one to the next
    const auto [from, until] = soundingPart (samples);
    std::vector<double> starts;

    // Around the first place there is a whole period already, if there can be.
    const auto first = until - from > 3 * period ? from + period : from + period / 2;
    auto place = first + beginningAfter (samples, first, period);
    place = place < from ? place + period : place;

    // Close to the end too little is heard to say more than that it goes on like this.
    for (auto step = period; place <= until + 0.5; place += step)
    {
        if (! starts.empty() && place + period <= until)
        {
            place += std::clamp (beginningAfter (samples, place, period), -drift * period, drift * period);
            step = place - starts.back();
        }

        starts.push_back (place);
    }

    std::vector<Cycle> cycles;

    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        cycles.push_back ({ starts[i], starts[i + 1] - starts[i] });

    return cycles;
}
} // namespace

std::optional<double> periodOf (std::span<const float> samples, double sampleRate)
{
    const auto longest = static_cast<std::size_t> (longestSeconds * sampleRate);
    const auto part = loudestPart (samples, 4 * longest);
    const auto likeness = likenessOf (part, std::min (longest, part.size() / 2) + 2);
    const auto hills = hillsOf (likeness);

    if (hills.empty())
        return {};

    const auto highest = likeness[*std::ranges::max_element (hills, {}, [&] (std::size_t i) { return likeness[i]; })];
    const auto first = *std::ranges::find_if (hills, [&] (std::size_t i) { return likeness[i] >= 0.93 * highest; });

    if (highest < clearEnough || first < static_cast<std::size_t> (shortestPeriod))
        return {};

    // After several periods the same error is a smaller part of one.
    auto period = topAt (likeness, first);

    for (const auto hill : hills)
        if (const auto count = std::round (static_cast<double> (hill) / period); likeness[hill] >= 0.93 * highest && std::abs (static_cast<double> (hill) - count * period) < 0.1 * period)
            period = topAt (likeness, hill) / count;

    return period;
}

std::vector<float> waveBetween (std::span<const float> samples, double start, double length)
{
    const Reader reader (samples, length / patch::frameSize);
    std::vector<float> wave;

    for (int i = 0; i < patch::frameSize; ++i)
        wave.push_back (reader.at (start + length * i / patch::frameSize));

    return wave;
}

std::vector<float> waveOfPeriod (std::span<const float> period)
{
    if (period.size() == static_cast<std::size_t> (patch::frameSize))
        return { period.begin(), period.end() };

    const auto step = static_cast<double> (period.size()) / patch::frameSize;
    const Reader reader (period, step);
    std::vector<float> wave;

    for (int i = 0; i < patch::frameSize; ++i)
        wave.push_back (reader.atRepeated (step * i));

    return wave;
}

std::vector<std::vector<float>> cyclesOf (std::span<const float> samples, double period, int most)
{
    const auto cycles = placesOfCycles (samples, period);
    const auto count = std::min (static_cast<std::size_t> (most), cycles.size());
    std::vector<std::vector<float>> waves;

    for (std::size_t n = 0; n < count; ++n)
    {
        const auto& [start, length] = cycles[count > 1 ? n * (cycles.size() - 1) / (count - 1) : 0];
        auto& wave = waves.emplace_back (waveBetween (samples, start, length));

        if (start < length)
            continue;

        // Its last quarter fades into what came before its beginning.
        const auto before = waveBetween (samples, start - length, length);
        const auto quarter = wave.size() / 4;

        for (std::size_t i = wave.size() - quarter; i < wave.size(); ++i)
        {
            const auto t = 1 - static_cast<float> (wave.size() - i) / static_cast<float> (quarter);
            wave[i] += t * t * (3 - 2 * t) * (before[i] - wave[i]);
        }
    }

    return waves;
}

} // namespace athanor
