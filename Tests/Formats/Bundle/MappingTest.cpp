// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Bundle/Mapping.h"

#include "Formats/Json.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
PatchSpec bright()
{
    PatchSpec patch;
    patch.name = "Glow";
    patch.macros[0].name = "Bright";
    patch.macros[4] = { "Room", "", 0.5 };

    for (const auto& [slot, source, destination] : { std::tuple (0, PatchSource::macro_control_1, Control::filter_1_cutoff), std::tuple (1, PatchSource::macro_control_5, Control::reverb_dry_wet) })
    {
        patch.slots[static_cast<std::size_t> (slot)] = { source, destination, {}, {}, {} };
        patch.values[member (Control::modulation_1_amount, slot)] = 0.25f;
    }

    return patch;
}
} // namespace

TEST (Mapping, saysWhatEachKnobTurnsAndHowFar)
{
    const auto mapping = mappingOf (bright());
    const auto& macros = *mapping.part ("macros")->as<Value::List>();
    ASSERT_EQ (macros.size(), 8u);
    EXPECT_EQ (*macros[0].part ("map")->part ("vst3ParamId"), Value (49618));
    EXPECT_EQ (*(*macros[0].part ("moves")->as<Value::List>())[0].part ("control"), Value ("filter_1_cutoff"));
    EXPECT_EQ (*macros[4].part ("map")->part ("control"), Value ("reverb_dry_wet"));
    EXPECT_EQ (macros[1].part ("map"), nullptr) << "it has no name and moves nothing";
    EXPECT_EQ (*mapping.part ("target")->part ("synth_version"), Value ("1.0.6"));
    EXPECT_TRUE (parseJson (formatJson (mapping)));
}

TEST (Mapping, isReadByAPerson)
{
    const auto text = mappingText (bright());
    EXPECT_NE (text.find ("Macro 1: Bright"), text.npos);
    EXPECT_NE (text.find ("Macro 2 moves nothing."), text.npos);
    EXPECT_NE (text.find ("Reverb Mix"), text.npos) << text;
    EXPECT_NE (text.find ("1.0.6"), text.npos);
    EXPECT_NE (text.find ("Ableton Live"), text.npos);
}

TEST (Mapping, showsNumbersWithTheirUnits)
{
    EXPECT_EQ (shownText (Control::filter_1_model, 2), "Ladder");
    EXPECT_EQ (shownText (Control::osc_1_transpose, -12), "-12");
    EXPECT_EQ (shownText (Control::reverb_dry_wet, 0.25), "25 %");
    EXPECT_EQ (shownText (Control::volume, 6'400), "0 dB");
    EXPECT_EQ (shownText (Control::env_1_attack, 1), "1 s");
}

} // namespace athanor
