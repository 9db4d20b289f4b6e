// SPDX-License-Identifier: GPL-3.0-or-later
// What every module keeps to, present and future, in both scopes: nothing here knows what one is for.
#include "Core/Realtime/RealtimeScope.h"
#include "Modules/Heard.h"
#include "Modules/Stimulus.h"
#include "Support/RealtimeWatch.h"

namespace athanor
{

TEST (ModuleContract, outputsAreWholeFiniteAndTrulyFlaggedWhereverTheKnobsStand)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        if (isWrittenByEngine (type))
            return;

        for (double rate : { 44'100.0, 192'000.0 })
            for (unsigned seed = 1; seed <= 6; ++seed)
            {
                Rig<S> rig (type, rate);
                Stimulus stimulus (seed, seed == 6 ? 1e6f : 0.5f);

                if (seed > 1)
                    loadSounds (rig);

                for (int step = 0; step < 200; ++step)
                {
                    stimulus.next (rig);
                    stimulus.turnKnobs (rig);
                    rig.run();
                    ASSERT_TRUE (isWhole (rig)) << "seed " << seed << ", quantum " << step << ", " << rate << " Hz";
                }
            }
    });
}

TEST (ModuleContract, outputsAreFiniteAtBothEndsOfEachKnob)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        if (isWrittenByEngine (type))
            return;

        for (auto* port : type.prototype().ports())
        {
            if (port->kind != Port::Kind::knob)
                continue;

            for (const float end : { 0.0f, 1.0f })
            {
                Rig<S> rig (type);
                Stimulus stimulus (3);
                loadSounds (rig);
                rig.set (port->id, static_cast<const Knob*> (port)->range.fromPosition (end));

                for (int step = 0; step < 60; ++step)
                {
                    stimulus.next (rig);
                    rig.run();
                    ASSERT_TRUE (isWhole (rig)) << "quantum " << step;
                }
            }
        }
    });
}

TEST (ModuleContract, processNeverAllocatesLocksOrWaits)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        const RealtimeWatch watch;
        Rig<S> rig (type);
        Stimulus stimulus (7);
        loadSounds (rig);

        for (int step = 0; step < 100; ++step)
        {
            stimulus.next (rig);
            stimulus.turnKnobs (rig);
            const auto block = rig.makeBlock();

            for (auto* port : rig.module->ports())
                if (port->kind == Port::Kind::notesOut)
                    rig.notesOut (port->id).clear();

            {
                const RealtimeScope scope;
                rig.module->process (block);
                rig.module->startLane (step % S::size);

                if (step % 10 == 0)
                    rig.module->reset();
            }
        }

        EXPECT_EQ (watch.violations(), 0) << rig.describe() << watch.report();
    });
}

TEST (ModuleContract, resetForgetsEverything)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        if (isWrittenByEngine (type))
            return;

        Rig<S> rig (type);
        loadSounds (rig);
        const auto play = [&] (unsigned seed, bool turns) {
            Stimulus stimulus (seed);
            std::vector<float> all;

            for (int step = 0; step < 60; ++step)
            {
                stimulus.next (rig);

                if (turns)
                    stimulus.turnKnobs (rig);

                rig.run();
                const auto now = heard (rig);
                all.insert (all.end(), now.begin(), now.end());
            }

            return all;
        };
        const auto first = play (11, false);
        play (12, true);

        for (auto* port : rig.module->ports())
            if (port->kind == Port::Kind::knob)
                rig.set (port->id, static_cast<const Knob*> (port)->range.initial);

        rig.reset();
        EXPECT_TRUE (areSameBytes (play (11, false), first)) << rig.describe();
    });
}

TEST (ModuleContract, sameInputGivesTheSameBytes)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        if (isWrittenByEngine (type))
            return;

        Rig<S> one (type), other (type);
        Stimulus same (21), again (21);
        loadSounds (one);
        loadSounds (other);

        for (int step = 0; step < 80; ++step)
        {
            same.next (one);
            same.turnKnobs (one);
            again.next (other);
            again.turnKnobs (other);
            one.run();
            other.run();
            ASSERT_TRUE (areSameBytes (heard (one), heard (other))) << "quantum " << step << " of " << one.describe();
        }
    });
}

TEST (ModuleContract, aVoiceThatStartsLeavesTheOthersAlone)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        if (! isVoices<S> || isWrittenByEngine (type))
            return;

        Rig<S> disturbed (type), left (type);
        Stimulus same (31), again (31);
        loadSounds (disturbed);
        loadSounds (left);
        const int lane = 3;

        for (int step = 0; step < 80; ++step)
        {
            same.next (disturbed);
            again.next (left);

            if (step % 9 == 5)
                disturbed.module->startLane (lane);

            disturbed.run();
            left.run();

            for (std::size_t output = 0; output < left.outputs.size(); ++output)
                for (int frame = 0; frame < quantum; ++frame)
                    for (int other = 0; other < S::size; ++other)
                        if (other != lane)
                            ASSERT_NEAR (disturbed.outputs[output][frame][other], left.outputs[output][frame][other], 1e-5f * std::max (1.0f, loudest (left)))
                                << "lane " << other << ", quantum " << step << ", frame " << frame << " of " << left.describe();
        }
    });
}

TEST (ModuleContract, aVoiceThatStartsFindsNothingOfTheLastOne)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        if (! isVoices<S> || isWrittenByEngine (type))
            return;

        Rig<S> used (type), unused (type);
        Stimulus past (33), same (34), again (34);
        loadSounds (used);
        loadSounds (unused);

        for (int step = 0; step < 30; ++step)
        {
            past.next (used);
            used.run();
            unused.run(); // So that motion which all voices share stands at the same place.
        }

        const int lane = 6;
        used.module->startLane (lane);
        unused.module->startLane (lane);

        for (int step = 0; step < 40; ++step)
        {
            same.next (used);
            again.next (unused);
            used.run();
            unused.run();

            for (std::size_t output = 0; output < used.outputs.size(); ++output)
                for (int frame = 0; frame < quantum; ++frame)
                    ASSERT_NEAR (used.outputs[output][frame][lane], unused.outputs[output][frame][lane], 2e-4f * std::max (1.0f, loudest (unused)))
                        << "quantum " << step << ", frame " << frame << ", output " << output << " of " << used.describe();
        }
    });
}

TEST (ModuleContract, aVoiceDoesNotHearTheOthers)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        if (! isVoices<S> || isWrittenByEngine (type))
            return;

        Rig<S> alone (type), together (type);
        Stimulus same (41), again (41), noise (42);
        loadSounds (alone);
        loadSounds (together);
        const int lane = 5;

        for (int step = 0; step < 80; ++step)
        {
            same.next (alone);
            again.next (together);

            for (std::size_t input = 0; input < together.inputs.size(); ++input)
            {
                together.inputs[input].steady = together.inputs[input].silent = false;

                for (int frame = 0; frame < quantum; ++frame)
                    for (int other = 0; other < S::size; ++other)
                        if (other != lane)
                            together.inputs[input][frame].set (other, 2 * noise.uniform() - 1);
            }

            alone.run();
            together.run();

            for (std::size_t output = 0; output < alone.outputs.size(); ++output)
                for (int frame = 0; frame < quantum; ++frame)
                    ASSERT_NEAR (alone.outputs[output][frame][lane], together.outputs[output][frame][lane], 2e-4f * std::max (1.0f, loudest (alone)))
                        << "quantum " << step << ", frame " << frame << ", output " << output << " of " << alone.describe();
        }
    });
}

TEST (ModuleContract, soundsAlikeWhetherOrNotItIsToldThatKnobsStandStill)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        if (isWrittenByEngine (type))
            return;

        Rig<S> told (type), untold (type);
        Stimulus same (51), again (51);
        loadSounds (told);
        loadSounds (untold);

        for (int step = 0; step < 80; ++step)
        {
            same.next (told);
            again.next (untold);

            for (auto* signals : { &untold.inputs, &untold.knobs })
                for (auto& signal : *signals)
                    signal.steady = signal.silent = false;

            // What is plugged in nowhere is known by its silence, and that is no shortcut.
            for (std::size_t input = 0; input < told.inputs.size(); ++input)
                if (told.inputs[input].silent && step % 40 != 0)
                    untold.inputs[input].steady = untold.inputs[input].silent = true;

            told.run();
            untold.run();

            for (std::size_t output = 0; output < told.outputs.size(); ++output)
                for (int frame = 0; frame < quantum; ++frame)
                    for (int lane = 0; lane < S::size; ++lane)
                        ASSERT_NEAR (told.outputs[output][frame][lane], untold.outputs[output][frame][lane], 1e-3f * std::max (1.0f, loudest (told)))
                            << "quantum " << step << ", frame " << frame << ", output " << output << " of " << told.describe();
        }
    });
}

TEST (ModuleContract, sleepsOnlyWhenNothingIsLeftToHear)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        if (isWrittenByEngine (type))
            return;

        Rig<S> rig (type);

        if (rig.module->tail() == nullptr)
            return;

        Stimulus stimulus (61);
        loadSounds (rig);

        for (int step = 0; step < 30; ++step)
        {
            stimulus.next (rig);
            rig.run();
        }

        for (auto& input : rig.inputs)
        {
            input.silent = false;
            input.clear();
        }

        const auto quantaPerSecond = rig.moment.sampleRate / quantum;
        const int hold = static_cast<int> (std::ceil (rig.module->tail()->holdSeconds * quantaPerSecond)) + 1;
        int quiet = 0;

        for (int step = 0; quiet < hold && step < 60 * quantaPerSecond; ++step)
        {
            rig.run();
            quiet = loudest (rig) < 1e-6f ? quiet + 1 : 0;
        }

        // A module that goes on for a minute only has to go on.
        for (int step = 0; quiet >= hold && step < 2 * quantaPerSecond; ++step)
        {
            rig.run();
            ASSERT_LT (loudest (rig), 1e-5f) << "woke " << step << " quanta after it might have slept: " << rig.describe();
        }
    });
}

TEST (ModuleContract, isAsLateAsItSays)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        Rig<S> rig (type);
        const auto late = rig.module->latency().value;

        if (late == 0 || type.port ("in") == nullptr || type.port ("out") == nullptr)
            return;

        std::vector<float> response;

        for (std::int64_t frame = 0; frame < late + 4 * quantum; frame += quantum)
        {
            rig.input ("in").silent = false;
            rig.input ("in").clear();

            if (frame == 0)
            {
                rig.input ("in")[0] = S (0.5f);
                rig.input ("in").steady = rig.input ("in").silent = false;
            }

            const auto heardNow = rig.record ("out", 1);
            response.insert (response.end(), heardNow.begin(), heardNow.end());
        }

        const auto peak = std::ranges::max_element (response, {}, [] (float x) { return std::abs (x); });
        EXPECT_EQ (peak - response.begin(), late) << rig.describe();
    });
}

} // namespace athanor
