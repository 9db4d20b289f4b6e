// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/BundleDesk.h"

#include "App/Copilot/MacroTemplates.h"
#include "App/Jobs/JobDesk.h"
#include "App/Presets/PresetTimbre.h"
#include "Formats/Bundle/Bundle.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct BundleDeskTest : testing::Test
{
    BundleDeskTest()
    {
        const auto templates = loadMacroTemplates (repositoryRoot() / "Templates/macros");
        EXPECT_TRUE (templates);
        made.patch = patchOf (templates->front());
        made.category = templates->front().category;
        made.timbre = timbreOfPatch (made.patch);
        made.origin.prompts = { "a bass for a test" };
        heard = desk.onNews.add ([this] (const BundleNews& one) { news.push_back (one); });
    }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", folder.path.string() };
    MadePatch made;
    std::vector<BundleNews> news;
    BundleDesk desk;
    Subscription heard;
};
} // namespace

TEST_F (BundleDeskTest, aBundleIsMadeBesideAllElseAndWrittenWhereItWasWanted)
{
    EXPECT_TRUE (desk.fileOf (made).empty());
    desk.make (made, folder.path / "wanted.zip");
    desk.settle();
    ASSERT_EQ (news.size(), 1u);
    EXPECT_TRUE (news[0].isDone) << news[0].sentence;
    EXPECT_TRUE (news[0].sentence.ends_with (".")) << news[0].sentence;
    EXPECT_FALSE (desk.isBusy());

    const auto bytes = readWhole (folder.path / "wanted.zip");
    EXPECT_TRUE (isBundle (bytes));
    EXPECT_TRUE (readWhole (desk.fileOf (made)) == bytes);
    EXPECT_EQ (desk.fileOf (made).stem().string(), made.patch.name) << "as a person would call it";
}

TEST_F (BundleDeskTest, aSleeveIsThereAtOnceAndAnotherOneLeavesTheSoundAsItIs)
{
    const auto first = desk.sleeveOf (made);
    EXPECT_TRUE (first.starts_with ("\x89PNG"));
    desk.make (made);
    desk.settle();
    const auto before = readBundle (readWhole (desk.fileOf (made)));
    desk.changeSleeve (made);
    desk.settle();
    const auto after = readBundle (readWhole (desk.fileOf (made)));
    ASSERT_TRUE (before && after);
    EXPECT_TRUE (before->patch == after->patch);
    EXPECT_TRUE (before->files.at ("preview.flac") == after->files.at ("preview.flac"));
    EXPECT_FALSE (before->files.at ("cover.png") == after->files.at ("cover.png"));
    EXPECT_TRUE (desk.sleeveOf (made) == after->files.at ("cover.png"));
}

TEST_F (BundleDeskTest, whatCannotBeWrittenIsSaid)
{
    desk.make (made, folder.path / "missing" / "wanted.zip");
    desk.settle();
    ASSERT_EQ (news.size(), 1u);
    EXPECT_FALSE (news[0].isDone);
    EXPECT_TRUE (news[0].sentence.ends_with ("."));
    EXPECT_TRUE (desk.fileOf (made).empty());
}

TEST_F (BundleDeskTest, whatIsOrderedManyTimesIsMadeOnce)
{
    for (int i = 0; i < 20; ++i)
        desk.makeReady (made);

    desk.settle();
    ASSERT_FALSE (news.empty());
    EXPECT_LE (news.size(), 3u) << "but for the first of them, and who came when that was done";
    EXPECT_TRUE (news[0].isQuiet);
    EXPECT_FALSE (desk.isBusy());
    EXPECT_FALSE (desk.fileOf (made).empty());
}

TEST_F (BundleDeskTest, aPatchWithoutSomeOfItsPartsHasABundleOfItsOwn)
{
    desk.make (made);
    desk.settle();
    auto other = made;
    other.patch.values[Control::env_1_sustain] = 0.25f;
    EXPECT_TRUE (desk.fileOf (other).empty());
    desk.make (other);
    desk.settle();
    EXPECT_NE (desk.fileOf (other), desk.fileOf (made));
    EXPECT_NE (readWhole (desk.fileOf (other)), readWhole (desk.fileOf (made)));
}

TEST_F (BundleDeskTest, aChosenSleeveGoesWithAllFormsOfASound)
{
    auto without = made;
    without.patch.values[Control::env_1_sustain] = 0.25f;
    const auto sleeveIn = [&] (const MadePatch& form) {
        desk.makeReady (form);
        desk.settle();
        const auto bundle = readBundle (readWhole (desk.fileOf (form)));
        EXPECT_TRUE (bundle);
        return bundle ? bundle->files.at ("cover.png") : std::string();
    };
    const auto change = [&] (const MadePatch& form) {
        desk.changeSleeve (form);
        desk.settle();
        return desk.sleeveOf (form);
    };

    const auto first = sleeveIn (without), second = change (made);
    EXPECT_NE (second, first);
    EXPECT_TRUE (desk.fileOf (without).empty()) << "nobody drags out what wears the old one";
    EXPECT_EQ (sleeveIn (without), second);
    const auto third = change (without);
    EXPECT_NE (third, second);
    EXPECT_EQ (sleeveIn (made), third);
    EXPECT_NE (change (made), third);
}

TEST_F (BundleDeskTest, worksForTheDeskOfTheWindowAsLongAsThatIsThere)
{
    {
        JobDesk window;
        desk.workFor (&window);
        desk.make (made, folder.path / "wanted.zip");
        desk.settle();
        ASSERT_EQ (window.jobs().size(), 1u);
        EXPECT_EQ (window.jobs()[0].request.title, "Bundle \xe2\x80\x9c" + made.patch.name + "\xe2\x80\x9d");
        desk.workFor (nullptr);
    }

    desk.make (made, folder.path / "again.zip");
    desk.settle();
    EXPECT_TRUE (readWhole (folder.path / "again.zip") == readWhole (folder.path / "wanted.zip"));
}

} // namespace athanor
