// SPDX-License-Identifier: GPL-3.0-or-later
// Single cycles to play as waves, each in eleven versions with ever fewer harmonics, so that none folds back.
#pragma once

#include "Dsp/Fast.h"
#include "Dsp/Fft/Fft.h"
#include "Dsp/Oscillator/BandLimited.h"

#include <array>
#include <complex>
#include <span>
#include <vector>

namespace athanor::dsp
{

/** Where the levels lie in a cycle's memory, and how finely each is drawn: with sixteen points for its highest harmonic where
    there is room.
*/
struct WavetableLevels
{
    static constexpr int count = 11; ///< Level k holds harmonics up to 1024 / 2^k.

    static constexpr int bitsOf (int level) noexcept { return level < 4 ? 11 : level > 6 ? 8
                                                                                         : 14 - level; }

    constexpr WavetableLevels()
    {
        for (int level = 0; level < count; ++level)
            places[static_cast<std::size_t> (level) + 1] = places[static_cast<std::size_t> (level)] + (1 << bitsOf (level));
    }

    std::array<int, count + 1> places {}; ///< Where each level starts, in points; the last is the size of all.
};

inline constexpr WavetableLevels wavetableLevels;

/** A row of single cycles to move through. In memory each value stands beside the step to the next, so that one load of
    64 bits serves a lane.
*/
class Wavetable
{
public:
    static constexpr int cycleLength = 2'048; ///< Frames of a cycle as it is given.
    static constexpr int levels = WavetableLevels::count;
    static constexpr int pointsInCycle = wavetableLevels.places.back();

    /** Allocates. */
    explicit Wavetable (int mostCycles) : pairs (static_cast<std::size_t> (mostCycles * pointsInCycle * 2)) {}

    int cycles() const noexcept { return filled; }

    int most() const noexcept { return static_cast<int> (pairs.size()) / (2 * pointsInCycle); }

    void clear() noexcept { filled = 0; }

    const float* data() const noexcept { return pairs.data(); }

private:
    friend class WavetableMaker;

    std::vector<float> pairs;
    int filled = 0;
};

/** Makes the levels of cycles. Allocates when it is constructed and never afterwards. */
class WavetableMaker
{
public:
    WavetableMaker();

    /** Adds a cycle of cycleLength frames, with its mean taken out and its peak at one; refused when the table is full. */
    bool add (Wavetable&, std::span<const float> cycle) noexcept;

private:
    std::array<Fft, 4> transforms; // of 256, 512, 1024 and 2048 points
    std::vector<std::complex<float>> spectrum, part;
    std::vector<float> points;
};

/** The tables that are built in, made when they are first asked for. Not for the audio thread. */
std::span<const Wavetable> builtInWavetables();

/** Their names, in the same order. */
inline constexpr std::array<std::string_view, 8> wavetableNames { "basic", "pulse", "sync", "fold", "bell", "vowel", "organ", "glass" };

/** Reads value and step at eight places at once. */
template <int n>
inline void readPairs (const float* pairs, Integers<n> index, Lanes<n>& value, Lanes<n>& step) noexcept
{
#if defined(__AVX2__)
    if constexpr (n == 8)
    {
        const auto load = [&] (int lane) { return _mm_castsi128_ps (_mm_loadl_epi64 (reinterpret_cast<const __m128i*> (pairs + 2 * static_cast<std::ptrdiff_t> (index[lane])))); };
        const auto both = [&] (int lane) { return _mm_movelh_ps (load (lane), load (lane + 1)); };
        const auto a = _mm256_insertf128_ps (_mm256_castps128_ps256 (both (0)), both (4), 1);
        const auto b = _mm256_insertf128_ps (_mm256_castps128_ps256 (both (2)), both (6), 1);
        value = Lanes<n> (_mm256_shuffle_ps (a, b, 0x88));
        step = Lanes<n> (_mm256_shuffle_ps (a, b, 0xdd));
        return;
    }
#endif

    for (int lane = 0; lane < n; ++lane)
    {
        const auto* pair = pairs + 2 * static_cast<std::ptrdiff_t> (index[lane]);
        value.set (lane, pair[0]);
        step.set (lane, pair[1]);
    }
}

/** Where in a table each lane reads: two neighbouring cycles, at the level that its speed allows. */
template <int n>
struct WavetablePlace
{
    Integers<n> near, far, shift;
    Lanes<n> between;

    /** @param position  Between the first cycle (0) and the last (1).
        @param turns     A frame's part of a turn, positive: harmonics may reach 0.6 of the sample rate, where what folds back
                         is beyond hearing.
    */
    static WavetablePlace at (const Wavetable& table, Lanes<n> position, Lanes<n> turns) noexcept
    {
        const auto last = static_cast<float> (table.cycles() - 1);
        const auto along = clamp (position, Lanes<n> (0.0f), Lanes<n> (1.0f)) * last;
        const auto first = min (floor (along), Lanes<n> (last));
        const auto wanted = clamp (log2 (turns * (1'024 / 0.6f)) + 0.9999f, Lanes<n> (0.0f), Lanes<n> (Wavetable::levels - 1));
        const auto level = toIntegers (wanted);
        WavetablePlace place;

        for (int lane = 0; lane < n; ++lane)
        {
            const auto base = wavetableLevels.places[static_cast<std::size_t> (level[lane])];
            const auto cycle = static_cast<int> (first[lane]);
            place.near[lane] = cycle * Wavetable::pointsInCycle + base;
            place.far[lane] = (cycle + 1 < table.cycles() ? cycle + 1 : cycle) * Wavetable::pointsInCycle + base;
            place.shift[lane] = 32 - WavetableLevels::bitsOf (level[lane]);
        }

        place.between = along - first;
        return place;
    }

    Lanes<n> read (const Wavetable& table, Phase<n> phase) const noexcept
    {
        using Unsigned [[gnu::vector_size (n * 4)]] = std::uint32_t;
        const auto turns = std::bit_cast<Unsigned> (phase.value);
        const auto shifts = std::bit_cast<Unsigned> (shift);
        const auto index = std::bit_cast<Integers<n>> (turns >> shifts);
        const auto rest = toLanes<n> (std::bit_cast<Integers<n>> ((turns << (32 - shifts)) >> 8)) * 0x1p-24f;
        Lanes<n> a, aStep, b, bStep;
        readPairs<n> (table.data(), near + index, a, aStep);
        readPairs<n> (table.data(), far + index, b, bStep);
        return mix (fma (rest, aStep, a), fma (rest, bStep, b), between);
    }
};

} // namespace athanor::dsp
