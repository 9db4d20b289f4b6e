// SPDX-License-Identifier: GPL-3.0-or-later
// All presets within reach: those that came with the program, the musician's own, and those of folders that were added.
#pragma once

#include "App/Listeners.h"
#include "App/Presets/PresetIndex.h"
#include "App/Presets/PresetScan.h"

#include <map>
#include <memory>

namespace athanor
{

struct PresetPlaces
{
    std::filesystem::path library = {}; ///< What is known is kept there; empty: nowhere, for as long as the program runs.
    std::filesystem::path factory = {}, user = {};
};

/** What is known is there at once; whether it is still so is looked up, when look() asks for it, on a thread of its own. All calls on
    the message thread. */
class PresetShelf
{
public:
    explicit PresetShelf (PresetPlaces);
    PresetShelf (const PresetShelf&) = delete;
    ~PresetShelf();

    const PresetPlaces& places() const noexcept { return where; }

    /** Looks through all folders (again). */
    void look();

    bool isLooking() const;

    /** Takes over what was found since; true when there was something. From the clock of the window. */
    bool update();

    /** Waits until the look is over, and takes over what it found. For the shell and for tests. */
    void settle();

    const PresetIndex& index() const noexcept { return known; }

    /** Null: it is not here. */
    const PresetItem* find (const std::filesystem::path&) const;

    /** Puts a file that was just written, or is about to be asked for, on the shelf at once. */
    void add (const std::filesystem::path&);

    /** Those that the musician added. */
    std::vector<std::filesystem::path> folders() const;
    Result<Done> setFolder (const std::filesystem::path&, bool isAdded);

    // What the musician thinks of a preset. It is kept in the library and never in the file.

    Result<Done> setFavourite (const std::filesystem::path&, bool);
    Result<Done> setTag (const std::filesystem::path&, const std::string& tag, bool isSet);

    /** Whether a tag is the musician's own and not of the file: only those can be taken away. */
    bool isOwnTag (const std::filesystem::path&, const std::string& tag) const;

    /** What was measured of presets that way, read anew from the library. */
    std::unordered_map<std::string, StoredSound> sounds (int version) const;
    void keepSound (const std::filesystem::path&, int version, const StoredSound&);

    Listeners<> onChange; ///< index() is another one.

private:
    struct Look;

    std::string markOf (const std::filesystem::path&) const;
    std::string categoryOf (const StoredPreset&) const;
    void takeOver();
    void readMarks();
    void arrange();

    PresetPlaces where;
    std::optional<PresetTable> table;
    KnownPresets presets;
    std::map<std::string, std::set<std::string>> marks; ///< By preset: tags of the musician's own, and "favourite".
    PresetIndex known;
    std::unique_ptr<Look> looking;
};

} // namespace athanor
