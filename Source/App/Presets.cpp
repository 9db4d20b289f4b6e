// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets.h"

namespace athanor
{

namespace fs = std::filesystem;

fs::path presetsFolder()
{
    std::error_code error;
    auto at = fs::read_symlink ("/proc/self/exe", error).parent_path();

    for (int up = 0; up < 3 && ! at.empty(); ++up, at = at.parent_path())
        for (const auto* place : { "Presets", "share/athanor/Presets" })
            if (fs::is_directory (at / place, error))
                return at / place;

    return {};
}

} // namespace athanor
