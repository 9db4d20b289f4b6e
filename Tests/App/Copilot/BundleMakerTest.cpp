// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/BundleMaker.h"

#include "Formats/Bundle/Bundle.h"
#include "Formats/Json.h"
#include "Formats/Vital/VitalFile.h"
#include "Media/AudioFile.h"
#include "Store/AtomicFile.h"
#include "Store/WorkTable.h"
#include "Support/Files.h"
#include "Support/Process.h"
#include "Support/TinyDisk.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

BundleOrder someOrder()
{
    BundleOrder order;
    auto& made = order.made;
    made.patch.name = "Copper Drop";
    made.patch.comments = "A short one.";
    made.patch.macros[0].name = "Bright";
    made.patch.values[Control::osc_1_random_phase] = 0;
    made.patch.values[Control::env_1_sustain] = 0;
    made.category = SoundCategory::pluck;
    made.origin.prompts = { "copper pluck" };
    made.origin.templateId = "pluck-plain";
    made.origin.seed = 18'446'744'073'709'551'615ull;
    made.origin.deltas = { { "env_1_sustain", 1.0, 0.0, "A pluck does not last.", "pluck" } };
    return order;
}

BundlePlace placeIn (const fs::path& folder) { return { folder / "library.sqlite", folder / "Artifacts" }; }

struct BundleMaker : testing::Test
{
    MadeBundle make (const BundleOrder& order)
    {
        const auto made = makeBundle (order, place);
        EXPECT_TRUE (made) << made.failure().message << made.failure().detail;
        return made ? *made : MadeBundle {};
    }

    TemporaryFolder folder;
    const BundlePlace place = placeIn (folder.path);
};

std::size_t filesIn (const fs::path& folder)
{
    std::error_code none;
    std::size_t count = 0;

    for (fs::recursive_directory_iterator at (folder, none), end; ! none && at != end; at.increment (none))
        count += at->is_regular_file() && ! at->path().filename().string().starts_with ("library.sqlite") && at->path().filename() != "junk" ? 1 : 0;

    return count;
}

void expectTrouble (const fs::path& disk)
{
    const auto made = makeBundle (someOrder(), placeIn (disk));
    ASSERT_FALSE (made);
    EXPECT_TRUE (made.failure().message.ends_with ('.')) << made.failure().message;
    EXPECT_EQ (made.failure().message.find ('\n'), std::string::npos);
    EXPECT_EQ (filesIn (disk), 0u) << "nothing half written stays";
}

void onFullDisk (const fs::path& disk)
{
    ASSERT_TRUE (WorkTable::open (*Library::open (disk / "library.sqlite")));
    fillUp (disk);
    expectTrouble (disk);
}

void onProtectedDisk (const fs::path& disk)
{
    ASSERT_TRUE (writeProtect (disk));
    expectTrouble (disk);
}
} // namespace

TEST_F (BundleMaker, makesAllOfIt)
{
    std::vector<double> told;
    const auto order = someOrder();
    const auto made = makeBundle (order, place, [&] (double share) { told.push_back (share); });
    ASSERT_TRUE (made) << made.failure().detail;
    EXPECT_EQ (made->fileName, "Copper Drop.zip");
    EXPECT_FALSE (made->isFromLibrary);
    ASSERT_FALSE (told.empty());
    EXPECT_TRUE (std::is_sorted (told.begin(), told.end()));
    EXPECT_EQ (told.back(), 1);

    const auto bundle = readBundle (made->bytes);
    ASSERT_TRUE (bundle) << bundle.failure().detail;
    EXPECT_EQ (bundle->files.at ("Copper Drop.vital"), *writeVital (bundle->patch));
    EXPECT_EQ (bundle->patch.values, order.made.patch.values);
    EXPECT_TRUE (bundle->files.at ("cover.png").starts_with ("\x89PNG"));
    EXPECT_NE (bundle->files.at ("why.txt").find ("A pluck does not last."), std::string::npos);

    for (const auto* name : { "preview.flac", "preview.ogg" })
    {
        const auto sound = audioInfo (bundle->files.at (name));
        ASSERT_TRUE (sound) << name;
        EXPECT_EQ (sound->channels, 2);
        EXPECT_GT (sound->frames, 44'100);
    }

    const auto again = madePatchIn (made->bytes);
    ASSERT_TRUE (again);
    EXPECT_EQ (again->origin, order.made.origin);
    EXPECT_EQ (again->category, SoundCategory::pluck);
    EXPECT_TRUE (again->remarks.empty());
}

TEST_F (BundleMaker, givesTheSameBytesAgainAtOnceAndElsewhere)
{
    const auto first = make (someOrder()), second = make (someOrder());
    EXPECT_TRUE (second.isFromLibrary);
    EXPECT_EQ (second.bytes, first.bytes);
    EXPECT_EQ (second.fileName, first.fileName);

    const TemporaryFolder elsewhere;
    const auto third = makeBundle (someOrder(), placeIn (elsewhere.path));
    ASSERT_TRUE (third);
    EXPECT_FALSE (third->isFromLibrary);
    EXPECT_EQ (third->bytes, first.bytes) << "made anew, with another clock";
}

TEST_F (BundleMaker, givesTheSameBytesInAnotherProcess)
{
    // The child is this test again.
    if (const auto* out = std::getenv ("ATHANOR_TEST_BUNDLE"))
    {
        ASSERT_TRUE (writeFile (out, make (someOrder()).bytes));
        return;
    }

    const auto out = (folder.path / "child.zip").string();
    Process child ({ "/proc/self/exe", "--gtest_filter=BundleMaker.givesTheSameBytesInAnotherProcess" }, { { "ATHANOR_TEST_BUNDLE", out }, { "TZ", "Asia/Tokyo" }, { "LC_ALL", "C" } });
    ASSERT_EQ (child.wait (std::chrono::seconds (120)), 0) << child.output();
    EXPECT_EQ (readWhole (out), make (someOrder()).bytes);
}

TEST_F (BundleMaker, maySeveralTimesBeAskedAtOnce)
{
    std::vector<std::string> bytes (3);

    {
        std::vector<std::jthread> threads;

        for (auto& one : bytes)
            threads.emplace_back ([&] { one = make (someOrder()).bytes; });
    }

    EXPECT_FALSE (bytes[0].empty());
    EXPECT_EQ (bytes[1], bytes[0]);
    EXPECT_EQ (bytes[2], bytes[0]);
    EXPECT_EQ (WorkTable::open (*Library::open (place.library))->count(), 1);
}

TEST_F (BundleMaker, knowsRequestsApart)
{
    const auto key = bundleKey (someOrder());
    EXPECT_EQ (bundleKey (someOrder()), key);
    auto other = someOrder();
    other.profile = "Somebody";
    EXPECT_NE (bundleKey (other), key);
    other = someOrder();
    other.tags = { "live" };
    EXPECT_NE (bundleKey (other), key);
    other = someOrder();
    other.made.origin.seed = 1;
    EXPECT_NE (bundleKey (other), key);
    other = someOrder();
    other.made.origin.prompts.push_back ("darker");
    EXPECT_NE (bundleKey (other), key);
    other = someOrder();
    other.made.origin.templateId = "other";
    EXPECT_NE (bundleKey (other), key);
    other = someOrder();
    other.made.origin.generator += 1;
    EXPECT_NE (bundleKey (other), key);
}

TEST_F (BundleMaker, doesNotTakeAnOldBundleForAPatchThatWasChangedByHand)
{
    const auto before = make (someOrder());
    auto order = someOrder();
    order.made.patch.values[Control::filter_1_cutoff] = 90;
    const auto after = make (order);
    EXPECT_EQ (after.key, before.key);
    EXPECT_FALSE (after.isFromLibrary);
    EXPECT_EQ (readBundle (after.bytes)->patch.values, order.made.patch.values);
}

TEST_F (BundleMaker, givesAnotherSleeveToTheSameSound)
{
    const auto before = make (someOrder());
    const auto after = anotherSleeve (someOrder(), place);
    ASSERT_TRUE (after) << after.failure().message;
    EXPECT_EQ (after->version, 1);
    const auto old = readBundle (before.bytes)->files, now = readBundle (after->bytes)->files;

    for (const auto& [name, bytes] : old)
        EXPECT_EQ (now.at (name) == bytes, ! name.starts_with ("cover")) << name;

    EXPECT_EQ (make (someOrder()).bytes, after->bytes) << "asking again gives what was chosen last";
    EXPECT_EQ (WorkTable::open (*Library::open (place.library))->count(), 1) << "still one work";
    EXPECT_EQ (anotherSleeve (someOrder(), place)->version, 2);

    const auto closed = anotherSleeve (someOrder(), place, CoverSeries::prism);
    ASSERT_FALSE (closed);
    EXPECT_NE (closed.failure().message.find ("50 works"), std::string::npos) << closed.failure().message;
    ASSERT_TRUE (anotherSleeve (someOrder(), place, CoverSeries::petals));
}

TEST_F (BundleMaker, aChosenSleeveStaysWhenPartsOfTheSoundAreLeftOut)
{
    auto without = someOrder();
    without.made.patch.values[Control::env_1_sustain] = 1;
    const auto sleeveOf = [] (const MadeBundle& made) { return readBundle (made.bytes)->files.at ("cover.svg"); };
    const auto first = sleeveOf (make (someOrder()));
    const auto chosen = anotherSleeve (someOrder(), place);
    ASSERT_TRUE (chosen);
    EXPECT_NE (sleeveOf (*chosen), first);

    const auto other = make (without);
    EXPECT_EQ (sleeveOf (other), sleeveOf (*chosen));
    EXPECT_EQ (other.version, 1);
    EXPECT_EQ (readBundle (other.bytes)->cover, readBundle (chosen->bytes)->cover);
    EXPECT_EQ (make (someOrder()).bytes, chosen->bytes) << "and when they are back";
    EXPECT_EQ (make (without).bytes, other.bytes);
    EXPECT_NE (sleeveOf (*anotherSleeve (without, place)), sleeveOf (*chosen));
}

TEST_F (BundleMaker, makesAnewWhatTheLibraryHasLostOrSpoiled)
{
    const auto first = make (someOrder());
    const auto file = place.artifacts / first.artifact;
    ASSERT_TRUE (writeFile (file, "spoiled"));
    auto again = make (someOrder());
    EXPECT_FALSE (again.isFromLibrary);
    EXPECT_EQ (again.bytes, first.bytes);
    fs::remove (file);
    again = make (someOrder());
    EXPECT_FALSE (again.isFromLibrary);
    EXPECT_EQ (again.bytes, first.bytes);
    EXPECT_TRUE (make (someOrder()).isFromLibrary);
}

TEST_F (BundleMaker, paintsAChosenSleeveAgainThatWasLost)
{
    ASSERT_TRUE (anotherSleeve (someOrder(), place));
    const auto chosen = anotherSleeve (someOrder(), place);
    ASSERT_TRUE (chosen);
    fs::remove (place.artifacts / chosen->artifact);
    const auto again = make (someOrder());
    EXPECT_FALSE (again.isFromLibrary);
    EXPECT_EQ (again.bytes, chosen->bytes);
    EXPECT_TRUE (make (someOrder()).isFromLibrary);
}

TEST_F (BundleMaker, canBeStopped)
{
    std::stop_source stop;
    const auto made = makeBundle (
        someOrder(), place, [&] (double share) { share > 0.3 ? static_cast<void> (stop.request_stop()) : void(); }, stop.get_token());
    ASSERT_FALSE (made);
    EXPECT_NE (made.failure().message.find ("stopped"), std::string::npos);
    EXPECT_EQ (filesIn (folder.path), 0u);
    EXPECT_EQ (WorkTable::open (*Library::open (place.library))->count(), 0);
}

TEST_F (BundleMaker, refusesWhatIsNoBundle)
{
    EXPECT_FALSE (madePatchIn (""));
    EXPECT_FALSE (madePatchIn ("PK\3\4"));
    EXPECT_FALSE (madePatchIn (make (someOrder()).bytes.substr (0, 5'000)));
}

TEST (BundleMakerTrouble, saysThatTheDiskIsFullAndLeavesNothing) { onTinyDisk (1, onFullDisk); }

TEST (BundleMakerTrouble, saysThatTheFolderCannotBeWrittenAndLeavesNothing) { onTinyDisk (1, onProtectedDisk); }

} // namespace athanor
