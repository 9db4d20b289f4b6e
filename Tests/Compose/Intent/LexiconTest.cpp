// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/Lexicon.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
double brightness (std::string_view word)
{
    const auto found = Lexicon::english().word (word);
    return ! found || found->sense->axes.empty() || found->sense->axes[0].axis != TimbreAxis::brightness ? 0 : found->sense->axes[0].direction;
}
} // namespace

TEST (Lexicon, knowsMoreThanAThousandWords) { EXPECT_GT (Lexicon::english().size(), 1000u); }

TEST (Lexicon, findsBentWords)
{
    for (const auto* word : { "bright", "brighter", "brightest", "brightness", "brightish", "brightly" })
        EXPECT_GT (brightness (word), 0) << word;

    EXPECT_TRUE (Lexicon::english().word ("brighter")->isComparative);
    EXPECT_TRUE (Lexicon::english().word ("noiseless")->isWithout);
    EXPECT_LT (Lexicon::english().word ("darkish")->factor, 1);
    EXPECT_FALSE (Lexicon::english().word ("xyzzy"));
}

TEST (Lexicon, findsPhrasesHoweverTheyAreJoined)
{
    EXPECT_NE (Lexicon::english().exactly ("lowpass", 1), nullptr);
    EXPECT_EQ (Lexicon::english().exactly ("lowpass", 1), Lexicon::english().exactly ("lowpass", 2));
    EXPECT_EQ (Lexicon::english().exactly ("beat", 2), nullptr) << "be at";
}

TEST (Lexicon, saysWhatItTookAMisspeltWordFor)
{
    const auto found = Lexicon::english().word ("shimering");
    ASSERT_TRUE (found);
    EXPECT_EQ (found->corrected, "shimmering") << "and not shivering";
    EXPECT_TRUE (Lexicon::english().word ("shimmering")->corrected.empty());
}

} // namespace athanor
