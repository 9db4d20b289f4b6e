// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Paths.h"

#include "Support/Files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <string>

namespace athanor
{

namespace
{
/** Sets a variable of the environment, or unsets it, while it lives. */
class Environment
{
public:
    Environment (const char* n, const char* value) : name (n)
    {
        if (const auto* old = std::getenv (name))
            before = old;

        set (value);
    }

    ~Environment() { set (before ? before->c_str() : nullptr); }

private:
    void set (const char* value) const
    {
        if (value != nullptr)
            ::setenv (name, value, 1);
        else
            ::unsetenv (name);
    }

    const char* name;
    std::optional<std::string> before;
};
} // namespace

TEST (Paths, lieInOneFolderWhenTheEnvironmentSaysSo)
{
    const TemporaryFolder folder;
    const Environment home ("ATHANOR_HOME", folder.path.c_str());
    EXPECT_EQ (paths::data(), folder.path / "data");
    EXPECT_EQ (paths::library(), folder.path / "data" / "library.sqlite");
    EXPECT_TRUE (std::filesystem::is_directory (paths::unsaved()));
    EXPECT_TRUE (std::filesystem::is_directory (paths::cache()));
}

TEST (Paths, followTheStandardOfTheDesktop)
{
    const TemporaryFolder folder;
    const Environment none ("ATHANOR_HOME", nullptr), home ("HOME", folder.path.c_str());
    const Environment data ("XDG_DATA_HOME", (folder.path / "elsewhere").c_str()), config ("XDG_CONFIG_HOME", nullptr), cache ("XDG_CACHE_HOME", "relative");
    EXPECT_EQ (paths::data(), folder.path / "elsewhere" / "athanor");
    EXPECT_EQ (paths::config(), folder.path / ".config" / "athanor");
    EXPECT_EQ (paths::cache(), folder.path / ".cache" / "athanor") << "a relative path does not count";
}

TEST (Paths, findWhatComesWithTheProgramAboveIt)
{
    EXPECT_TRUE (std::filesystem::is_directory (paths::shipped ("Presets")));
    EXPECT_TRUE (paths::shipped ("There is no such folder").empty());
}

} // namespace athanor
