// SPDX-License-Identifier: GPL-3.0-or-later
// How one voice moves: towards the pitch, volume and panning that are wanted of it, tick by tick, and to its end.
#pragma once

#include "Engine/Voice.h"

namespace athanor
{

/** What all voices of a track share: the player's left hand and feet. */
struct TrackHands
{
    float bend = 0, wheel = 0; ///< Semitones over the bend range (-1 to 1); 0 to 1.
    bool isPedalDown = false;
    bool hasOutdated = false;     ///< Notes of an earlier pass of the song may still sound.
    std::uint64_t noteWiring = 0; ///< Through which note devices the notes went until now; 0: none.
};

/** Moves the voices of one instrument on one track. Holds nothing of its own: made where it is used. */
class VoiceMotion
{
public:
    VoiceMotion (const PlayableInstrument& i, const TrackHands& h, const Moment& m) noexcept : instrument (i), hands (h), moment (m) {}

    /** Sends pitch, volume and panning to where note, zone, envelopes and hands want them. */
    void aim (Voice&, int frames, int delay) const noexcept;

    /** The note itself wants to be elsewhere. */
    void shape (Voice&, const BankEvent&) const noexcept;

    /** One quantum goes by. */
    void moveOn (Voice&) const noexcept;

    void end (Voice&, NoteEnd, int frame) const noexcept;

private:
    void tick (Voice&) const noexcept;
    static void vibrate (Voice&) noexcept;

    const PlayableInstrument& instrument;
    const TrackHands& hands;
    const Moment& moment;
};

} // namespace athanor
