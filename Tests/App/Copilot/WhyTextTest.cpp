// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/WhyText.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (WhyText, saysEachDifferenceAsAMusicianReadsIt)
{
    MadePatch made;
    made.patch.name = "Glow";
    made.origin.prompts = { "warm pad", "darker" };
    made.origin.templateId = "pad-warm";
    made.origin.base = "Pad/Dusk";
    made.origin.seed = 7;
    made.origin.intent.notUnderstood = { "flurbish" };
    made.origin.deltas = { { "volume", 6'400.0, 5'473.04, "As loud as others.", "" },
                           { "slots/3", Value(), Value::Parts { { "source", "env_2" }, { "destination", "filter_1_cutoff" }, { "amount", 0.34375 } }, "It opens.", "opens" },
                           { "lines/2", Value(), "triangle", "", "old" },
                           { "env_1_sustain", 1.0, 0.5, "Dies away.", "as Anthropic heard the sentence" },
                           { "macros/1", Value::Parts { { "name", "A" } }, Value::Parts { { "name", "B" }, { "role", "bite" } }, "", "" } };
    made.remarks = { "No vocoder is there." };
    const auto text = whyText (made);

    for (const auto* piece : { "- warm pad\n- darker\n", "- flurbish\n", "\"pad-warm\"", "\"Pad/Dusk\"", "seed 7", "- Volume: 0 dB -> -6.02 dB\n    As loud as others.\n",
                               "- Modulation 3: nothing -> Envelope 2 moves Filter 1 Cutoff by 34 %\n    It opens. (\"opens\")\n", "- Shape of LFO 2: nothing -> triangle\n    \"old\"\n", "- Macro 1: A -> B\n", "    Dies away, as Anthropic heard the sentence.\n", "- No vocoder is there.\n" })
        EXPECT_NE (text.find (piece), text.npos) << piece << "\nin\n"
                                                 << text;
}

} // namespace athanor
