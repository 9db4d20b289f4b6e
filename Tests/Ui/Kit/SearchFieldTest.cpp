// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/SearchField.h"

#include "Ui/Kit/KitFixture.h"
#include "Ui/Kit/Overlay.h"

namespace athanor
{

namespace
{

class SearchFieldTest : public KitTest
{
};

} // namespace

TEST_F (SearchFieldTest, searchTellsWhatIsTypedAndHandsOnTheArrows)
{
    SearchField field ("Search");
    field.setBounds (0, 0, 200, 30);
    juce::String last;
    auto walked = 0;
    field.onChange = [&] (const juce::String& text) { last = text; };
    field.onWalk = [&] (int rows) { walked += rows; };
    field.setText ("pad");
    EXPECT_EQ (last, juce::String ("pad"));

    auto* editor = dynamic_cast<juce::TextEditor*> (field.getChildComponent (0));
    ASSERT_NE (editor, nullptr);
    editor->insertTextAtCaret ("s");
    deliverMessages();
    EXPECT_TRUE (last.contains ("s"));
}

TEST_F (SearchFieldTest, escapeClearsItFirstAndThenClosesWhatItIsIn)
{
    struct Page : Sheet
    {
        Page() : Sheet ("Page") { addAndMakeVisible (field); }

        juce::Point<int> idealSize (juce::Rectangle<int>) const override { return { 300, 200 }; }

        SearchField field { "Search" };
    } page;

    auto closed = 0;
    page.onDismiss = [&] { ++closed; };
    auto* editor = dynamic_cast<juce::TextEditor*> (page.field.getChildComponent (0));
    ASSERT_NE (editor, nullptr);
    page.field.setText ("pad");
    editor->keyPressed (juce::KeyPress (juce::KeyPress::escapeKey));
    deliverMessages();
    EXPECT_TRUE (editor->isEmpty());
    EXPECT_EQ (closed, 0);
    editor->keyPressed (juce::KeyPress (juce::KeyPress::escapeKey));
    deliverMessages();
    EXPECT_EQ (closed, 1);
}

} // namespace athanor
