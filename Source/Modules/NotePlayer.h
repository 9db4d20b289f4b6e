// SPDX-License-Identifier: GPL-3.0-or-later
// What a module is told of notes when it has voices of its own.
#pragma once

#include <cstdint>

namespace athanor
{

/** What becomes of a note that is on, until the end of the next quantum. */
struct PlayedShape
{
    float bend = 0;            ///< Semitones off the pitch with which it began.
    float left = 1, right = 1; ///< Gains.
    float pressure = 0;        ///< 0 to 1.
};

/** A module that is told of notes, instead of being played once for each. Frames are those of the quantum that is played next. */
class NotePlayer
{
public:
    virtual ~NotePlayer() = default;

    /** @param key  A name for the note, until it is in use no more. @param pitch  MIDI semitones. @param velocity  0 to 1. */
    virtual void press (std::uint32_t key, float pitch, float velocity, int frame) noexcept = 0;

    virtual void release (std::uint32_t key, int frame) noexcept = 0;

    /** It is not to be heard from now on; its gains are 0 already. */
    virtual void cut (std::uint32_t key) noexcept = 0;

    virtual void shape (std::uint32_t key, const PlayedShape&) noexcept = 0;

    /** Bend from -1 to 1, wheel from 0 to 1. */
    virtual void moveHands (float bend, float wheel) noexcept = 0;

    /** Whether a note is down or still heard. */
    virtual bool isInUse (std::uint32_t key) const noexcept = 0;

    /** Whether nothing sounds, and nothing will before the next note. */
    virtual bool isResting() const noexcept = 0;
};

} // namespace athanor
