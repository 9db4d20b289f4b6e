// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Library.h"

#include "Core/Text.h"
#include "Modules/Registry.h"
#include "Store/Paths.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
constexpr std::size_t mostItems = 5'000;
constexpr int deepest = 3;
constexpr std::array sounds { ".wav", ".aif", ".aiff", ".flac", ".ogg", ".mp3" };

std::string endingOf (const fs::path& path) { return inLowerCase (path.extension().string()); }

template <std::size_t count>
bool isOneOf (const std::string& ending, const std::array<const char*, count>& list)
{
    return std::ranges::find (list, ending) != list.end();
}

constexpr std::array songs { ".athanor", ".athanorz", ".xm", ".it", ".s3m", ".mod", ".mid", ".midi" };

void look (const fs::path& folder, int depth, std::vector<LibraryItem>& items)
{
    std::error_code error;

    for (const auto& entry : fs::directory_iterator (folder, fs::directory_options::skip_permission_denied, error))
    {
        const auto ending = endingOf (entry.path());
        const auto name = entry.path().stem().string();

        if (items.size() >= mostItems || name.starts_with ("."))
            continue;

        if (isOneOf (ending, songs))
            items.push_back ({ LibraryItem::Kind::song, name, ending.substr (1), entry.path(), {} });
        else if (isOneOf (ending, sounds))
            items.push_back ({ LibraryItem::Kind::sound, name, ending.substr (1), entry.path(), {} });
        else if (depth < deepest && entry.is_directory (error))
            look (entry.path(), depth + 1, items);
    }
}
} // namespace

std::vector<LibraryItem> itemsIn (const fs::path& folder)
{
    std::vector<LibraryItem> items;
    look (folder, 1, items);
    std::ranges::sort (items, {}, &LibraryItem::name);
    return items;
}

bool isSoundFile (const fs::path& path) { return isOneOf (endingOf (path), sounds); }

std::vector<LibraryItem> moduleItems()
{
    std::vector<LibraryItem> items;

    for (const auto& type : moduleTypes())
        items.push_back ({ LibraryItem::Kind::module, std::string (type.about->name), std::string (type.about->group), {}, std::string (type.about->id) });

    return items;
}

fs::path templatesFolder() { return paths::shipped ("Templates"); }

fs::path userTemplatesFolder() { return paths::data() / "Templates"; }

bool isSong (const fs::path& path) { return isOneOf (endingOf (path), songs); }

bool isTemplate (const fs::path& path)
{
    std::error_code error;
    const auto place = fs::weakly_canonical (path, error).parent_path();

    for (const auto& folder : { templatesFolder(), userTemplatesFolder() })
        if (! folder.empty() && place == fs::weakly_canonical (folder, error))
            return true;

    return false;
}

} // namespace athanor
