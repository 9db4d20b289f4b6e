// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Patch/PatchTexts.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
PatchSpec richPatch()
{
    PatchSpec patch;
    patch.name = "Evening";
    patch.author = "Somebody";
    patch.comments = "Slow.\nWarm.";
    patch.style = "Pad";
    patch.origin = "{\"seed\":\"7\"}";
    patch.tags = { "soft", "wide" };
    patch.unknown["later"] = "{\"a\":[1,2]}";
    patch.unknownSettings["random_values"] = "[1]";
    patch.slots[3] = { PatchSource::macro_control_6, Control::filter_2_cutoff, PatchLine::straight(), {}, {} };
    patch.slots[63] = { {}, {}, {}, "lfo_99", "filter_9_cutoff" };
    patch.lfos[7].points[1].y = 0.123456789012345;
    patch.wavetables[1].name = "Dusk";
    patch.sample.name = "Rain";
    patch.sample.right = patch.sample.left;
    patch.macros[5].name = "Glow";
    patch.macros[0].role = "brightness";
    return patch;
}

PatchSpec readBack (const std::map<std::string, std::string>& texts)
{
    PatchSpec patch;
    Remarks remarks;

    for (const auto& [name, text] : texts)
        readPatchText (patch, name, text, remarks);

    EXPECT_TRUE (remarks.sentences.empty());
    return patch;
}
} // namespace

TEST (PatchTexts, aNewPatchNeedsNone) { EXPECT_TRUE (textsOf (PatchSpec()).empty()); }

TEST (PatchTexts, everyPartComesBackAsItWas)
{
    const auto patch = richPatch();
    const auto texts = textsOf (patch);
    EXPECT_EQ (texts.size(), 8u);
    EXPECT_EQ (readBack (texts), patch);
    EXPECT_EQ (textsOf (readBack (texts)), texts);
}

TEST (PatchTexts, eachTextSaysOnlyItsPart)
{
    const auto patch = richPatch();
    const PatchSpec fresh;

    for (const auto& name : patchTextNames())
    {
        PatchSpec read;
        Remarks remarks;
        readPatchText (read, name, textOf (patch, name), remarks);

        for (const auto& other : patchTextNames())
            EXPECT_TRUE (isSamePart (read, name == other ? patch : fresh, other)) << name << ", " << other;
    }
}

TEST (PatchTexts, withoutAPartItIsAsInANewPatch)
{
    auto patch = richPatch();
    Remarks remarks;

    for (const auto& name : patchTextNames())
        readPatchText (patch, name, "", remarks);

    EXPECT_EQ (patch, PatchSpec());
}

TEST (PatchTexts, aDamagedPartIsAsInANewPatchAndSaidSo)
{
    auto patch = richPatch();
    Remarks remarks;
    readPatchText (patch, "lfo8", "{\"points\": [", remarks);
    EXPECT_EQ (patch.lfos[7], PatchSpec().lfos[7]);
    EXPECT_EQ (remarks.sentences.size(), 1u);
    readPatchText (patch, "slot4", "{\"source\": \"lfo_1\", \"destination\": \"osc_1_on\"}", remarks);
    EXPECT_EQ (patch.slots[3], PatchSlot()) << "a switch cannot be modulated";
    readPatchText (patch, "lfo9", "{}", remarks);
    readPatchText (patch, "somethingelse", "{}", remarks);
}

} // namespace athanor
