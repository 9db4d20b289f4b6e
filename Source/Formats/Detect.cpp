// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Detect.h"

#include "Formats/Bundle/Bundle.h"
#include "Formats/Midi/MidiImport.h"
#include "Formats/Packed.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Project/Pieces.h"
#include "Formats/Project/ProjectFile.h"
#include "Formats/Tracker/TrackerImport.h"
#include "Formats/Vital/VitalFile.h"
#include "Media/AudioFile.h"

#include <algorithm>
#include <sstream>

namespace athanor
{

namespace
{
bool looksLikeText (std::string_view bytes)
{
    const auto start = bytes.find_first_not_of (" \t\r\n");
    return start != bytes.npos && bytes[start] == '{';
}

std::string counted (std::size_t count, const std::string& what)
{
    return std::to_string (count) + " " + what + (count == 1 ? "" : "s");
}

void describe (const Project& project, FileInfo& info)
{
    info.title = project.title;
    info.facts = { counted (project.tracks.size(), "track"), counted (project.instruments.size(), "instrument"), counted (project.patterns.size(), "pattern"),
                   counted (project.sequence.size(), "step") + " in the song", counted (project.assets.size(), "sound") };
}

void describe (const Result<Project>& project, FileInfo& info)
{
    if (project)
        describe (*project, info);
    else
        info.losses.push_back (project.failure().message);
}

void describe (const Result<Imported>& imported, FileInfo& info)
{
    if (! imported)
    {
        info.losses.push_back (imported.failure().message);
        return;
    }

    info.name = imported->format;
    describe (imported->project, info);
    std::istringstream lines (imported->report.text());

    for (std::string line; std::getline (lines, line);)
        info.losses.push_back (line);
}

void describePacked (std::string_view bytes, FileInfo& info)
{
    const auto files = unpackFiles (bytes);

    if (files)
        describe (parseProject (files->at ("project.json")), info);
    else
        info.losses.push_back (files.failure().message);
}

Result<ReadPatch> readAnyPatch (std::string_view bytes)
{
    if (! isBundle (bytes))
        return isPatch (bytes) ? readPatch (bytes) : readVital (bytes);

    const auto bundle = readBundle (bytes);
    return bundle ? Result<ReadPatch> (ReadPatch { bundle->patch, bundle->remarks }) : bundle.failure();
}

void describePatch (std::string_view bytes, FileInfo& info)
{
    const auto read = readAnyPatch (bytes);

    if (! read)
    {
        info.losses.push_back (read.failure().message);
        return;
    }

    const auto slots = std::ranges::count_if (read->patch.slots, [] (const PatchSlot& slot) { return slot.source && slot.destination; });
    info.title = read->patch.name;
    info.facts = { counted (static_cast<std::size_t> (slots), "modulation") };
    info.losses = read->remarks;
}

void describeAudio (std::string_view bytes, FileInfo& info)
{
    const auto audio = audioInfo (bytes);

    if (! audio)
        return;

    info.name = audio->format;
    info.facts = { counted (static_cast<std::size_t> (audio->channels), "channel"), std::to_string (static_cast<int> (audio->sampleRate)) + " Hz",
                   std::to_string (static_cast<double> (audio->frames) / audio->sampleRate) + " seconds" };

    if (audio->channels > 2)
        info.losses.emplace_back ("Only the first two channels are kept.");
}
} // namespace

FileKind kindOf (std::string_view bytes)
{
    if (isPacked (bytes))
        return isBundle (bytes) ? FileKind::patch : FileKind::packedProject;

    if (isMidi (bytes))
        return FileKind::midi;

    if (looksLikeText (bytes))
    {
        const auto kind = kindOfText (bytes);

        if (kind.empty() && (isPatch (bytes) || isVital (bytes)))
            return FileKind::patch;

        return kind == "project" ? FileKind::project : kind.empty() ? FileKind::unknown
                                                                    : FileKind::piece;
    }

    // Sound files first: libxmp takes more for a module than is one.
    if (audioInfo (bytes))
        return FileKind::audio;

    return isModule (bytes) ? FileKind::module : FileKind::unknown;
}

FileInfo describe (std::string_view bytes)
{
    FileInfo info;
    info.kind = kindOf (bytes);

    switch (info.kind)
    {
        case FileKind::project:
            info.name = "Athanor project";
            describe (parseProject (bytes), info);
            break;
        case FileKind::packedProject:
            info.name = "Packed Athanor project";
            describePacked (bytes, info);
            break;
        case FileKind::patch:
            info.name = isBundle (bytes) ? "Athanor bundle" : isPatch (bytes) ? "Athanor patch"
                                                                              : "Vital preset";
            describePatch (bytes, info);
            break;
        case FileKind::piece:
            info.name = "Athanor " + kindOfText (bytes);
            break;
        case FileKind::module:
            info.name = "Module";
            describe (importModule (bytes), info);
            break;
        case FileKind::midi:
            info.name = "Standard MIDI File";
            describe (importMidi (bytes), info);
            break;
        case FileKind::audio:
            describeAudio (bytes, info);
            break;
        case FileKind::unknown:
            info.name = "Unknown";
            info.losses.emplace_back ("This kind of file is not known.");
    }

    return info;
}

} // namespace athanor
