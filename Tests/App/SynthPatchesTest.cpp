// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/SynthPatches.h"

#include "App/Edits/SynthEdits.h"
#include "Formats/Patch/PatchTexts.h"
#include "Modules/Synth/CompiledPatch.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
Node nodeOf (const PatchSpec& patch)
{
    Node node;
    node.type = synthType;

    for (const auto& [name, text] : textsOf (patch))
        node.texts.put (name, text);

    return node;
}

/** With so many of its LFOs drawn otherwise. */
PatchSpec drawn (int lfos)
{
    PatchSpec patch;

    for (int i = 0; i < lfos; ++i)
        patch.lfos[static_cast<std::size_t> (i)].points[1].y = 0.25;

    return patch;
}

const synth::CompiledPatch& compiled (const std::shared_ptr<const Material>& material) { return static_cast<const synth::CompiledPatch&> (*material); }
} // namespace

TEST (SynthPatches, GivesTheSameMaterialForTheSameNode)
{
    SynthPatches patches;
    const auto node = nodeOf (drawn (1));
    EXPECT_EQ (patches.materialOf (node), patches.materialOf (node));
}

TEST (SynthPatches, APatchCarriesOnWithWhatAnEditMadeOfIt)
{
    SynthPatches patches;
    const auto one = patches.materialOf (nodeOf (drawn (0))), edited = patches.materialOf (nodeOf (drawn (1)));
    EXPECT_NE (one, edited);
    EXPECT_TRUE (compiled (one).carriesOnWith (compiled (edited)));
    EXPECT_TRUE (compiled (edited).carriesOnWith (compiled (patches.materialOf (nodeOf (drawn (0)))))) << "undone";
}

TEST (SynthPatches, AnotherPatchIsNoEditOfTheOneBefore)
{
    SynthPatches patches;
    const auto one = patches.materialOf (nodeOf (drawn (0))), other = patches.materialOf (nodeOf (drawn (6)));
    EXPECT_FALSE (compiled (one).carriesOnWith (compiled (other)));
}

} // namespace athanor
