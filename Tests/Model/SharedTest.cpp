// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model/Shared.h"

#include "Core/Id.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace athanor
{

namespace
{
using Names = Table<int, std::string>;

std::map<int, std::string> entriesOf (const Names& names)
{
    std::map<int, std::string> entries;

    for (const auto& [key, name] : names)
        entries.emplace (key, *name);

    return entries;
}

Names tableOf (const std::map<int, std::string>& entries)
{
    Names names;

    for (const auto& [key, name] : entries)
        names.put (key, name);

    return names;
}

/** Puts, edits and erases by chance in both. */
void changeAlike (Names& names, std::map<int, std::string>& oracle, std::uint64_t seed)
{
    const auto key = static_cast<int> (mixBits (seed) % 200);
    const auto name = std::to_string (mixBits (seed, 1));

    switch (mixBits (seed, 2) % 5)
    {
        case 0:
        case 1:
            names.put (key, name);
            oracle[key] = name;
            break;
        case 2:
            names.edit (key) += "x";
            oracle[key] += "x";
            break;
        default:
            names.erase (key);
            oracle.erase (key);
    }
}
} // namespace

TEST (Shared, sharesUntilOneHolderEdits)
{
    Shared<std::string> one (std::string ("kick"));
    auto two = one;
    EXPECT_TRUE (one.sharesWith (two));

    two.edit() = "snare";
    EXPECT_EQ (*one, "kick");
    EXPECT_EQ (*two, "snare");

    two.edit() = "kick";
    EXPECT_FALSE (one.sharesWith (two));
    EXPECT_TRUE (one == two) << "values are compared, not places";
}

TEST (Table, behavesAsAMapWhateverIsDoneToIt)
{
    for (std::uint64_t run = 0; run < 20; ++run)
    {
        Names names;
        std::map<int, std::string> oracle;

        for (std::uint64_t step = 0; step < 1'000; ++step)
        {
            changeAlike (names, oracle, mixBits (run, step));
            ASSERT_EQ (names.size(), oracle.size());
            ASSERT_EQ (names.empty(), oracle.empty());
            ASSERT_EQ (entriesOf (names), oracle) << "run " << run << ", step " << step;
        }
    }
}

TEST (Table, findsBoundsAsAMapDoes)
{
    Names names;
    std::map<int, std::string> oracle;

    for (std::uint64_t step = 0; step < 2'000; ++step)
    {
        changeAlike (names, oracle, mixBits (step, 7));
        const auto key = static_cast<int> (step % 210) - 5;
        const auto low = names.lowerBound (key), high = names.upperBound (key);
        const auto expectedLow = oracle.lower_bound (key), expectedHigh = oracle.upper_bound (key);
        ASSERT_EQ (low == names.end(), expectedLow == oracle.end());
        ASSERT_EQ (high == names.end(), expectedHigh == oracle.end());
        ASSERT_EQ (names.find (key) != nullptr, oracle.contains (key));

        if (low != names.end())
            ASSERT_EQ (low->first, expectedLow->first);

        if (high != names.begin())
            ASSERT_EQ (std::prev (high)->first, std::prev (expectedHigh)->first);
    }
}

TEST (Table, keepsItsCopiesAsTheyWere)
{
    Names names;
    std::map<int, std::string> oracle;
    std::vector<std::pair<Names, std::map<int, std::string>>> copies;

    for (std::uint64_t step = 0; step < 1'000; ++step)
    {
        changeAlike (names, oracle, mixBits (step, 3));

        if (step % 10 == 0)
            copies.emplace_back (names, oracle);
    }

    for (const auto& [copy, expected] : copies)
        EXPECT_EQ (entriesOf (copy), expected);
}

TEST (Table, isEqualByWhatItHoldsHoweverItCameThere)
{
    for (std::uint64_t run = 0; run < 50; ++run)
    {
        Names names;
        std::map<int, std::string> oracle;

        for (std::uint64_t step = 0; step < 300; ++step)
            changeAlike (names, oracle, mixBits (run, step, 5));

        auto fresh = tableOf (oracle);
        EXPECT_TRUE (names == fresh);

        fresh.edit (oracle.begin()->first) += "!";
        EXPECT_FALSE (names == fresh);
    }
}

TEST (Table, sharesWhatIsNotEdited)
{
    Names names;

    for (int i = 0; i < 1'000; ++i)
        names.put (i, std::to_string (i));

    auto edited = names;
    edited.edit (500) = "another";

    for (auto a = names.begin(), b = edited.begin(); a != names.end(); ++a, ++b)
        EXPECT_EQ (a->second.sharesWith (b->second), a->first != 500) << a->first;
}

TEST (Table, takesAKeyThatLiesInItself)
{
    Table<std::string, int> names;
    std::map<std::string, int> oracle;

    for (int i = 0; i < 200; ++i)
    {
        // Longer than what a string holds without memory of its own.
        const auto name = "a name that needs memory of its own, number " + std::to_string (mixBits (static_cast<std::uint64_t> (i)));
        names.put (name, i);
        oracle[name] = i;
    }

    while (! names.empty())
    {
        ASSERT_EQ (names.begin()->first, oracle.begin()->first);
        names.put (names.begin()->first, -1);
        names.edit (names.begin()->first) -= 1;
        ASSERT_EQ (*names.begin()->second, -2);

        names.erase (names.begin()->first);
        oracle.erase (oracle.begin());
        ASSERT_EQ (names.size(), oracle.size());
    }
}

} // namespace athanor
