// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/ExportProject.h"

#include "App/Jobs/ProjectSnapshot.h"
#include "App/Session.h"
#include "Core/Id.h"
#include "Formats/Midi/MidiExport.h"
#include "Formats/Packed.h"
#include "Formats/Project/ProjectFile.h"
#include "Store/AtomicFile.h"
#include "Store/NewFolder.h"
#include "Store/Paths.h"
#include "Store/Recovery.h"

namespace athanor
{

namespace fs = std::filesystem;

Result<Done> writeCopy (const Session& session, const fs::path& folder)
{
    const auto now = session.snapshot();
    const NewFolder fresh (folder);

    if (auto made = fresh.make(); ! made)
        return made;

    if (auto written = writeFile (fresh.path() / inFolder::project, formatProject (now.project)); ! written)
        return written;

    const Assets from (now.assets), to (fresh.path() / inFolder::assets);
    std::error_code error;
    fs::create_directory (to.path(), error);

    // What is missing here is missing there.
    for (const auto& hash : usedAssets (now.project))
    {
        const auto file = now.assets.empty() ? fs::path() : from.find (hash);
        const auto bytes = now.files.find (hash);
        const auto kept = ! file.empty() ? to.add (file) : bytes != now.files.end() ? to.addBytes (*bytes->second)
                                                                                    : Result<std::string> (hash);

        if (! kept)
            return kept.failure();
    }

    return fresh.commit();
}

Result<Done> exportPacked (const Session& session, const fs::path& file)
{
    const auto folder = paths::cache() / (toHex (randomBits()) + ".athanor");
    auto written = writeCopy (session, folder);

    if (! written)
        return written;

    const auto packed = pack (folder, file);
    std::error_code error;
    fs::remove_all (folder, error);
    return packed ? Result<Done> (Done {}) : Result<Done> (packed.failure());
}

Result<Done> exportMidiFile (const Session& session, const fs::path& file) { return writeFile (file, exportMidi (session.project())); }

RenderRequest stemsRequestFor (Session& session, const fs::path& folder)
{
    std::error_code error;
    fs::create_directories (folder, error); // whoever writes into it says why that failed
    RenderRequest request;
    request.file = folder / "Master.wav";
    request.stems = folder;
    request.settings.sampleRate = session.player().device().sampleRate;
    request.settings.title = session.project().title;
    request.settings.artist = session.project().artist;
    return request;
}

} // namespace athanor
