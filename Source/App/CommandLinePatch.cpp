// SPDX-License-Identifier: GPL-3.0-or-later
// Patches from words in the shell.
#include "App/CommandLineTools.h"
#include "App/Copilot/BundleMaker.h"
#include "App/Copilot/PatchEar.h"
#include "App/Copilot/PromptPlanner.h"
#include "App/Copilot/ShelfFile.h"
#include "App/PatchFiles.h"
#include "App/Preferences.h"
#include "Compose/Sound/PatchMaker.h"
#include "Compose/Sound/Variations.h"
#include "Core/Text.h"
#include "Formats/Bundle/FileName.h"
#include "Formats/Json.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"

namespace athanor::tools
{

namespace
{
namespace fs = std::filesystem;

std::vector<std::string> listIn (const std::string& text)
{
    std::vector<std::string> items;

    for (std::size_t at = 0; at <= text.size();)
    {
        const auto end = std::min (text.find (',', at), text.size());

        if (auto item = trimmed (std::string_view (text).substr (at, end - at)); ! item.empty())
            items.push_back (std::move (item));

        at = end + 1;
    }

    return items;
}

std::string saying (const MadePatch& made)
{
    auto text = made.patch.name + " (" + std::string (nameOf (made.category)) + "), made from " + made.origin.base + "\n";

    for (const auto& delta : made.origin.deltas)
        text += "  " + delta.address + ": " + delta.why + (delta.cause.empty() ? "" : " [" + delta.cause + "]") + "\n";

    for (const auto& remark : made.remarks)
        text += "  " + remark + "\n";

    return text;
}

Result<std::vector<fs::path>> save (MadePatch& made, const fs::path& folder)
{
    made.patch.origin = formatJson (toValue (made.origin), JsonLayout::oneLine);
    std::vector<fs::path> files;

    for (const auto* ending : { ".json", ".vital" })
    {
        files.push_back (folder / (safeFileName (made.patch.name) + ending));

        if (const auto saved = savePatchAs (made.patch, files.back()); ! saved)
            return saved.failure();
    }

    return files;
}

std::string seriesNames()
{
    std::string names;

    for (const auto name : choiceNames<CoverSeries>)
        (names += names.empty() ? "" : ", ") += name;

    return names;
}

/** As the window signs them. */
std::string profileOfUser()
{
    Preferences preferences;
    static_cast<void> (preferences.open (paths::library())); // Without it nobody has signed.
    return preferences.text (profileSetting, "");
}

/** Of each patch, in their order; none where none are wanted. */
Result<std::vector<MadeBundle>> bundlesOf (const std::vector<MadePatch>& all, const PatchArguments& wanted, const std::stop_token& stop)
{
    std::vector<MadeBundle> bundles;
    const auto profile = wanted.profile.empty() && wanted.withBundle ? profileOfUser() : profileNamed (wanted.profile);
    const auto series = choiceNamed<CoverSeries> (wanted.sleeve);

    if (! wanted.sleeve.empty() && wanted.sleeve != "next" && ! series)
        return Failure { "There is no series of sleeves called \"" + wanted.sleeve + "\"; say next, or one of " + seriesNames() + ".", "" };

    for (const auto& made : wanted.withBundle ? all : std::vector<MadePatch>())
    {
        const BundleOrder order { made, profile, listIn (wanted.tags) };
        const auto bundle = wanted.sleeve.empty() ? makeBundle (order, BundlePlace::ofUser(), {}, stop) : anotherSleeve (order, BundlePlace::ofUser(), series, {}, stop);

        if (! bundle)
            return bundle.failure();

        bundles.push_back (*bundle);
    }

    return bundles;
}

/** Writes all files, and tells about them. */
Result<Outcome> writeAll (std::vector<MadePatch>& all, const std::vector<MadeBundle>& bundles, const PatchArguments& wanted)
{
    std::error_code error;
    fs::create_directories (wanted.out, error);

    if (error)
        return Failure { "The folder \"" + wanted.out + "\" cannot be made.", error.message() };

    Outcome outcome;
    Value::List told;

    for (auto& one : all)
    {
        const auto files = save (one, wanted.out);

        if (! files)
            return files.failure();

        const auto place = static_cast<std::size_t> (&one - all.data());
        const auto zip = place < bundles.size() ? fs::path (wanted.out) / bundles[place].fileName : fs::path();

        if (! zip.empty())
            if (const auto written = writeFile (zip, bundles[place].bytes); ! written)
                return written.failure();

        outcome.text += saying (one);
        told.push_back (Value::Parts { { "name", one.patch.name }, { "file", files->front().string() }, { "bundle", zip.string() }, { "category", std::string (nameOf (one.category)) }, { "origin", toValue (one.origin) }, { "remarks", Value::List (one.remarks.begin(), one.remarks.end()) } });
    }

    outcome.data = Value::Parts { { "patches", told } };
    return outcome;
}
} // namespace

Result<Outcome> makePatches (const PatchArguments& wanted, const std::function<void (double)>& progress, std::stop_token stop)
{
    const auto shelf = loadShelf();

    if (! shelf)
        return shelf.failure();

    const auto understood = readForShell() (wanted.prompt, nullptr, stop);
    const PatchRequest request { wanted.prompt, understood.intent, understood.planner, wanted.seed, wanted.begin, listIn (wanted.tags) };
    const auto ear = wanted.isQuick ? hastyEar() : patchEar (stop, progress);
    auto made = makePatch (request, **shelf, ear);

    if (! made)
        return made.failure();

    std::vector<MadePatch> all { *made };
    const auto ideas = variationIdeas (*made, wanted.seed);

    for (std::size_t i = 0; i < ideas.size() && static_cast<int> (i) < wanted.variations; ++i)
    {
        auto varied = changePatch (*made, { ideas[i].name, ideas[i].intent, "offline", wanted.seed, {}, {} }, **shelf, ear);

        if (! varied)
            return varied.failure();

        all.push_back (*varied);
        all.back().origin.variation = static_cast<int> (i) + 1;
        all.back().patch.name += ", " + ideas[i].name;
    }

    // Before the first file is written: what cannot be made shall leave nothing.
    const auto bundles = bundlesOf (all, wanted, stop);

    if (! bundles)
        return bundles.failure();

    auto& told = all.front().remarks;
    told.insert (told.begin(), understood.remarks.begin(), understood.remarks.end());
    return writeAll (all, *bundles, wanted);
}

Result<Outcome> hearPresets (const std::filesystem::path& out)
{
    auto list = hearShelf (ShelfPlaces::shipped());

    if (! list)
        return list.failure();

    if (const auto written = writeFile (out, *list); ! written)
        return written.failure();

    return Outcome { "Written to " + out.string() + ".", Value::Parts { { "file", out.string() } } };
}

} // namespace athanor::tools
