// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/SampleView.h"

#include "Support/Files.h"
#include "Support/SmallWav.h"
#include "Ui/Synth/SynthFixture.h"

namespace athanor
{

struct SampleViewTest : SynthTest
{};

TEST_F (SampleViewTest, showsTheRecordingAndAnotherOneThatIsDroppedOnIt)
{
    auto& wave = page().sample.wave;
    EXPECT_GT (wave.peaks().front().high, 0.5f) << "noise, as in every new patch";

    std::vector<float> step (1'000, 0.0f);
    step.insert (step.end(), 1'000, 0.25f);
    TemporaryFolder folder;
    const auto file = writeSmallWav (folder.path / "Step.wav", step);
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
