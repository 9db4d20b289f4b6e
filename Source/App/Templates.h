// SPDX-License-Identifier: GPL-3.0-or-later
// What a new project can begin as: songs that come with the program, templates of the user's own, and empty ones.
#pragma once

#include "Core/Result.h"
#include "Model/Project.h"

#include <filesystem>
#include <string>
#include <vector>

namespace athanor
{

class Session;

/** A small picture of a song: where each track plays. */
struct SongOutline
{
    struct Bar
    {
        int row = 0;               ///< The track's, from the top.
        double start = 0, end = 1; ///< 0 to 1 of the song.
    };

    int rows = 0;
    std::vector<int> colours; ///< By row, as Track::colour.
    std::vector<Bar> bars;
};

SongOutline outlineOf (const Project&);

/** Something to begin with. */
struct StartingPoint
{
    std::string name, detail;   ///< Detail: a sentence on what it is.
    std::string facts;          ///< As "7 tracks, 5 patterns, 76 BPM".
    std::filesystem::path path; ///< Empty: an empty project by its name.
    SongOutline outline;
    bool isOwn = false; ///< Made by the user, so it can be deleted.
};

/** Empty projects first, then the user's own, then those of the program. Reads their files. */
std::vector<StartingPoint> startingPoints();

/** Begins a new project from a template's name; fails with a sentence when there is none. */
Result<Done> startFrom (Session&, const std::string& name);

/** Keeps the project as a template of the user's own. A template of the same name is replaced. */
Result<Done> saveAsTemplate (Session&, const std::string& name);

/** Deletes a template of the user's own, for ever; fails with a sentence when there is none of that name. */
Result<Done> deleteTemplate (const std::string& name);

} // namespace athanor
