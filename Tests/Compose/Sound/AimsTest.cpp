// SPDX-License-Identifier: GPL-3.0-or-later
// Where words lead, of sounds on one axis.
#include "Compose/Sound/Aims.h"

#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/UsualTimbre.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

namespace
{
const SoundShelf& shelf()
{
    constexpr auto pad = [] (const char* id, double brightness) { return SoundBase { id, id, SoundCategory::pad, {}, {}, usualTimbre (brightness) }; };
    static const SoundShelf few ({ pad ("Pad/Dull", 300), pad ("Pad/Usual", 800), pad ("Pad/Clear", 2'000) }, {}, [] (const SoundBase&) { return Result<PatchSpec> (PatchSpec()); });
    return few;
}

Aim aimOf (const char* prompt, double now, double against)
{
    const auto aims = aimsOf (planSound (prompt), SoundCategory::pad, usualTimbre (now), usualTimbre (against), shelf());
    const auto found = std::ranges::find (aims, TimbreAxis::brightness, &Aim::axis);
    EXPECT_NE (found, aims.end()) << prompt;
    return found != aims.end() ? *found : Aim();
}

double standing (double brightness) { return *standingOf (TimbreAxis::brightness, usualTimbre (brightness)); }
} // namespace

TEST (Aims, aWordLeadsToAPlaceBeyondTheUsualSoundWhereverOneBegins)
{
    const auto fromBelow = aimOf ("bright pad", 300, 800), fromAbove = aimOf ("bright pad", 20'000, 800);
    EXPECT_GT (*fromBelow.target, standing (800));
    EXPECT_EQ (*fromAbove.target, *fromBelow.target);
    EXPECT_GT (fromBelow.far, 0);
    EXPECT_EQ (fromAbove.far, 0) << "nobody is pulled back from where it leads";
}

TEST (Aims, aWordIsHeardWhereChanceLeadsThereAlready)
{
    EXPECT_GT (*aimOf ("bright pad", 5'000, 5'000).target, standing (5'000));
    EXPECT_LT (*aimOf ("dark pad", 120, 120).target, standing (120));
    EXPECT_GT (*aimOf ("very bright pad", 5'000, 5'000).target, *aimOf ("slightly bright pad", 5'000, 5'000).target);
}

TEST (Aims, aSoundThatIsOddByChanceDoesNotDrawAWordAfterIt)
{
    EXPECT_LT (*aimOf ("bright pad", 800, 20'000).target, standing (20'000));
}

TEST (Aims, aChangeLeadsAwayFromWhatIsThere)
{
    const auto brighter = aimOf ("brighter", 5'000, 5'000);
    EXPECT_GT (*brighter.target, standing (5'000));
    EXPECT_LT (*aimOf ("a bit brighter", 5'000, 5'000).target, *aimOf ("much brighter", 5'000, 5'000).target);
}

TEST (Aims, whatGoesTooFarIsNearerThanWhatFallsAsFarShort)
{
    const auto aim = aimOf ("bright pad", 800, 800);
    const auto off = 0.5 * shelf().spread (TimbreAxis::brightness);
    const auto at = [&] (double place) { return usualTimbre (std::exp2 (place) - 20); };
    const auto distance = [&] (double place) { return distanceFrom ({ aim }, at (place), SoundCategory::pad, shelf()); };
    EXPECT_LT (distance (*aim.target), distance (*aim.target + off));
    EXPECT_LT (distance (*aim.target + off), distance (*aim.target - off));
    EXPECT_NEAR (shortOf (aim, at (*aim.target - off), shelf()), 0.5, 0.01);
}

} // namespace athanor
