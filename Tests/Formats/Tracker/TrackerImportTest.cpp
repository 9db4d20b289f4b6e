// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Tracker/TrackerImport.h"

#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace athanor
{

namespace
{
std::vector<std::filesystem::path> modulesIn (const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;

    for (const auto& entry : std::filesystem::recursive_directory_iterator (folder))
        if (const auto type = entry.path().extension(); type == ".xm" || type == ".it" || type == ".s3m" || type == ".mod")
            files.push_back (entry.path());

    std::sort (files.begin(), files.end());
    return files;
}
} // namespace

TEST (TrackerImport, opensEveryModuleOfTheCorpusOrSaysWhyNot)
{
    const auto shared = sharedFolder();

    if (! shared)
        GTEST_SKIP() << "ATHANOR_SHARED names no folder of reference material";

    for (const auto& file : modulesIn (*shared / "corpus" / "modules"))
    {
        const auto bytes = readWhole (file);
        const auto imported = importModule (bytes);

        if (imported)
            EXPECT_FALSE (imported->project.sequence.empty()) << file;
        else
            EXPECT_TRUE (imported.failure().message.ends_with ('.')) << file;
    }
}

} // namespace athanor
