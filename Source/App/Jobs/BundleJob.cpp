// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/BundleJob.h"

#include "App/Jobs/JobTools.h"
#include "Core/Hash.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Json.h"
#include "Formats/Patch/PatchFile.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"

#include <algorithm>
#include <functional>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr std::size_t mostCached = 100;

const Failure foreign { "This bundle was ordered by another version of Athanor: export it again.", "" };

Value::List listOf (const std::vector<std::string>& texts) { return { texts.begin(), texts.end() }; }

Value::List numbersIn (const Timbre& timbre)
{
    const auto numbers = numbersOf (timbre);
    return { numbers.begin(), numbers.end() };
}

Timbre timbreIn (const Value& input)
{
    std::vector<double> numbers;
    const auto* part = input.part ("timbre");
    const auto* list = part != nullptr ? part->as<Value::List>() : nullptr;

    for (const auto& one : list != nullptr ? *list : Value::List {})
    {
        const auto* whole = one.as<std::int64_t>();
        const auto* real = one.as<double>();
        numbers.push_back (real != nullptr ? *real : whole != nullptr ? static_cast<double> (*whole)
                                                                      : 0.0);
    }

    return timbreFrom (numbers);
}

/** Bundles are in the library; these copies, with the names that persons would give them, can be had again at any time. */
fs::path cacheOfBundles() { return paths::cache() / "Bundles"; }

/** Deletes all folders in a folder but those that were changed last, and one that is needed now whatever the clock says. */
void keepNewest (const fs::path& folder, std::size_t count, const fs::path& needed)
{
    std::error_code error;
    std::vector<std::pair<fs::file_time_type, fs::path>> found;

    for (fs::directory_iterator at (folder, error), end; ! error && at != end; at.increment (error))
        if (const auto time = at->last_write_time (error); ! error && at->is_directory (error) && at->path() != needed)
            found.emplace_back (time, at->path());

    std::ranges::sort (found, std::greater<>());

    // Another worker may have come back to one of them meanwhile.
    for (auto i = count - 1; i < found.size(); ++i)
        if (fs::last_write_time (found[i].second, error) == found[i].first)
            fs::remove_all (found[i].second, error);
}

/** In a folder of its own, so that it can be called as a person would, whatever else there is. */
Result<fs::path> writtenToCache (const std::string& folderName, const std::string& name, std::string_view bytes)
{
    const auto folder = cacheOfBundles() / folderName;
    std::error_code error;
    fs::create_directories (folder, error);
    const auto written = writeFile (folder / name, bytes);
    return written ? Result<fs::path> (folder / name) : Result<fs::path> (written.failure());
}

/** Writes what was made where it is wanted. */
Result<Value> deliver (const MadeBundle& made, const fs::path& target)
{
    const auto folder = made.artifact.substr (0, 16);
    const auto file = writtenToCache (folder, made.fileName, made.bytes);

    if (! file)
        return file.failure();

    auto sleeve = std::string();

    if (const auto bundle = readBundle (made.bytes); bundle && bundle->files.contains ("cover.png"))
        if (const auto png = writtenToCache (folder, "cover.png", bundle->files.at ("cover.png")))
            sleeve = png->string();

    keepNewest (cacheOfBundles(), mostCached, cacheOfBundles() / folder);

    if (! target.empty())
        if (const auto written = writeFile (target, made.bytes); ! written)
            return written.failure();

    return Value (Value::Parts { { "file", file->string() }, { "files", Value::List { (target.empty() ? *file : target).string() } }, { "sleeve", sleeve }, { "artifact", made.artifact }, { "version", made.version }, { "bytes", static_cast<std::int64_t> (made.bytes.size()) }, { "remarks", listOf (made.remarks) } });
}
} // namespace

std::string bundleName (const BundleOrder& order) { return bundleKey (order) + " " + contentHash (writtenPatch (order.made)); }

Result<JobRequest> bundleJob (const BundleErrand& errand, const Assets& artifacts)
{
    const auto& order = errand.order;
    const auto patch = artifacts.addBytes (writtenPatch (order.made));

    if (! patch)
        return patch.failure();

    std::error_code error;
    const auto target = errand.target.empty() ? std::string() : fs::absolute (errand.target, error).lexically_normal().string();
    JobRequest job;
    job.kind = errand.isQuiet ? quietBundleKind : bundleKind;
    job.title = "Bundle \xe2\x80\x9c" + order.made.patch.name + "\xe2\x80\x9d";
    job.input = Value::Parts { { "name", bundleKey (order) + " " + *patch },
                               { "patch", *patch },
                               { "category", std::string (nameOf (order.made.category)) },
                               { "timbre", numbersIn (order.made.timbre) },
                               { "remarks", listOf (order.made.remarks) },
                               { "profile", order.profile },
                               { "tags", listOf (order.tags) },
                               { "file", target },
                               { "sleeve", errand.sleeve } };
    job.dedupeKey = job.kind + " " + contentHash (formatJson (job.input, JsonLayout::oneLine));
    return job;
}

Result<BundleErrand> bundleErrandIn (const JobRequest& job, const Assets& artifacts)
{
    const auto& input = job.input;
    const auto hash = textIn (input, "patch");
    const auto category = choiceNamed<SoundCategory> (textIn (input, "category"));

    if (! isContentHash (hash) || ! category)
        return foreign;

    const auto bytes = readFile (artifacts.find (hash), longestPatch);

    if (! bytes)
        return Failure { "What this bundle was to be made of is no longer there: export it again.", bytes.failure().detail };

    const auto patch = readPatch (*bytes);

    if (! patch)
        return patch.failure();

    const auto text = parseJson (patch->patch.origin);
    const auto origin = text ? originFrom (*text) : Result<PatchOrigin> (text.failure());

    if (! origin)
        return foreign;

    BundleErrand errand;
    errand.order.made = { patch->patch, *origin, *category, timbreIn (input), textsIn (input, "remarks") };
    errand.order.profile = textIn (input, "profile");
    errand.order.tags = textsIn (input, "tags");
    errand.target = textIn (input, "file");
    errand.sleeve = static_cast<int> (numberIn (input, "sleeve").value_or (0));
    errand.isQuiet = job.kind == quietBundleKind;
    return errand;
}

Result<Value> doBundle (JobContext& context, JobPlace& place)
{
    const auto errand = bundleErrandIn (context.job().request, place.artifacts);

    if (! errand)
    {
        context.doNotRetry();
        return errand.failure();
    }

    std::stop_source stop;
    const auto whole = errand->sleeve > 0 ? 0.8 : 1.0;
    const auto progress = [&] (double share) {
        context.progress (whole * share);

        if (context.shouldStop())
            stop.request_stop();
    };
    const BundlePlace shelf { place.library, place.artifacts.path() };
    progress (0);
    auto made = makeBundle (errand->order, shelf, progress, stop.get_token());

    // As many sleeves as were wanted, and not one more when an attempt before this one has made it.
    if (made && made->version < errand->sleeve)
        made = anotherSleeve (errand->order, shelf, {}, {}, stop.get_token());

    return made ? deliver (*made, errand->target) : Result<Value> (made.failure());
}

} // namespace athanor
