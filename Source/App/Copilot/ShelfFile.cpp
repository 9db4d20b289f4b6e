// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/ShelfFile.h"

#include "App/Copilot/MacroTemplates.h"
#include "App/Copilot/PatchEar.h"
#include "App/PatchFiles.h"
#include "Compose/Sound/MacroDress.h"
#include "Core/Text.h"
#include "Formats/Json.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"

#include <algorithm>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

std::vector<fs::path> presetFiles (const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;

    for (fs::recursive_directory_iterator i (folder, error), end; i != end && ! error; i.increment (error))
        if (i->path().extension() == ".json" && choiceNamed<SoundCategory> (inLowerCase (i->path().parent_path().filename().string())))
            files.push_back (i->path());

    std::ranges::sort (files);
    return files;
}

SoundBase baseOf (std::string id, const PatchSpec& patch, SoundCategory category)
{
    SoundBase base { std::move (id), patch.name, category, patch.tags, {}, {} };
    const auto features = featuresHeard (patch);
    base.features.assign (features.begin(), features.end());
    return base;
}

SoundBase baseOf (const MacroTemplate& form)
{
    auto base = baseOf (form.id, patchOf (form), form.category);
    base.name = form.name;
    base.tags = form.tags;
    return base;
}
} // namespace

ShelfPlaces ShelfPlaces::shipped()
{
    const auto templates = paths::shipped ("Templates");
    return { paths::shipped ("Presets"), macroTemplatesFolder(), templates / "heard.json" };
}

Result<std::shared_ptr<const SoundShelf>> loadShelf (const ShelfPlaces& places)
{
    auto forms = loadMacroTemplates (places.templates);

    if (! forms)
        return forms.failure();

    const auto text = readFile (places.heard);
    const auto list = text ? parseJson (*text) : Result<Value> (text.failure());
    const auto* items = list ? list->as<Value::List>() : nullptr;

    if (items == nullptr)
        return Failure { "The list of how the sounds of the program sound cannot be read.", places.heard.string() };

    std::vector<SoundBase> bases;

    for (const auto& item : *items)
    {
        auto base = baseFrom (item);

        if (! base)
            return base.failure();

        bases.push_back (*base);
    }

    auto load = [presets = places.presets, forms = *forms] (const SoundBase& base) -> Result<PatchSpec> {
        if (base.isTemplate())
        {
            const auto form = std::ranges::find (forms, base.id, &MacroTemplate::id);
            return form != forms.end() ? Result<PatchSpec> (patchOf (*form)) : Result<PatchSpec> (Failure { "The template \"" + base.id + "\" is not there any more.", {} });
        }

        auto loaded = loadPatch (presets / (base.id + ".json"));
        return loaded ? Result<PatchSpec> (loaded->patch) : Result<PatchSpec> (loaded.failure());
    };

    return std::shared_ptr<const SoundShelf> (std::make_shared<SoundShelf> (std::move (bases), *forms, std::move (load)));
}

Result<std::string> hearShelf (const ShelfPlaces& places)
{
    const auto forms = loadMacroTemplates (places.templates);

    if (! forms)
        return forms.failure();

    std::vector<SoundBase> bases;
    std::vector<PatchSpec> patches;

    for (const auto& form : *forms)
    {
        bases.push_back (baseOf (form));
        patches.push_back (patchOf (form));
    }

    for (const auto& file : presetFiles (places.presets))
    {
        auto loaded = loadPatch (file);

        if (! loaded)
            return loaded.failure();

        const auto folder = file.parent_path().filename().string();
        bases.push_back (baseOf (folder + "/" + file.stem().string(), loaded->patch, *choiceNamed<SoundCategory> (inLowerCase (folder))));
        patches.push_back (std::move (loaded->patch));
    }

    const auto heard = patchEar().listen (patches);
    Value::List list;

    for (std::size_t i = 0; i < bases.size(); ++i)
    {
        bases[i].timbre = heard[i];
        list.push_back (toValue (bases[i]));
    }

    return formatJson (list);
}

} // namespace athanor
