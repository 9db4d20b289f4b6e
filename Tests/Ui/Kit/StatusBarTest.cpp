// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/StatusBar.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class StatusBarTest : public KitTest
{
};

} // namespace

TEST_F (StatusBarTest, aToastSpeaksAndItsActionIsDoneOnce)
{
    Toast toast;
    auto done = 0;
    toast.place ({ 0, 0, 800, 600 });
    toast.show ("Deleted a track.", Ink::ember, "Undo", [&] { ++done; });
    EXPECT_TRUE (toast.isVisible());
    EXPECT_EQ (toast.getTitle(), juce::String ("Deleted a track."));
    dynamic_cast<juce::Button*> (toast.getChildComponent (0))->triggerClick();
    deliverMessages();
    EXPECT_EQ (done, 1);
    EXPECT_FALSE (toast.isVisible());
}

TEST_F (StatusBarTest, theStatusBarReadsItsFactsAloudAndHearsClicks)
{
    StatusBar bar;
    bar.setBounds (0, 0, 600, 22);
    auto clicked = 0;
    bar.setFacts ({ { "Saved" }, { "0 dropouts", Ink::mute, [&] { ++clicked; } } }, { { "F1 keys" } });
    EXPECT_EQ (bar.getDescription(), juce::String ("Saved, 0 dropouts, F1 keys"));
    picture (bar);
    click (bar, { 80, 10 });
    EXPECT_EQ (clicked, 1);
}

} // namespace athanor
