// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/MacroTemplates.h"

#include "App/Library.h"
#include "Formats/Json.h"
#include "Store/AtomicFile.h"

#include <algorithm>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
constexpr std::size_t mostTemplates = 1'000;
constexpr std::uint64_t largestFile = 1 << 20;

Failure refused (const fs::path& file, const std::string& detail)
{
    return { "The template \"" + file.stem().string() + "\" cannot be used: it is damaged or was made by hand with a mistake.", detail };
}

Result<MacroTemplate> loadOne (const fs::path& file)
{
    const auto text = readFile (file, largestFile);

    if (! text)
        return refused (file, text.failure().message);

    const auto value = parseJson (*text);

    if (! value)
        return refused (file, value.failure().message);

    auto reading = readTemplate (*value);

    if (! reading.faults.empty())
        return refused (file, reading.faults.front().path + ": " + reading.faults.front().sentence);

    if (reading.made.id != file.stem().string())
        return refused (file, "id: It should be as the file is called.");

    return std::move (reading.made);
}
} // namespace

fs::path macroTemplatesFolder()
{
    const auto folder = templatesFolder();
    return folder.empty() ? fs::path() : folder / "macros";
}

Result<std::vector<MacroTemplate>> loadMacroTemplates (const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;

    for (const auto& entry : fs::directory_iterator (folder, error))
        if (entry.path().extension() == ".json" && files.size() < mostTemplates)
            files.push_back (entry.path());

    if (files.empty())
        return Failure { "The templates of sounds are missing: install Athanor again.", folder.string() };

    std::ranges::sort (files);
    std::vector<MacroTemplate> templates;

    for (const auto& file : files)
    {
        auto loaded = loadOne (file);

        if (! loaded)
            return loaded.failure();

        templates.push_back (std::move (*loaded));
    }

    return templates;
}

} // namespace athanor
