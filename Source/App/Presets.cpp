// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets.h"

#include "Store/Paths.h"

#include <algorithm>
#include <cctype>

namespace athanor
{

namespace fs = std::filesystem;

namespace
{
/** As a person compares names: files are often called "Warm_Halogen" for "Warm Halogen". */
std::string comparable (std::string name)
{
    std::ranges::transform (name, name.begin(), [] (unsigned char c) { return c == '_' || c == '-' ? ' ' : static_cast<char> (std::tolower (c)); });
    return name;
}
} // namespace

fs::path presetsFolder() { return paths::shipped ("Presets"); }

std::vector<fs::path> presetsIn (const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;

    for (fs::recursive_directory_iterator entry (folder, error), end; ! error && entry != end; entry.increment (error))
        if (const auto ending = entry->path().extension(); entry->is_regular_file (error) && (ending == ".vital" || ending == ".json"))
            files.push_back (entry->path());

    std::ranges::sort (files);
    return files;
}

fs::path presetBeside (const std::vector<fs::path>& all, const std::string& name, int places)
{
    if (all.empty())
        return {};

    const auto count = static_cast<int> (all.size());
    const auto found = std::ranges::find_if (all, [wanted = comparable (name)] (const fs::path& file) { return comparable (file.stem().string()) == wanted; });
    const auto from = found != all.end() ? static_cast<int> (found - all.begin()) : places > 0 ? -1
                                                                                               : count;
    return all[static_cast<std::size_t> (((from + places) % count + count) % count)];
}

} // namespace athanor
