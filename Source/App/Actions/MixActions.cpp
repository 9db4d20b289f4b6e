// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/MixEdits.h"
#include "App/Edits/PatchEdits.h"
#include "App/Edits/TrackEdits.h"
#include "App/Parameters.h"

namespace athanor
{

namespace
{
TrackId trackIn (const Arguments& arguments, const std::string& name) { return { fromHex (textIn (arguments, name)).value_or (0) }; }

TrackId trackHere (const Session& session) { return here (session).cursor.track; }

void showTrack (Session& session, TrackId track)
{
    session.select ([&] (Selection& selection) { selection.cursor = { .track = track, .line = selection.cursor.line }; });
}

/** Strips as the mixer shows them: sends stand at the right, before the master. */
std::vector<TrackId> strips (const Project& project)
{
    auto tracks = tracksInOrder (project);
    std::ranges::stable_sort (tracks, {}, [&] (TrackId id) {
        const auto kind = project.tracks.find (id)->kind;
        return kind == TrackKind::master ? 2 : kind == TrackKind::send ? 1
                                                                       : 0;
    });
    return tracks;
}

void chooseNeighbour (Session& session, int by)
{
    const auto tracks = strips (session.project());
    const auto at = std::find (tracks.begin(), tracks.end(), session.selection().cursor.track) - tracks.begin() + by;

    if (at >= 0 && at < std::ssize (tracks))
        showTrack (session, tracks[static_cast<std::size_t> (at)]);
}

Result<Value> changeVolume (Session& session, double by)
{
    const auto track = session.selection().cursor.track;

    if (! session.project().tracks.contains (track))
        return Failure { "Choose a track first.", "" };

    session.edit ("change volume", [&] (Project& project) { setValue (project, volumeOf (track), valueOf (project, volumeOf (track)) + static_cast<float> (by)); });
    return done();
}

void declareStrips (Session& session)
{
    declare (session, { "mix.previous", "Previous strip", "Chooses the track to the left.", "cursor left", "mix" }, [&session] { chooseNeighbour (session, -1); });
    declare (session, { "mix.next", "Next strip", "Chooses the track to the right.", "cursor right", "mix" }, [&session] { chooseNeighbour (session, 1); });
    declare (session, { "mix.louder", "Track louder", "Turns the track up by half a decibel.", "cursor up", "mix" }, [&session] (const Arguments&) { return changeVolume (session, 0.5); });
    declare (session, { "mix.softer", "Track softer", "Turns the track down by half a decibel.", "cursor down", "mix" }, [&session] (const Arguments&) { return changeVolume (session, -0.5); });

    declare (session, { "track.move", "Move track", "Moves the track along the others.", "", "", { number ("places", "Places to the right; below zero to the left.") } }, [&session] (const Arguments& arguments) {
        auto isDone = false;
        session.edit ("move track", [&] (Project& project) { isDone = moveTrack (project, session.selection().cursor.track, wholeIn (arguments, "places", -1'000, 1'000)); });
        return doneIf (isDone, "It cannot go further.");
    });
}

void declareRouting (Session& session)
{
    declare (session, { "track.group", "Group track", "Makes a group that this track plays into.", "ctrl + G" }, [&session] (const Arguments&) {
        TrackId made;
        session.edit ("group track", [&] (Project& project) { made = groupTrack (project, trackHere (session)); });
        return doneIf (static_cast<bool> (made), "Only tracks and groups can be grouped.");
    });

    declare (session, { "track.ungroup", "Dissolve group", "Takes the group away; its tracks stay." }, [&session] (const Arguments&) {
        auto isDone = false;
        session.edit ("dissolve group", [&] (Project& project) { isDone = ungroup (project, session.selection().cursor.track); });
        return doneIf (isDone, "This track is no group.");
    });

    declare (session, { "track.setOutput", "Play into", "Makes the track play into a group, or into the master.", "", "", { text ("group", "Id of a group; empty: the master.") } }, [&session] (const Arguments& arguments) {
        auto isDone = false;
        session.edit ("change output of track", [&] (Project& project) { isDone = setOutput (project, session.selection().cursor.track, trackIn (arguments, "group")); });
        return doneIf (isDone, "It would play into itself.");
    });

    declare (session, { "track.removeSend", "Remove send", "Sends nothing of the track there any more.", "", "", { text ("send", "Id of the send track.") } }, [&session] (const Arguments& arguments) {
        session.edit ("remove send", [&] (Project& project) { removeSend (project, session.selection().cursor.track, trackIn (arguments, "send")); });
        return done();
    });

    declare (session, { "track.preFader", "Send before the fader", "Whether what is sent there follows the fader of the track.", "", "", { text ("send", "Id of the send track.") } }, [&session] (const Arguments& arguments) {
        const auto track = session.selection().cursor.track, to = trackIn (arguments, "send");
        const auto* found = session.project().tracks.find (track);
        const auto* send = found != nullptr ? found->sends.find (to) : nullptr;

        if (send == nullptr)
            return Result<Value> (Failure { "Turn the send up first.", "" });

        session.edit (send->isPreFader ? "send behind fader" : "send before fader", [&, before = ! send->isPreFader] (Project& project) { setPreFader (project, track, to, before); });
        return done();
    });

    declare (session, { "track.sidechain", "Give way to another track", "Puts a compressor behind the devices that another track presses down.", "", "", { text ("source", "Id of the track that it gives way to.") } }, [&session] (const Arguments& arguments) {
        auto isDone = false;
        session.edit ("add sidechain", [&] (Project& project) { isDone = addSidechain (project, session.selection().cursor.track, trackIn (arguments, "source")); });
        return doneIf (isDone, "A track cannot give way to itself.");
    });

    declare (session, { "patch.listenTo", "Listen to track", "Chooses whom the chosen listening module hears.", "", "patch", { text ("track", "Id of the track.") } }, [&session] (const Arguments& arguments) {
        const auto place = shownPatch (session.project(), session.selection());
        session.edit ("listen to track", [&] (Project& project) {
            auto& graph = editGraph (project, place);

            for (const auto id : session.selection().nodes)
                if (const auto* node = graph.nodes.find (id); node != nullptr && node->type == "track.listen")
                    setSource (graph.nodes.edit (id), trackIn (arguments, "track"));
        });
        return done();
    });
}
} // namespace

void declareMixActions (Session& session)
{
    declareStrips (session);
    declareRouting (session);
}

} // namespace athanor
