// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/TimbreJob.h"

#include "App/Jobs/JobTools.h"
#include "App/PatchFiles.h"
#include "App/Presets/PresetTimbre.h"
#include "Store/PresetTable.h"

namespace athanor
{

namespace
{
constexpr int mostPresets = 100'000;

/** Empty: it cannot be played, and need not be tried again. */
StoredSound measuresOf (const std::filesystem::path& file)
{
    const auto loaded = loadPatch (file);
    return loaded ? numbersOf (timbreOfPatch (loaded->patch)) : StoredSound();
}
} // namespace

JobRequest timbreJob (const std::filesystem::path& library)
{
    std::error_code error;
    const auto whole = std::filesystem::absolute (library, error).string();
    return { .kind = timbreKind, .title = "Listen to presets", .input = Value::Parts { { "library", whole } }, .priority = -2, .dedupeKey = "timbre " + std::to_string (presetTimbreVersion) + " " + whole };
}

Result<Value> doTimbre (JobContext& context, JobPlace&)
{
    const auto library = Library::open (textIn (context.job().request.input, "library"));

    if (! library)
        return library.failure();

    auto table = PresetTable::open (*library);

    if (! table)
        return table.failure();

    auto presets = *table;
    const auto files = presets.unmeasured (presetTimbreVersion, mostPresets);

    for (std::size_t i = 0; i < files.size(); ++i)
    {
        if (context.shouldStop())
            return Failure { "Listening to the presets was stopped.", "" };

        if (const auto kept = presets.putSound (files[i], presetTimbreVersion, measuresOf (files[i])); ! kept)
            return kept.failure();

        context.progress (static_cast<double> (i + 1) / static_cast<double> (files.size()));
    }

    return Value (static_cast<std::int64_t> (files.size()));
}

} // namespace athanor
