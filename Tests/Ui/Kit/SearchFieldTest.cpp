// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/SearchField.h"

#include "Ui/Kit/KitFixture.h"

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

} // namespace athanor
