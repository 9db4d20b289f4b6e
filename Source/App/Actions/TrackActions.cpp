// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/TrackEdits.h"

namespace athanor
{

namespace
{
TrackId trackHere (const Session& session) { return here (session).cursor.track; }

void showTrack (Session& session, TrackId track)
{
    session.select ([&] (Selection& selection) {
        selection.cursor = { .track = track, .line = selection.cursor.line };
        selection.block.reset();
        selection = settled (session.project(), selection);
    });
}

/** An undoable edit of the track of the cursor. */
Result<Value> editTrack (Session& session, const std::string& name, const std::function<void (Track&)>& change)
{
    const auto track = trackHere (session);

    if (! session.project().tracks.contains (track))
        return Failure { "There is no track to change.", "" };

    session.edit (name, [&] (Project& project) { change (project.tracks.edit (track)); });
    return done();
}

void add (Session& session, TrackKind kind, const std::string& name)
{
    TrackId made;
    session.edit (name, [&] (Project& project) { made = addTrack (project, kind, trackHere (session), here (session).instrument); });
    showTrack (session, made);
}

Result<Value> remove (Session& session)
{
    const auto tracks = patternTracks (session.project());
    const auto track = trackHere (session);
    const auto at = std::find (tracks.begin(), tracks.end(), track) - tracks.begin();
    auto isDone = false;
    session.edit ("remove track", [&] (Project& project) { isDone = removeTrack (project, track); });

    if (isDone && tracks.size() > 1)
        showTrack (session, tracks[static_cast<std::size_t> (at + 1 < std::ssize (tracks) ? at + 1 : std::max<std::ptrdiff_t> (0, at - 1))]);

    return doneIf (isDone, "The master cannot be removed.");
}

Result<Value> move (Session& session, int places)
{
    auto isDone = false;
    session.edit ("move track", [&] (Project& project) { isDone = moveTrack (project, trackHere (session), places); });
    return doneIf (isDone, "It cannot go further.");
}

void declareAdding (Session& session)
{
    declare (session, { "track.add", "New note track", "Puts a track for notes to the right of this one.", "ctrl + T" }, [&session] { add (session, TrackKind::note, "add track"); });
    declare (session, { "track.addAudio", "New audio track", "Puts a track for recordings to the right of this one." }, [&session] { add (session, TrackKind::audio, "add audio track"); });
    declare (session, { "track.addGroup", "New group", "Puts a track that others play into to the right of this one." }, [&session] { add (session, TrackKind::group, "add group"); });
    declare (session, { "track.addSend", "New send", "Puts a track for a shared effect to the right of this one." }, [&session] { add (session, TrackKind::send, "add send"); });

    declare (session, { "track.duplicate", "Duplicate track", "Puts a copy of the track and of its clips to its right." }, [&session] {
        TrackId made;
        session.edit ("duplicate track", [&] (Project& project) { made = duplicateTrack (project, trackHere (session)); });
        showTrack (session, made);
    });

    declare (session, { "track.remove", "Remove track", "Takes the track and its clips away." }, [&session] (const Arguments&) { return remove (session); });
    declare (session, { "track.moveLeft", "Move track left", "Moves the track one place to the left.", "alt + shift + cursor left" }, [&session] (const Arguments&) { return move (session, -1); });
    declare (session, { "track.moveRight", "Move track right", "Moves the track one place to the right.", "alt + shift + cursor right" }, [&session] (const Arguments&) { return move (session, 1); });
}

void declareChanging (Session& session)
{
    declare (session, { "track.rename", "Rename track", "Gives the track another name.", "", "", { text ("name", "The new name.") } }, [&session] (const Arguments& arguments) {
        return editTrack (session, "rename track", [&] (Track& track) { track.name = textIn (arguments, "name"); });
    });

    declare (session, { "track.setColour", "Colour track", "Gives the track another colour.", "", "", { number ("colour", "Number of the colour, 0 to 6.") } }, [&session] (const Arguments& arguments) {
        return editTrack (session, "colour track", [&] (Track& track) { track.colour = wholeIn (arguments, "colour", 0, 6); });
    });

    declare (session, { "track.mute", "Mute", "Silences the track, or lets it sound again.", "alt + M" }, [&session] (const Arguments&) {
        return editTrack (session, "mute track", [] (Track& track) { track.isMuted = ! track.isMuted; });
    });

    declare (session, { "track.solo", "Solo", "Lets only this track and other solo tracks sound.", "alt + S" }, [&session] (const Arguments&) {
        return editTrack (session, "solo track", [] (Track& track) { track.isSolo = ! track.isSolo; });
    });

    declare (session, { "track.unmuteAll", "All tracks on", "Takes mute and solo off every track.", "alt + shift + M" }, [&session] {
        session.edit ("unmute all tracks", [] (Project& project) {
            for (const auto& [id, track] : Table (project.tracks))
                if (track->isMuted || track->isSolo)
                    project.tracks.edit (id).isMuted = project.tracks.edit (id).isSolo = false;
        });
    });
}

void declareColumns (Session& session)
{
    const auto change = [&session] (const char* name, int notes, int effects) {
        const auto id = trackHere (session);

        if (const auto* track = session.project().tracks.find (id))
            session.edit (name, [&, noteColumns = track->noteColumns + notes, effectColumns = track->effectColumns + effects] (Project& project) { setColumns (project, id, noteColumns, effectColumns); });
    };

    declare (session, { "track.addNoteColumn", "More note columns", "Gives the track one more note column, up to 12.", "ctrl + shift + =" }, [change] { change ("add note column", 1, 0); });
    declare (session, { "track.removeNoteColumn", "Fewer note columns", "Folds the last note column of the track away.", "ctrl + shift + -" }, [change] { change ("remove note column", -1, 0); });
    declare (session, { "track.addEffectColumn", "More effect columns", "Gives the track one more effect column, up to 8.", "alt + shift + =" }, [change] { change ("add effect column", 0, 1); });
    declare (session, { "track.removeEffectColumn", "Fewer effect columns", "Folds the last effect column of the track away.", "alt + shift + -" }, [change] { change ("remove effect column", 0, -1); });
}
} // namespace

void declareTrackActions (Session& session)
{
    declareAdding (session);
    declareChanging (session);
    declareColumns (session);
}

} // namespace athanor
