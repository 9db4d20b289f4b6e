// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings in the arrangement: dropped, moved, trimmed, split.
#include "Ui/Arrange/ArrangeView.h"

#include "Modules/Module.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
struct ArrangeViewTest : SongTest
{
    ArrangeViewTest()
    {
        auto sound = std::make_shared<dsp::Sound>();
        sound->sampleRate = 48'000;
        sound->channels = 1;
        sound->samples.assign (48'000, 0.5f);
        const auto hash = session.addSound (sound, "tone.wav");
        session.edit ("track", [&] (Project& project) {
            track = newId<TrackId>();
            auto& made = project.tracks.edit (track);
            made.kind = TrackKind::audio;
            made.order = 0.5;
            region = addRegion (project, now().pattern, track, hash, beats (2));
        });
        view.setVisible (true);
        view.setSize (1000, 600);
    }

    const Region& shown() const { return *regionAt (session.project(), *placeOf (session.project(), region)); }

    juce::Point<float> middle() const { return view.areaOf (region).getCentre(); }

    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    ArrangeView view { deeds };
    TrackId track;
    RegionId region;
};
} // namespace

TEST_F (ArrangeViewTest, aRecordingIsAsLongAsItSounds)
{
    const auto area = view.areaOf (region);
    const auto beat = (area.getX() - 132) / 2;
    EXPECT_NEAR (area.getWidth(), 2 * beat, 1) << "a second at 120 beats a minute";
}

TEST_F (ArrangeViewTest, aDragMovesItByBeats)
{
    const auto beat = view.areaOf (region).getWidth() / 2;
    drag (view, middle(), middle() + juce::Point<float> (beat * 3.1f, 0));
    EXPECT_EQ (shown().at, beats (5));
    EXPECT_EQ (session.nameOfUndo(), "move recording");
    EXPECT_EQ (session.selection().region, region);
}

TEST_F (ArrangeViewTest, itsEdgesTrimIt)
{
    const auto area = view.areaOf (region);
    const auto right = juce::Point<float> (area.getRight() - 1, area.getCentreY());
    drag (view, right, right.translated (-area.getWidth() / 2, 0), juce::ModifierKeys::ctrlModifier);
    EXPECT_NEAR (shown().length, 0.5, 0.03);
    session.undo();
    const auto left = juce::Point<float> (area.getX() + 1, area.getCentreY());
    drag (view, left, left.translated (area.getWidth() / 2, 0), juce::ModifierKeys::ctrlModifier);
    EXPECT_NEAR (shown().start, 0.5, 0.03);
    EXPECT_NEAR (shown().length, 0.5, 0.03);
}

TEST_F (ArrangeViewTest, keysRemoveAndRepeatIt)
{
    click (view, middle());
    ASSERT_TRUE (session.actions().run ("region.duplicate"));
    EXPECT_EQ (clipAt (session.project(), now().pattern, track)->regions.size(), 2u);
    ASSERT_TRUE (session.actions().run ("region.remove"));
    EXPECT_EQ (clipAt (session.project(), now().pattern, track)->regions.size(), 1u);
}

} // namespace athanor
