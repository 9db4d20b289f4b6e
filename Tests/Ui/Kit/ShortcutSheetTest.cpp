// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/ShortcutSheet.h"

#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class ShortcutSheetTest : public KitTest
{
};

std::vector<ShortcutEntry> entries()
{
    std::vector<ShortcutEntry> all { { "Everywhere", "Ctrl+P", "Command palette" }, { "Everywhere", "Ctrl+Z", "Undo" }, { "Pattern", "Alt+F2", "Transpose up" }, { "Pattern", "Tab", "Next track" }, { "Mixer", "M", "Mute" } };

    for (int i = 0; i < 24; ++i)
        all.push_back ({ i % 2 == 0 ? "Arrange" : "Patch", "Shift+F" + std::to_string (i % 12 + 1), "Does the thing number " + std::to_string (i) });

    return all;
}

} // namespace

TEST (GroupShortcuts, putsTheViewFirstThatHasTheKeys)
{
    const auto groups = groupShortcuts (entries(), "", "Mixer");
    ASSERT_EQ (groups.size(), 5u);
    EXPECT_EQ (groups[0].first, "Mixer");
    EXPECT_EQ (groups[1].first, "Everywhere");
}

TEST (GroupShortcuts, findsByKeysByNameAndByView)
{
    EXPECT_EQ (groupShortcuts (entries(), "ctrl+z", "")[0].second[0].name, "Undo");
    EXPECT_EQ (groupShortcuts (entries(), "transpose", "")[0].second[0].keys, "Alt+F2");
    EXPECT_EQ (groupShortcuts (entries(), "pattern", "")[0].second.size(), 2u);
    EXPECT_TRUE (groupShortcuts (entries(), "qqqq", "").empty());
}

TEST_F (ShortcutSheetTest, isDrawnWithinItsWindow)
{
    juce::Component window;
    window.setSize (1280, 800);
    Overlay overlay;
    window.addAndMakeVisible (overlay);
    overlay.setBounds (window.getLocalBounds());
    overlay.show (std::make_unique<ShortcutSheet> (entries(), "Pattern"));
    save (picture (overlay), "shortcuts");
    EXPECT_TRUE (window.getLocalBounds().contains (overlay.current()->getBounds()));
    EXPECT_TRUE (overlay.current()->keyPressed (juce::KeyPress (juce::KeyPress::escapeKey)));
    deliverMessages();
    EXPECT_EQ (overlay.current(), nullptr);
}

} // namespace athanor
