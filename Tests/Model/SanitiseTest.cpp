// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Sanitise.h"

#include "Support/RandomProject.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace athanor
{

TEST (Sanitise, leavesAProjectThatIsInOrderAsItIs)
{
    for (std::uint64_t seed = 0; seed < 200; ++seed)
    {
        const auto project = randomProject (seed);
        auto sane = project;
        sanitise (sane);
        ASSERT_EQ (sane, project) << "seed " << seed;
        ASSERT_TRUE (sane.clips.sharesWith (project.clips) && sane.tracks.sharesWith (project.tracks));
    }
}

TEST (Sanitise, clampsNumbersToTheirRanges)
{
    Project project;
    const TrackId track { 1 };
    const ClipId clip { 2 };
    project.tracks.edit (track).volume = std::numeric_limits<double>::infinity();
    project.tracks.edit (track).panning = -7;
    project.tracks.edit (track).noteColumns = 1'000'000;
    project.clips.edit (clip).lines = 2'000'000'000;
    project.clips.edit (clip).notes.put ({ 5'000, 0 }, {});
    project.clips.edit (clip).notes.put ({ 5, 90 }, {});
    project.clips.edit (clip).notes.edit ({ 5, 0 }).key = 200;
    project.macros.put (9, {});
    project.assets.put ("../../etc/passwd", {});
    sanitise (project);

    EXPECT_EQ (project.tracks.find (track)->volume, 0) << "what is no number becomes zero";
    EXPECT_EQ (project.tracks.find (track)->panning, -1);
    EXPECT_EQ (project.tracks.find (track)->noteColumns, 12);
    EXPECT_EQ (project.clips.find (clip)->lines, 1'024);
    EXPECT_EQ (project.clips.find (clip)->notes.size(), 1u);
    EXPECT_EQ (project.clips.find (clip)->notes.find ({ 5, 0 })->key, key::none);
    EXPECT_TRUE (project.macros.empty());
    EXPECT_TRUE (project.assets.empty());
}

TEST (Sanitise, takesGroupsOutOfThemselves)
{
    Project project;

    for (const auto& [id, parent] : { std::pair { 1, 2 }, { 2, 3 }, { 3, 1 }, { 4, 1 }, { 5, 5 }, { 6, 99 } })
        project.tracks.edit (TrackId { static_cast<std::uint64_t> (id) }).parent = TrackId { static_cast<std::uint64_t> (parent) };

    sanitise (project);
    EXPECT_FALSE (project.tracks.find ({ 5 })->parent);
    EXPECT_EQ (project.tracks.find ({ 4 })->parent, TrackId { 1 }) << "it was never inside itself";
    EXPECT_EQ (project.tracks.find ({ 6 })->parent, TrackId { 99 }) << "what is missing may come back";

    for (auto start = 1u; start <= 4; ++start)
    {
        auto steps = 0;

        for (TrackId at { start }; at && steps < 10; ++steps)
            at = project.tracks.find (at)->parent;

        EXPECT_LT (steps, 10);
    }
}

} // namespace athanor
