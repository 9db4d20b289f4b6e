// SPDX-License-Identifier: GPL-3.0-or-later
// What some lines were fed, eight frames at a time, to be read by the block at any distance.
#pragma once

#include "Core/LazyMemory.h"
#include "Dsp/Fast.h"
#include "Dsp/Transpose.h"
#include "Modules/Synth/Filter/FilterParts.h"

#include <cstring>

namespace athanor::synth
{

/** Rings of their own, side by side. In contrast to those of CombMemory, a register holds eight frames of one line.

    Memory that was never played is not taken from the system; forgetting what was takes no time.
*/
template <int lines>
class BlockMemory
{
public:
    static constexpr int block = Lanes::size;

    BlockMemory() = default;

    /** @param minimum  Frames to keep. */
    explicit BlockMemory (int minimum)
        : size (static_cast<int> (std::bit_ceil (static_cast<unsigned> (minimum + guard)))),
          stride (static_cast<std::size_t> (size) + padding),
          memory (stride * lines)
    {
    }

    /** How far back may be read. */
    int farthest() const noexcept { return memory.isEmpty() ? block : size - guard; }

    /** Nothing was before now. */
    void clear() noexcept
    {
        if (! memory.isEmpty() && age > 0)
            for (int back = guard; back > 0; back -= block)
                put (std::array<Lanes, lines> {}, (now - back) & (size - 1));

        age = 0;
    }

    /** The next eight frames of each line. */
    void push (const std::array<Lanes, lines>& frames) noexcept
    {
        put (frames, now);
        now = (now + block) & (size - 1);
        age = age < size ? age + block : age;
    }

    /** Eight frames of a line, so far before those that come next. */
    Lanes past (int line, int back) const noexcept
    {
        return isBefore (back) ? Lanes (0.0f) : load (ring (line) + ((now - back) & (size - 1)));
    }

    /** For each of the next eight frames four neighbours of a line, of which the first is so far before it. */
    std::array<Lanes, 4> neighbours (int line, dsp::Integers<8> back) const noexcept
    {
        const auto first = back[0];
        const auto* samples = ring (line);

        if (! isSame (dsp::fromBits<8> (back), dsp::fromBits<8> (dsp::Integers<8> {} + first)))
            return neighboursOneByOne (samples, back);

        if (isBefore (first))
            return { Lanes (0.0f), Lanes (0.0f), Lanes (0.0f), Lanes (0.0f) };

        samples += (now - first) & (size - 1);
        __builtin_prefetch (samples + ahead); // There are more lines than the processor follows by itself.
        return { load (samples), load (samples + 1), load (samples + 2), load (samples + 3) };
    }

private:
    static constexpr int guard = 16;
    static constexpr int padding = 272; ///< So that the rings do not fight for the same lines of the caches.
    static constexpr int ahead = 48;    ///< Frames.

    static Lanes load (const float* from) noexcept
    {
        Lanes x;
        std::memcpy (&x, from, sizeof x);
        return x;
    }

    float* ring (int line) const noexcept { return memory.data() + static_cast<std::size_t> (line) * stride; }

    /** Whether nothing was so far back; up to a few frames less may be read, for they are zero. */
    bool isBefore (int back) const noexcept { return back > age + block + 2; }

    void put (const std::array<Lanes, lines>& frames, int place) noexcept
    {
        for (int line = 0; line < lines; ++line)
        {
            std::memcpy (ring (line) + place, &frames[static_cast<std::size_t> (line)], sizeof (Lanes));
            __builtin_prefetch (ring (line) + place + ahead, 1);
        }

        if (place < guard)
            for (int line = 0; line < lines; ++line)
                std::memcpy (ring (line) + size + place, &frames[static_cast<std::size_t> (line)], sizeof (Lanes));
    }

    [[gnu::noinline]] std::array<Lanes, 4> neighboursOneByOne (const float* samples, dsp::Integers<8> back) const noexcept
    {
        using Four [[gnu::vector_size (16)]] = float;
        std::array<Lanes, 8> rows;

        dsp::unrolled<block> ([&] (auto i) {
            const auto distance = back[static_cast<int> (i)];
            Four four {};

            if (! isBefore (distance))
                std::memcpy (&four, samples + ((now + static_cast<int> (i) - distance) & (size - 1)), sizeof four);

            rows[i] = __builtin_shufflevector (four, four, 0, 1, 2, 3, 0, 1, 2, 3);
        });

        const auto columns = dsp::transposed (rows);
        return { columns[0], columns[1], columns[2], columns[3] };
    }

    int size = 8 * guard, now = 0, age = 0;
    std::size_t stride = 0;
    LazyMemory memory;
};

} // namespace athanor::synth
