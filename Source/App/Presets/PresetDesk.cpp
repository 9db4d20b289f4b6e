// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Presets/PresetDesk.h"

#include "App/Edits/SynthEdits.h"
#include "App/Edits/TrackEdits.h"
#include "App/PatchFiles.h"
#include "App/Presets/PresetTimbre.h"
#include "App/Session.h"
#include "Core/Text.h"
#include "Media/TimbreSpace.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr std::size_t longestName = 120; // bytes, in the name of a file
constexpr std::array vitalStyles { "Bass", "Lead", "Keys", "Pad", "Percussion", "Sequence", "Experiment", "SFX", "Template" };

const Failure noSynth { "The chosen instrument is no synth: load a patch onto it first.", "" };

/** As every file system takes it. */
std::string fileName (std::string text)
{
    for (auto& c : text)
        if (static_cast<unsigned char> (c) < 0x20 || std::string_view ("/\\:*?\"<>|").find (c) != std::string_view::npos)
            c = ' ';

    text = trimmed (text);
    text.erase (0, std::min (text.find_first_not_of (". "), text.size()));
    return trimmed (shortened (text, longestName));
}
} // namespace

PresetDesk::PresetDesk (Session& s, PresetPlaces places) : shelf (std::move (places)), session (s)
{
    changed = shelf.onChange.add ([this] { search (wanted); });
    search (wanted);
}

void PresetDesk::begin()
{
    if (! std::exchange (hasBegun, true))
        shelf.look();
}

void PresetDesk::search (const PresetQuery& query)
{
    wanted = query;
    found = shelf.index().find (query);

    if (! query.similarTo.empty())
        sortBySound();

    onList.call();
}

std::optional<Timbre> PresetDesk::timbreOf (const fs::path& file) const
{
    const auto known = timbres.find (file.native());
    return known != timbres.end() ? std::optional (known->second) : std::nullopt;
}

void PresetDesk::readTimbres()
{
    timbres.clear();

    for (const auto& [file, numbers] : shelf.sounds (presetTimbreVersion))
        if (! numbers.empty())
            timbres.emplace (file, timbreFrom (numbers));
}

Result<Done> PresetDesk::searchSimilar (InstrumentId id, const fs::path& file)
{
    readTimbres();
    const auto patch = session.patchOf (id);
    auto query = wanted;

    if (const auto known = timbreOf (file))
        wantedTimbre = *known;
    else if (const auto read = file.empty() ? Result<LoadedPatch> (noSynth) : loadPatch (file); read)
    {
        wantedTimbre = timbreOfPatch (read->patch);
        shelf.keepSound (file, presetTimbreVersion, numbersOf (wantedTimbre));
        timbres.insert_or_assign (file.native(), wantedTimbre);
    }
    else if (file.empty() && patch != nullptr)
        wantedTimbre = timbreOfPatch (*patch);
    else
        return read.failure();

    const auto* item = shelf.find (file);
    query.similarTo = item != nullptr ? item->name : patch != nullptr && ! patch->name.empty() ? patch->name
                                                                                               : std::string ("this sound");
    search (query);
    return Done {};
}

/** Of those that were found, those that were listened to, nearest first. */
void PresetDesk::sortBySound()
{
    std::vector<Timbre> all;

    for (const auto& [file, timbre] : timbres)
        all.push_back (timbre);

    const TimbreSpace space (all);
    std::vector<std::pair<double, std::size_t>> order;

    for (const auto place : found)
        if (const auto timbre = timbreOf (shelf.index().items()[place].file))
            order.emplace_back (space.distance (wantedTimbre, *timbre), place);

    std::ranges::sort (order);
    found.resize (order.size());
    std::ranges::transform (order, found.begin(), &std::pair<double, std::size_t>::second);
}

fs::path PresetDesk::presetOf (InstrumentId id) const
{
    const auto patch = session.patchOf (id);

    if (patch == nullptr)
        return {};

    // After an undo it may be another one that is remembered.
    if (const auto kept = loaded.find (id); kept != loaded.end())
        if (const auto* item = shelf.find (kept->second); item != nullptr && item->name == patch->name)
            return item->file;

    const auto& items = shelf.index().items();
    const auto named = std::ranges::find_if (items, [&] (const PresetItem& item) { return ! patch->name.empty() && item.name == patch->name; });
    return named != items.end() ? named->file : fs::path();
}

Result<std::vector<std::string>> PresetDesk::load (InstrumentId id, const fs::path& file)
{
    if (! session.project().instruments.contains (id))
        return Failure { "There is no instrument to load a patch onto.", "" };

    const auto patch = loadPatch (file);

    if (! patch)
        return patch.failure();

    const auto before = session.patchOf (id);
    session.edit ("load patch " + patch->patch.name, [&] (Project& project) { setPatch (project, id, patch->patch); });
    loaded[id] = file;
    comparisons[id].loaded (before, session.patchOf (id));
    return patch->remarks;
}

Result<Done> PresetDesk::loadOnto (TrackId id, const fs::path& file)
{
    const auto* track = session.project().tracks.find (id);

    if (track == nullptr || track->kind != TrackKind::note)
        return Failure { "Only a track of notes can play a preset.", "" };

    auto instrument = track->instrument;

    if (session.project().instruments.contains (instrument))
    {
        if (const auto remarks = load (instrument, file); ! remarks)
            return remarks.failure();
    }
    else
    {
        const auto patch = loadPatch (file);

        if (! patch)
            return patch.failure();

        instrument = newId<InstrumentId>();
        session.edit ("put preset on track", [&] (Project& project) {
            project.instruments.put (instrument, synthInstrument (patch->patch, freeInstrumentNumber (project)));
            project.tracks.edit (id).instrument = instrument;
        });
        loaded[instrument] = file;
        attend (instrument);
    }

    session.select ([&] (Selection& selection) {
        selection.cursor.track = id;
        selection.instrument = instrument;
    });
    return Done {};
}

fs::path PresetDesk::presetBeside (InstrumentId id, int places) const
{
    if (found.empty())
        return {};

    const auto now = presetOf (id);
    const auto at = std::ranges::find_if (found, [&] (std::size_t place) { return shelf.index().items()[place].file.native() == now.native(); });
    const auto count = static_cast<std::ptrdiff_t> (found.size());
    const auto from = at != found.end() ? at - found.begin() : places > 0 ? std::ptrdiff_t { -1 }
                                                                          : count;
    return listed (static_cast<std::size_t> (((from + places) % count + count) % count)).file;
}

PresetLabels PresetDesk::labelsOf (InstrumentId id) const
{
    const auto patch = session.patchOf (id);

    if (patch == nullptr)
        return {};

    const auto* item = shelf.find (presetOf (id));
    const auto author = patch->author.empty() ? session.preferences().text ("preset.author", "") : patch->author;
    return { patch->name, author, item != nullptr ? item->category : patch->style, patch->comments, patch->tags };
}

fs::path PresetDesk::fileFor (const PresetLabels& labels) const
{
    return shelf.places().user / fileName (labels.category) / (fileName (labels.name) + ".json");
}

Result<fs::path> PresetDesk::save (InstrumentId id, const PresetLabels& labels, bool mayReplace)
{
    const auto patch = session.patchOf (id);

    if (patch == nullptr)
        return noSynth;

    if (fileName (labels.name).empty())
        return Failure { "Give the preset a name.", labels.name };

    const auto file = fileFor (labels);
    std::error_code error;

    if (! mayReplace && fs::exists (file, error))
        return Failure { "There is a preset called \"" + labels.name + "\" already: choose another name, or say that it may be replaced.", file.string() };

    auto kept = *patch;
    kept.name = labels.name;
    kept.author = labels.author;
    kept.comments = labels.comments;
    kept.tags = labels.tags;

    if (std::ranges::find (vitalStyles, labels.category) != vitalStyles.end())
        kept.style = labels.category;

    fs::create_directories (file.parent_path(), error);

    if (const auto written = savePatchAs (kept, file); ! written)
        return written.failure();

    session.edit ("name preset " + kept.name, [&] (Project& project) {
        changePatch (project, id, *patch, kept);
        project.instruments.edit (id).name = kept.name;
    });

    if (! labels.author.empty())
        session.preferences().set ("preset.author", labels.author);

    loaded[id] = file;
    shelf.add (file);
    return file;
}

Result<Done> PresetDesk::compare (InstrumentId id)
{
    const auto now = session.patchOf (id);

    if (now == nullptr)
        return noSynth;

    auto& comparison = comparisons[id];
    const auto other = comparison.counterpart (*now);

    if (other == nullptr)
        return Failure { "There is nothing to compare with yet: load another preset or turn a knob.", "" };

    session.edit ("compare with " + (other->name.empty() || other->name == now->name ? "the other patch" : other->name), [&] (Project& project) {
        changePatch (project, id, *now, *other);
        auto& instrument = project.instruments.edit (id);
        instrument.name = other->name.empty() ? instrument.name : other->name;
    });
    comparison.swapped (now);
    return Done {};
}

bool PresetDesk::isComparing (InstrumentId id) const
{
    const auto known = comparisons.find (id);
    return known != comparisons.end() && known->second.isAway();
}

void PresetDesk::attend (InstrumentId id)
{
    if (const auto patch = session.patchOf (id); patch != nullptr && ! comparisons[id].knowsSomething())
        comparisons[id].loaded (nullptr, patch);
}

void PresetDesk::preview (const fs::path& file)
{
    const auto requestOf = [this] (const fs::path& one) {
        const auto* item = shelf.find (one);
        return PreviewRequest { one, item != nullptr ? item->category : std::string() };
    };

    // The neighbours are the ones that come next when somebody walks through the list.
    std::vector<PreviewRequest> next;
    const auto at = std::ranges::find_if (found, [&] (std::size_t place) { return shelf.index().items()[place].file.native() == file.native(); });

    if (at != found.end() && at + 1 != found.end())
        next.push_back (requestOf (shelf.index().items()[*(at + 1)].file));

    if (at != found.end() && at != found.begin())
        next.push_back (requestOf (shelf.index().items()[*(at - 1)].file));

    heard = file;
    previews.ask (requestOf (file), session.player().device().sampleRate, std::move (next));
}

void PresetDesk::stopPreview()
{
    previews.cancel();

    if (! heard.empty())
        session.player().preview (nullptr);

    heard.clear();
}

void PresetDesk::update()
{
    shelf.update();

    if (const auto answer = previews.take())
    {
        session.player().preview (answer->sound);

        if (! answer->problem.empty())
            session.onMessage.call (answer->problem);
    }
}

} // namespace athanor
