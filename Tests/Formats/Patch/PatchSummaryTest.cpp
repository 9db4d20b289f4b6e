// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Patch/PatchSummary.h"

#include "Formats/Patch/PatchFile.h"
#include "Formats/Vital/VitalFile.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
PatchSpec labelled()
{
    PatchSpec patch;
    patch.name = "Été";
    patch.author = "Somebody";
    patch.comments = "For \"slow\" mornings.";
    patch.style = "Pad";
    patch.tags = { "soft", "warm" };
    return patch;
}

void expectLabels (const Result<PatchSummary>& read)
{
    ASSERT_TRUE (read) << read.failure().message;
    EXPECT_EQ (read->name, "Été");
    EXPECT_EQ (read->author, "Somebody");
    EXPECT_EQ (read->comments, "For \"slow\" mornings.");
    EXPECT_EQ (read->style, "Pad");
    EXPECT_EQ (read->tags, (std::vector<std::string> { "soft", "warm" }));
}
} // namespace

TEST (PatchSummary, saysOfAPatchOfOursWhatThePatchSays) { expectLabels (readPatchSummary (writePatch (labelled()))); }

TEST (PatchSummary, saysTheSameOfAPresetOfVital) { expectLabels (readPatchSummary (*writeVital (labelled()))); }

TEST (PatchSummary, isNotMisledByNamesWithinTheSound)
{
    auto patch = labelled();
    patch.wavetables[0].name = "A table";
    patch.wavetables[0].author = "Somebody else";
    patch.macros[0].name = "A macro";
    patch.lfos[0].name = "A line";
    expectLabels (readPatchSummary (writePatch (patch)));
    expectLabels (readPatchSummary (*writeVital (patch)));
}

TEST (PatchSummary, keepsACommentThatIsLong)
{
    auto patch = labelled();
    patch.comments = std::string (3'000, 'x');
    EXPECT_EQ (readPatchSummary (writePatch (patch))->comments, patch.comments);
}

TEST (PatchSummary, refusesWhatIsCutOffOrIsNoPatch)
{
    const auto whole = writePatch (labelled());

    for (const auto& text : { std::string(), std::string ("[]"), std::string ("{}"), std::string ("{\"name\": 1}"), std::string (1'000'000, '['), whole.substr (0, whole.size() / 2) })
    {
        const auto read = readPatchSummary (text);
        ASSERT_FALSE (read) << text.substr (0, 40);
        EXPECT_EQ (read.failure().message.back(), '.');
    }
}

} // namespace athanor
