// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Project/Pieces.h"

#include "Formats/Project/ProjectFile.h"
#include "Support/RandomProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Pieces, comeBackAsTheyWere)
{
    for (std::uint64_t seed = 0; seed < 100; ++seed)
    {
        const auto project = randomProject (seed);

        for (const auto& [id, instrument] : project.instruments)
            EXPECT_EQ (*parseInstrument (formatInstrument (*instrument)), *instrument);

        for (const auto& [id, track] : project.tracks)
        {
            EXPECT_EQ (*parseTrack (formatTrack (*track)), *track);
            EXPECT_EQ (*parseGraph (formatGraph (track->graph)), track->graph);
        }

        for (const auto& [id, clip] : project.clips)
            EXPECT_EQ (*parseClip (formatClip (*clip)), *clip);

        for (const auto& [id, pattern] : project.patterns)
            EXPECT_EQ (*parsePattern (formatPattern (*pattern)), *pattern);
    }
}

TEST (Pieces, areToldApart)
{
    EXPECT_EQ (kindOfText (formatClip ({})), "clip");
    EXPECT_EQ (kindOfText (formatProject ({})), "project");
    EXPECT_EQ (kindOfText ("{}"), "");
    EXPECT_EQ (kindOfText ("C-4 01"), "");
    EXPECT_EQ (parseInstrument (formatClip ({})).failure().message, "This is no instrument of Athanor.");
}

} // namespace athanor
