// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetPhrase.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (PresetPhrase, everyCategoryOfOursAndOfVitalHasOneThatEndsBeforeItsTimeIsOver)
{
    for (const auto* category : { "Bass", "Bell", "Brass", "Drums", "Effects", "Keys", "Lead", "Pad", "Pluck", "Sequence", "Strings", "Percussion", "SFX", "Experiment", "Template", "", "of my own" })
    {
        const auto& phrase = phraseFor (category);
        ASSERT_FALSE (phrase.notes.empty()) << category;

        for (const auto& note : phrase.notes)
            EXPECT_LT (note.start + note.length, phrase.seconds) << category;
    }

    EXPECT_EQ (&phraseFor ("of my own"), &phraseFor ("Lead"));
    EXPECT_NE (&phraseFor ("Bass"), &phraseFor ("Lead"));
}

} // namespace athanor
