// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/RandomEdit.h"

#include "Support/RandomProject.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace random
{

namespace
{

/** One edit: how it is called in "Undo …", and how it is done. It may change nothing, as when there is nothing to delete. */
struct RandomEdit
{
    const char* name;
    void (*perform) (Project&, Dice&);
};

/** The entry at a random key, to be changed; null when there is none. */
template <typename Tables>
auto* entryIn (Dice& dice, Tables& table)
{
    return table.empty() ? nullptr : &table.edit (keyIn (dice, table));
}

Position position (Dice& dice, const Clip& clip) { return { dice.below (clip.lines), dice.below (3) }; }

void enterNote (Project& project, Dice& dice)
{
    if (auto* clip = entryIn (dice, project.clips))
        clip->notes.put (position (dice, *clip), cell (dice, project));
}

void clearNote (Project& project, Dice& dice)
{
    if (auto* clip = entryIn (dice, project.clips))
        clip->notes.erase (keyIn (dice, clip->notes));
}

void enterEffect (Project& project, Dice& dice)
{
    if (auto* clip = entryIn (dice, project.clips))
        clip->effects.put (position (dice, *clip), effect (dice));
}

void clearBlock (Project& project, Dice& dice)
{
    auto* clip = entryIn (dice, project.clips);
    const auto first = clip != nullptr ? dice.below (clip->lines) : 0;

    for (int line = first; clip != nullptr && line < first + 16; ++line)
        for (int column = 0; column < 3; ++column)
            clip->notes.erase ({ line, column });
}

void transposeBlock (Project& project, Dice& dice)
{
    auto* clip = entryIn (dice, project.clips);

    if (clip == nullptr)
        return;

    const auto before = clip->notes;

    for (const auto& [at, note] : before)
        if (note->key + 12 <= key::highest)
            clip->notes.edit (at).key = static_cast<std::uint8_t> (note->key + 12);
}

void insertLine (Project& project, Dice& dice)
{
    auto* clip = entryIn (dice, project.clips);

    if (clip == nullptr)
        return;

    const auto before = clip->notes;
    const auto from = dice.below (clip->lines);
    clip->notes.clear();

    for (const auto& [at, note] : before)
        clip->notes.put ({ at.line < from ? at.line : at.line + 1, at.column }, *note);
}

void drawAutomation (Project& project, Dice& dice)
{
    if (auto* clip = entryIn (dice, project.clips))
        clip->automation.edit ("macro/" + std::to_string (dice.between (1, 3)))
            .points.put (Ticks (dice.below (16) * ticksPerBeat / 4), { number (dice, 0, 1), dice.oneIn (3), {} });
}

void deleteAutomation (Project& project, Dice& dice)
{
    if (auto* clip = entryIn (dice, project.clips))
        clip->automation.erase (keyIn (dice, clip->automation));
}

void changeClip (Project& project, Dice& dice)
{
    if (auto* clip = entryIn (dice, project.clips))
    {
        clip->lines = dice.between (1, 128);
        clip->groove = number (dice, 0, 1);
    }
}

void addClip (Project& project, Dice& dice)
{
    const auto id = dice.id<ClipId>();
    project.clips.put (id, clip (dice, project, {}));

    if (auto* pattern = entryIn (dice, project.patterns); pattern != nullptr && ! project.tracks.empty())
        pattern->clips.put (keyIn (dice, project.tracks), id);
}

void deleteClip (Project& project, Dice& dice) { project.clips.erase (keyIn (dice, project.clips)); }

void addTrack (Project& project, Dice& dice) { project.tracks.put (dice.id<TrackId>(), track (dice, project, {})); }

/** Takes its clips' places in all patterns with it. */
void deleteTrack (Project& project, Dice& dice)
{
    const auto id = keyIn (dice, project.tracks);
    const auto before = project.patterns;
    project.tracks.erase (id);

    for (const auto& [pattern, content] : before)
        if (content->clips.contains (id))
            project.patterns.edit (pattern).clips.erase (id);
}

void mixTrack (Project& project, Dice& dice)
{
    if (auto* track = entryIn (dice, project.tracks))
    {
        track->volume = number (dice, -40, 6);
        track->isMuted = dice.oneIn (2);
        track->parent = dice.oneIn (2) ? keyIn (dice, project.tracks) : TrackId {};
    }
}

void addSend (Project& project, Dice& dice)
{
    const auto to = keyIn (dice, project.tracks);

    if (auto* track = entryIn (dice, project.tracks))
        track->sends.put (to, { number (dice, -40, 6), dice.oneIn (2), {} });
}

/** Of a track or an instrument. */
Graph* anyGraph (Project& project, Dice& dice)
{
    if (dice.oneIn (2))
    {
        auto* track = entryIn (dice, project.tracks);
        return track != nullptr ? &track->graph : nullptr;
    }

    auto* instrument = entryIn (dice, project.instruments);
    return instrument != nullptr ? &instrument->graph : nullptr;
}

void addNode (Project& project, Dice& dice)
{
    if (auto* graph = anyGraph (project, dice))
        graph->nodes.put (dice.id<NodeId>(), { "filter.svf", text (dice), number (dice, 0, 900), number (dice, 0, 600), false, {}, {}, {}, {} });
}

void connect (Project& project, Dice& dice)
{
    if (auto* graph = anyGraph (project, dice); graph != nullptr && ! graph->nodes.empty())
        graph->cables.put (dice.id<CableId>(), { keyIn (dice, graph->nodes), "out", keyIn (dice, graph->nodes), "in", number (dice, -1, 1), dice.oneIn (6), {} });
}

/** Takes its cables with it. */
void deleteNode (Project& project, Dice& dice)
{
    auto* graph = anyGraph (project, dice);

    if (graph == nullptr)
        return;

    const auto id = keyIn (dice, graph->nodes);
    const auto cables = graph->cables;
    graph->nodes.erase (id);

    for (const auto& [cable, content] : cables)
        if (content->from == id || content->to == id)
            graph->cables.erase (cable);
}

void turnKnob (Project& project, Dice& dice)
{
    if (auto* graph = anyGraph (project, dice))
        if (auto* node = entryIn (dice, graph->nodes))
            node->knobs.put ("cutoff", number (dice, 20, 2'000));
}

void moveNode (Project& project, Dice& dice)
{
    if (auto* graph = anyGraph (project, dice))
        if (auto* node = entryIn (dice, graph->nodes))
        {
            node->x = number (dice, -500, 500);
            node->isBypassed = dice.oneIn (2);
        }
}

void changeTempo (Project& project, Dice& dice)
{
    const Ticks at = beats (dice.below (8));

    if (dice.oneIn (3))
        project.tempo.erase (at);
    else
        project.tempo.put (at, { number (dice, 40, 300), {} });
}

void changeMeter (Project& project, Dice& dice) { project.meters.put (beats (dice.below (4)), { dice.between (2, 7), 4, {} }); }

void addInstrument (Project& project, Dice& dice)
{
    project.instruments.put (dice.id<InstrumentId>(), instrument (dice, project, {}));
}

void deleteInstrument (Project& project, Dice& dice) { project.instruments.erase (keyIn (dice, project.instruments)); }

void changeInstrument (Project& project, Dice& dice)
{
    if (auto* instrument = entryIn (dice, project.instruments))
    {
        instrument->name = text (dice);
        instrument->newNoteAction = static_cast<NewNoteAction> (dice.below (4));
        instrument->volumeEnvelope.points.put (dice.below (40), number (dice, 0, 1));
        instrument->zones.put (dice.id<ZoneId>(), zone (dice, project));
    }
}

void turnMacro (Project& project, Dice& dice)
{
    auto& macro = project.macros.edit (dice.between (1, 8));
    macro.value = number (dice, 0, 1);
    macro.targets.put ("track/drums/" + std::to_string (dice.below (4)), { 0, number (dice, 0, 1), {} });
}

void addPattern (Project& project, Dice& dice)
{
    const auto id = dice.id<PatternId>();
    project.patterns.put (id, pattern (dice, project));
    project.sequence.put (dice.id<SlotId>(), { id, number (dice, 0, 20), text (dice), {} });
}

void deletePattern (Project& project, Dice& dice) { project.patterns.erase (keyIn (dice, project.patterns)); }

void moveSlot (Project& project, Dice& dice)
{
    if (auto* slot = entryIn (dice, project.sequence))
        slot->order = number (dice, 0, 20);
}

void deleteSlot (Project& project, Dice& dice) { project.sequence.erase (keyIn (dice, project.sequence)); }

void rename (Project& project, Dice& dice) { project.title = text (dice) + std::to_string (dice.below (100)); }

void addSound (Project& project, Dice& dice)
{
    project.assets.put (hash (dice), { text (dice), 48'000, dice.between (1, 2), dice.below (100'000), {} });
}

} // namespace

} // namespace random

std::string performRandomEdit (Project& project, Dice& dice)
{
    using namespace random;

    static constexpr std::array<RandomEdit, 30> edits { {
        { "enter note", enterNote },
        { "enter note", enterNote },
        { "enter note", enterNote },
        { "clear note", clearNote },
        { "enter effect", enterEffect },
        { "clear block", clearBlock },
        { "transpose block", transposeBlock },
        { "insert line", insertLine },
        { "draw automation", drawAutomation },
        { "delete automation", deleteAutomation },
        { "change clip", changeClip },
        { "add clip", addClip },
        { "delete clip", deleteClip },
        { "add track", addTrack },
        { "delete track", deleteTrack },
        { "mix track", mixTrack },
        { "add send", addSend },
        { "add module", addNode },
        { "connect", connect },
        { "delete module", deleteNode },
        { "turn knob", turnKnob },
        { "move module", moveNode },
        { "change tempo", changeTempo },
        { "change meter", changeMeter },
        { "add instrument", addInstrument },
        { "change instrument", changeInstrument },
        { "turn macro", turnMacro },
        { "add pattern", addPattern },
        { "move slot", moveSlot },
        { "rename song", rename },
    } };

    static constexpr std::array<RandomEdit, 4> rareEdits { {
        { "delete instrument", deleteInstrument },
        { "delete pattern", deletePattern },
        { "delete slot", deleteSlot },
        { "add sound", addSound },
    } };

    const auto edit = dice.oneIn (12) ? dice.oneOf (rareEdits) : dice.oneOf (edits);
    edit.perform (project, dice);
    return edit.name;
}

} // namespace athanor
