// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/ImportJob.h"

#include "App/Jobs/JobTools.h"
#include "Core/Text.h"
#include "Store/AtomicFile.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
Value valueOf (const std::vector<ImportRemark>& report)
{
    Value::List list;

    for (const auto& remark : report)
        list.emplace_back (Value::Parts { { "kind", static_cast<int> (remark.kind) }, { "what", remark.what }, { "where", remark.where }, { "why", remark.why }, { "count", remark.count } });

    return Value (std::move (list));
}

std::vector<ImportRemark> reportIn (const Value& result)
{
    std::vector<ImportRemark> report;
    const auto* part = result.part ("report");
    const auto* list = part != nullptr ? part->as<Value::List>() : nullptr;

    for (const auto& one : list != nullptr ? *list : Value::List {})
    {
        const auto kind = std::clamp (numberIn (one, "kind").value_or (0), 0.0, static_cast<double> (ImportRemark::Kind::damaged));
        const auto count = std::clamp (numberIn (one, "count").value_or (1), 1.0, 1.0e9);
        report.push_back ({ static_cast<ImportRemark::Kind> (static_cast<int> (kind)), textIn (one, "what"), textIn (one, "where"), textIn (one, "why"), static_cast<int> (count) });
    }

    return report;
}
} // namespace

bool isLargeImport (const std::filesystem::path& path)
{
    static constexpr std::array endings { ".xm", ".it", ".s3m", ".mod", ".mid", ".midi" };
    const auto ending = inLowerCase (path.extension().string());
    std::error_code error;
    return std::ranges::find (endings, ending) != endings.end() && std::filesystem::is_regular_file (path, error) && std::filesystem::file_size (path, error) > largestReadAtOnce;
}

JobRequest importJob (const std::filesystem::path& file)
{
    std::error_code error;
    const auto full = std::filesystem::absolute (file, error).lexically_normal().string();
    return { .kind = importKind, .title = "Open " + file.filename().string(), .input = Value::Parts { { "file", full } }, .dedupeKey = "import " + full };
}

Result<Value> doImport (JobContext& context, JobPlace& place)
{
    const auto loaded = loadProject (textIn (context.job().request.input, "file"));

    if (! loaded)
    {
        context.doNotRetry();
        return loaded.failure();
    }

    if (context.shouldStop())
        return Failure { "Reading the song was cancelled.", "" };

    context.progress (0.7);
    ProjectSnapshot snapshot { loaded->project, loaded->sounds, {}, {} };

    for (const auto& [hash, bytes] : loaded->files)
        snapshot.files.emplace (hash, std::make_shared<const std::string> (bytes));

    const auto hash = store (snapshot, place.artifacts);

    if (! hash)
        return hash.failure();

    place.justRead.put (context.job().id, *loaded);
    return Value (Value::Parts { { "project", *hash }, { "kind", loaded->kind }, { "remarks", Value::List (loaded->remarks.begin(), loaded->remarks.end()) }, { "report", valueOf (loaded->report) } });
}

Result<LoadedProject> importedBy (const Job& job, JobPlace& place)
{
    if (const auto read = place.justRead.take (job.id))
        return *read;

    auto loaded = loadStored (textIn (job.result, "project"), place.artifacts, &place.sounds);

    if (! loaded)
        return loaded;

    auto whole = *loaded;
    whole.kind = textIn (job.result, "kind");
    whole.remarks = textsIn (job.result, "remarks");
    whole.report = reportIn (job.result);

    // The session keeps the bytes of what is not in a project folder yet.
    for (const auto& [hash, sound] : whole.sounds)
        if (const auto bytes = readFile (place.artifacts.find (hash)))
            whole.files.emplace (hash, *bytes);

    return whole;
}

} // namespace athanor
