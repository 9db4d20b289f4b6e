// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Merge.h"

#include "Support/Chance.h"
#include "Support/RandomEdit.h"
#include "Support/RandomProject.h"

#include <gtest/gtest.h>

#include <set>

namespace athanor
{

namespace
{
constexpr TrackId drums { 0xd0 };
constexpr ClipId beat { 0xbe };

using Ids = std::set<Address>;

template <typename Tables>
void addKeys (Ids& ids, const char* table, const Tables& entries)
{
    for (const auto& [id, entry] : entries)
        ids.insert ({ table, toHex (id.value) });
}

void addGraph (Ids& ids, const std::string& owner, const Graph& graph)
{
    for (const auto& [id, node] : graph.nodes)
        ids.insert ({ owner, "nodes", toHex (id.value) });

    for (const auto& [id, cable] : graph.cables)
        ids.insert ({ owner, "cables", toHex (id.value) });
}

/** Everything that has a name for ever, and where it is. */
Ids idsOf (const Project& project)
{
    Ids ids;
    addKeys (ids, "tracks", project.tracks);
    addKeys (ids, "instruments", project.instruments);
    addKeys (ids, "clips", project.clips);
    addKeys (ids, "patterns", project.patterns);
    addKeys (ids, "sequence", project.sequence);

    for (const auto& [id, track] : project.tracks)
        addGraph (ids, toHex (id.value), track->graph);

    for (const auto& [id, instrument] : project.instruments)
        addGraph (ids, toHex (id.value), instrument->graph);

    return ids;
}

/** No id is lost that either of them has, unless the other took it out. */
void expectNoIdIsLost (const Ids& merged, const Ids& mine, const Ids& theirs, const Ids& origin)
{
    for (const auto& id : mine)
        EXPECT_TRUE (merged.contains (id) || (origin.contains (id) && ! theirs.contains (id))) << format (id) << " of mine";

    for (const auto& id : theirs)
        EXPECT_TRUE (merged.contains (id) || (origin.contains (id) && ! mine.contains (id))) << format (id) << " of theirs";
}

Project edited (Project project, Dice& dice)
{
    for (int i = dice.below (8); i > 0; --i)
        performRandomEdit (project, dice);

    return project;
}

Project oneClip()
{
    Project project;
    project.tracks.edit (drums).name = "drums";
    project.clips.edit (beat).notes.put ({ 0, 0 }, { 48, {}, 255, 255, 255, 0 });
    return project;
}
} // namespace

TEST (Merge, isLawfulForAnyThreeProjects)
{
    const auto triples = static_cast<std::uint64_t> (rounds (10'000));
    Project origin;

    for (std::uint64_t run = 0; run < triples && ! testing::Test::HasFailure(); ++run)
    {
        SCOPED_TRACE (run);
        Dice dice (mixBits (seedForTests(), run, 31));

        // Every origin serves some triples, since making one takes longer than merging.
        if (run % 20 == 0)
            origin = randomProject (dice.bits(), { 3, 2, 2, 3, true });

        const auto mine = edited (origin, dice), theirs = edited (origin, dice);

        EXPECT_TRUE (merge (mine, mine, origin).project == mine);
        EXPECT_TRUE (merge (origin, theirs, origin).project == theirs);
        EXPECT_TRUE (merge (mine, origin, origin).project == mine);

        const auto merged = merge (mine, theirs, origin), mirrored = merge (theirs, mine, origin);
        const auto ids = idsOf (merged.project);
        expectNoIdIsLost (ids, idsOf (mine), idsOf (theirs), idsOf (origin));
        EXPECT_EQ (ids, idsOf (mirrored.project)) << "whoever merges, nothing more and nothing less is there";

        if (merged.conflicts.empty())
            EXPECT_TRUE (merged.project == mirrored.project);

        const auto back = projectFrom (toValue (merged.project));
        EXPECT_TRUE (back && *back == merged.project) << "the result loads";
    }
}

TEST (Merge, takesWhatOnlyOneOfThemChanged)
{
    auto mine = oneClip(), theirs = oneClip();
    mine.tracks.edit (drums).volume = -6;
    theirs.tracks.edit (drums).name = "kit";
    theirs.clips.edit (beat).notes.put ({ 4, 0 }, { 50, {}, 255, 255, 255, 0 });

    const auto merged = merge (mine, theirs, oneClip());
    EXPECT_TRUE (merged.conflicts.empty());
    EXPECT_EQ (merged.project.tracks.find (drums)->volume, -6);
    EXPECT_EQ (merged.project.tracks.find (drums)->name, "kit");
    EXPECT_EQ (merged.project.clips.find (beat)->notes.size(), 2u);
}

TEST (Merge, keepsMineWhereBothChangedOnePlaceAndSaysSo)
{
    auto mine = oneClip(), theirs = oneClip();
    mine.tracks.edit (drums).name = "mine";
    theirs.tracks.edit (drums).name = "theirs";

    const auto merged = merge (mine, theirs, oneClip());
    EXPECT_EQ (merged.project.tracks.find (drums)->name, "mine");
    ASSERT_EQ (merged.conflicts.size(), 1u);
    EXPECT_EQ (format (merged.conflicts[0].at), "/tracks/00000000000000d0/name");
    EXPECT_EQ (merged.conflicts[0].theirs, Value ("theirs"));
    EXPECT_TRUE (merged.conflicts[0].isMineKept);
}

TEST (Merge, keepsWhatOneEditedAndTheOtherDeleted)
{
    auto without = oneClip(), with = oneClip();
    without.clips.erase (beat);
    with.clips.edit (beat).name = "intro";

    for (const auto& merged : { merge (without, with, oneClip()), merge (with, without, oneClip()) })
    {
        ASSERT_TRUE (merged.project.clips.contains (beat));
        EXPECT_EQ (merged.project.clips.find (beat)->name, "intro");
        EXPECT_EQ (merged.conflicts.size(), 1u);
    }
}

TEST (Merge, keepsWhatOneAddedInsideWhatTheOtherDeleted)
{
    auto without = oneClip(), with = oneClip();
    without.clips.erase (beat);
    with.clips.edit (beat).notes.put ({ 8, 0 }, { 60, {}, 255, 255, 255, 0 });

    for (const auto& merged : { merge (without, with, oneClip()), merge (with, without, oneClip()) })
    {
        ASSERT_TRUE (merged.project.clips.contains (beat));
        EXPECT_EQ (merged.project.clips.find (beat)->notes.size(), 2u) << "the whole clip is back";
    }
}

TEST (Merge, joinsWhatBothAddedAtOnePlace)
{
    auto mine = oneClip(), theirs = oneClip();
    mine.clips.edit (beat).automation.edit ("cutoff").points.put (beats (0), { 0.25, false, {} });
    theirs.clips.edit (beat).automation.edit ("cutoff").points.put (beats (1), { 0.75, false, {} });

    const auto merged = merge (mine, theirs, oneClip());
    EXPECT_TRUE (merged.conflicts.empty());
    EXPECT_EQ (merged.project.clips.find (beat)->automation.find ("cutoff")->points.size(), 2u);
}

TEST (Merge, replacesWholeWhatItDoesNotKnow)
{
    auto mine = oneClip(), theirs = oneClip();
    mine.unknown = { { "aura", Value::Parts { { "a", 1 } } } };
    theirs.unknown = { { "aura", Value::Parts { { "b", 2 } } } };

    const auto merged = merge (mine, theirs, oneClip());
    EXPECT_TRUE (merged.project == mine);
    EXPECT_EQ (merged.conflicts.size(), 1u);
}

} // namespace athanor
