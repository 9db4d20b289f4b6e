// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/CommandLineTools.h"

#include "App/LoadProject.h"
#include "App/Manual.h"
#include "App/PatchFiles.h"
#include "App/PresetRender.h"
#include "App/RenderFile.h"
#include "App/SaveProject.h"
#include "App/Session.h"
#include "Engine/Score.h"
#include "Formats/Json.h"

#include <cstdio>

namespace athanor::tools
{

namespace
{
std::string withDigits (double value, int digits)
{
    char text[64];
    std::snprintf (text, sizeof text, "%.*f", digits, value);
    return text;
}

Value::List toList (const std::vector<std::string>& lines) { return { lines.begin(), lines.end() }; }

Outcome written (const std::filesystem::path& out, const std::vector<std::string>& remarks)
{
    Outcome outcome { out.string() + ": written.", Value::Parts { { "file", out.string() }, { "remarks", toList (remarks) } } };

    for (const auto& remark : remarks)
        outcome.text += "\n- " + remark;

    return outcome;
}

Result<Outcome> convertPatch (const std::filesystem::path& in, const std::filesystem::path& out)
{
    const auto loaded = loadPatch (in);

    if (! loaded)
        return loaded.failure();

    const auto lost = savePatchAs (loaded->patch, out);

    if (! lost)
        return lost.failure();

    auto remarks = loaded->remarks;
    remarks.insert (remarks.end(), lost->begin(), lost->end());
    return written (out, remarks);
}
} // namespace

std::string toJson (const Value& value) { return formatJson (value); }

Result<Outcome> render (const RenderArguments& arguments, const std::function<void (double)>& progress, std::stop_token stop)
{
    const auto loaded = loadProject (arguments.in);

    if (! loaded)
        return loaded.failure();

    const auto format = audioFormatNamed (arguments.format.empty() ? arguments.out : arguments.format);

    if (! format)
        return Failure { "\"" + arguments.out + "\" does not say which kind of sound file it is: end it in .wav, .flac, .ogg or .mp3.", "" };

    RenderRequest request;
    request.file = arguments.out;
    request.settings.format = *format;
    request.settings.sampleRate = arguments.sampleRate;
    request.settings.bits = *format == AudioFormat::flac ? std::min (24, arguments.bits) : arguments.bits;
    request.settings.title = loaded->project.title;
    request.settings.artist = loaded->project.artist;
    request.stems = arguments.stems;
    request.from = arguments.from;
    request.to = arguments.to;
    request.blockSize = arguments.blockSize;
    request.threads = arguments.threads;

    const auto done = renderToFiles (
        loaded->project, [&] (const std::string& hash) { return loaded->sound (hash); }, request, progress, stop);

    if (! done)
        return done.failure();

    Outcome outcome;
    outcome.text = arguments.out + ": " + withDigits (done->seconds, 1) + " s, peak " + withDigits (done->peak, 1) + " dBFS, " + withDigits (done->seconds / std::max (1.0e-3, done->wallSeconds), 0) + " times faster than it plays.";

    Value::List files;

    for (const auto& file : done->files)
        files.push_back (file.string());

    outcome.data = Value::Parts { { "files", files }, { "seconds", done->seconds }, { "peak", done->peak }, { "cpuSeconds", done->cpuSeconds }, { "wallSeconds", done->wallSeconds }, { "remarks", toList (loaded->remarks) } };
    return outcome;
}

Result<Outcome> renderPreset (const PresetArguments& arguments)
{
    PresetRenderSettings settings;
    settings.bpm = arguments.bpm;
    settings.sampleRate = arguments.sampleRate;
    settings.seconds = arguments.seconds;
    const auto done = renderPresetFile (arguments.in, arguments.out, arguments.notes, settings);

    if (! done)
        return done.failure();

    Outcome outcome;
    outcome.text = arguments.out + ": " + withDigits (done->seconds, 2) + " s, peak " + withDigits (done->peak, 1) + " dBFS, " + withDigits (done->loudness, 1) + " LUFS, CPU " + withDigits (done->cpuSeconds, 5) + " s, loaded in " + withDigits (done->loadSeconds * 1000, 1) + " ms.";
    outcome.data = Value::Parts { { "seconds", done->seconds }, { "peak", done->peak }, { "loudness", done->loudness }, { "cpuSeconds", done->cpuSeconds }, { "loadSeconds", done->loadSeconds } };
    return outcome;
}

Result<Outcome> convert (const std::filesystem::path& in, const std::filesystem::path& out)
{
    if (isPatchFile (in))
        return convertPatch (in, out);

    const auto loaded = loadProject (in);

    if (! loaded)
        return loaded.failure();

    const auto saved = saveProjectAs (*loaded, out);

    if (! saved)
        return saved.failure();

    return written (out, loaded->remarks);
}

Result<Outcome> info (const std::filesystem::path& file)
{
    if (isPatchFile (file))
    {
        const auto patch = loadPatch (file);
        return patch ? Result<Outcome> (Outcome { describePatch (*patch), patchFacts (*patch) }) : Result<Outcome> (patch.failure());
    }

    const auto loaded = loadProject (file);

    if (! loaded)
        return loaded.failure();

    const auto& project = loaded->project;
    const auto score = makeScore (project);
    std::size_t notes = 0;

    for (const auto& event : score.events)
        notes += event.kind == ScoreEvent::Kind::noteStart ? 1 : 0;

    Outcome outcome;
    outcome.text = loaded->kind + (project.title.empty() ? "" : " \"" + project.title + "\"") + ", " + withDigits (score.length, 1) + " s, " + std::to_string (project.tracks.size()) + " tracks, " + std::to_string (project.patterns.size()) + " patterns, " + std::to_string (project.instruments.size()) + " instruments, " + std::to_string (project.assets.size()) + " recordings, " + std::to_string (notes) + " notes.";

    for (const auto& remark : loaded->remarks)
        outcome.text += "\n- " + remark;

    const auto count = [] (std::size_t n) { return Value (static_cast<std::int64_t> (n)); };
    outcome.data = Value::Parts { { "kind", loaded->kind }, { "title", project.title }, { "seconds", score.length }, { "loops", score.restart.has_value() }, { "tracks", count (project.tracks.size()) }, { "patterns", count (project.patterns.size()) }, { "instruments", count (project.instruments.size()) }, { "recordings", count (project.assets.size()) }, { "notes", count (notes) }, { "remarks", toList (loaded->remarks) } };
    return outcome;
}

Result<Outcome> manual()
{
    Session session;
    const auto text = manualOfModules() + manualOfActions (session.actions());
    return Outcome { text, Value::Parts { { "manual", text } } };
}

} // namespace athanor::tools
