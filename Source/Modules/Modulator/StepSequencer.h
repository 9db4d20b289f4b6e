// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Fast.h"
#include "Modules/KnobRow.h"
#include "Modules/NoteLength.h"
#include "Modules/Source/NoteSeed.h"

#include <algorithm>

namespace athanor
{

/** Sixteen steps in time with the song, each with a value and a switch. */
template <typename S>
class StepSequencer final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "sequencer.steps", "Step sequencer", "Modulators",
                                           "Sixteen steps in time with the song: melodies for oscillators, rhythms for gates, patterns for any knob." };

    StepSequencer() : ModuleOf<S> (about) {}

    Input trigger { *this, "trigger", "Starts the first step, where steps start with each note.", Normal::trigger };
    std::array<Knob, 16> steps { knobRow (*this, stepNames, bipolar (0), "The value of this step.") };
    std::array<Knob, 16> switches { knobRow (*this, switchNames, choice (offOn, 1), "Whether this step opens the gate.") };
    Knob count { *this, "count", whole (1, 16, 16), "How many steps there are." };
    Knob length { *this, "length", choice (lengths, 2), "How long a step is." };
    Knob start { *this, "start", choice (starts), "Whether the steps run with the song, or start with each note." };
    Knob order { *this, "order", choice (orders), "In which order the steps are played." };
    Knob swing { *this, "swing", amount (0), "How late every second step comes; at 1 by a third of two steps." };
    Knob gateLength { *this, "gateLength", { 0.05f, 1, 0.5f }, "For how much of its step the gate is open." };
    Knob chance { *this, "chance", amount (1), "How likely a step that is on opens the gate." };
    Knob glide { *this, "glide", amount (0), "For how much of its step the value is still on its way from the last." };
    Knob range { *this, "range", { 0, 24, 1 }, "What the highest value is: 1 for knobs, 12 for an octave of pitch." };
    Output out { *this, "out", "The value of the step." };
    Output gate { *this, "gate", "1 while a step that is on is open." };
    Output struck { *this, "struck", "1 on the one frame at which a step that is on begins." };

    void reset() noexcept override { lanes = {}; }

    void startLane (int lane) noexcept override { lanes[static_cast<std::size_t> (lane)] = {}; }

    void process (const Block<S>& block) noexcept override
    {
        const bool isWithSong = block.choice (start) == 0;

        for (int lane = 0; lane < S::size; ++lane)
            processLane (block, lane, isWithSong);
    }

private:
    static constexpr std::array<std::string_view, 16> stepNames { "step1", "step2", "step3", "step4", "step5", "step6", "step7", "step8",
                                                                  "step9", "step10", "step11", "step12", "step13", "step14", "step15", "step16" };
    static constexpr std::array<std::string_view, 16> switchNames { "on1", "on2", "on3", "on4", "on5", "on6", "on7", "on8",
                                                                    "on9", "on10", "on11", "on12", "on13", "on14", "on15", "on16" };
    static constexpr std::array<std::string_view, 2> offOn { "off", "on" };
    static constexpr std::array<std::string_view, 8> lengths { "1/32", "1/16 T", "1/16", "1/8 T", "1/8", "1/4", "1/2", "1 bar" };
    static constexpr std::array<double, 8> lengthBeats { 0.125, 1 / 6.0, 0.25, 1 / 3.0, 0.5, 1, 2, 4 };
    static constexpr std::array<std::string_view, 2> starts { "with the song", "with each note" };
    static constexpr std::array<std::string_view, 4> orders { "forward", "backward", "to and fro", "random" };

    struct Lane
    {
        double begun = 0;       ///< Beat at which its first step began.
        std::int64_t last = -1; ///< The step of the last frame, counted without end; -1 for none.
        float value = 0, from = 0;
        bool isOpen = false;
    };

    /** Where a beat lies: which step, counted without end, and how far into it. */
    struct Place
    {
        std::int64_t step;
        float way;
    };

    static Place placeAt (double steps, double late) noexcept
    {
        const auto pair = static_cast<std::int64_t> (steps * 0.5) - (steps < 0 ? 1 : 0);
        const double inPair = steps - static_cast<double> (pair) * 2;
        const double first = 1 + late;

        if (inPair < first)
            return { pair * 2, static_cast<float> (inPair / first) };

        return { pair * 2 + 1, static_cast<float> ((inPair - first) / (2 - first)) };
    }

    static int indexOf (std::int64_t step, int steps, int order) noexcept
    {
        const auto inRound = [step] (std::int64_t size) { return static_cast<int> (((step % size) + size) % size); };

        switch (order)
        {
            case 1:
                return steps - 1 - inRound (steps);
            case 2:
            {
                const int place = inRound (std::max (1, 2 * steps - 2));
                return place < steps ? place : 2 * steps - 2 - place;
            }
            case 3:
                return static_cast<int> (dsp::scatter (static_cast<std::uint32_t> (step)) % static_cast<std::uint32_t> (steps));
            default:
                return inRound (steps);
        }
    }

    void enter (Lane& lane, const Block<S>& block, std::int64_t step, int frame, int index) const noexcept
    {
        const auto place = static_cast<std::size_t> (indexOf (step, block.choice (count), block.choice (order)));
        const bool isOn = block[switches[place]][frame][index] > 0.5f;
        const float luck = 0.5f + 0.5f * dsp::chanceOf (dsp::scatter (static_cast<std::uint32_t> (step) ^ 0x7f4a7c15u));
        lane.from = lane.last < 0 ? block[steps[place]][frame][index] : lane.value;
        lane.isOpen = isOn && luck <= block[chance][frame][index];
        lane.last = step;
    }

    /** From step to step: nothing is decided inside one. */
    void processLane (const Block<S>& block, int index, bool isWithSong) noexcept
    {
        auto& lane = lanes[static_cast<std::size_t> (index)];
        const auto& starting = block[trigger];
        const auto& moment = *block.moment;
        const bool isAsked = ! isWithSong && ! starting.silent;
        const double perBeat = 1 / lengthBeats[static_cast<std::size_t> (block.choice (length))];
        const double late = static_cast<double> (block[swing].first()[index]) / 3;
        const double perFrame = moment.beatsPerFrame * perBeat;

        for (int frame = 0; frame < quantum;)
        {
            const double beat = moment.beat + frame * moment.beatsPerFrame;

            if (isAsked && starting[frame][index] > 0.5f)
            {
                lane.begun = beat;
                lane.last = -1;
            }

            const auto place = placeAt ((isWithSong ? beat : beat - lane.begun) * perBeat, late);
            const bool isNew = place.step != lane.last;

            if (isNew)
                enter (lane, block, place.step, frame, index);

            const double wayPerFrame = perFrame / ((place.step & 1) == 0 ? 1 + late : 1 - late);
            int end = frame + 1;

            while (end < quantum && static_cast<double> (place.way) + (end - frame) * wayPerFrame < 1 && ! (isAsked && starting[end][index] > 0.5f))
                ++end;

            write (lane, block, place, static_cast<float> (wayPerFrame), frame, end, index);
            block[struck][frame].set (index, isNew && lane.isOpen ? 1.0f : 0.0f);
            frame = end;
        }
    }

    void write (Lane& lane, const Block<S>& block, const Place& place, float wayPerFrame, int from, int end, int index) const noexcept
    {
        const auto& values = block[steps[static_cast<std::size_t> (indexOf (place.step, block.choice (count), block.choice (order)))]];
        const auto &slides = block[glide], &openings = block[gateLength], &scales = block[range];

        for (int frame = from; frame < end; ++frame)
        {
            const float way = place.way + wayPerFrame * static_cast<float> (frame - from);
            const float wanted = values[frame][index], slide = slides[frame][index];
            lane.value = way < slide ? lane.from + (wanted - lane.from) * (way / slide) : wanted;
            block[out][frame].set (index, lane.value * scales[frame][index]);
            block[gate][frame].set (index, lane.isOpen && way < openings[frame][index] ? 1.0f : 0.0f);
            block[struck][frame].set (index, 0.0f);
        }
    }

    std::array<Lane, S::size> lanes;
};

} // namespace athanor
