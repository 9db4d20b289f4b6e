// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/Meaning.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Meaning, isReadFromItsShortForm)
{
    const auto sense = parseMeaning ("brightness+ warmth-.3 ~ noise+.2 =pad*.5 has:saw move:wobble*.7 a:1.2 s:.8 reverb:.4 oct:-1 genre:dub era:1980 !n");
    ASSERT_EQ (sense.axes.size(), 3u);
    EXPECT_EQ (sense.axes[0], (AxisWish { TimbreAxis::brightness, .6, 1, false }));
    EXPECT_EQ (sense.axes[1], (AxisWish { TimbreAxis::warmth, -.3, 1, false }));
    EXPECT_LT (sense.axes[2].weight, .5) << "a hint";
    EXPECT_EQ (sense.categories, (std::vector<CategoryWish> { { SoundCategory::pad, .5 } }));
    EXPECT_EQ (sense.features, (std::vector { SoundFeature::saw }));
    EXPECT_EQ (sense.movements.at (0).depth, .7);
    EXPECT_EQ (sense.envelope.attack, 1.2);
    EXPECT_EQ (sense.envelope.sustain, .8);
    EXPECT_EQ (sense.space.reverb, .4);
    EXPECT_EQ (sense.octaves, -1);
    EXPECT_EQ (sense.genre, "dub");
    EXPECT_EQ (sense.decade, 1980);
    EXPECT_TRUE (sense.isNoun);
}

TEST (Meaning, canBeARole)
{
    EXPECT_EQ (parseMeaning ("!much1.5").amount, 1.5);
    EXPECT_EQ (parseMeaning ("!nottoo").role, WordRole::noMuch);
    EXPECT_EQ (parseMeaning ("!not").role, WordRole::no);
    EXPECT_EQ (parseMeaning ("!target2 decay+").target, EnvelopePart::sustain);
    EXPECT_EQ (parseMeaning ("!dim-1.4").speed, -1.4);
}

} // namespace athanor
