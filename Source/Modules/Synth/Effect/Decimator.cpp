// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Effect/Decimator.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
constexpr Lanes branches (float even, float odd)
{
    return Lanes (Lanes::Floats { even, odd, even, odd });
}

// The filters that Vital has, so that what is left of the highest octave turns by the same phase.
constexpr std::array<Lanes, 2> gentle {
    branches (0.167135116548925f, 0.0413554705262319f),
    branches (0.742130012538075f, 0.3878932830211427f),
};

constexpr std::array<Lanes, 6> steep {
    branches (0.093022421467960f, 0.024388383731296f),
    branches (0.312318050871736f, 0.194029987625265f),
    branches (0.548379093159427f, 0.433855675727187f),
    branches (0.737198546150414f, 0.650124972769370f),
    branches (0.872234992057129f, 0.810418671775866f),
    branches (0.975497791832324f, 0.925979700943193f),
};
} // namespace

template <int count>
void Decimator::Halving::process (const std::array<Lanes, count>& taps, int outFrames, const Stereo* in, Stereo* out) noexcept
{
    auto in1 = heard;
    auto out1 = said;

    for (int i = 0; i < outFrames; ++i)
    {
        const auto both = __builtin_shufflevector (in[2 * i].value, in[2 * i + 1].value, 0, 2, 1, 3);
        Lanes x (__builtin_shufflevector (both, both, 0, 1, 2, 3, 0, 1, 2, 3));

        for (std::size_t stage = 0; stage < count; ++stage)
        {
            const auto y = dsp::fma (taps[stage], x - out1[stage], in1[stage]);
            in1[stage] = x;
            out1[stage] = y;
            x = y;
        }

        out[i] = Stereo (__builtin_shufflevector (x.value, x.value, 0, 2) + __builtin_shufflevector (x.value, x.value, 1, 3)) * Stereo (0.5f);
    }

    heard = in1;
    said = out1;
}

void Decimator::process (int oversampling, const StereoBuffer& in, std::array<Stereo, quantum>& out) noexcept
{
    if (oversampling != before)
        reset();

    before = oversampling;
    std::array<Stereo, maxFrames / 2> halved;
    const Stereo* from = in.samples.data();
    std::size_t stage = 0;

    for (int rate = oversampling; rate > 1; rate /= 2, ++stage)
    {
        const auto frames = quantum * rate / 2;
        auto* to = rate == 2 ? out.data() : halved.data();

        if (rate == 2)
            halvings[stage].process<6> (steep, frames, from, to);
        else
            halvings[stage].process<2> (gentle, frames, from, to);

        from = to;
    }

    if (oversampling <= 1)
        std::copy_n (from, quantum, out.begin());
}

} // namespace athanor::synth
