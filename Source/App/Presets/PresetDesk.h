// SPDX-License-Identifier: GPL-3.0-or-later
// Where a musician looks for presets, tries them and keeps them: the shelf, the list that was found, and what is done with both.
#pragma once

#include "App/Presets/PresetCompare.h"
#include "App/Presets/PresetPreview.h"
#include "App/Presets/PresetShelf.h"
#include "Media/Timbre.h"
#include "Model/Project.h"

namespace athanor
{

class Session;

/** What is written on a preset that is kept. */
struct PresetLabels
{
    std::string name, author, category, comments;
    std::vector<std::string> tags;
};

/** All calls on the message thread. */
class PresetDesk
{
public:
    PresetDesk (Session&, PresetPlaces);

    PresetShelf shelf;

    /** Somebody looks for presets: from the first time on it is found out which there are. */
    void begin();

    const PresetQuery& query() const noexcept { return wanted; }

    void search (const PresetQuery&);

    /** Lists those that sound most like a preset; empty: like the patch of an instrument, as it is turned now. Until others were
        listened to, they are not in the list. */
    Result<Done> searchSimilar (InstrumentId, const std::filesystem::path& = {});

    /** How a preset sounds; nothing: nobody has listened to it. */
    std::optional<Timbre> timbreOf (const std::filesystem::path&) const;

    /** What was found: places in the shelf's index. */
    const std::vector<std::size_t>& list() const noexcept { return found; }

    const PresetItem& listed (std::size_t i) const { return shelf.index().items()[found[i]]; }

    /** The preset that an instrument plays, turned or not; empty: none that is known. */
    std::filesystem::path presetOf (InstrumentId) const;

    /** Plays a preset with an instrument, as one named step.
        @returns what was repaired or not understood, one sentence each. */
    Result<std::vector<std::string>> load (InstrumentId, const std::filesystem::path&);

    /** Plays a preset on a track: with the track's own instrument, else with a new one that becomes its own. Chooses both. */
    Result<Done> loadOnto (TrackId, const std::filesystem::path&);

    /** So many places further in the list, all around; of a preset that is not in it, the first or the last. Empty: the list is. */
    std::filesystem::path presetBeside (InstrumentId, int places) const;

    /** Writes the patch of an instrument into the musician's own folder, below its category, and calls it so.
        @returns the file. */
    Result<std::filesystem::path> save (InstrumentId, const PresetLabels&, bool mayReplace);

    /** What a preset of this patch would be called. */
    PresetLabels labelsOf (InstrumentId) const;

    /** Hears the patch of an instrument against what it was before, and back. Each is a step that can be undone. */
    Result<Done> compare (InstrumentId);

    /** Whether the other one of the two is heard. */
    bool isComparing (InstrumentId) const;

    /** Remembers how an instrument is now, unless something is remembered already. */
    void attend (InstrumentId);

    /** Plays a phrase with a preset, past the project: heard as soon as it is ready. */
    void preview (const std::filesystem::path&);
    void stopPreview();

    /** The preset that is heard or about to be; empty: none. */
    const std::filesystem::path& previewed() const noexcept { return heard; }

    /** Takes over what other threads have ready. From the clock of the window. */
    void update();

    Listeners<> onList; ///< list() is another one.

private:
    std::filesystem::path fileFor (const PresetLabels&) const;

    void readTimbres();
    void sortBySound();

    Session& session;
    PresetPreview previews;
    PresetQuery wanted;
    std::vector<std::size_t> found;
    std::map<InstrumentId, std::filesystem::path> loaded;
    std::map<InstrumentId, PresetCompare> comparisons;
    std::filesystem::path heard;
    bool hasBegun = false;
    std::unordered_map<std::string, Timbre> timbres; ///< As they were when somebody asked for similar ones.
    Timbre wantedTimbre;
    Subscription changed;
};

} // namespace athanor
