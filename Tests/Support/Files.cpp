// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

fs::path makeFolder()
{
    auto name = (fs::temp_directory_path() / "athanor-test-XXXXXX").string();
    return mkdtemp (name.data()) ? fs::path (name) : throw std::runtime_error ("cannot make " + name);
}
} // namespace

fs::path repositoryRoot()
{
    for (auto folder = fs::current_path();; folder = folder.parent_path())
    {
        if (fs::exists (folder / "Source" / "Layers.txt"))
            return folder;

        if (folder == folder.parent_path())
            throw std::runtime_error ("tests are run inside the repository");
    }
}

std::optional<fs::path> sharedFolder()
{
    const auto* name = std::getenv ("ATHANOR_SHARED");
    return name && fs::is_directory (name) ? std::optional<fs::path> (name) : std::nullopt;
}

std::string readWhole (const fs::path& file)
{
    std::ifstream input (file, std::ios::binary);

    if (! input)
        ADD_FAILURE() << "cannot read " << file;

    return { std::istreambuf_iterator<char> (input), {} };
}

TemporaryFolder::TemporaryFolder() : path (makeFolder()) {}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored; // A test that locked its own folder has already failed for a better reason.
    fs::remove_all (path, ignored);
}

} // namespace athanor
