// SPDX-License-Identifier: GPL-3.0-or-later
// A project with all that it plays, for work that goes on while the musician edits: on the disk by content, so that the work
// survives the program.
#pragma once

#include "App/LoadProject.h"
#include "Store/Assets.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace athanor
{

/** A project as it is at one moment. Cheap to make: everything in it is shared. */
struct ProjectSnapshot
{
    Project project;
    std::map<std::string, dsp::SharedSound> sounds;                  ///< By content hash.
    std::map<std::string, std::shared_ptr<const std::string>> files; ///< By content hash: the bytes of what may not be on disk yet.
    std::filesystem::path assets = {};                               ///< Where the others are on disk.
};

/** Recordings that somebody in this program has in memory, so that a job need not read them again. Any thread. */
class SoundsInUse
{
public:
    void add (const std::map<std::string, dsp::SharedSound>&);

    /** Null when nobody has it any more. */
    dsp::SharedSound find (const std::string& hash) const;

private:
    mutable std::mutex mutex;
    std::map<std::string, std::weak_ptr<const dsp::Sound>> sounds;
};

/** Writes a snapshot into a folder of artifacts and returns the content hash of its project. What is there already is not
    written again; what is in the project's own folder costs no room twice where the disk can link. */
Result<std::string> store (const ProjectSnapshot&, const Assets& artifacts);

/** The project of that hash alone. */
Result<Project> readStored (const std::string& hash, const Assets& artifacts);

/** The project of that hash with its recordings; those that are missing are silent and said in the remarks. */
Result<LoadedProject> loadStored (const std::string& hash, const Assets& artifacts, const SoundsInUse* = nullptr);

} // namespace athanor
