// SPDX-License-Identifier: GPL-3.0-or-later
// What a session keeps beside the project: where it is written down, and its recordings. For the files of Session alone.
#pragma once

#include "App/Copilot/CopilotDesk.h"
#include "App/Jobs/ProjectSnapshot.h"
#include "App/Presets/PresetDesk.h"
#include "App/Session.h"
#include "App/SynthPatches.h"
#include "Store/Paths.h"
#include "Store/ProjectFolder.h"

#include <map>
#include <memory>
#include <string>

namespace athanor
{

struct Session::Private
{
    std::map<std::string, dsp::SharedSound> sounds; ///< By content hash: everything that was loaded or added since the start.
    FileBytes files;                                ///< Bytes of recordings that may not be on disk yet.
    std::map<std::string, Asset> added;             ///< Recordings that no edit has taken into the project yet.
    SynthPatches patches;

    /** A patch as it was asked for last, and what it was read of. */
    struct ReadPatch
    {
        Table<NodeId, Node> nodes;
        Table<int, Macro> macros;
        std::shared_ptr<const PatchSpec> patch;
    };

    std::map<InstrumentId, ReadPatch> readPatches;
    std::unique_ptr<PresetDesk> presets;  ///< Null until it is asked for.
    std::unique_ptr<CopilotDesk> copilot; ///< The same.
    FileState file;
    std::shared_ptr<ProjectFolder> store; ///< Where every change is written down at once; null: nowhere yet.
    bool isStoreUnnamed = false;          ///< The store is one of paths::unsaved().
    bool keepsUnsaved = false;

    /** Recordings have to be in the folder before a change that names them is. */
    void keepFiles (const Project& project)
    {
        file.problem.clear();

        for (const auto& [hash, asset] : project.assets)
            if (const auto found = files.find (hash); found != files.end() && store->assets().find (hash).empty())
                if (const auto kept = store->assets().addBytes (*found->second); ! kept)
                    file.problem = kept.failure().message;
    }

    /** A project without a name is kept, too, so that a crash loses nothing. */
    void keepUnnamed (const Project& project)
    {
        if (! keepsUnsaved || store != nullptr)
            return;

        if (auto made = ProjectFolder::create (paths::unsaved() / (toHex (randomBits()) + ".athanor"), project, files))
        {
            store = made->folder;
            isStoreUnnamed = true;
        }
        else
            file.problem = made.failure().message;
    }

    /** Whether a recording can be had as a file. */
    bool isKept (const std::string& hash) const { return files.contains (hash) || (store != nullptr && ! store->assets().find (hash).empty()); }
};

} // namespace athanor
