// SPDX-License-Identifier: GPL-3.0-or-later
// What the browser shows: songs, sounds and modules, found in folders and in the program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace athanor
{

struct LibraryItem
{
    enum class Kind { song,   ///< A project, module or MIDI file.
                      sound,  ///< A recording.
                      module, ///< A type of the catalogue.
                      instrument };

    Kind kind {};
    std::string name, detail;
    std::filesystem::path file; ///< Of a song, sound or instrument.
    std::string type;           ///< Of a module.
};

/** Songs and sounds below a folder, three levels deep, at most 5,000; sorted by name. Nothing where the folder is missing. */
std::vector<LibraryItem> itemsIn (const std::filesystem::path& folder);

/** Whether a file looks, by its name, like a recording. */
bool isSoundFile (const std::filesystem::path&);

/** Every module of the catalogue. */
std::vector<LibraryItem> moduleItems();

/** Where templates of the user's own lie. */
std::filesystem::path userTemplatesFolder();

/** Where songs come with the program: the folder Templates beside the program or above it; empty if there is none. */
std::filesystem::path templatesFolder();

/** Whether a file can be opened as a song or project, by its name. */
bool isSong (const std::filesystem::path&);

/** Whether a project lies in one of the two. */
bool isTemplate (const std::filesystem::path&);

} // namespace athanor
