// SPDX-License-Identifier: GPL-3.0-or-later
// From the recipe of a wavetable to its frames.
#include "Modules/Synth/Wave/Cook.h"

#include <algorithm>
#include <cmath>

namespace athanor::synth
{

namespace
{
/** Takes the harmonics apart into lengths and directions. */
void keep (WaveFrame& frame, int index, Wavetable& table)
{
    const auto& spectrum = frame.spectrum();
    alignas (32) std::array<float, Wavetable::stride> real {}, imaginary {};

    for (std::size_t i = 0; i < spectrum.size(); ++i)
    {
        real[i] = spectrum[i].real();
        imaginary[i] = spectrum[i].imag();
    }

    for (std::size_t i = 0; i < real.size(); i += 8)
    {
        const auto x = loadLanes (real.data() + i), y = loadLanes (imaginary.data() + i);
        const auto length = dsp::sqrt (x * x + y * y);
        const auto isSilent = length < 1e-30f;
        const auto scale = 1.0f / max (length, dsp::Voices (1e-30f));
        storeLanes (length, table.lengths (index) + i);
        storeLanes (select (isSilent, dsp::Voices (1.0f), x * scale), table.cosines (index) + i);
        storeLanes (select (isSilent, dsp::Voices (0.0f), y * scale), table.sines (index) + i);
    }
}

/** From the lowest sample to the highest; zero counts as one of them. */
float spanOf (const WaveFrame::Samples& samples)
{
    dsp::Voices lows (0.0f), highs (0.0f);

    for (std::size_t i = 0; i < samples.size(); i += 8)
    {
        lows = min (lows, loadLanes (samples.data() + i));
        highs = max (highs, loadLanes (samples.data() + i));
    }

    float low = 0, high = 0;

    for (int lane = 0; lane < 8; ++lane)
    {
        low = std::min (low, lows[lane]);
        high = std::max (high, highs[lane]);
    }

    return high - low;
}

/** The directions of one harmonic in the frames between two, both left out. */
void bridge (Wavetable& table, int harmonic, int from, float cosine, float sine, int to)
{
    for (int frame = from + 1; frame < to; ++frame)
    {
        const auto t = static_cast<float> (frame - from) / static_cast<float> (to - from);
        table.cosines (frame)[harmonic] = cosine + t * (table.cosines (to)[harmonic] - cosine);
        table.sines (frame)[harmonic] = sine + t * (table.sines (to)[harmonic] - sine);
    }
}

/** Where a harmonic is faint, its direction walks from that of the last frame in which it is not to that of the next. */
void bridgeFaintDirections (Wavetable& table)
{
    constexpr float faint = 0.1f; // Of a harmonic that would be 1024 were it a full sine.
    std::array<int, Wavetable::stride> last;
    last.fill (-1);

    // Most neighbours are strong in both frames, or faint in this one.
    const auto isPlain = [&] (int frame, int first) {
        const auto isStrong = loadLanes (table.lengths (frame) + first) > faint;
        dsp::Integers<8> before;
        std::memcpy (&before, last.data() + first, sizeof before);

        if (! isNone (isStrong & dsp::Mask<8> { before != frame - 1 }))
            return false;

        before = isStrong.value ? before + 1 : before;
        std::memcpy (last.data() + first, &before, sizeof before);
        return true;
    };

    for (int frame = 0; frame < table.frames(); ++frame)
        for (int i = 0; i < Wavetable::bins; ++i)
        {
            if (frame > 0 && i % 8 == 0 && isPlain (frame, i))
            {
                i += 7;
                continue;
            }

            if (table.lengths (frame)[i] <= faint)
                continue;

            auto& before = last[static_cast<std::size_t> (i)];
            const auto from = before < 0 ? frame : before;

            if (frame - before > 1)
                bridge (table, i, std::max (before, 0), table.cosines (from)[i], table.sines (from)[i], frame);

            before = frame;
        }

    for (int i = 0; i < Wavetable::bins; ++i)
    {
        const auto from = last[static_cast<std::size_t> (i)];

        for (int frame = from + 1; frame < table.frames(); ++frame)
        {
            table.cosines (frame)[i] = from < 0 ? 0.0f : table.cosines (from)[i];
            table.sines (frame)[i] = from < 0 ? 1.0f : table.sines (from)[i];
        }
    }
}

using Kitchen = std::vector<std::vector<std::unique_ptr<Cook>>>;

Kitchen cooksFor (const WavetableSpec& spec)
{
    Kitchen kitchen (spec.groups.size());

    for (std::size_t g = 0; g < spec.groups.size(); ++g)
        for (const auto& component : spec.groups[g])
            if (auto cook = Cook::of (component))
                kitchen[g].push_back (std::move (cook));

    return kitchen;
}

/** The groups in equal shares. */
void cookFrame (const Kitchen& kitchen, int index, WaveFrame& sum, WaveFrame& part)
{
    bool isFirst = true;
    sum.clear();

    for (const auto& group : kitchen)
    {
        auto& frame = isFirst ? sum : part;
        frame.clear();

        for (const auto& cook : group)
            cook->cook (index, frame);

        if (! isFirst)
            sum.add (part);

        isFirst = false;
    }

    if (kitchen.size() > 1)
        sum.scale (1 / static_cast<float> (kitchen.size()));
}

void copyFrame (Wavetable& table, int from, int to)
{
    std::copy_n (table.lengths (from), 3 * Wavetable::stride, table.lengths (to));
}

/** Applies `does` to every cook until one says no. */
template <typename Does>
bool all (const Kitchen& kitchen, Does does)
{
    return std::all_of (kitchen.begin(), kitchen.end(),
                        [&] (const auto& group) { return std::all_of (group.begin(), group.end(), does); });
}
} // namespace

std::shared_ptr<const Wavetable> makeWavetable (const WavetableSpec& spec)
{
    const auto kitchen = cooksFor (spec);
    int last = 0;

    all (kitchen, [&] (const auto& cook) { return last = std::max (last, cook->lastPosition()), true; });

    auto table = std::make_shared<Wavetable> (last + 1);
    auto sum = std::make_unique<WaveFrame>(), part = std::make_unique<WaveFrame>();
    float span = 0;

    for (int index = 0; index < table->frames(); ++index)
    {
        if (index > 0 && all (kitchen, [&] (const auto& cook) { return cook->repeats (index); }))
        {
            copyFrame (*table, index - 1, index);
            continue;
        }

        cookFrame (kitchen, index, *sum, *part);

        if (spec.removesDc)
            sum->removeMean();

        if (spec.isNormalized)
            span = std::max (span, spanOf (sum->samples()));

        keep (*sum, index, *table);
    }

    if (span > 0)
        for (int index = 0; index < table->frames(); ++index)
            for (int i = 0; i < Wavetable::stride; i += 8)
                storeLanes (loadLanes (table->lengths (index) + i) * (2 / span), table->lengths (index) + i);

    bridgeFaintDirections (*table);

    all (kitchen, [&] (const auto& cook) {
        if (cook->isRecording())
        {
            table->frequencyRatio = cook->frequencyRatio();
            table->sampleRate = cook->sampleRate();
        }

        return true;
    });

    return table;
}

} // namespace athanor::synth
