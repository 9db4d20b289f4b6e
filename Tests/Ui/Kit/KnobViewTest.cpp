// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/KnobView.h"

#include "Ui/Kit/KitFixture.h"
#include "Ui/Kit/RangeTurnable.h"

namespace athanor
{

namespace
{

class KnobViewTest : public KitTest
{
public:
    RangeTurnable cutoff { "Cutoff", hertz (20, 20000, 440) };
    KnobView knob { cutoff };

    static juce::KeyPress key (int code, int modifiers = 0) { return { code, juce::ModifierKeys (modifiers), 0 }; }
};

} // namespace

TEST_F (KnobViewTest, turnsUpWhenDraggedUp)
{
    const auto before = cutoff.toPosition (cutoff.value());
    drag (knob, { 20, 40 }, { 20, 20 });
    EXPECT_NEAR (cutoff.toPosition (cutoff.value()), before + 20.0f / 200, 1e-4f);
}

TEST_F (KnobViewTest, turnsTenTimesFinerWithShift)
{
    const auto before = cutoff.toPosition (cutoff.value());
    drag (knob, { 20, 40 }, { 20, 20 }, juce::ModifierKeys::shiftModifier);
    EXPECT_NEAR (cutoff.toPosition (cutoff.value()), before + 2.0f / 200, 1e-4f);
}

TEST_F (KnobViewTest, resetsWithControlOrAltClick)
{
    for (auto modifier : { juce::ModifierKeys::altModifier, juce::ModifierKeys::ctrlModifier })
    {
        cutoff.turnTo (5000);
        click (knob, { 20, 20 }, modifier);
        EXPECT_FLOAT_EQ (cutoff.value(), 440);
    }
}

TEST_F (KnobViewTest, turnsByArrowKeysAndResetsByDelete)
{
    EXPECT_TRUE (knob.keyPressed (key (juce::KeyPress::upKey)));
    EXPECT_GT (cutoff.value(), 440);
    EXPECT_TRUE (knob.keyPressed (key (juce::KeyPress::deleteKey)));
    EXPECT_FLOAT_EQ (cutoff.value(), 440);
}

TEST_F (KnobViewTest, leavesKeysAloneThatItDoesNotKnow)
{
    EXPECT_FALSE (knob.keyPressed (key ('q')));
    EXPECT_FALSE (knob.keyPressed (key (juce::KeyPress::upKey, juce::ModifierKeys::ctrlModifier)));
}

TEST_F (KnobViewTest, takesATypedValueOnReturnAndDropsItOnEscape)
{
    for (auto [typed, isReturn, expected] : { std::tuple { "1.2k", true, 1200.0f }, std::tuple { "5k", false, 1200.0f } })
    {
        knob.startTyping();
        auto* editor = dynamic_cast<juce::TextEditor*> (knob.getChildComponent (0));
        ASSERT_NE (editor, nullptr);
        editor->setText (typed);
        editor->keyPressed (key (isReturn ? juce::KeyPress::returnKey : juce::KeyPress::escapeKey));
        deliverMessages();
        EXPECT_FLOAT_EQ (cutoff.value(), expected);
        EXPECT_EQ (knob.getNumChildComponents(), 0);
    }
}

TEST_F (KnobViewTest, tellsAScreenReaderItsNameAndValueAndLetsItTurn)
{
    auto handler = knob.createAccessibilityHandler();
    EXPECT_EQ (knob.getTitle(), juce::String ("Cutoff"));
    ASSERT_NE (handler->getValueInterface(), nullptr);
    EXPECT_EQ (handler->getValueInterface()->getCurrentValueAsString(), juce::String ("440 Hz"));
    handler->getValueInterface()->setValueAsString ("2 kHz");
    EXPECT_NEAR (cutoff.value(), 2000, 0.5f);
}

TEST_F (KnobViewTest, showsNameValueAndSentenceInItsTooltip)
{
    cutoff.sentence = "Where the filter begins to cut.";
    EXPECT_EQ (knob.getTooltip(), juce::String ("Cutoff: 440 Hz\nWhere the filter begins to cut."));
}

TEST_F (KnobViewTest, looksDifferentWhenTurnedAndWhenModulated)
{
    const auto pixels = [this] {
        juce::MemoryOutputStream out;
        juce::PNGImageFormat().writeImageToStream (picture (knob), out);
        return out.getMemoryBlock();
    };

    const auto resting = pixels();
    cutoff.onModulation = [] { return ModulationReach { 0.2f, 0.6f, 0.4f, true }; };
    knob.refresh();
    const auto modulated = pixels();
    cutoff.turnTo (9000);
    knob.refresh();
    EXPECT_NE (resting, modulated);
    EXPECT_NE (modulated, pixels());
}

TEST_F (KnobViewTest, turnsOneStepForEachNotchOfAWheel)
{
    RangeTurnable octave { "Octave", whole (0, 9, 4) };
    KnobView view { octave };

    for (auto delta : { 0.2f, 0.9f })
        view.mouseWheelMove (eventAt (view, { 20, 20 }), { 0, delta, false, false, false });

    EXPECT_EQ (octave.value(), 6.0f);
    view.mouseWheelMove (eventAt (view, { 20, 20 }), { 0, -0.2f, false, false, false });
    EXPECT_EQ (octave.value(), 5.0f);
}

TEST_F (KnobViewTest, takesWhatIsDroppedWhenItIsOffered)
{
    juce::String dropped;
    const juce::DragAndDropTarget::SourceDetails envelope ("envelope 2", nullptr, {});
    EXPECT_FALSE (knob.isInterestedInDragSource (envelope));
    knob.onOffer = [] (const juce::var& what) { return what.toString().startsWith ("envelope"); };
    knob.onDrop = [&] (const juce::var& what) { dropped = what.toString(); };
    EXPECT_TRUE (knob.isInterestedInDragSource (envelope));
    knob.itemDragEnter (envelope);
    knob.itemDropped (envelope);
    EXPECT_EQ (dropped, juce::String ("envelope 2"));
}

TEST_F (KnobViewTest, cannotBeTurnedWhenTheThingIsNotEnabled)
{
    struct Fixed : RangeTurnable
    {
        using RangeTurnable::RangeTurnable;

        bool isEnabled() const override { return false; }
    };

    Fixed fixed { "Fixed", amount (0.5f) };
    KnobView view { fixed };
    drag (view, { 20, 40 }, { 20, 0 });
    EXPECT_FALSE (view.keyPressed (key (juce::KeyPress::upKey)));
    EXPECT_FLOAT_EQ (fixed.value(), 0.5f);
}

} // namespace athanor
