// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/SampleView.h"

#include "Media/AudioWriter.h"
#include "Support/Files.h"
#include "Ui/Synth/SynthFixture.h"

#include <fstream>

namespace athanor
{

struct SampleViewTest : SynthTest
{};

TEST_F (SampleViewTest, showsTheRecordingAndAnotherOneThatIsDroppedOnIt)
{
    auto& wave = page().sample.wave;
    EXPECT_GT (wave.peaks().front().high, 0.5f) << "noise, as in every new patch";

    dsp::Sound sound;
    sound.samples.assign (1'000, 0.0f);
    sound.samples.insert (sound.samples.end(), 1'000, 0.25f);
    AudioSettings settings;
    settings.channels = 1;
    TemporaryFolder folder;
    const auto file = folder.path / "Step.wav";
    std::ofstream (file, std::ios::binary) << *encodeAudio (sound, settings);
    const juce::StringArray files { juce::String (file.string()) };

    ASSERT_TRUE (wave.isInterestedInFileDrag (files));
    wave.filesDropped (files, 0, 0);
    EXPECT_EQ (patch().sample.name, "Step");
    EXPECT_EQ (value (Control::sample_on), 1);
    EXPECT_NEAR (wave.peaks().front().high, 0, 0.01);
    EXPECT_NEAR (wave.peaks().back().high, 0.25, 0.01);
    session.undo();
    EXPECT_GT (wave.peaks().front().high, 0.5f);
}

} // namespace athanor
