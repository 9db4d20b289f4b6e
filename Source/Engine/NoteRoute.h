// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a track's notes through its note devices: keys go in, and what comes out plays the voices.
#pragma once

#include "Engine/VoiceBank.h"

#include <array>
#include <optional>
#include <span>
#include <utility>

namespace athanor
{

/** Gives the keys of the score and of hands to the note devices, and plays what they make of them.

    Note devices know starts and stops. What else happens to a key (slides, volume, panning, how it ends, which instrument it
    is played on) is kept here, and is done to every note that was made of it. So whatever sounds is known here, with the key it
    comes of; nothing can be left hanging.

    Kept from plan to plan; made off the audio thread and used by the audio thread alone.
*/
class NoteRoute
{
public:
    NoteStream entry; ///< What the note devices hear in this quantum.

    /** What happens to a key of the bank's instrument within this quantum. In the order of frames. */
    void take (VoiceBank&, const BankEvent&) noexcept;

    /** Aftertouch of one live key. */
    void press (std::uint32_t note, float pressure, std::span<const std::shared_ptr<VoiceBank>>) noexcept;

    /** Plays what came out of the note devices. `hasLostStop`: some stop did not fit on the way. */
    void leave (const NoteStream&, bool hasLostStop, std::span<const std::shared_ptr<VoiceBank>>) noexcept;

    /** Everything is let go at this frame of the quantum, which is still to be played up to there. */
    void releaseAt (BankEvent::Kind kind, int frame) noexcept { release = { kind, frame }; }

    /** Forgets all keys and notes. Who calls it ends their voices and resets the note devices. */
    void clear() noexcept;

    /** Whether the note devices are to forget everything, too; asked once after `leave`. */
    bool takeReset() noexcept { return std::exchange (mustReset, false); }

    /** The song begins again: the keys that are down are those of an earlier pass. */
    void outdate() noexcept;

    /** The number and state of the keys as another reading of the song has them: `find (column, note)` gives the number of what
        sounds there, or nothing, and then the key is let go. */
    template <typename Find>
    void renumber (Find&& find) noexcept
    {
        for (auto& key : keys)
            if (key.isDown && ! key.played.isLive && key.isForeground)
            {
                if (const auto note = find (key.instrument, key.played.column))
                {
                    key.played.note = *note;
                    key.isOutdated = false;
                }
                else if (! key.isOutdated)
                    lift (key, NoteEnd::release, 0);
            }
    }

private:
    static constexpr int keyCount = 256, most = 256;

    struct Key
    {
        BankEvent played; ///< Its start, with what has become of its pitch, volume and panning since.
        InstrumentId instrument;
        std::optional<NoteEnd> endOfOutdated;
        float startPitch = 60;
        std::uint32_t serial = 0; ///< Its name in the note devices: no other key ever had it.
        bool isDown = false, isForeground = false, isOutdated = false;
    };

    /** A note that came out and sounds. */
    struct Sounding
    {
        std::uint32_t note = 0;
        std::uint16_t key = 0;
        float interval = 0; ///< Semitones from the key's first pitch to the note's.
        float softness = 1; ///< Its velocity as a part of the key's.
    };

    struct Release
    {
        BankEvent::Kind kind {};
        int frame = quantum;
    };

    static bool matches (const Key&, const BankEvent&) noexcept;
    void start (VoiceBank&, const BankEvent&) noexcept;
    void displace (int column, int frame) noexcept;
    void lift (Key&, NoteEnd, int frame) noexcept;
    void change (VoiceBank&, Key&, const BankEvent&) noexcept;
    void sound (const NoteEvent&, std::span<const std::shared_ptr<VoiceBank>>) noexcept;
    void silence (const NoteEvent&, std::span<const std::shared_ptr<VoiceBank>>) noexcept;
    void silenceAt (std::size_t, NoteEnd, int frame, std::span<const std::shared_ptr<VoiceBank>>) noexcept;
    NoteEnd endOf (std::uint16_t key) const noexcept;
    static VoiceBank* bankFor (InstrumentId, std::span<const std::shared_ptr<VoiceBank>>) noexcept;

    std::array<Key, keyCount> keys;
    std::array<Sounding, most> sounding;
    std::size_t soundingCount = 0, nextKey = 0;
    std::uint32_t serials = 0;
    std::array<std::pair<std::uint16_t, NoteEnd>, NoteStream::capacity> ends; ///< Of this quantum.
    std::size_t endCount = 0;
    Release release;
    bool mustReset = false;
};

} // namespace athanor
