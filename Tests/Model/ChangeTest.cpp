// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Change.h"

#include "Model/Project.h"
#include "Support/Chance.h"
#include "Support/RandomEdit.h"
#include "Support/RandomProject.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
constexpr TrackId drums { 0xd0 }, bass { 0xba };

Project twoTracks()
{
    Project project;
    project.tracks.edit (drums).name = "drums";
    project.tracks.edit (bass).name = "bass";
    return project;
}
} // namespace

TEST (Change, leadsFromOneProjectToTheOtherAndBack)
{
    for (std::uint64_t run = 0; run < static_cast<std::uint64_t> (rounds (100)); ++run)
    {
        Dice dice (mixBits (seedForTests(), run));
        const auto before = randomProject (dice.bits(), { 3, 2, 2, 3, true });
        auto after = before;

        for (int i = dice.below (10); i >= 0; --i)
            performRandomEdit (after, dice);

        const auto change = difference ("edit", before, after);
        const auto there = apply (before, change);
        ASSERT_TRUE (there) << "run " << run;
        EXPECT_TRUE (*there == after);
        EXPECT_EQ (toValue (*there), toValue (after));

        const auto back = apply (after, inverse (change));
        ASSERT_TRUE (back) << "run " << run;
        EXPECT_EQ (toValue (*back), toValue (before));
        EXPECT_EQ (inverse (inverse (change)), change);
    }
}

TEST (Change, leadsFromAnyProjectToAnyOther)
{
    for (std::uint64_t run = 0; run < 20; ++run)
    {
        const auto before = randomProject (mixBits (seedForTests(), run, 1)), after = randomProject (mixBits (seedForTests(), run, 2));
        const auto there = apply (before, difference ("everything", before, after));
        ASSERT_TRUE (there);
        EXPECT_TRUE (*there == after);
    }
}

TEST (Change, namesOneCellWhenOneCellChanged)
{
    auto before = twoTracks();
    before.clips.edit ({ 7 }).notes.put ({ 3, 1 }, { 48, {}, 0x40, Cell::empty, Cell::empty, 0 });
    auto after = before;
    after.clips.edit ({ 7 }).notes.edit ({ 3, 1 }).key = 52;

    const Change expected { "enter note",
                            { { { "clips", "0000000000000007", "notes", "3.1" }, "C-4 ................ 40 .. ..", "E-4 ................ 40 .. .." } } };
    EXPECT_EQ (difference ("enter note", before, after), expected);
}

TEST (Change, holdsNothingWhenNothingChanged)
{
    const auto project = randomProject (seedForTests());
    EXPECT_TRUE (difference ("nothing", project, project).edits.empty());
    EXPECT_TRUE (difference ("nothing", project, *projectFrom (toValue (project))).edits.empty()) << "equal, though nothing is shared";
}

TEST (Change, isRefusedWholeByAProjectItWasNotMadeFor)
{
    auto before = twoTracks();
    auto after = before;
    after.title = "new";
    after.tracks.edit (drums).volume = -6;
    const auto change = difference ("edit", before, after);

    before.tracks.edit (drums).volume = -3;
    EXPECT_FALSE (apply (before, change));
    EXPECT_EQ (before.title, "") << "and nothing of it is done";
}

TEST (Change, isRefusedWhenItsAddressLeadsNowhere)
{
    for (const auto* address : { "", "/nothing/here", "/tracks/d0/name", "/tracks/00000000000000ff/name", "/title/inside", "/tracks", "/tempo/x" })
        EXPECT_FALSE (apply (twoTracks(), { "edit", { { parseAddress (address), Value(), "x" } } })) << address;
}

TEST (Change, isRefusedWhenItsValueDoesNotFit)
{
    const auto fits = [] (const char* address, const Value& value) {
        const auto at = parseAddress (address);
        return apply (twoTracks(), { "edit", { { at, valueAt (twoTracks(), at), value } } }).has_value();
    };

    EXPECT_TRUE (fits ("/tracks/00000000000000d0/volume", -6.0));
    EXPECT_TRUE (fits ("/tracks/00000000000000d0/volume", -6)) << "whole numbers are numbers";
    EXPECT_FALSE (fits ("/tracks/00000000000000d0/volume", "loud"));
    EXPECT_FALSE (fits ("/tracks/00000000000000d0/volume", std::numeric_limits<double>::infinity()));
    EXPECT_FALSE (fits ("/tracks/00000000000000d0/kind", "trumpet"));
    EXPECT_FALSE (fits ("/tracks/00000000000000d0/colour", std::int64_t { 1 } << 40));
    EXPECT_FALSE (fits ("/tracks/0000000000000000", Value::Parts {})) << "no id";
}

TEST (Change, putsAnIdBackToNone)
{
    auto before = twoTracks(), after = before;
    after.tracks.edit (bass).parent = drums;
    const auto change = difference ("group", before, after);
    EXPECT_EQ (apply (after, inverse (change))->tracks.find (bass)->parent, TrackId {});
}

TEST (Change, keepsWhatThisVersionDoesNotKnow)
{
    auto before = twoTracks(), after = before;
    after.tracks.edit (bass).unknown = { { "aura", Value::Parts { { "hue", 3 } } } };
    const auto change = difference ("from the future", before, after);
    ASSERT_EQ (change.edits.size(), 1u);
    EXPECT_EQ (format (change.edits[0].at), "/tracks/00000000000000ba/aura");
    EXPECT_TRUE (*apply (before, change) == after);
    EXPECT_TRUE (*apply (after, inverse (change)) == before);
}

TEST (Address, isWrittenAsTextAndReadBack)
{
    const Address address { "macros", "1", "targets", "a/b~c", "~1", "" };
    EXPECT_EQ (format (address), "/macros/1/targets/a~1b~0c/~01/");
    EXPECT_EQ (parseAddress (format (address)), address);
    EXPECT_EQ (format (Address {}), "");
    EXPECT_EQ (parseAddress (""), Address {});

    Dice dice (seedForTests());

    for (int i = 0; i < 1'000; ++i)
    {
        Address random;

        for (int step = dice.below (5); step > 0; --step)
        {
            random.emplace_back();

            for (int c = dice.below (6); c > 0; --c)
                random.back() += "/~01ab"[dice.below (6)];
        }

        EXPECT_EQ (parseAddress (format (random)), random) << format (random);
    }
}

TEST (Address, findsWhatStandsThere)
{
    const auto project = twoTracks();
    EXPECT_EQ (valueAt (project, parseAddress ("/tracks/00000000000000ba/name")), Value ("bass"));
    EXPECT_EQ (valueAt (project, parseAddress ("/tracks/00000000000000ba/volume")), Value (0.0)) << "at its default, but there";
    EXPECT_EQ (valueAt (project, {}), toValue (project));
    EXPECT_TRUE (valueAt (project, parseAddress ("/tracks/00000000000000bb")).isNothing());
    EXPECT_TRUE (valueAt (project, parseAddress ("/tracks/00000000000000ba/name/x")).isNothing());
}

TEST (ProjectValue, comesBackAsTheSameProject)
{
    for (std::uint64_t run = 0; run < 50; ++run)
    {
        const auto project = randomProject (mixBits (seedForTests(), run));
        const auto back = projectFrom (toValue (project));
        ASSERT_TRUE (back) << back.failure().detail;
        EXPECT_TRUE (*back == project);
    }
}

TEST (ProjectValue, saysWhereItCannotBeRead)
{
    const auto read = projectFrom (Value::Parts { { "tracks", Value::Parts { { "00000000000000ba", Value::Parts { { "volume", "loud" } } } } } });
    ASSERT_FALSE (read);
    EXPECT_EQ (read.failure().detail, "unreadable at /tracks/00000000000000ba/volume");
}

} // namespace athanor
