// SPDX-License-Identifier: GPL-3.0-or-later
// What flows through cables: a quantum of lanes, or a quantum of notes.
#pragma once

#include "Core/Units.h"
#include "Dsp/Lanes.h"

#include <array>
#include <cstdint>

namespace athanor
{

/** One quantum of sound or of a moving value. `S` is dsp::Voices or dsp::Stereo.

    The frames are always complete; `steady` and `silent` only tell readers what they may skip.
*/
template <typename S>
struct Signal
{
    alignas (64) std::array<S, quantum> frames;
    bool steady = false; ///< All frames are equal to the first.
    bool silent = false; ///< All frames are zero; implies steady.

    S operator[] (int frame) const noexcept { return frames[static_cast<std::size_t> (frame)]; }

    S& operator[] (int frame) noexcept { return frames[static_cast<std::size_t> (frame)]; }

    S first() const noexcept { return frames.front(); }

    S last() const noexcept { return frames.back(); }

    /** Fills every frame with one value. */
    void hold (S value) noexcept
    {
        frames.fill (value);
        steady = true;
        silent = false;
    }

    void clear() noexcept
    {
        if (! silent)
            frames.fill (S (0.0f));

        steady = silent = true;
    }
};

/** A note on its way through a track, with the frame in the quantum at which it happens. */
struct NoteEvent
{
    enum class Kind : std::uint8_t { start,
                                     stop };

    Kind kind {};
    std::uint8_t frame = 0;
    std::uint32_t note = 0; ///< Names the sounding note, so that its stop finds it.
    float pitch = 60;       ///< MIDI semitones, 69 is 440 Hz.
    float velocity = 1;     ///< 0 to 1.
    std::uint16_t key = 0;  ///< Which played key it comes of; a note that is made from another has the same.
};

/** The notes of one quantum, in the order of their frames. What does not fit is refused. */
struct NoteStream
{
    static constexpr int capacity = 128;

    std::array<NoteEvent, capacity> events;
    int count = 0;
    bool hasLostStop = false; ///< A stop was refused: who plays the notes must look after them.

    bool push (const NoteEvent& event) noexcept
    {
        if (count == capacity)
        {
            hasLostStop |= event.kind == NoteEvent::Kind::stop;
            return false;
        }

        events[static_cast<std::size_t> (count++)] = event;
        return true;
    }

    void clear() noexcept
    {
        count = 0;
        hasLostStop = false;
    }

    const NoteEvent* begin() const noexcept { return events.data(); }

    const NoteEvent* end() const noexcept { return events.data() + count; }
};

} // namespace athanor
