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
        const auto instrument = session.project().instruments.begin()->first;
        DeviceCard card (deeds, { {}, instrument }, {});
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

} // namespace athanor
