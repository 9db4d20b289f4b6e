// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/RegionEdits.h"
#include "App/Edits/SamplerEdits.h"
#include "App/Edits/TrackEdits.h"

namespace athanor
{

namespace
{
constexpr const char* nothingChosen = "Choose a piece of a recording first.";

std::string nameOfFile (const Arguments& arguments) { return std::filesystem::path (textIn (arguments, "file")).stem().string(); }

/** The audio track that was named, or that of the cursor; zero when that is none. */
TrackId audioTrack (const Session& session, const Arguments& arguments)
{
    if (textIn (arguments, "track") == "new")
        return {};

    const auto named = fromHex (textIn (arguments, "track"));
    const auto id = named ? TrackId { *named } : here (session).cursor.track;
    const auto* track = session.project().tracks.find (id);
    return track != nullptr && track->kind == TrackKind::audio ? id : TrackId {};
}

/** The last track that plays something: a new one for a recording goes behind it. */
TrackId lastPlayer (const Project& project)
{
    TrackId last;

    for (const auto id : tracksInOrder (project))
        if (const auto kind = project.tracks.find (id)->kind; kind == TrackKind::note || kind == TrackKind::audio)
            last = id;

    return last;
}

Result<Value> place (Session& session, const Arguments& arguments)
{
    const auto hash = session.addSound (std::filesystem::path (textIn (arguments, "file")));

    if (! hash)
        return hash.failure();

    const auto now = here (session);
    const auto slot = fromHex (textIn (arguments, "slot"));
    const auto* chosen = session.project().sequence.find (slot ? SlotId { *slot } : now.slot);
    const auto pattern = chosen != nullptr ? chosen->pattern : now.pattern;
    const auto at = Ticks (static_cast<std::int64_t> (std::clamp (numberIn (arguments, "beat"), 0.0, 1024.0) * static_cast<double> (ticksPerBeat)));
    auto track = audioTrack (session, arguments);
    RegionId made;

    session.edit ("put recording on track", [&] (Project& project) {
        if (! track)
        {
            track = addTrack (project, TrackKind::audio, lastPlayer (project));
            project.tracks.edit (track).name = nameOfFile (arguments);
        }

        made = addRegion (project, pattern, track, *hash, at);
    });

    session.select ([&] (Selection& selection) {
        selection.region = made;
        selection.cursor = { .track = track, .line = 0 };
    });
    return Value (toHex (made.value));
}

Result<Value> makeSampler (Session& session, const Arguments& arguments)
{
    const auto hash = session.addSound (std::filesystem::path (textIn (arguments, "file")));

    if (! hash)
        return hash.failure();

    InstrumentId made;
    session.edit ("make sampler", [&] (Project& project) { made = addSampler (project, *hash, nameOfFile (arguments)); });
    session.select ([&] (Selection& selection) { selection.instrument = made; });
    return Value (toHex (made.value));
}

Result<Value> changeSampler (Session& session, const Arguments& arguments)
{
    const auto hash = session.addSound (std::filesystem::path (textIn (arguments, "file")));

    if (! hash)
        return hash.failure();

    auto isDone = false;
    session.edit ("load recording into instrument", [&] (Project& project) { isDone = setSampler (project, here (session).instrument, *hash, nameOfFile (arguments)); });
    return doneIf (isDone, "There is no instrument to load it into.");
}

/** An undoable edit of the chosen region. */
Result<Value> editRegion (Session& session, const std::string& name, const std::function<void (Project&, const RegionPlace&)>& change)
{
    const auto found = placeOf (session.project(), session.selection().region);

    if (! found)
        return Failure { nothingChosen, "" };

    session.edit (name, [&] (Project& project) { change (project, *found); });
    return done();
}

/** Where the pattern of a region begins in the song: in the slot on screen if that plays it, else where it is first played. */
Ticks songStartOf (const Session& session, PatternId pattern)
{
    const auto now = here (session);

    if (now.pattern == pattern)
        return startOfSlot (session.project(), now.slot);

    for (const auto slot : slotsInOrder (session.project()))
        if (session.project().sequence.find (slot)->pattern == pattern)
            return startOfSlot (session.project(), slot);

    return {};
}

Result<Value> split (Session& session)
{
    const auto found = placeOf (session.project(), session.selection().region);

    if (! found)
        return Failure { nothingChosen, "" };

    // Where it plays, or, while that is elsewhere, at the line of the cursor.
    const auto playing = session.player().position();
    const auto now = here (session);
    const auto line = timeOfLine (now.cursor.line, linesPerBeatAt (session.project(), found->pattern, found->track));
    const auto at = playing.pattern == found->pattern && playing.inPattern > Ticks() ? playing.inPattern : line;
    RegionId second;
    session.edit ("split recording", [&] (Project& project) { second = splitRegion (project, *found, at, songStartOf (session, found->pattern)); });

    if (second)
        session.select ([&] (Selection& selection) { selection.region = second; });

    return doneIf (static_cast<bool> (second), "Put the play position inside the recording first: click on the ruler.");
}

Result<Value> duplicate (Session& session)
{
    const auto found = placeOf (session.project(), session.selection().region);
    const auto* region = found ? regionAt (session.project(), *found) : nullptr;

    if (region == nullptr)
        return Failure { nothingChosen, "" };

    const auto end = afterSeconds (session.project(), songStartOf (session, found->pattern) + region->at, lengthOf (session.project(), *region));
    RegionId made;

    // Its end may lie in another pattern of the song than its start.
    for (const auto slot : slotsInOrder (session.project()))
    {
        const auto id = session.project().sequence.find (slot)->pattern;
        const auto* pattern = session.project().patterns.find (id);
        const auto start = startOfSlot (session.project(), slot);

        if (pattern != nullptr && end >= start && end < start + pattern->length)
            session.edit ("repeat recording", [&] (Project& project) { made = copyRegion (project, *found, id, found->track, end - start); });
    }

    session.select ([&] (Selection& selection) { selection.region = made ? made : selection.region; });
    return doneIf (static_cast<bool> (made), "The song ends with it.");
}

Result<Value> nudge (Session& session, int lines)
{
    return editRegion (session, "move recording", [&] (Project& project, const RegionPlace& region) {
        const auto step = timeOfLine (1, linesPerBeatAt (project, region.pattern, region.track));
        moveRegion (project, region, region.pattern, region.track, regionAt (project, region)->at + step * lines);
    });
}

Result<Value> changeGain (Session& session, double by)
{
    return editRegion (session, "change gain of recording", [by] (Project& project, const RegionPlace& region) { setRegionGain (project, region, regionAt (project, region)->gain + by); });
}

void declareSounds (Session& session)
{
    const Argument file { "file", "A sound file.", Argument::Kind::file, {} };
    const Argument track { "track", "Id of an audio track, or new; left out: the one of the cursor, or a new one.", Argument::Kind::text, Value ("") };
    const Argument slot { "slot", "Id of the slot of the song; left out: the one on screen.", Argument::Kind::text, Value ("") };

    declare (session, { "sound.place", "Put recording on track…", "Puts a sound file onto an audio track, or onto a new one.", "", "", { file, track, slot, number ("beat", "Beats from the start of the pattern.", 0) } }, [&session] (const Arguments& arguments) { return place (session, arguments); });
    declare (session, { "sound.toInstrument", "New sampler…", "Makes a new instrument that plays a sound file.", "", "", { file } }, [&session] (const Arguments& arguments) { return makeSampler (session, arguments); });
    declare (session, { "sound.intoInstrument", "Load recording into instrument…", "Makes the chosen instrument play a sound file.", "", "", { file } }, [&session] (const Arguments& arguments) { return changeSampler (session, arguments); });
}

void declareRegions (Session& session)
{
    declare (session, { "region.remove", "Remove recording", "Takes the chosen piece of a recording off its track.", "delete | backspace", "arrange" }, [&session] (const Arguments&) { return editRegion (session, "remove recording", removeRegion); });
    declare (session, { "region.split", "Split recording", "Cuts the chosen piece in two at the play position, or at the line of the cursor.", "ctrl + E", "arrange" }, [&session] (const Arguments&) { return split (session); });
    declare (session, { "region.duplicate", "Repeat recording", "Puts a copy of the chosen piece right behind it.", "ctrl + D", "arrange" }, [&session] (const Arguments&) { return duplicate (session); });
    declare (session, { "region.left", "Recording earlier", "Moves the chosen piece a line earlier.", "cursor left", "arrange" }, [&session] (const Arguments&) { return nudge (session, -1); });
    declare (session, { "region.right", "Recording later", "Moves the chosen piece a line later.", "cursor right", "arrange" }, [&session] (const Arguments&) { return nudge (session, 1); });
    declare (session, { "region.louder", "Recording louder", "Makes the chosen piece a decibel louder.", "cursor up", "arrange" }, [&session] (const Arguments&) { return changeGain (session, 1); });
    declare (session, { "region.softer", "Recording softer", "Makes the chosen piece a decibel softer.", "cursor down", "arrange" }, [&session] (const Arguments&) { return changeGain (session, -1); });

    declare (session, { "region.setGain", "Gain of recording", "Sets how loud the chosen piece is.", "", "arrange", { number ("gain", "Decibels, -60 to 24.") } }, [&session] (const Arguments& arguments) {
        return editRegion (session, "change gain of recording", [&] (Project& project, const RegionPlace& region) { setRegionGain (project, region, numberIn (arguments, "gain")); });
    });

    declare (session, { "region.setFades", "Fades of recording", "Sets how long the chosen piece takes to come and to go.", "", "arrange", { number ("in", "Seconds at its start."), number ("out", "Seconds at its end.") } }, [&session] (const Arguments& arguments) {
        return editRegion (session, "fade recording", [&] (Project& project, const RegionPlace& region) { setFades (project, region, numberIn (arguments, "in"), numberIn (arguments, "out")); });
    });
}
} // namespace

void declareSoundActions (Session& session)
{
    declareSounds (session);
    declareRegions (session);
}

} // namespace athanor
