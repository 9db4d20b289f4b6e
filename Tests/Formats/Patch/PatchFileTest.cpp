// SPDX-License-Identifier: GPL-3.0-or-later
// Our own files of patches lose nothing, and say what they could not take.
#include "Formats/Patch/PatchFile.h"

#include "Formats/Json.h"
#include "Formats/Patch/PatchNames.h"
#include "Formats/Vital/SmallPresets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

namespace athanor
{

namespace
{

ReadPatch read (const std::string& text)
{
    const auto result = readPatch (text);
    EXPECT_TRUE (result) << result.failure().message << result.failure().detail;

    if (! result)
        return {};

    EXPECT_TRUE (faultsOf (result->patch).empty()) << faultsOf (result->patch)[0].path;
    return *result;
}

/** With all that Vital has not. */
PatchSpec ourPatch()
{
    auto patch = fullPatch();
    patch.slots[5] = { PatchSource::macro_control_7, Control::reverb_dry_wet, PatchLine::straight(), {}, {} };
    patch.macros[6] = { "Room", "space", 0.123456789 };
    patch.engineVersion = "1.5.5";
    patch.origin = "{\"seed\":\"7\"}";
    return patch;
}

TEST (PatchFileTest, APatchComesBackTheSame)
{
    EXPECT_EQ (read (writePatch (ourPatch())).patch, ourPatch());
    EXPECT_EQ (read (writePatch ({})).patch, PatchSpec());
    EXPECT_EQ (writePatch (read (writePatch (ourPatch())).patch), writePatch (ourPatch()));
}

TEST (PatchFileTest, ControlsStandByFamilyWithShortNumbers)
{
    const auto file = parseJson (writePatch ({}));
    ASSERT_TRUE (file);
    EXPECT_EQ (*file->part ("schema_version"), Value (1));
    EXPECT_EQ (*file->part ("synth_target"), Value ("vital"));
    EXPECT_EQ (*file->part ("modules")->part ("env_1")->part ("attack"), Value (0.1495));
    EXPECT_EQ (*file->part ("modules")->part ("filter_fx")->part ("model"), Value (0));
    EXPECT_EQ (*file->part ("modules")->part ("voice")->part ("polyphony"), Value (8));
    EXPECT_EQ (listOf (file->part ("macros")).size(), 8u);
    EXPECT_TRUE (listOf (file->part ("modulation")).empty());
}

TEST (PatchFileTest, EveryControlHasAPlaceOfItsOwn)
{
    std::set<std::string> ids;

    for (int i = 0; i < controlCount; ++i)
        if (isInModule (static_cast<Control> (i)))
        {
            const auto id = infoOf (static_cast<Control> (i)).id;
            const auto [module, name] = moduleAndName (id);
            EXPECT_EQ (idIn (module, name), id);
            ids.insert (idIn (module, name));
        }

    EXPECT_EQ (ids.size(), static_cast<std::size_t> (controlCount) - 64 * 5 - 4);
}

TEST (PatchFileTest, TheSlotsOfAMacroStandUnderIt)
{
    const auto file = parseJson (writePatch (ourPatch()));
    const auto& assignments = listOf (listOf (file->part ("macros"))[6].part ("assignments"));
    ASSERT_EQ (assignments.size(), 1u);
    EXPECT_EQ (*assignments[0].part ("slot"), Value (6));
    EXPECT_EQ (*assignments[0].part ("destination"), Value ("reverb_dry_wet"));
}

TEST (PatchFileTest, WhatIsNotKnownSurvives)
{
    const auto patch = read ("{\"schema_version\":1,\"synth_target\":\"vital\",\"moods\":{\"calm\":0.5},\"modules\":{\"osc_1\":{\"level\":0.25,\"swirl\":3},\"voice\":{\"hum\":[1]}}}");
    EXPECT_EQ (patch.patch.values[Control::osc_1_level], 0.25f);
    EXPECT_EQ (patch.patch.unknown.at ("moods"), "{\"calm\":0.5}");
    EXPECT_EQ (patch.patch.unknownSettings.at ("osc_1_swirl"), "3");
    EXPECT_EQ (patch.patch.unknownSettings.at ("hum"), "[1]");
    EXPECT_EQ (read (writePatch (patch.patch)).patch, patch.patch);
}

TEST (PatchFileTest, WhatIsNoPatchIsRefused)
{
    for (const std::string text : { "", "{", "[]", "{}", "{\"schema_version\":\"1\"}", "{\"schema_version\":0}", "{\"schema_version\":-5}" })
        EXPECT_FALSE (readPatch (text)) << text;
}

TEST (PatchFileTest, ANewerSchemaIsReadAsFarAsItGoes)
{
    const auto patch = read ("{\"schema_version\":7,\"name\":\"N\",\"dreams\":1}");
    EXPECT_EQ (patch.patch.name, "N");
    EXPECT_EQ (patch.patch.unknown.at ("dreams"), "1");
    ASSERT_EQ (patch.remarks.size(), 1u);
    EXPECT_NE (patch.remarks[0].find ("newer Athanor"), std::string::npos);
}

TEST (PatchFileTest, AnOlderSchemaIsMigratedStepByStep)
{
    constexpr std::array steps { Migration { 0, [] (Value::Parts& patch) {
                                                patch.insert_or_assign ("name", patch["title"]);
                                                patch.erase ("title");
                                            } } };

    const auto patch = readPatch ("{\"schema_version\":0,\"title\":\"Old\"}", steps);
    ASSERT_TRUE (patch);
    EXPECT_EQ (patch->patch.name, "Old");
    EXPECT_TRUE (patch->patch.unknown.empty());
}

TEST (PatchFileTest, WhatIsOutOfOrderIsRepairedAndSaid)
{
    const auto patch = read ("{\"schema_version\":1,\"modules\":{\"osc_1\":{\"level\":7}},\"modulation\":[{\"slot\":99},{\"slot\":2,\"source\":\"lfo_1\"},{\"slot\":3,\"source\":\"tide\",\"destination\":\"volume\",\"amount\":2},"
                             "{\"slot\":4,\"source\":\"lfo_1\",\"destination\":\"modulation_4_amount\"}],\"macros\":[{},{},{},{},{\"value\":5}],\"lfos\":[1],\"wavetables\":[1]}");
    EXPECT_EQ (patch.patch.values[Control::osc_1_level], 1.0f);
    EXPECT_EQ (patch.patch.slots[1], PatchSlot());
    EXPECT_EQ (patch.patch.slots[2].unknownSource, "tide");
    EXPECT_EQ (patch.patch.values[Control::modulation_3_amount], 1.0f);
    EXPECT_EQ (patch.patch.slots[3], PatchSlot());
    EXPECT_EQ (patch.patch.macros[4].value, 1.0);
    EXPECT_EQ (patch.remarks.size(), 8u);
}

} // namespace

} // namespace athanor
