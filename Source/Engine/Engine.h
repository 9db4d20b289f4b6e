// SPDX-License-Identifier: GPL-3.0-or-later
// The one engine: live playing, offline rendering, previews and tests all call the same process.
#pragma once

#include "Core/Realtime/Snapshot.h"
#include "Core/Threads.h"
#include "Engine/Command.h"
#include "Engine/Crew.h"
#include "Engine/LoudnessMeter.h"
#include "Engine/Plan.h"

#include <atomic>
#include <memory>

namespace athanor
{

/** A recording that is played for its own sake, past the mixer. */
struct Preview
{
    std::shared_ptr<const dsp::Sound> sound; ///< Null: silence.
};

/** Numbers that the audio thread leaves for others to read. */
struct EngineReport
{
    std::atomic<std::int64_t> scoreFrame { 0 };
    std::atomic<std::uint64_t> plan { 0 }; ///< Serial of the plan in force.
    std::atomic<bool> isPlaying { false };
    std::atomic<double> countIn { 0 }; ///< Beats that are still to be counted before it plays.
    std::atomic<std::int64_t> framesDone { 0 };
    std::atomic<std::uint64_t> slowestTrack { 0 }; ///< Id of the track that took longest in the last process call.
    std::atomic<bool> hasLostNotes { false };      ///< A recorded note did not fit its queue.
};

/** Plays plans. Knows no device, no clock and no file.

    Computes in quanta of 64 frames, whatever the host asks for: so the sound is the same at every block size, to the bit.
    What is asked for between two quanta waits in a buffer; no frame is later than it needs to be.
*/
class Engine
{
public:
    Engine() = default;

    Snapshot<SharedPlan> plans;
    Snapshot<Preview> previews;
    CommandFifo commands;     ///< From the message thread.
    CommandFifo handCommands; ///< From the thread that reads controllers.
    NoteFifo caught;          ///< Live notes, for recording.
    EngineReport report;
    LoudnessMeter loudness; ///< Of the song, without what is heard beside it.

    /** Helpers for the next quanta; null: the calling thread does it all. The sound is the same. */
    void setCrew (Crew* helpers) noexcept { crew = helpers; }

    /** Fills `frames` frames of two channels. Wait-free. */
    void process (const AudioThread&, float* left, float* right, int frames) noexcept;

    /** After each process call of one quantum: what a track gave, before the master. For stems. Null for a track that is not played. */
    const TrackPlan* trackOf (TrackId) const noexcept;

private:
    enum class Click { none,
                       beat,
                       accent };

    void computeQuantum (const AudioThread&) noexcept;
    void acquirePlan (const AudioThread&) noexcept;
    void obey() noexcept;
    bool obey (CommandFifo&, std::optional<Command>& waiting) noexcept;
    void carryOut (const Order&) noexcept;
    void playScore() noexcept;
    void playSpan (std::int64_t from, std::int64_t to, int offset) noexcept;
    void perform (const ScoreEvent&, int frame) noexcept;
    void performNote (const ScoreEvent&, int frame) noexcept;
    void displaceOutdated (TrackId, const BankEvent&) noexcept;
    static void give (VoiceBank&, const BankEvent&) noexcept;
    void jumpTo (std::int64_t frame) noexcept;
    void automate (int offset, std::int64_t from, std::int64_t to) noexcept;
    void stopAutomation() noexcept;
    void setMoment() noexcept;
    void turnMoment (int offset) noexcept;
    void playTracks() noexcept;
    void rewire (TrackPlan&) noexcept;
    void renumberNotes() noexcept;
    void outdateNotes() noexcept;
    void playNotes (TrackPlan&) noexcept;
    void playTimed (TrackPlan&) noexcept;
    void findSlowest() noexcept;
    void playTrack (TrackPlan&) noexcept;
    void playRegions (TrackPlan&) noexcept;
    void mixOut() noexcept;
    void addPreview (const AudioThread&) noexcept;
    void startPlaying (const StartPlaying&) noexcept;
    void stopPlaying() noexcept;
    Click clickAt (int frame) const noexcept;
    void addMetronome() noexcept;
    void turn (std::uint64_t key, float position, bool isHand) noexcept;
    static float liveVolume (const VoiceBank&, const StartNote&) noexcept;
    static std::uint64_t macroKey (TrackId, int number) noexcept;
    void releaseAll (BankEvent::Kind, int frame = 0) noexcept;
    void catchNote (TrackId, InstrumentId, std::uint32_t note, float pitch, float velocity) noexcept;

    const Plan* plan = nullptr;
    Crew* crew = nullptr;
    std::optional<Command> waiting, waitingFromHands;

    bool isPlaying = false;
    std::int64_t position = 0;     ///< Next frame of the score.
    std::int64_t stopFrame = -1;   ///< Where playing stops by itself; below zero: at the end.
    std::int64_t quantumStart = 0; ///< Position at the start of this quantum.
    std::size_t nextEvent = 0;
    double freeBeat = 0; ///< Goes on while the song stands still.
    float songLevel = 1, songLevelTarget = 1;

    float mostCycles = 0; ///< Of one track in one quantum, within this process call.
    TrackId slowest;

    std::int64_t countLeft = 0; ///< Frames of the count-in: the last of them ends where a quantum does, and then it plays.
    double framesPerCount = 0;
    int countsPerBar = 4;

    bool hasMetronome = false;
    int clickFrame = -1;
    bool isAccent = false;

    const Preview* preview = nullptr;
    double previewPosition = 0;
    float previewGain = 0;

    std::array<float, quantum> outLeft {}, outRight {};
    int ready = 0; ///< Frames of the last quantum that were not handed out yet.
};

} // namespace athanor
