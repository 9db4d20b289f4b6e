// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Paths.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace athanor::paths
{

namespace
{
namespace fs = std::filesystem;

/** The folder named in the environment; empty when there is none or, as the XDG standard wants, when it is relative. */
fs::path fromEnvironment (const char* variable)
{
    const auto* text = std::getenv (variable);
    const fs::path path = text != nullptr ? text : "";
    return path.is_absolute() ? path : fs::path();
}

fs::path home()
{
    if (auto path = fromEnvironment ("HOME"); ! path.empty())
        return path;

    const auto* user = ::getpwuid (::getuid());
    return user != nullptr && user->pw_dir != nullptr ? fs::path (user->pw_dir) : fs::temp_directory_path();
}

/** Whoever writes there says what went wrong, if it could not be made. */
fs::path made (fs::path folder)
{
    std::error_code ignored;
    fs::create_directories (folder, ignored);
    return folder;
}

fs::path folder (const char* name, const char* variable, const char* inHome)
{
    if (const auto* all = std::getenv ("ATHANOR_HOME"); all != nullptr && *all != 0)
        return made (fs::path (all) / name);

    const auto standard = fromEnvironment (variable);
    return made ((standard.empty() ? home() / inHome : standard) / "athanor");
}
} // namespace

fs::path data() { return folder ("data", "XDG_DATA_HOME", ".local/share"); }

fs::path config() { return folder ("config", "XDG_CONFIG_HOME", ".config"); }

fs::path cache() { return folder ("cache", "XDG_CACHE_HOME", ".cache"); }

fs::path shipped (const char* name)
{
    std::error_code error;
    auto at = fs::read_symlink ("/proc/self/exe", error).parent_path();

    for (int up = 0; up < 3 && ! at.empty(); ++up, at = at.parent_path())
        for (const auto& place : { at / name, at / "share/athanor" / name })
            if (fs::is_directory (place, error))
                return place;

    return {};
}

fs::path unsaved() { return made (data() / "Unsaved"); }

} // namespace athanor::paths
