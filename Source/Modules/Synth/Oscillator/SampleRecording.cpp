// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Oscillator/SampleRecording.h"

#include "Dsp/Fast.h"

#include <algorithm>
#include <cstring>

namespace athanor::synth
{

namespace
{
constexpr int around = 4;   ///< Samples before and behind those of an octave.
constexpr int reach = 32;   ///< Of the filters, with room for whole registers.
constexpr int smallest = 4; ///< The last octave is made of no fewer samples than this.

// Vital's filters, so that the spectra are the same: half of each, since both are symmetric.
constexpr std::array<float, 26> betweenSamples {
    -0.000159813116f, 0.000225405366f, -0.000378616814f, 0.000594907534f, -0.000890530516f, 0.00128404005f,
    -0.00179654322f, 0.0024518621f, -0.00327687302f, 0.00430201266f, -0.00556197643f, 0.00709710546f,
    -0.00895523256f, 0.0111950577f, -0.0138905481f, 0.0171397196f, -0.0210770363f, 0.0258974979f, -0.0318974974f,
    0.0395554008f, -0.0496997649f, 0.0639012974f, -0.0855373252f, 0.123410206f, -0.209837893f, 0.635826772f
};

constexpr std::array<float, 28> belowHalf {
    -0.00137963092f, -0.000832213068f, 0.00301003762f, 0.00666031333f, 0.00406200733f, -0.00301907343f,
    -0.00445026958f, 0.00305262813f, 0.00761436129f, -0.000546514302f, -0.01009927f, -0.00346584638f, 0.0117609818f,
    0.00940214865f, -0.0114292607f, -0.0169358437f, 0.00802677807f, 0.025557281f, -0.00020932203f, -0.0344837981f,
    -0.0139831564f, 0.0427977083f, 0.0388922863f, -0.0495660248f, -0.0902582722f, 0.0539892669f, 0.312855878f,
    0.444471442f
};

constexpr int halfTaps = static_cast<int> (belowHalf.size()) - 1;

/** `samples` without what surrounds them, with `reach` more on each side: silence, or what comes round. */
std::vector<float> surrounded (const std::vector<float>& octave, bool loops)
{
    const auto count = static_cast<int> (octave.size()) - 2 * around;
    std::vector<float> wide (static_cast<std::size_t> (count + 2 * reach + 8));
    std::copy (octave.begin() + around, octave.end() - around, wide.begin() + reach);

    for (int i = 1; loops && i <= reach; ++i)
    {
        const auto samples = [&] (int place) { return octave[static_cast<std::size_t> (around + ((place % count) + count) % count)]; };
        wide[static_cast<std::size_t> (reach - i)] = samples (-i);
        wide[static_cast<std::size_t> (reach + count + i - 1)] = samples (i - 1);
    }

    return wide;
}

dsp::Voices load (const float* from) noexcept
{
    dsp::Voices x;
    std::memcpy (&x, from, sizeof x);
    return x;
}

/** A new sample between each two. */
std::vector<float> doubled (const std::vector<float>& octave)
{
    const auto wide = surrounded (octave, false);
    const auto count = static_cast<int> (octave.size()) - 2 * around;
    std::vector<float> dense (static_cast<std::size_t> (2 * count + 2 * around));

    for (int i = 0; i < count; i += 8)
    {
        const auto* here = wide.data() + reach + i;
        dsp::Voices sum (0.0f);

        for (int tap = 0; tap < static_cast<int> (betweenSamples.size()); ++tap)
        {
            const auto distance = static_cast<int> (betweenSamples.size()) - 1 - tap;
            sum = dsp::fma (load (here - distance) + load (here + 1 + distance), dsp::Voices (betweenSamples[static_cast<std::size_t> (tap)]), sum);
        }

        for (int k = 0; k < 8 && i + k < count; ++k)
        {
            dense[static_cast<std::size_t> (around + 2 * (i + k))] = here[k];
            dense[static_cast<std::size_t> (around + 2 * (i + k) + 1)] = sum[k];
        }
    }

    return dense;
}

/** Every other sample, without what would fold back. */
std::vector<float> halved (const std::vector<float>& octave, bool loops)
{
    const auto wide = surrounded (octave, loops);
    const auto count = (static_cast<int> (octave.size()) - 2 * around + 1) / 2;
    std::vector<float> sparse (static_cast<std::size_t> (count + 2 * around));
    std::array<float, 56> taps {};

    for (int tap = 0; tap <= 2 * halfTaps; ++tap)
        taps[static_cast<std::size_t> (tap)] = belowHalf[static_cast<std::size_t> (std::min (tap, 2 * halfTaps - tap))];

    for (int i = 0; i < count; ++i)
    {
        const auto* first = wide.data() + reach + 2 * i - halfTaps;
        dsp::Voices sum (0.0f);

        for (int tap = 0; tap < static_cast<int> (taps.size()); tap += 8)
            sum = dsp::fma (load (first + tap), load (taps.data() + tap), sum);

        sparse[static_cast<std::size_t> (around + i)] = dsp::sum (sum);
    }

    return sparse;
}

/** What comes round, behind the end; before the beginning, it is what Vital leaves there: samples of the octave above. */
void joinEnds (std::vector<float>& octave, const std::vector<float>& above)
{
    const auto count = octave.size() - 2 * around;

    for (std::size_t i = 0; i < around; ++i)
    {
        octave[i] = above[std::min (count + i, above.size() - 1)];
        octave[count + around + i] = octave[std::min (around + i, octave.size() - 1)];
    }
}
} // namespace

SampleRecording::SampleRecording (const PatchSample& sample) : rate (std::clamp (sample.sampleRate, 1'000, 1'000'000))
{
    if (sample.left == nullptr || sample.left->empty())
        return;

    isStereo = sample.right != nullptr && sample.right->size() == sample.left->size();
    addChannel (0, *sample.left);

    if (isStereo)
        addChannel (1, *sample.right);

    frames = static_cast<int> (once[0].front().size()) - 2 * around;
}

void SampleRecording::addChannel (std::size_t channel, const std::vector<std::int16_t>& samples)
{
    const auto count = std::min<std::size_t> (samples.size(), maxFrames);
    std::vector<float> plain (count + 2 * around);

    for (std::size_t i = 0; i < count; ++i)
        plain[around + i] = static_cast<float> (samples[i]) * (1.0f / 32'767);

    auto &straight = once[channel], &round = looped[channel];
    straight = { doubled (plain), plain };
    joinEnds (plain, plain);
    round = { straight.front(), plain };

    for (auto size = count; size >= smallest; size = (size + 1) / 2)
    {
        straight.push_back (halved (straight.back(), false));
        auto next = halved (round.back(), true);
        joinEnds (next, round.back());
        round.push_back (std::move (next));
    }
}

std::shared_ptr<const SampleRecording> makeSampleRecording (const PatchSample& sample)
{
    return std::make_shared<const SampleRecording> (sample);
}

} // namespace athanor::synth
