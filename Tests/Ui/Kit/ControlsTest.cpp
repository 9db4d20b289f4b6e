// SPDX-License-Identifier: GPL-3.0-or-later
// The smaller controls: what they tell when they are used.
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/CurveView.h"
#include "Ui/Kit/KitFixture.h"
#include "Ui/Kit/ProgressRow.h"
#include "Ui/Kit/RowList.h"
#include "Ui/Kit/SearchField.h"
#include "Ui/Kit/SegmentedTabs.h"
#include "Ui/Kit/StatusBar.h"
#include "Ui/Kit/Waveform.h"

namespace athanor
{

namespace
{

class ControlsTest : public KitTest
{
};

} // namespace

TEST_F (ControlsTest, tabsTellOnlyWhenAHandChoseAnother)
{
    SegmentedTabs tabs ({ "Pattern", "Mix" });
    std::vector<int> told;
    tabs.onChoose = [&] (int tab) { told.push_back (tab); };
    tabs.setChosen (1);
    EXPECT_TRUE (told.empty());
    dynamic_cast<juce::Button*> (tabs.getChildComponent (0))->triggerClick();
    deliverMessages();
    EXPECT_EQ (told, std::vector { 0 });
    EXPECT_EQ (tabs.chosen(), 0);
}

TEST_F (ControlsTest, listsWalkOverHeadingsAndStopAtTheirEnds)
{
    RowList list ("Sounds", std::vector<Row> { { .text = "Favourites", .isHeading = true }, { .text = "A" }, { .text = "Places", .isHeading = true }, { .text = "B" } });
    list.setBounds (0, 0, 200, 200);
    list.walk (1);
    EXPECT_EQ (list.chosen(), 1);
    list.walk (1);
    EXPECT_EQ (list.chosen(), 3);
    list.walk (10);
    EXPECT_EQ (list.chosen(), 3);
    list.walk (-10);
    EXPECT_EQ (list.chosen(), 1);
}

TEST_F (ControlsTest, listsAskOnlyForTheRowsTheyShow)
{
    std::set<int> asked;
    RowList list (
        "Many", [] { return 100'000; }, [&] (int row) {
            asked.insert (row);
            return Row { .text = juce::String (row) }; });
    list.setBounds (0, 0, 200, 10 * measure::row);
    picture (list);
    EXPECT_LT (asked.size(), 40u);
    EXPECT_TRUE (asked.contains (0));
}

TEST_F (ControlsTest, listsActivateOnReturnButNotTheirHeadings)
{
    RowList list ("Sounds", std::vector<Row> { { .text = "Favourites", .isHeading = true }, { .text = "A" } });
    std::vector<int> activated;
    list.onActivate = [&] (int row) { activated.push_back (row); };
    list.setBounds (0, 0, 200, 200);
    list.choose (1);
    list.listBox().keyPressed (juce::KeyPress (juce::KeyPress::returnKey));
    list.choose (0);
    list.listBox().keyPressed (juce::KeyPress (juce::KeyPress::returnKey));
    EXPECT_EQ (activated, std::vector { 1 });
}

TEST_F (ControlsTest, searchTellsWhatIsTypedAndHandsOnTheArrows)
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

TEST_F (ControlsTest, aChipIsRemovedByItsCrossAndToggledByTheRest)
{
    Chip chip ("Pads");
    auto removed = 0;
    chip.onRemove = [&] { ++removed; };
    chip.setClickingTogglesState (true);
    chip.setBounds (0, 0, chip.idealWidth(), Chip::idealHeight);
    click (chip, { static_cast<float> (chip.getWidth()) - 8, 10 });
    EXPECT_EQ (removed, 1);
    EXPECT_FALSE (chip.getToggleState());
}

TEST_F (ControlsTest, chipsWrapWhenTheRowIsFull)
{
    Chip a ("A"), b ("B"), c ("C");
    EXPECT_EQ (layOutInRows ({ 0, 0, 100, 200 }, { { &a, 60 }, { &b, 60 }, { &c, 30 } }, 20, 5), 45);
    EXPECT_EQ (b.getPosition(), (juce::Point<int> (0, 25)));
    EXPECT_EQ (c.getPosition(), (juce::Point<int> (65, 25)));
}

TEST_F (ControlsTest, aCurveMovesTheHandleThatIsTakenAndOnlyAsItMay)
{
    CurveView curve ("Envelope");
    curve.setBounds (0, 0, 216, 116);
    curve.setHandles ({ { { 0.2f, 1 }, "Attack", true, false }, { { 0.6f, 0.5f }, "Sustain" } });
    std::vector<std::pair<int, juce::Point<float>>> moved;
    curve.onMove = [&] (int handle, juce::Point<float> at) { moved.emplace_back (handle, at); };
    drag (curve, curve.toPixels ({ 0.2f, 1 }), curve.toPixels ({ 0.4f, 0.2f }));
    ASSERT_FALSE (moved.empty());
    EXPECT_EQ (moved.back().first, 0);
    EXPECT_NEAR (moved.back().second.x, 0.4f, 0.01f);
    EXPECT_FLOAT_EQ (moved.back().second.y, 1);

    moved.clear();
    drag (curve, { 3, 100 }, { 50, 50 });
    EXPECT_TRUE (moved.empty()) << "nothing was near";
}

TEST_F (ControlsTest, aCurveCanBeDrawnByTheKeyboard)
{
    CurveView curve ("Envelope");
    curve.setBounds (0, 0, 216, 116);
    curve.setHandles ({ { { 0.2f, 0.5f }, "Attack" } });
    EXPECT_TRUE (curve.keyPressed (juce::KeyPress (juce::KeyPress::upKey)));
    EXPECT_FALSE (curve.keyPressed (juce::KeyPress ('q')));
}

TEST (Peaks, holdTheExtremesOfEveryStretch)
{
    const std::vector<float> samples { 0, 0.5f, -0.25f, 0, 0, 0, 1, -1 };
    const auto peaks = makePeaks (samples, 2);
    ASSERT_EQ (peaks.size(), 2u);
    EXPECT_FLOAT_EQ (peaks[0].high, 0.5f);
    EXPECT_FLOAT_EQ (peaks[0].low, -0.25f);
    EXPECT_FLOAT_EQ (peaks[1].high, 1);
}

TEST (Peaks, areSilentWithoutSamplesAndRepeatWhenThereAreTooFew)
{
    EXPECT_EQ (makePeaks ({}, 3).size(), 3u);
    EXPECT_TRUE (makePeaks (std::vector { 1.0f }, 0).empty());
    EXPECT_FLOAT_EQ (makePeaks (std::vector { 0.5f }, 4)[3].high, 0.5f);
}

TEST_F (ControlsTest, aWaveSeeksWhereItIsPressed)
{
    Waveform wave;
    wave.setBounds (0, 0, 200, 40);
    auto sought = -1.0f;
    wave.onSeek = [&] (float position) { sought = position; };
    click (wave, { 50, 10 });
    EXPECT_FLOAT_EQ (sought, 0.25f);
}

TEST_F (ControlsTest, aToastSpeaksAndItsActionIsDoneOnce)
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

TEST_F (ControlsTest, theStatusBarReadsItsFactsAloudAndHearsClicks)
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

TEST_F (ControlsTest, aJobTellsItsNameAndCallsWhenItIsToStop)
{
    ProgressRow row;
    auto stopped = 0;
    row.onAction = [&] { ++stopped; };
    row.setState ({ "Chorus", "composing 62 %", "6 s left", 0.62f });
    EXPECT_EQ (row.getTitle(), juce::String ("Chorus"));
    EXPECT_EQ (row.createAccessibilityHandler()->getValueInterface()->getCurrentValueAsString(), juce::String ("composing 62 %"));
    dynamic_cast<juce::Button*> (row.getChildComponent (0))->triggerClick();
    deliverMessages();
    EXPECT_EQ (stopped, 1);
}

} // namespace athanor
