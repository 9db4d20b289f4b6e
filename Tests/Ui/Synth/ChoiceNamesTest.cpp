// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/ChoiceNames.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (ChoiceNames, everyModelHasStylesOfItsOwn)
{
    ControlValues values;
    std::vector<std::size_t> counts;

    for (int model = 0; model < 8; ++model)
    {
        values[Control::filter_fx_model] = static_cast<float> (model);
        counts.push_back (choiceNames (Control::filter_fx_style, values).size());
    }

    EXPECT_EQ (counts, (std::vector<std::size_t> { 5, 5, 5, 5, 2, 2, 6, 2 }));
}

TEST (ChoiceNames, whatBendsAnOscillatorIsCalledAsTheOthersAre)
{
    const ControlValues values;
    const auto arrow = juce::String (juce::CharPointer_UTF8 ("\xe2\x86\x90"));
    EXPECT_EQ (choiceNames (Control::osc_1_distortion_type, values)[7], "FM " + arrow + " Osc 2");
    EXPECT_EQ (choiceNames (Control::osc_2_distortion_type, values)[7], "FM " + arrow + " Osc 1");
    EXPECT_EQ (choiceNames (Control::osc_2_distortion_type, values)[8], "FM " + arrow + " Osc 3");
    EXPECT_EQ (choiceNames (Control::osc_3_distortion_type, values)[11], "RM " + arrow + " Osc 2");
}

} // namespace athanor
