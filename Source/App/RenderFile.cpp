// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/RenderFile.h"

#include "App/Session.h"
#include "App/SynthPatches.h"
#include "Engine/OfflineRender.h"

#include <chrono>
#include <cmath>
#include <ctime>
#include <map>

namespace athanor
{

namespace
{
/** A track's name as a file name that every system takes. */
std::string fileName (std::string name)
{
    for (auto& c : name)
        if (static_cast<unsigned char> (c) < 32 || std::string_view ("/\\:*?\"<>|").find (c) != std::string_view::npos)
            c = '_';

    return name.empty() || name.front() == '.' ? "Track " + name : name;
}

/** All that is being written; files appear only when all of them are whole. */
class Writers
{
public:
    Result<bool> open (const Project& project, const RenderRequest& request)
    {
        auto made = AudioWriter::create (request.file, request.settings);

        if (! made)
            return made.failure();

        master = *made;
        paths.push_back (request.file);
        return request.stems.empty() ? Result<bool> (true) : openStems (project, request);
    }

    bool append (const std::shared_ptr<AudioWriter>& writer, std::span<const float> left, std::span<const float> right)
    {
        both.clear();

        for (std::size_t i = 0; i < left.size(); ++i)
        {
            both.push_back (left[i]);
            both.push_back (right[i]);
        }

        return writer->append (both);
    }

    Result<std::int64_t> commit()
    {
        for (auto& [id, writer] : stems)
            if (const auto done = writer->commit(); ! done)
                return done.failure();

        return master->commit();
    }

    std::shared_ptr<AudioWriter> master;
    std::map<TrackId, std::shared_ptr<AudioWriter>> stems;
    std::vector<std::filesystem::path> paths;

private:
    Result<bool> openStems (const Project& project, const RenderRequest& request)
    {
        std::error_code error;
        std::filesystem::create_directories (request.stems, error);
        int number = 0;

        for (const auto& [id, track] : project.tracks)
        {
            // What a group holds is in the group's stem; so the stems are all that flows into the master, and add up to it.
            if (track->kind == TrackKind::master || project.tracks.contains (track->parent))
                continue;

            const auto name = std::to_string (++number) + " " + fileName (track->name) + request.file.extension().string();
            auto made = AudioWriter::create (request.stems / name, request.settings);

            if (! made)
                return made.failure();

            stems.emplace (id, *made);
            paths.push_back (request.stems / name);
        }

        return true;
    }

    std::vector<float> both;
};

double cpuSeconds() { return static_cast<double> (std::clock()) / CLOCKS_PER_SEC; }
} // namespace

Result<RenderRequest> renderRequestFor (Session& session, const std::filesystem::path& file)
{
    const auto format = audioFormatNamed (file.string());

    if (! format)
        return Failure { "The name does not say which kind of sound file it is: end it in .wav, .flac, .ogg or .mp3.", file.string() };

    RenderRequest request;
    request.file = file;
    request.settings.format = *format;
    request.settings.sampleRate = session.player().device().sampleRate;
    request.settings.title = session.project().title;
    request.settings.artist = session.project().artist;
    return request;
}

Result<RenderSummary> renderToFiles (const Project& project, const std::function<dsp::SharedSound (const std::string&)>& findSound,
                                     const RenderRequest& request, const std::function<void (double)>& progress, std::stop_token stop)
{
    Writers writers;

    if (const auto opened = writers.open (project, request); ! opened)
        return opened.failure();

    const auto score = makePlayScore (project, {}, request.settings.sampleRate);
    PlanOptions planning;
    planning.score = score;
    planning.sound = findSound;
    SynthPatches patches;
    planning.material = [&patches] (const Node& node) { return patches.materialOf (node); };

    RenderOptions options;
    options.sampleRate = request.settings.sampleRate;
    options.blockSize = request.blockSize;
    options.threads = request.threads;
    options.from = request.from ? score->score.timeAt (Ticks (std::llround (*request.from * static_cast<double> (ticksPerBeat)))) : 0;
    options.to = request.to ? score->score.timeAt (Ticks (std::llround (*request.to * static_cast<double> (ticksPerBeat)))) : -1;

    for (const auto& [id, writer] : writers.stems)
        options.stems.insert (id);

    float peak = 0;
    RenderSink sink;
    sink.progress = progress;
    sink.master = [&] (std::span<const float> left, std::span<const float> right) {
        for (std::size_t i = 0; i < left.size(); ++i)
            peak = std::max ({ peak, std::abs (left[i]), std::abs (right[i]) });

        return writers.append (writers.master, left, right);
    };
    sink.stem = [&] (TrackId id, std::span<const float> left, std::span<const float> right) { return writers.append (writers.stems.at (id), left, right); };

    const auto cpuBefore = cpuSeconds();
    const auto before = std::chrono::steady_clock::now();

    if (render (project, planning, options, sink, stop) == RenderEnd::stopped)
        return Failure { "The rendering was cancelled, and nothing was written.", "" };

    const auto frames = writers.commit();

    if (! frames)
        return frames.failure();

    RenderSummary summary;
    summary.seconds = static_cast<double> (*frames) / request.settings.sampleRate;
    summary.peak = peak > 1.0e-5f ? 20 * std::log10 (static_cast<double> (peak)) : -100;
    summary.cpuSeconds = cpuSeconds() - cpuBefore;
    summary.wallSeconds = std::chrono::duration<double> (std::chrono::steady_clock::now() - before).count();
    summary.files = writers.paths;
    return summary;
}

} // namespace athanor
