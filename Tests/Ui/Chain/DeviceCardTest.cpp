// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Chain/DeviceCard.h"

#include "App/StartProject.h"
#include "Ui/Kit/KnobView.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
struct DeviceCardTest : SongTest
{
    juce::StringArray knobs()
    {
        DeviceCard card (deeds, { {}, session.project().instruments.begin()->first }, {});
        return knobsOf (card);
    }

    static juce::StringArray knobsOf (const DeviceCard& card)
    {
        juce::StringArray names;

        for (auto* child : card.getChildren())
            if (auto* knob = dynamic_cast<KnobView*> (child))
                names.add (knob->getTitle());

        return names;
    }

    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
};
} // namespace

TEST_F (DeviceCardTest, showsTheKnobsOfAnInstrumentAsItsPatchIsRead)
{
    // The modules of each have names of their own by chance, and are found in their order.
    for (int i = 0; i < 8; ++i)
    {
        session.start (startProject());
        const auto names = knobs();
        ASSERT_GT (names.size(), 8);
        EXPECT_EQ (names[0], juce::String ("Octave"));
        EXPECT_LT (names.indexOf ("Octave"), names.indexOf ("Cutoff"));
        EXPECT_LT (names.indexOf ("Cutoff"), names.indexOf ("Attack"));
    }
}

TEST_F (DeviceCardTest, CallsItsKnobsAsThePatchThatCameDoes)
{
    session.start (startProject());
    const auto instrument = session.project().instruments.begin()->first;
    DeviceCard card (deeds, { {}, instrument }, {});
    session.edit ("name it", [instrument] (Project& project) { project.instruments.edit (instrument).macros.edit (1).name = "Light"; });
    card.update();
    EXPECT_EQ (knobsOf (card)[0], juce::String ("Light"));

    session.undo();
    card.update();
    EXPECT_FALSE (knobsOf (card).contains ("Light"));
}

} // namespace athanor
