// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fft/Fft.h"
#include "Modules/Synth/Wave/Wavetable.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace athanor::synth
{

/** One period, ready to be read at any phase: sample i stands at i + 1, between one neighbour before and two behind. */
struct Wave
{
    alignas (64) std::array<float, Wavetable::size + 4> samples;
    int harmonics; ///< There are none above.
};

/** What a wave is to be. Equal orders give one wave, whoever asks. */
struct WaveOrder
{
    const Wavetable* table = nullptr;
    int frame = 0;
    int harmonics = 0; ///< None above, 0 to 1024.
    int morph = 0;     ///< As the control `osc_N_spectral_morph_type` counts them.
    float amount = 0;  ///< Of the morph, in its own measure.
};

/** Waves by order: each is made once, when it is first read, and kept until room is needed.

    Used by one thread at a time. Nothing is allocated after construction; a wave that must be made costs a few microseconds.
*/
class WaveCache
{
public:
    /** Room for as many waves as `maxVoices` and what sounds on may hold at once in three oscillators. */
    explicit WaveCache (int capacity = defaultCapacity);

    static constexpr int defaultCapacity = 3'600;

    using Place = std::int32_t;
    static constexpr Place silence = 0; ///< Held by nobody, always there.

    /** Held until `release`. */
    Place acquire (const WaveOrder&) noexcept;

    /** Held once more. */
    Place hold (Place place) noexcept
    {
        if (place != silence)
            ++entry (place).holders;

        return place;
    }

    void release (Place) noexcept;

    const Wave& operator[] (Place place) const noexcept { return waves[static_cast<std::size_t> (place)]; }

    int made() const noexcept { return count; } ///< How many waves had to be made.

private:
    struct Key
    {
        std::uint64_t table = 0;
        std::int32_t frame = 0, harmonics = 0, morph = 0;
        std::uint32_t amount = 0;
        bool operator== (const Key&) const = default;
        std::uint32_t hash() const noexcept;
    };

    struct Entry
    {
        Key key;
        std::int32_t holders = 0;
        Place nextOfBucket = silence;
        Place before = silence, after = silence; ///< In the queue of those that nobody holds, oldest first.
        bool isMade = false;
    };

    static Key keyOf (const WaveOrder&) noexcept;

    Entry& entry (Place place) noexcept { return entries[static_cast<std::size_t> (place)]; }

    Place find (const Key&) noexcept;
    Place takePlace() noexcept;
    void leaveQueue (Place) noexcept;
    void forget (Place) noexcept;
    void make (const WaveOrder&, Wave&) noexcept;

    static constexpr std::size_t buckets = 4'096;
    static constexpr int kept = 128; ///< So many waves are kept before old ones are given up, to stay in the caches.

    struct Workshop;

    std::unique_ptr<Wave[]> waves;
    std::vector<Entry> entries;
    std::vector<Place> firstOfBucket;
    std::shared_ptr<Workshop> workshop;
    Place oldest = silence, newest = silence;
    int used = 1, count = 0;
};

} // namespace athanor::synth
