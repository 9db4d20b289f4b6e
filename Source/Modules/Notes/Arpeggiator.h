// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"
#include "Modules/Notes/NoteIds.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace athanor
{

/** Plays the notes of a held chord one after the other, in time with the song. */
template <typename S>
class Arpeggiator final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "notes.arpeggiator", "Arpeggiator", "Notes", "Plays the notes of a held chord one after the other, in time with the song." };

    Arpeggiator() : ModuleOf<S> (about) {}

    NotesIn in { *this, "in", "The chord that is held." };
    Knob order { *this, "order", choice (orders), "In which order its notes are played." };
    Knob octaves { *this, "octaves", whole (1, 4, 1), "Over how many octaves." };
    Knob rate { *this, "rate", choice (rates, 4), "How long a step is." };
    Knob gate { *this, "gate", { 0.05f, 1, 0.6f }, "For how much of its step a note sounds." };
    Knob swing { *this, "swing", amount (0), "How late every second step comes; at 1 by a third of two steps." };
    Knob hold { *this, "hold", choice (offOn), "Whether it goes on when the keys are let go, until the next chord." };
    NotesOut out { *this, "out", "One note after the other." };

    void reset() noexcept override
    {
        count = 0;
        keysDown = 0;
        place = 0;
        soundingCount = 0;
        made = 0;
        isSounding = isWaiting = false;
        lastStep = none;
    }

    void process (const Block<S>& block) noexcept override
    {
        // With no key down there is nothing to keep time for: the next key starts its step at once, as it always does.
        if (count == 0 && ! isSounding && block[in].count == 0)
        {
            lastStep = none;
            return;
        }

        const auto& moment = *block.moment;
        const auto* event = block[in].begin();
        const double perBeat = 1 / rateBeats[static_cast<std::size_t> (block.choice (rate))];
        const double late = static_cast<double> (block[swing].first()[0]) / 3;

        for (int frame = 0; frame < quantum; ++frame)
        {
            for (; event != block[in].end() && event->frame <= frame; ++event)
                take (block, *event);

            // A hair more, so that rounding never makes a step a frame late.
            const double beat = moment.beatAt (frame) + 1.0e-8;

            if (isSounding && (beat >= stopAt || beat < startedAt))
                stop (block, frame);

            const auto step = stepAt (beat * perBeat, late);

            if (step == lastStep && ! isWaiting)
                continue;

            // Keys that come together may come some frames apart: a step that found none waits for the first.
            isWaiting = count == 0;
            lastStep = step;

            if (! isWaiting)
                play (block, frame, beat, lengthOf (step, late) / perBeat);
        }

        for (; event != block[in].end(); ++event)
            take (block, *event);
    }

private:
    static constexpr std::array<std::string_view, 6> orders { "up", "down", "up and down", "as played", "random", "chord" };
    static constexpr std::array<std::string_view, 8> rates { "1/4", "1/4 T", "1/8", "1/8 T", "1/16", "1/16 T", "1/32", "1/2" };
    static constexpr std::array<double, 8> rateBeats { 1, 2 / 3.0, 0.5, 1 / 3.0, 0.25, 1 / 6.0, 0.125, 2 };
    static constexpr std::array<std::string_view, 2> offOn { "off", "on" };
    static constexpr int most = 32;
    static constexpr std::int64_t none = INT64_MIN;

    struct Key
    {
        std::uint32_t note = 0;
        float pitch = 60, velocity = 1;
        std::uint16_t key = 0;
        bool isDown = false;
    };

    static std::int64_t stepAt (double steps, double late) noexcept
    {
        const auto pair = static_cast<std::int64_t> (steps * 0.5) - (steps < 0 ? 1 : 0);
        return pair * 2 + (steps - static_cast<double> (pair) * 2 < 1 + late ? 0 : 1);
    }

    static double lengthOf (std::int64_t step, double late) noexcept { return (step & 1) == 0 ? 1 + late : 1 - late; }

    /** Held keys stay in the order in which they came. */
    void take (const Block<S>& block, const NoteEvent& event) noexcept
    {
        const bool holds = block.choice (hold) == 1;

        if (event.kind == NoteEvent::Kind::start)
        {
            // The first key of a new chord ends the held one, and starts the pattern from its first note.
            if (keysDown == 0)
                count = place = 0;

            ++keysDown;

            if (count < most)
                keys[static_cast<std::size_t> (count++)] = { event.note, event.pitch, event.velocity, event.key, true };

            return;
        }

        for (int i = 0; i < count; ++i)
        {
            auto& key = keys[static_cast<std::size_t> (i)];

            if (key.note == event.note && key.isDown)
            {
                key.isDown = false;
                keysDown = std::max (0, keysDown - 1);
                break;
            }
        }

        if (! holds)
            count = static_cast<int> (std::remove_if (keys.begin(), keys.begin() + count, [] (const Key& key) { return ! key.isDown; }) - keys.begin());
    }

    void stop (const Block<S>& block, int frame) noexcept
    {
        for (int i = 0; i < soundingCount; ++i)
        {
            const auto& sounding = soundingNotes[static_cast<std::size_t> (i)];
            (void)block[out].push ({ NoteEvent::Kind::stop, static_cast<std::uint8_t> (frame), sounding.note, 60, 1, sounding.key });
        }

        isSounding = false;
        soundingCount = 0;
    }

    void play (const Block<S>& block, int frame, double beat, double beats) noexcept
    {
        if (isSounding)
            stop (block, frame);

        const int chosen = block.choice (order);

        if (chosen == 5)
            for (int i = 0; i < count; ++i)
                sound (block, frame, keys[static_cast<std::size_t> (i)], octaveOf (block));
        else
            playOne (block, frame, chosen);

        ++place;
        isSounding = true;
        startedAt = beat;
        stopAt = beat + beats * static_cast<double> (block[gate][frame][0]);
    }

    int octaveOf (const Block<S>& block) const noexcept { return place % block.choice (octaves); }

    /** The way through the chord over all octaves is one row of notes, and the order says which of them is next. */
    void playOne (const Block<S>& block, int frame, int chosen) noexcept
    {
        std::array<Key, most> sorted = keys;

        if (chosen != 3)
            std::sort (sorted.begin(), sorted.begin() + count, [] (const Key& a, const Key& b) { return a.pitch < b.pitch; });

        const int row = count * block.choice (octaves);
        int which = place % row;

        if (chosen == 1)
            which = row - 1 - which;
        else if (chosen == 2)
        {
            const int round = std::max (1, 2 * row - 2);
            which = place % round < row ? place % round : round - place % round;
        }
        else if (chosen == 4)
            which = static_cast<int> (dsp::scatter (static_cast<std::uint32_t> (lastStep)) % static_cast<std::uint32_t> (row));

        sound (block, frame, sorted[static_cast<std::size_t> (which % count)], which / count);
    }

    void sound (const Block<S>& block, int frame, const Key& key, int octave) noexcept
    {
        const auto note = derivedNote (++made, 15);
        const NoteEvent event { NoteEvent::Kind::start, static_cast<std::uint8_t> (frame), note, key.pitch + static_cast<float> (12 * octave), key.velocity, key.key };

        if (soundingCount < most && block[out].push (event))
            soundingNotes[static_cast<std::size_t> (soundingCount++)] = { note, key.key };
    }

    struct Sounding
    {
        std::uint32_t note = 0;
        std::uint16_t key = 0;
    };

    std::array<Key, most> keys;
    std::array<Sounding, most> soundingNotes {};
    int count = 0, keysDown = 0, place = 0, soundingCount = 0;
    std::int64_t lastStep = none;
    double startedAt = 0, stopAt = 0;
    bool isSounding = false, isWaiting = false;
    std::uint32_t made = 0;
};

} // namespace athanor
