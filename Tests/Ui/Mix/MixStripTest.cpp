// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Mix/MixStrip.h"

#include "App/StartProject.h"
#include "Ui/SongFixture.h"

namespace athanor
{

namespace
{
struct MixStripTest : SongTest
{
    MixStripTest()
    {
        session.start (startProject());
        strip = std::make_unique<MixStrip> (deeds, now().cursor.track);
    }

    /** The parts of a kind that are shown. */
    template <typename Kind>
    std::vector<Kind*> shown() const
    {
        std::vector<Kind*> found;

        for (auto* child : strip->getChildren())
            if (auto* part = dynamic_cast<Kind*> (child); part != nullptr && part->isVisible())
                found.push_back (part);

        return found;
    }

    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
    std::unique_ptr<MixStrip> strip;
};
} // namespace

TEST_F (MixStripTest, keepsItsFaderInALowWindow)
{
    for (const auto height : { 160, 200, 240, 320, 600 })
    {
        strip->setSize (118, height);
        ASSERT_EQ (shown<FaderView>().size(), 1u);
        EXPECT_GE (shown<FaderView>().front()->getHeight(), 60) << height;

        for (auto* knob : shown<KnobView>())
            EXPECT_FALSE (knob->getBounds().intersects (shown<FaderView>().front()->getBounds())) << height;
    }

    EXPECT_EQ (shown<KnobView>().size(), 2u) << "a send and the panning, where there is room";
}

} // namespace athanor
