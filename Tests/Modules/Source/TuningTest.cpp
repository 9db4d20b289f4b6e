// SPDX-License-Identifier: GPL-3.0-or-later
// Every pitched source plays the note it is asked for.
#include "Modules/Source/Tuning.h"

#include "Modules/Stimulus.h"
#include "Support/Tone.h"

#include <functional>

namespace athanor
{

namespace
{
/** Cents between what a source plays and the note. */
double centsOff (std::string_view id, float pitch, double rate, std::string_view output = "out", const std::function<void (Rig<dsp::Voices>&)>& prepare = {})
{
    Rig<dsp::Voices> rig (id, rate);

    if (prepare)
        prepare (rig);

    rig.startNote (pitch);
    rig.run();
    rig.endNoteStart();
    rig.record (output, 40);
    const auto sound = rig.record (output, 512);
    const double turns = 440 * std::exp2 ((static_cast<double> (pitch) - 69) / 12) / rate;
    return centsBetween (exactFrequency (sound, turns), turns);
}
} // namespace

TEST (Tuning, oscillatorsAreInTuneToATenthOfACentAtAnyRate)
{
    for (const double rate : { 44'100.0, 48'000.0, 96'000.0, 192'000.0 })
        for (const float pitch : { 33.0f, 60.0f, 69.37f, 96.0f })
        {
            EXPECT_NEAR (centsOff ("source.analogue", pitch, rate), 0, 0.1) << pitch << " at " << rate;
            EXPECT_NEAR (centsOff ("source.fm", pitch, rate), 0, 0.1) << pitch << " at " << rate;
            EXPECT_NEAR (centsOff ("source.wavetable", pitch, rate), 0, 0.1) << pitch << " at " << rate;
        }
}

TEST (Tuning, aStringIsInTuneToTwoCents)
{
    for (const double rate : { 44'100.0, 96'000.0 })
        for (const float brightness : { 0.2f, 0.6f, 1.0f })
            for (const float pitch : { 36.0f, 52.0f, 64.0f, 81.0f })
                EXPECT_NEAR (centsOff ("source.string", pitch, rate, "out", [&] (auto& rig) { rig.set ("brightness", brightness).set ("decay", 20); }), 0, 2)
                    << "pitch " << pitch << ", brightness " << brightness << " at " << rate;
}

TEST (Tuning, aStruckBodyIsInTuneToACent)
{
    for (const float pitch : { 40.0f, 60.0f, 80.0f })
        EXPECT_NEAR (centsOff ("source.modal", pitch, 48'000, "out", [] (auto& rig) { rig.set ("decay", 10); }), 0, 1) << pitch;
}

TEST (Tuning, octaveSemitoneAndFineAddUp)
{
    Rig<dsp::Voices> rig ("source.analogue");
    rig.startNote (57).set ("octave", 1).set ("semitone", -2).set ("fine", 50);
    const auto sound = rig.record ("out", 512);
    const double turns = 440 * std::exp2 (-1.5 / 12) / 48'000;
    EXPECT_NEAR (centsBetween (exactFrequency (sound, turns), turns), 0, 0.1);
}

TEST (Tuning, playsMiddleCWhileNothingIsPluggedIn)
{
    Rig<dsp::Stereo> rig ("source.analogue");
    const auto sound = rig.record ("out", 512);
    const double turns = 261.6255653 / 48'000;
    EXPECT_NEAR (centsBetween (exactFrequency (sound, turns), turns), 0, 0.1);
}

} // namespace athanor
