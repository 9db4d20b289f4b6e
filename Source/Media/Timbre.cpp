// SPDX-License-Identifier: GPL-3.0-or-later
#include "Media/Timbre.h"

#include "Media/Loudness.h"
#include "Media/Spectra.h"

#include <numeric>

namespace athanor
{

namespace
{
constexpr int size = 4'096, hop = 1'024;
constexpr double silent = 1.0e-5; // of full scale: -100 dB

double squared (double x) { return x * x; }

//--- Levels --------------------------------------------------------------------------------------------------------

/** Root mean squares of 20 ms, every 5 ms. */
struct Envelope
{
    explicit Envelope (const dsp::Sound& sound) : step (static_cast<std::size_t> (std::max (1.0, sound.sampleRate / 200))), seconds (static_cast<double> (step) / sound.sampleRate)
    {
        const auto channels = static_cast<std::size_t> (sound.channels);

        for (std::size_t begin = 0; begin < sound.frames(); begin += step)
        {
            const auto end = std::min (begin + 4 * step, sound.frames());
            double sum = 0;

            for (auto i = begin * channels; i < end * channels; ++i)
                sum += squared (static_cast<double> (sound.samples[i]));

            levels.push_back (std::sqrt (sum / static_cast<double> (std::max<std::size_t> (1, 4 * step * channels))));
        }

        // The first place of many that are equally high.
        const auto most = levels.empty() ? 0 : *std::ranges::max_element (levels);
        top = static_cast<std::size_t> (std::ranges::find_if (levels, [most] (double level) { return level >= 0.98 * most; }) - levels.begin());
    }

    double highest() const { return levels.empty() ? 0 : levels[top]; }

    /** Steps from there to the first that is, or is not, that high; to the end if there is none. */
    std::size_t stepsUntil (std::size_t from, double level, bool isReached) const
    {
        auto at = from;

        while (at < levels.size() && (levels[at] >= level) != isReached)
            ++at;

        return at - from;
    }

    std::size_t step;
    double seconds; ///< Of a step.
    std::vector<double> levels;
    std::size_t top = 0;
};

void measureLevels (const Envelope& envelope, double held, Timbre& timbre)
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

//--- Spectrum ------------------------------------------------------------------------------------------------------

/** Powers by frequency: each frame of the part that is held and not nearly silent, and all of them together. */
struct Powers
{
    double binWidth = 1; ///< Hertz.
    std::vector<std::vector<float>> frames;
    std::vector<double> mean;

    double share (double from, double to) const
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
};

std::vector<float> channelOf (const dsp::Sound& sound, std::size_t channel)
{
    std::vector<float> one (sound.frames());

    for (std::size_t i = 0; i < one.size(); ++i)
        one[i] = sound.samples[i * static_cast<std::size_t> (sound.channels) + channel];

    return one;
}

Powers powersOf (const dsp::Sound& sound, const Envelope& envelope, double held)
{
    Powers powers { sound.sampleRate / size, {}, std::vector<double> (size / 2 + 1) };
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

double brightnessOf (const Powers& powers)
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
double noiseOf (const Powers& powers)
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

//--- Movement ------------------------------------------------------------------------------------------------------

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

/** Bands of half an octave in decibels, by their share of the energy. The first tenth of a second is the attack's. */
double movementOf (const Powers& powers, double sampleRate)
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

//--- Partials ------------------------------------------------------------------------------------------------------

struct Partial
{
    double frequency, amplitude; ///< Of the strongest: 1.
};

/** The strongest peaks of the spectrum, at most 24 and not 40 dB weaker than the first; by frequency. */
std::vector<Partial> partialsOf (const Powers& powers)
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

/** The power of what follows the loudest place, fine enough to tell cents of low notes. */
std::vector<double> finePowersOf (const dsp::Sound& sound, const Envelope& envelope, double held, int length)
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
} // namespace

std::optional<double> centsFrom (const dsp::Sound& sound, double hertz, double held)
{
    constexpr int fine = 65'536, harmonics = 8;
    constexpr double mostTrusted = 4, reach = 60, leastShare = 0.32;
    const Envelope envelope (sound);

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
    const Envelope envelope (sound);

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

TimbreSpace::TimbreSpace (std::span<const Timbre> collection)
{
    for (const auto& timbre : collection)
        points.push_back (placeOf (timbre));

    // What nobody would hear is no difference, though all sounds of a collection be alike.
    constexpr Point least { 0.25, 0.05, 0.05, 0.5, 0.5, 0.05, 0.03, 0.03, 0.3, 0.1 };

    for (std::size_t d = 0; d < dimensions; ++d)
    {
        std::vector<double> values;

        for (const auto& point : points)
            values.push_back (point[d]);

        const auto median = [&values] {
            const auto middle = values.begin() + static_cast<std::ptrdiff_t> (values.size() / 2);
            std::nth_element (values.begin(), middle, values.end());
            return values.empty() ? 0 : *middle;
        };

        const auto usual = median();

        for (auto& value : values)
            value = std::abs (value - usual);

        scale[d] = std::max (least[d], 1.4826 * median());
    }
}

TimbreSpace::Point TimbreSpace::placeOf (const Timbre& timbre)
{
    return { std::log2 (timbre.brightness + 20), timbre.warmth, timbre.sub, std::log2 (timbre.attack + 0.005), std::log2 (timbre.decay + 0.02), timbre.sustain, timbre.noise, timbre.width, std::log2 (timbre.movement + 0.5), std::log2 (timbre.roughness + 0.05) };
}

double TimbreSpace::between (const Point& a, const Point& b, const Point& scale)
{
    double sum = 0;

    for (std::size_t d = 0; d < dimensions; ++d)
        sum += squared ((a[d] - b[d]) / scale[d]);

    return std::sqrt (sum);
}

double TimbreSpace::distance (const Timbre& a, const Timbre& b) const { return between (placeOf (a), placeOf (b), scale); }

std::vector<std::size_t> TimbreSpace::nearestTo (const Timbre& timbre) const
{
    const auto here = placeOf (timbre);
    std::vector<std::pair<double, std::size_t>> order;

    for (std::size_t i = 0; i < points.size(); ++i)
        order.emplace_back (between (here, points[i], scale), i);

    std::ranges::sort (order);
    std::vector<std::size_t> places (order.size());
    std::ranges::transform (order, places.begin(), &std::pair<double, std::size_t>::second);
    return places;
}

} // namespace athanor
