// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/RenderJob.h"

#include "App/Jobs/JobTools.h"
#include "Core/Hash.h"
#include "Formats/Json.h"
#include "Store/AtomicFile.h"

#include <algorithm>
#include <array>
#include <thread>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr std::array formatNames { "wav", "flac", "ogg", "mp3" };

/** How the unfinished files of a job are called, so that what a killed program left can be told from what others write. */
std::string markOf (JobId id) { return "job" + std::to_string (id) + "-"; }

/** Removes what an earlier attempt left of a file: this attempt is the only one that has the right to write it now. */
void removeParts (const fs::path& folder, const std::string& mark)
{
    std::error_code ignored;

    for (fs::directory_iterator at (folder, ignored), end; ! ignored && at != end; at.increment (ignored))
        if (const auto name = at->path().filename().string(); name.ends_with (".part") && name.find ("." + mark) != std::string::npos)
            fs::remove (at->path(), ignored);
}

Value valueOf (const std::optional<double>& number) { return number ? Value (*number) : Value(); }

Value resultOf (const RenderSummary& summary)
{
    Value::List files;

    for (const auto& file : summary.files)
        files.emplace_back (file.string());

    const auto hash = hashFile (summary.files.front());
    return Value::Parts { { "files", files }, { "seconds", summary.seconds }, { "peak", summary.peak }, { "hash", hash ? *hash : std::string() } };
}
} // namespace

JobRequest renderJob (const RenderRequest& request, const std::string& projectHash)
{
    const auto& settings = request.settings;
    const auto full = [] (const fs::path& path) { return path.empty() ? std::string() : fs::absolute (path).lexically_normal().string(); };
    JobRequest job;
    job.kind = renderKind;
    job.title = "Render " + request.file.filename().string();
    job.input = Value::Parts { { "project", projectHash },
                               { "file", full (request.file) },
                               { "stems", full (request.stems) },
                               { "format", formatNames[static_cast<std::size_t> (settings.format)] },
                               { "rate", settings.sampleRate },
                               { "bits", settings.bits },
                               { "dithered", settings.isDithered },
                               { "quality", settings.quality },
                               { "title", settings.title },
                               { "artist", settings.artist },
                               { "from", valueOf (request.from) },
                               { "to", valueOf (request.to) },
                               { "threads", request.threads } };
    job.dedupeKey = "render " + contentHash (formatJson (job.input, JsonLayout::oneLine));
    return job;
}

Result<RenderRequest> renderRequestIn (const Value& input)
{
    const auto format = audioFormatNamed (textIn (input, "format"));
    const auto* dithered = input.part ("dithered");
    RenderRequest request;
    request.file = textIn (input, "file");

    if (! format || ! request.file.is_absolute())
        return Failure { "This rendering was ordered by another version of Athanor: begin it again.", formatJson (input, JsonLayout::oneLine) };

    request.stems = textIn (input, "stems");
    request.settings.format = *format;
    request.settings.sampleRate = std::clamp (numberIn (input, "rate").value_or (48'000), 8'000.0, 192'000.0);
    request.settings.bits = static_cast<int> (std::clamp (numberIn (input, "bits").value_or (24), 16.0, 32.0));
    request.settings.isDithered = dithered == nullptr || dithered->as<bool>() == nullptr || *dithered->as<bool>();
    request.settings.quality = numberIn (input, "quality").value_or (request.settings.quality);
    request.settings.title = textIn (input, "title");
    request.settings.artist = textIn (input, "artist");
    request.from = numberIn (input, "from");
    request.to = numberIn (input, "to");
    request.threads = static_cast<int> (std::clamp (numberIn (input, "threads").value_or (0), 0.0, 256.0));
    return request;
}

Result<Value> doRender (JobContext& context, JobPlace& place)
{
    auto request = renderRequestIn (context.job().request.input);

    if (! request)
        return request.failure();

    const auto loaded = loadStored (textIn (context.job().request.input, "project"), place.artifacts, &place.sounds);

    if (! loaded)
        return loaded.failure();

    auto marked = *request;
    marked.settings.mark = markOf (context.job().id);

    // One processor is left to the musician. Threads that wait for each other 750 times a second are slow where others work as well.
    if (marked.threads == 0)
        marked.threads = std::max (1, static_cast<int> (std::thread::hardware_concurrency()) - 1);

    removeParts (marked.file.parent_path(), marked.settings.mark);

    if (! marked.stems.empty())
        removeParts (marked.stems, marked.settings.mark);

    std::stop_source stop;
    const auto progress = [&] (double proportion) {
        context.progress (proportion);

        if (context.shouldStop())
            stop.request_stop();
    };

    progress (0);
    const auto done = renderToFiles (
        loaded->project, [&] (const std::string& hash) { return loaded->sound (hash); }, marked, progress, stop.get_token());
    return done ? Result<Value> (resultOf (*done)) : Result<Value> (done.failure());
}

} // namespace athanor
