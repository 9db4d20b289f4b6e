// SPDX-License-Identifier: GPL-3.0-or-later
// Reads eight places of a wave at once.
#pragma once

#include "Dsp/Fast.h"
#include "Modules/Synth/Oscillator/WaveCache.h"

#include <array>
#include <bit>

namespace athanor::synth
{

using Floats8 = dsp::Lanes<8>;
using Integers8 = dsp::Integers<8>;
using Phases8 [[gnu::vector_size (32)]] = std::uint32_t; ///< A turn is 2^32, so that it wraps by itself.

constexpr int waveBits = 11;
static_assert (1 << waveBits == Wavetable::size);

/** How far the phases lie behind the sample before them: 0 to 1. */
inline Floats8 fractionOfSample (Phases8 phases) noexcept
{
    constexpr std::uint32_t mask = (1u << (32 - waveBits)) - 1;
    return dsp::toLanes<8> (std::bit_cast<Integers8> (phases & mask)) * (1.0f / static_cast<float> (1u << (32 - waveBits)));
}

/** The straight line between two samples: for waves whose highest harmonic has 16 samples or more, where it is 75 dB off. */
struct StraightReading
{
    static constexpr int mostHarmonics = Wavetable::size / 16;

    static Floats8 read (const float* wave, Phases8 phases) noexcept
    {
        alignas (32) std::uint32_t place[8];
        const Phases8 places = phases >> (32 - waveBits);
        std::memcpy (place, &places, sizeof place);
        ++wave;

#if defined(__AVX__)
        const auto pair = [&] (int a, int b) {
            const auto low = _mm_castsi128_ps (_mm_loadl_epi64 (reinterpret_cast<const __m128i*> (wave + place[a])));
            return _mm_loadh_pi (low, reinterpret_cast<const __m64*> (wave + place[b]));
        };

        const auto first = _mm256_insertf128_ps (_mm256_castps128_ps256 (pair (0, 1)), pair (4, 5), 1);
        const auto second = _mm256_insertf128_ps (_mm256_castps128_ps256 (pair (2, 3)), pair (6, 7), 1);
        const Floats8 here (_mm256_shuffle_ps (first, second, 0x88)), next (_mm256_shuffle_ps (first, second, 0xdd));
#else
        Floats8 here, next;

        for (int i = 0; i < 8; ++i)
        {
            here.set (i, wave[place[i]]);
            next.set (i, wave[place[i] + 1]);
        }
#endif

        return dsp::mix (here, next, fractionOfSample (phases));
    }
};

/** Catmull and Rom's curve through four samples that begin at places[i] of wave i, `t` of the way from the second to the third. */
template <typename Waves, typename Places>
inline Floats8 throughFour (const Waves& waves, const Places& places, Floats8 t) noexcept
{
    Floats8 before, here, next, after;

#if defined(__AVX__)
    const auto rows = [&] (std::size_t i) {
        const auto low = _mm_loadu_ps (waves[i] + places[i]), high = _mm_loadu_ps (waves[i + 4] + places[i + 4]);
        return _mm256_insertf128_ps (_mm256_castps128_ps256 (low), high, 1);
    };

    const auto a = rows (0), b = rows (1), c = rows (2), d = rows (3);
    const auto lowAb = _mm256_unpacklo_ps (a, b), highAb = _mm256_unpackhi_ps (a, b);
    const auto lowCd = _mm256_unpacklo_ps (c, d), highCd = _mm256_unpackhi_ps (c, d);
    before = Floats8 (_mm256_shuffle_ps (lowAb, lowCd, 0x44));
    here = Floats8 (_mm256_shuffle_ps (lowAb, lowCd, 0xee));
    next = Floats8 (_mm256_shuffle_ps (highAb, highCd, 0x44));
    after = Floats8 (_mm256_shuffle_ps (highAb, highCd, 0xee));
#else
    for (int i = 0; i < 8; ++i)
    {
        const auto* samples = waves[static_cast<std::size_t> (i)] + places[static_cast<std::size_t> (i)];
        before.set (i, samples[0]);
        here.set (i, samples[1]);
        next.set (i, samples[2]);
        after.set (i, samples[3]);
    }
#endif

    const auto step = next - here;
    const auto slope = 0.5f * (next - before);
    const auto cubic = dsp::fma (Floats8 (-1.5f), step, 0.5f * (after - before));
    const auto square = step - slope - cubic;
    return dsp::fma (t, dsp::fma (t, dsp::fma (t, cubic, square), slope), here);
}

/** Catmull and Rom's curve: for waves with high harmonics. */
struct CurvedReading
{
    static Floats8 read (const float* wave, Phases8 phases) noexcept
    {
        struct OneWave
        {
            const float* samples;

            const float* operator[] (std::size_t) const noexcept { return samples; }
        };

        alignas (32) std::array<std::uint32_t, 8> places;
        const Phases8 whole = phases >> (32 - waveBits);
        std::memcpy (places.data(), &whole, sizeof whole);
        return throughFour (OneWave { wave }, places, fractionOfSample (phases));
    }
};

} // namespace athanor::synth
