// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"
#include "App/Edits/ClipEdits.h"

namespace athanor
{

namespace
{
template <typename Change>
auto editClipHere (Session& session, const std::string& name, Change change)
{
    const auto now = here (session);
    auto isDone = true;

    session.edit (name, [&] (Project& project) {
        if constexpr (std::is_same_v<decltype (change (project, now.pattern, now.cursor.track)), bool>)
            isDone = change (project, now.pattern, now.cursor.track);
        else
            change (project, now.pattern, now.cursor.track);
    });

    return isDone;
}
} // namespace

void declareClipActions (Session& session)
{
    declare (session, { "clip.setLines", "Set clip length", "Sets how many lines the clip under the cursor has; what is beyond its end is gone.", "", "", { number ("lines", "Lines, 1 to 1024.") } }, [&session] (const Arguments& arguments) {
        editClipHere (session, "change clip length", [&] (Project& project, PatternId pattern, TrackId track) { setLines (project, pattern, track, wholeIn (arguments, "lines", 1, 1024)); });
        return done();
    });

    declare (session, { "clip.setLinesPerBeat", "Set lines per beat", "Sets how fast the clip under the cursor goes.", "", "", { number ("lines", "Lines to a beat, 1 to 96.") } }, [&session] (const Arguments& arguments) {
        editClipHere (session, "change lines per beat", [&] (Project& project, PatternId pattern, TrackId track) { setLinesPerBeat (project, pattern, track, wholeIn (arguments, "lines", 1, 96)); });
        return done();
    });

    declare (session, { "clip.refine", "Twice as fine", "Doubles the lines of the clip and plays them twice as fast, so that there is room between them." }, [&session] (const Arguments&) {
        return doneIf (editClipHere (session, "refine clip", refine), "A clip has at most 1024 lines and 96 lines to a beat.");
    });

    declare (session, { "clip.coarsen", "Half as fine", "Halves the lines of the clip and plays them half as fast; notes in between are kept by their delay." }, [&session] (const Arguments&) {
        return doneIf (editClipHere (session, "coarsen clip", coarsen), "Only an even number of lines, and of lines per beat, can be halved.");
    });

    declare (session, { "clip.doubleLength", "Twice as long", "Repeats the clip, so that its second half can be changed." }, [&session] (const Arguments&) {
        return doneIf (editClipHere (session, "double clip", doubleLength), "A clip has at most 1024 lines.");
    });

    declare (
        session, { "clip.makeUnique", "Make clip unique", "Gives this pattern a copy of a clip that it shares with others." },
        [&session] { editClipHere (session, "make clip unique", makeUnique); },
        onlyIf ([&session] { return usersOfClip (session.project(), here (session).pattern, here (session).cursor.track) > 1; }, "No other pattern plays this clip."));

    declare (session, { "pattern.setLength", "Set pattern length", "Sets how long the pattern on screen plays; shorter clips start again.", "", "", { number ("beats", "Beats, up to 1024.") } }, [&session] (const Arguments& arguments) {
        const auto length = Ticks (static_cast<std::int64_t> (std::clamp (numberIn (arguments, "beats"), 0.0, 1024.0) * static_cast<double> (ticksPerBeat)));
        editClipHere (session, "change pattern length", [&] (Project& project, PatternId pattern, TrackId) { setPatternLength (project, pattern, length); });
        return done();
    });
}

} // namespace athanor
