// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Actions/Declare.h"
#include "App/Actions/Support.h"

#include <chrono>

namespace athanor
{

namespace
{
constexpr double slowest = 20, fastest = 999;

/** The tempo of the hand: the mean of the last taps, forgotten after two seconds without one. */
class Taps
{
public:
    /** Beats a minute, or 0 as long as there was only one tap. */
    double tap (double seconds)
    {
        if (! times.empty() && (seconds - times.back() > 2 || seconds <= times.back()))
            times.clear();

        times.push_back (seconds);

        if (times.size() > 8)
            times.erase (times.begin());

        return times.size() < 2 ? 0 : 60 * static_cast<double> (times.size() - 1) / (times.back() - times.front());
    }

private:
    std::vector<double> times;
};

Result<Value> setTempo (Session& session, double tempo)
{
    tempo = std::round (std::clamp (tempo, slowest, fastest) * 100) / 100;
    session.edit ("change tempo", [tempo] (Project& project) { project.tempo.edit (Ticks()).beatsPerMinute = tempo; });
    return Value (tempo);
}

SlotId firstSlot (const Session& session)
{
    const auto slots = slotsInOrder (session.project());
    return slots.empty() ? SlotId {} : slots.front();
}

void goToStart (Session& session)
{
    session.player().locate (firstSlot (session), Ticks());
    session.select ([&session] (Selection& selection) {
        selection.slot = firstSlot (session);
        selection.cursor.line = 0;
        selection = settled (session.project(), selection);
    });
}

/** Where keys are recorded, the song is counted in. */
Player& readyPlayer (Session& session)
{
    session.player().setRecording (session.selection().isRecording);
    return session.player();
}

void playOrStop (Session& session)
{
    if (session.player().position().isPlaying)
        session.player().stop();
    else
        readyPlayer (session).play();
}

void declarePlaying (Session& session)
{
    auto& player = session.player();

    declare (session, { "transport.playOrStop", "Play or stop", "Starts the song where it is, or stops it.", "spacebar" }, [&session] { playOrStop (session); });

    declare (session, { "transport.playSong", "Play from the start", "Plays the song from its first line.", "F5" }, [&session] {
        readyPlayer (session).playFrom (firstSlot (session), Ticks(), PlayRange::song);
    });

    declare (session, { "transport.playPattern", "Play this pattern", "Plays the pattern on screen round and round.", "F6" }, [&session] {
        readyPlayer (session).playFrom (here (session).slot, Ticks(), PlayRange::slot);
    });

    declare (session, { "transport.playFromCursor", "Play from the cursor", "Plays the song from the line of the cursor.", "F7 | shift + spacebar" }, [&session] {
        const auto now = here (session);
        readyPlayer (session).playFrom (now.slot, timeOfLine (now.cursor.line, linesPerBeatAt (session.project(), now.pattern, now.cursor.track)), PlayRange::song);
    });

    declare (session, { "transport.stop", "Stop", "Releases all notes and stays where it is.", "F8" }, [&player] { player.stop(); });

    declare (session, { "transport.panic", "Silence everything", "Cuts every sounding note and every tail at once.", "shift + F8" }, [&player] { player.panic(); });

    declare (session, { "transport.rewind", "Go to the start", "Moves the play position and the view to the start of the song.", "ctrl + home" }, [&session] { goToStart (session); });
}

void declareSwitches (Session& session)
{
    auto& player = session.player();

    declare (session, { "transport.record", "Record keys", "Whether keys that are played while the song plays are written where it is.", "shift + escape" }, [&session] {
        session.select ([] (Selection& selection) { selection.isRecording = ! selection.isRecording; });
        session.player().setRecording (session.selection().isRecording);
    });

    declare (session, { "pattern.edit", "Edit mode", "Whether keys write into the pattern where the cursor is.", "escape", "pattern" }, [&session] {
        session.select ([] (Selection& selection) { selection.isEditing = ! selection.isEditing; });
    });

    declare (session, { "transport.loop", "Loop", "Whether the song starts again at its end.", "ctrl + L" }, [&player] { player.setLooping (! player.isLooping()); });

    declare (session, { "transport.metronome", "Metronome", "Whether every beat clicks while the song plays.", "ctrl + M" }, [&player] { player.setMetronome (! player.hasMetronome()); });

    const auto bars = number ("bars", "Bars, 0 to 4; left out: one more than now, after 4 none.", -1);

    declare (session, { "transport.countIn", "Count-in", "How many bars are counted before recording begins.", "", "", { bars } }, [&player] (const Arguments& arguments) {
        const auto given = wholeIn (arguments, "bars", -1, 4);
        player.setCountIn (given < 0 ? (player.countIn() + 1) % 5 : given);
        return done();
    });

    declare (session, { "transport.follow", "Follow", "Whether the view goes with the play position.", "ctrl + shift + F" }, [&session] {
        session.select ([] (Selection& selection) { selection.follows = ! selection.follows; });
    });
}

Result<Value> setMetre (Session& session, int beatCount, int unit)
{
    if ((unit & (unit - 1)) != 0)
        return Failure { "A beat can be a whole, half, quarter, eighth, sixteenth or thirty-second.", "" };

    session.edit ("change metre", [=] (Project& project) {
        auto& meter = project.meters.edit (Ticks());
        meter.beatsPerBar = beatCount;
        meter.beatUnit = unit;
    });
    return done();
}

void declareTempo (Session& session)
{
    const auto tempo = number ("tempo", "Beats a minute, 20 to 999.");

    declare (session, { "transport.setTempo", "Set tempo", "Sets the tempo at the start of the song.", "", "", { tempo } }, [&session] (const Arguments& arguments) {
        return setTempo (session, numberIn (arguments, "tempo"));
    });

    const auto time = number ("time", "Seconds at which the tap was; left out: now.", -1);

    declare (session, { "transport.tapTempo", "Tap tempo", "Takes the tempo from the rhythm in which it is called.", "ctrl + shift + T", "", { time } }, [&session, taps = std::make_shared<Taps>()] (const Arguments& arguments) {
        const auto given = numberIn (arguments, "time");
        const auto now = std::chrono::duration<double> (std::chrono::steady_clock::now().time_since_epoch()).count();
        const auto tapped = taps->tap (given >= 0 ? given : now);
        return tapped > 0 ? setTempo (session, tapped) : done();
    });

    const std::vector<Argument> metre { number ("beats", "Beats in a bar, 1 to 32."), number ("unit", "What a beat is: 1, 2, 4, 8, 16 or 32.", 4) };

    declare (session, { "transport.setMetre", "Set metre", "Sets the metre at the start of the song.", "", "", metre }, [&session] (const Arguments& arguments) {
        return setMetre (session, wholeIn (arguments, "beats", 1, 32), wholeIn (arguments, "unit", 1, 32));
    });
}
} // namespace

void declareTransportActions (Session& session)
{
    declarePlaying (session);
    declareSwitches (session);
    declareTempo (session);
}

} // namespace athanor
