// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/RenderTask.h"

#include <map>

namespace athanor
{

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

RenderTask::RenderTask (const Session& session, RenderRequest wanted) : request (std::move (wanted))
{
    // The session belongs to this thread, so the worker gets all that it needs now.
    std::map<std::string, dsp::SharedSound> sounds;

    for (const auto& [hash, asset] : session.project().assets)
        sounds.emplace (hash, session.sound (hash));

    worker = std::jthread ([this, project = session.project(), sounds = std::move (sounds)] (const std::stop_token& stop) {
        const auto find = [&sounds] (const std::string& hash) {
            const auto found = sounds.find (hash);
            return found == sounds.end() ? dsp::SharedSound() : found->second;
        };

        outcome.emplace (renderToFiles (
            project, find, request, [this] (double p) { proportion.store (p, std::memory_order_relaxed); }, stop));
        isFinished.store (true, std::memory_order_release);
    });
}

RenderTask::~RenderTask() { stop(); }

} // namespace athanor
