// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/SynthModule.h"

#include "Core/Realtime/RealtimeScope.h"
#include "Modules/Rig.h"
#include "Support/Chance.h"
#include "Support/RealtimeWatch.h"

#include <algorithm>
#include <random>

namespace athanor
{

namespace
{
using SynthRig = Rig<dsp::Voices>;

NotePlayer& notes (SynthRig& rig) { return dynamic_cast<NotePlayer&> (*rig.module); }

MaterialPlayer& material (SynthRig& rig) { return dynamic_cast<MaterialPlayer&> (*rig.module); }

/** Where the knobs of the module stand as the patch says. */
void turnTo (SynthRig& rig, const PatchSpec& patch)
{
    for (int i = 0; i < controlCount; ++i)
        rig.set (infoOf (static_cast<Control> (i)).id, patch.values[static_cast<Control> (i)]);
}

PatchSpec plainPatch()
{
    PatchSpec patch;
    patch.values[Control::osc_1_random_phase] = 0;
    return patch;
}

float peakOf (SynthRig& rig, int quanta)
{
    float peak = 0;

    for (; quanta > 0; --quanta)
    {
        material (rig).knobsMoved();
        rig.run();

        for (const auto* side : { "left", "right" })
            for (int i = 0; i < quantum; ++i)
            {
                EXPECT_TRUE (std::isfinite (rig.output (side)[i][0]));
                peak = std::max (peak, std::abs (rig.output (side)[i][0]));
            }
    }

    return peak;
}
} // namespace

TEST (SynthModule, hasAKnobForEveryControlAndTheFourMacrosThatAreOursAlone)
{
    const auto& type = *findModuleType ("synth");
    EXPECT_EQ (type.prototype().count (Port::Kind::knob), 776);

    for (int i = 0; i < controlCount; ++i)
    {
        const auto& info = infoOf (static_cast<Control> (i));
        const auto* knob = dynamic_cast<const Knob*> (type.port (info.id));
        ASSERT_NE (knob, nullptr) << info.id;
        EXPECT_EQ (knob->index, i);
        EXPECT_EQ (knob->range.low, info.least);
        EXPECT_EQ (knob->range.high, info.greatest);
        EXPECT_EQ (knob->range.initial, info.initial);
    }
}

TEST (SynthModule, isSilentWithoutAPatch)
{
    SynthRig rig ("synth");
    notes (rig).press (1, 60, 1, 0);
    EXPECT_EQ (peakOf (rig, 20), 0.0f);
    EXPECT_FALSE (notes (rig).isInUse (1));
}

TEST (SynthModule, soundsAsTheSynthItself)
{
    auto patch = plainPatch();
    patch.values[Control::osc_1_transpose] = 7;
    patch.values[Control::filter_1_on] = 1;
    const synth::CompiledPatch compiled (patch);
    synth::Synth synth (48'000);
    synth.setPatch (&compiled);
    synth.noteOn (60, 0.7f, 13);
    SynthRig rig ("synth");
    turnTo (rig, patch);
    material (rig).setMaterial (&compiled);
    notes (rig).press (99, 60, 0.7f, 13);
    std::array<synth::Stereo, quantum> out;

    for (int i = 0; i < 200; ++i)
    {
        synth.setTransport ({ rig.moment.beat / 2, 2, true });
        synth.process (out);
        rig.run();

        for (int frame = 0; frame < quantum; ++frame)
        {
            ASSERT_EQ (rig.output ("left")[frame][0], out[static_cast<std::size_t> (frame)][0]) << i;
            ASSERT_EQ (rig.output ("right")[frame][0], out[static_cast<std::size_t> (frame)][1]) << i;
        }
    }
}

TEST (SynthModule, staysFiniteWithEachControlAtBothEnds)
{
    const synth::CompiledPatch compiled (plainPatch());
    SynthRig rig ("synth");
    turnTo (rig, plainPatch());
    material (rig).setMaterial (&compiled);
    auto& player = notes (rig);

    for (const auto* port : rig.module->ports())
        if (port->kind == Port::Kind::knob)
        {
            const auto& range = static_cast<const Knob&> (*port).range;

            for (const auto end : { range.low, range.high, range.initial })
            {
                rig.set (port->id, end);
                player.press (3, 57, 1, 0);
                peakOf (rig, 4);
                player.release (3, 5);
                ASSERT_FALSE (testing::Test::HasFailure()) << port->id << " at " << end;
            }
        }
}

TEST (SynthModule, letsGoOfAPatchOnceAnotherOneIsPlayed)
{
    const synth::CompiledPatch first (plainPatch()), second (plainPatch()), third (plainPatch());
    SynthRig rig ("synth");
    turnTo (rig, plainPatch());
    material (rig).setMaterial (&first);
    notes (rig).press (1, 60, 1, 0);
    rig.run();
    material (rig).setMaterial (&second);
    EXPECT_TRUE (material (rig).isPlaying (&first) && material (rig).isPlaying (&second));
    rig.run();
    material (rig).setMaterial (&third);
    EXPECT_TRUE (material (rig).isPlaying (&first) && material (rig).isPlaying (&third));
    EXPECT_FALSE (material (rig).isPlaying (&second));
    peakOf (rig, 6);
    EXPECT_FALSE (material (rig).isPlaying (&first));
    EXPECT_TRUE (material (rig).isPlaying (&third));
}

TEST (SynthModule, whatIsTurnedWhileAnotherPatchComesIsNotForgotten)
{
    const synth::CompiledPatch first (plainPatch()), second (plainPatch());
    SynthRig rig ("synth");
    turnTo (rig, plainPatch());
    material (rig).setMaterial (&first);
    notes (rig).press (1, 60, 1, 0);
    EXPECT_GT (peakOf (rig, 100), 0.05f);
    material (rig).setMaterial (&second);
    rig.run();
    rig.set ("volume", 0);
    peakOf (rig, 40);
    EXPECT_LT (peakOf (rig, 20), 1e-3f);
}

TEST (SynthModule, restsWhenNothingSoundsAnyMore)
{
    auto patch = plainPatch();
    patch.values[Control::env_1_release] = 0.3f;
    const synth::CompiledPatch compiled (patch);
    SynthRig rig ("synth");
    turnTo (rig, patch);
    material (rig).setMaterial (&compiled);
    auto& player = notes (rig);
    EXPECT_TRUE (player.isResting());
    player.press (1, 60, 1, 0);
    EXPECT_FALSE (player.isResting());
    peakOf (rig, 50);
    player.release (1, 0);
    EXPECT_TRUE (player.isInUse (1));
    peakOf (rig, 400);
    EXPECT_FALSE (player.isInUse (1));
    EXPECT_TRUE (player.isResting());
}

TEST (SynthModule, neitherAllocatesNorWaits)
{
    auto patch = plainPatch();
    patch.slots[0] = { PatchSource::lfo_1, Control::filter_1_cutoff, {}, {}, {} };
    const synth::CompiledPatch first (plainPatch()), second (patch);
    SynthRig rig ("synth");
    std::mt19937 dice (static_cast<unsigned> (seedForTests()));
    auto& player = notes (rig);
    const RealtimeWatch watch;

    for (int i = 0; i < 200; ++i)
    {
        rig.set (infoOf (static_cast<Control> (dice() % controlCount)).id, 0.5f);

        {
            const RealtimeScope scope;

            if (i % 30 == 0)
                material (rig).setMaterial (i % 60 == 0 ? &first : &second);

            player.press (static_cast<std::uint32_t> (i % 40), static_cast<float> (30 + i % 60), 0.8f, i % quantum);
            player.release (static_cast<std::uint32_t> ((i + 30) % 40), 3);
            player.shape (static_cast<std::uint32_t> (i % 40), { 0.5f, 0.7f, 0.9f, 0.1f });
            player.moveHands (0.3f, 0.4f);
            material (rig).knobsMoved();
            rig.run();

            if (i % 77 == 76)
                rig.module->reset();
        }
    }

    EXPECT_EQ (watch.violations(), 0) << watch.report();
}

} // namespace athanor
