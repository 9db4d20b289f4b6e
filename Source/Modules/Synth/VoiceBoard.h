// SPDX-License-Identifier: GPL-3.0-or-later
// Which voice plays which note: allocation, stealing, legato, pedals, and what each player's finger does.
#pragma once

#include "Modules/Synth/SynthLanes.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace athanor::synth
{

/** A row of small numbers of a fixed room: the order of voices, the keys that are down. */
template <typename Number, int room>
class Row
{
public:
    int size() const noexcept { return count; }

    bool isEmpty() const noexcept { return count == 0; }

    Number operator[] (int i) const noexcept { return items[static_cast<std::size_t> (i)]; }

    const Number* begin() const noexcept { return items.data(); }

    const Number* end() const noexcept { return items.data() + count; }

    /** Of a full row, the first makes room. */
    void append (Number n) noexcept
    {
        if (count == room)
            erase (0);

        items[static_cast<std::size_t> (count++)] = n;
    }

    void prepend (Number n) noexcept
    {
        append (n);

        for (auto i = static_cast<std::size_t> (count - 1); i > 0; --i)
            items[i] = items[i - 1];

        items[0] = n;
    }

    void erase (int at) noexcept
    {
        for (auto i = static_cast<std::size_t> (at); i + 1 < static_cast<std::size_t> (count); ++i)
            items[i] = items[i + 1];

        --count;
    }

    bool contains (const Number& n) const noexcept { return std::find (begin(), end(), n) != end(); }

    void remove (Number n) noexcept
    {
        for (int i = count; --i >= 0;)
            if (items[static_cast<std::size_t> (i)] == n)
                erase (i);
    }

    void clear() noexcept { count = 0; }

    /** Stable. */
    template <typename Key>
    void sortBy (Key key) noexcept
    {
        for (int i = 1; i < count; ++i)
            for (auto k = static_cast<std::size_t> (i); k > 0 && key (items[k - 1]) > key (items[k]); --k)
                std::swap (items[k - 1], items[k]);
    }

private:
    std::array<Number, room> items {};
    int count = 0;
};

enum class VoicePriority { newest,
                           oldest,
                           highest,
                           lowest,
                           roundRobin };

/** A key as the board knows it. */
struct PlayedKey
{
    std::uint32_t id = 0; ///< Its name: of keys that come as MIDI notes, made of note and channel.
    std::int16_t note = 0, channel = 0;
    float pitch = 0; ///< Tuned.
    float velocity = 0;

    bool operator== (const PlayedKey& other) const noexcept { return id == other.id; }
};

/** What becomes of a sounding note apart from its key: slides, levels and panning of a pattern. */
struct NoteShape
{
    float bend = 0;            ///< Semitones off its key.
    float left = 1, right = 1; ///< Gains.

    bool isPlain() const noexcept { return left == 1 && right == 1; }
};

struct Voice
{
    enum class Key : std::uint8_t { starting,
                                    held,
                                    sustained,
                                    released,
                                    dead };
    enum class Event : std::uint8_t { none,
                                      on,
                                      off,
                                      kill };

    Key key = Key::dead, keyBefore = Key::dead;
    Event event = Event::off;
    int eventFrame = -1; ///< Of the quantum, not oversampled; -1: nothing new.
    std::uint32_t id = 0;
    int note = 0, channel = 0;
    int notesPressed = 0, noteCount = 0;
    float pitch = 0, lastPitch = 0, velocity = 0, lift = 0;
    float bend = 0, aftertouch = 0, slide = 0; ///< Of this key alone, as MPE has it.
    NoteShape shape;
    bool isSostenuto = false;
    bool endsAtOnce = false; ///< Let go in the quantum in which it began: it still begins, and is released in the next one.
};

/** Makes no sound: it only says what the voices are to do. */
class VoiceBoard
{
public:
    static constexpr int voiceCount = maxVoices + 2; ///< Two more than can be asked for, to be cut short while others begin.
    static constexpr int groupCount = (voiceCount + groupVoices - 1) / groupVoices;
    static constexpr int channels = 16;

    struct Rules
    {
        int polyphony = maxVoices + 1;
        VoicePriority priority = VoicePriority::roundRobin;
        bool steals = false; ///< Takes the sounding voice over, instead of cutting it short beside the new one.
        bool isLegato = false;
    };

    Rules rules;

    VoiceBoard() noexcept { reset(); }

    /** Silent, all keys up. */
    void reset() noexcept;

    /** @param frame Of the quantum that is played next. @param pitch The note, tuned. */
    void noteOn (int note, float pitch, float velocity, int frame, int channel) noexcept
    {
        press ({ idOf (note, channel), static_cast<std::int16_t> (note), static_cast<std::int16_t> (channel), pitch, velocity }, frame);
    }

    void noteOff (int note, float lift, int frame, int channel) noexcept { release (idOf (note, channel), lift, frame); }

    /** The same for keys that have names of their own, beyond those of MIDI: several may be of one note. */
    void press (const PlayedKey&, int frame) noexcept;
    void release (std::uint32_t id, float lift, int frame) noexcept;

    /** What sounds of a key is cut short. */
    void cut (std::uint32_t id, int frame) noexcept;

    /** Of what sounds of a key, from the next quantum on. */
    void shape (std::uint32_t id, const NoteShape&) noexcept;
    void press (std::uint32_t id, float pressure) noexcept;

    /** Whether a key is down or still heard. */
    bool isInUse (std::uint32_t id) const noexcept;

    static constexpr std::uint32_t idOf (int note, int channel) { return static_cast<std::uint32_t> (channel * 256 + note); }

    static constexpr std::uint32_t firstOwnId = 0x10000; ///< Names of other keys begin here.

    void allNotesOff (int frame) noexcept;

    void setPedal (bool isDown, int frame, int channel) noexcept;
    void setSostenuto (bool isDown, int frame, int channel) noexcept;
    void setAftertouch (int note, float amount, int channel) noexcept;
    void setChannelAftertouch (float amount, int channel) noexcept;
    void setSlide (float amount, int channel) noexcept;
    void setKeyBend (float amount, int channel) noexcept; ///< -1 to 1, of what this channel plays.

    void setPitchWheel (float amount, int channel) noexcept { pitchWheels[static_cast<std::size_t> (channel)] = amount; }

    void setModWheel (float amount, int channel) noexcept { modWheels[static_cast<std::size_t> (channel)] = amount; }

    float pitchWheelOf (const Voice& v) const noexcept { return pitchWheels[static_cast<std::size_t> (v.channel)]; }

    float modWheelOf (const Voice& v) const noexcept { return modWheels[static_cast<std::size_t> (v.channel)]; }

    /** Before each quantum: cuts short what is too many. */
    void trim() noexcept;

    /** The event was taken. */
    void complete (int voice) noexcept;

    /** A released voice has become silent. */
    void free (int voice) noexcept;

    Voice& operator[] (int voice) noexcept { return voices[static_cast<std::size_t> (voice)]; }

    const Voice& operator[] (int voice) const noexcept { return voices[static_cast<std::size_t> (voice)]; }

    /** Those that sound; the last one is the one that shared modulation listens to. */
    const Row<std::int8_t, voiceCount>& active() const noexcept { return sounding; }

    int keysDown() const noexcept { return pressed.size(); }

    const Row<PlayedKey, 128>& keys() const noexcept { return pressed; }

    /** Where the pitch of the newest voice is now: where the next one glides from. */
    float lastPitch = -1;

private:
    int take() noexcept;
    int takeFree() noexcept;
    int takeSounding (Voice::Key) noexcept;
    int toCutShort (int allowed) const noexcept;
    PlayedKey nextWaitingKey() noexcept;
    bool isPlayed (const PlayedKey&) const noexcept;
    void sort() noexcept;
    void start (int voice, const PlayedKey&, float velocity, int pressedNow, float from, int frame) noexcept;
    void hand (int voice, int frame) noexcept;
    void release (Voice&, int frame) noexcept;

    std::array<Voice, voiceCount> voices {};
    Row<std::int8_t, voiceCount> sounding, idle;
    Row<PlayedKey, 128> pressed; ///< Oldest first.
    std::array<bool, channels> pedals {}, sostenutos {};
    std::array<float, channels> pitchWheels {}, modWheels {}, keyBends {}, pressures {}, slides {};
    int total = 0;
};

} // namespace athanor::synth
