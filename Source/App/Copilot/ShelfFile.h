// SPDX-License-Identifier: GPL-3.0-or-later
// The shelf of sounds that come with the program: templates, factory presets, and the list of how each of them sounds.
#pragma once

#include "Compose/Sound/SoundShelf.h"

#include <filesystem>
#include <memory>

namespace athanor
{

/** Where they lie. */
struct ShelfPlaces
{
    std::filesystem::path presets, templates, heard; ///< Two folders, and the list.

    static ShelfPlaces shipped();
};

/** Reads the templates and the list; presets are read when they are asked for. What the list does not have is not on the shelf, so that it is the
    same whatever lies in the folders. Any thread. */
Result<std::shared_ptr<const SoundShelf>> loadShelf (const ShelfPlaces& = ShelfPlaces::shipped());

/** Listens to all presets and templates and gives the list as it has to stand in its file. Takes seconds. */
Result<std::string> hearShelf (const ShelfPlaces&);

} // namespace athanor
