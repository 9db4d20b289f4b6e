// SPDX-License-Identifier: GPL-3.0-or-later
// What `athanor patch` leaves in its folder, and what it does not.
#include "App/CommandLineTools.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Patch/PatchFile.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

std::map<std::string, std::string> filesIn (const fs::path& folder)
{
    std::map<std::string, std::string> files;
    std::error_code none;

    for (fs::directory_iterator at (folder, none), end; ! none && at != end; at.increment (none))
        files[at->path().filename().string()] = readWhole (at->path());

    return files;
}

struct CommandLineToolsPatch : testing::Test
{
    Result<tools::Outcome> make (const char* out, const std::string& sleeve = {}, bool withBundle = true)
    {
        tools::PatchArguments arguments { .prompt = "short glass pluck", .out = (folder.path / out).string(), .seed = 3 };
        arguments.isQuick = true;
        arguments.sleeve = sleeve;
        arguments.withBundle = withBundle;
        return tools::makePatches (arguments, {}, {});
    }

    TemporaryFolder folder;
};
} // namespace

TEST_F (CommandLineToolsPatch, writesTheSamePatchPresetAndBundleForTheSameRequest)
{
    std::vector<std::map<std::string, std::string>> all;

    for (const auto* out : { "a", "b" })
    {
        const EnvironmentVariable home ("ATHANOR_HOME", (folder.path / (std::string ("home ") + out)).string());
        const auto done = make (out);
        ASSERT_TRUE (done) << done.failure().message;
        all.push_back (filesIn (folder.path / out));
    }

    ASSERT_EQ (all[0].size(), 3u);
    EXPECT_EQ (all[0], all[1]) << "though the libraries are others";

    for (const auto& [name, bytes] : all[0])
        if (name.ends_with (".zip"))
            EXPECT_EQ (readBundle (bytes)->patch, readPatch (all[0].at (name.substr (0, name.size() - 4) + ".json"))->patch);
}

TEST_F (CommandLineToolsPatch, leavesNothingWhereTheSleeveCannotBeHad)
{
    const EnvironmentVariable home ("ATHANOR_HOME", (folder.path / "home").string());

    for (const auto* sleeve : { "zebra", "prism" })
    {
        const auto done = make ("c", sleeve);
        ASSERT_FALSE (done);
        EXPECT_TRUE (done.failure().message.ends_with ('.')) << done.failure().message;
        EXPECT_FALSE (fs::exists (folder.path / "c"));
    }
}

TEST_F (CommandLineToolsPatch, makesNoBundleWhereNoneIsWanted)
{
    const EnvironmentVariable home ("ATHANOR_HOME", (folder.path / "home").string());
    ASSERT_TRUE (make ("d", {}, false));
    EXPECT_EQ (filesIn (folder.path / "d").size(), 2u);
}

} // namespace athanor
