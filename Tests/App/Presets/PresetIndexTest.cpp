// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetIndex.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
PresetItem item (std::string name, std::string category, std::vector<std::string> tags = {}, std::string author = "Athanor", std::string comments = "")
{
    const auto file = "/" + category + "/" + name + ".json";
    return { file, std::move (name), std::move (author), std::move (category), std::move (comments), std::move (tags) };
}

struct PresetIndexTest : testing::Test
{
    PresetIndexTest()
    {
        auto loved = item ("Low Tide", "Bass", { "sub", "warm" }, "Žofie");
        loved.isFavourite = true;
        auto broken = item ("Torn", "Bass");
        broken.problem = "The file is damaged.";
        index.set ({ item ("Warm Halogen", "Pad", { "soft" }), std::move (broken), item ("Glass", "Pad", { "warm" }), item ("Été Chaud", "Keys", {}, "Athanor", "As warm as July."), std::move (loved), item ("Outwarm", "Lead"), item ("Bass Warmer", "Lead") });
    }

    std::vector<std::string> names (const PresetQuery& query) const
    {
        std::vector<std::string> found;

        for (const auto place : index.find (query))
            found.push_back (index.items()[place].name);

        return found;
    }

    using Names = std::vector<std::string>;
    PresetIndex index;
};
} // namespace

TEST_F (PresetIndexTest, everythingStandsByCategoryAndNameAndWhatIsBrokenAtTheEnd)
{
    EXPECT_EQ (names ({}), (Names { "Low Tide", "Été Chaud", "Bass Warmer", "Outwarm", "Glass", "Warm Halogen", "Torn" }));
}

TEST_F (PresetIndexTest, whatHasTheWordInItsNameComesFirst)
{
    EXPECT_EQ (names ({ .words = "warm" }), (Names { "Warm Halogen", "Bass Warmer", "Outwarm", "Low Tide", "Glass", "Été Chaud" }))
        << "at the beginning, at a word, within one; then in tags, then in comments";
}

TEST_F (PresetIndexTest, allWordsMustBeThereWhereverTheyAre)
{
    EXPECT_EQ (names ({ .words = "warm bass" }), (Names { "Bass Warmer", "Low Tide" }));
    EXPECT_EQ (names ({ .words = "zofie SUB" }), Names { "Low Tide" });
    EXPECT_EQ (names ({ .words = "ete" }), Names { "Été Chaud" });
    EXPECT_TRUE (names ({ .words = "warm nothing" }).empty());
}

TEST_F (PresetIndexTest, aWordIsNotFoundAcrossTwoFields) { EXPECT_TRUE (names ({ .words = "halogensoft" }).empty()); }

TEST_F (PresetIndexTest, filtersNarrowTheList)
{
    EXPECT_EQ (names ({ .category = "Pad" }), (Names { "Glass", "Warm Halogen" }));
    EXPECT_EQ (names ({ .author = "Žofie" }), Names { "Low Tide" });
    EXPECT_EQ (names ({ .tags = { "warm" } }), (Names { "Low Tide", "Glass" }));
    EXPECT_EQ (names ({ .tags = { "sub", "warm" } }), Names { "Low Tide" });
    EXPECT_EQ (names ({ .onlyFavourites = true }), Names { "Low Tide" });
    EXPECT_TRUE (names ({ .words = "glass", .category = "Bass" }).empty());
}

TEST_F (PresetIndexTest, tellsWhatThereIsToChooseFrom)
{
    EXPECT_EQ (index.categories().at ("Pad"), 2);
    EXPECT_EQ (index.authors().at ("Žofie"), 1);
    EXPECT_EQ (index.tags().at ("warm"), 2);
    EXPECT_FALSE (index.tags().contains (""));
}

TEST_F (PresetIndexTest, aFileHasItsPlace)
{
    EXPECT_EQ (index.items()[index.placeOf ("/Pad/Glass.json")].name, "Glass");
    EXPECT_EQ (index.placeOf ("/nowhere"), index.items().size());
}

} // namespace athanor
