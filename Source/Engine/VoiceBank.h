// SPDX-License-Identifier: GPL-3.0-or-later
// The voices that one instrument has on one track, eight to a group, one group at a time through the instrument's graph.
#pragma once

#include "Engine/GraphPlan.h"
#include "Engine/VoiceMotion.h"
#include "Modules/NotePlayer.h"

#include <atomic>

namespace athanor
{

/** What a bank keeps from plan to plan. */
struct BankState
{
    explicit BankState (int groups) : groupCount (groups), voices (static_cast<std::size_t> (groups) * dsp::Voices::size) { events.reserve (256); }

    const int groupCount;
    std::vector<Voice> voices;
    std::vector<BankEvent> events; ///< Of this quantum; filled by the sequencer, emptied by the bank. Never grows past what is reserved.
    std::uint64_t starts = 0;
    std::atomic<int> activeVoices { 0 };

    bool isRinging = false; ///< A NotePlayer is still heard, or may be: it counts as one more voice.
    float leavingGain = 1;  ///< Of a NotePlayer whose instrument is gone.

    /** What does not fit is lost, and with it perhaps the end of a note: then everything is let go. */
    void push (const BankEvent& event) noexcept
    {
        if (events.size() + 1 < events.capacity())
            events.push_back (event);
        else if (events.size() < events.capacity())
            events.emplace_back().kind = BankEvent::Kind::releaseAll;
    }
};

/** The signals that the inputs of a voice are normalled to. */
struct VoiceSignals
{
    std::array<Signal<dsp::Voices>, 11> signals;
    std::array<bool, 11> isUsed {};

    Signal<dsp::Voices>& operator[] (Normal normal) noexcept { return signals[static_cast<std::size_t> (normal)]; }

    bool uses (Normal normal) const noexcept { return isUsed[static_cast<std::size_t> (normal)]; }
};

class NoteRoute;

/** A bank, ready to be played. */
class VoiceBank
{
public:
    TrackId track;
    InstrumentId instrumentId;
    std::shared_ptr<BankState> state;
    std::shared_ptr<const PlayableInstrument> instrument;
    std::vector<std::shared_ptr<const PlayableInstrument>> earlier; ///< Instruments whose zones sounding voices may still point to.
    std::shared_ptr<GraphPlan<dsp::Voices>> graph;
    std::shared_ptr<VoiceSignals> signals;
    std::shared_ptr<TrackHands> hands;
    NoteRoute* route = nullptr; ///< Where its notes go instead: the note devices of the track. Null: they come here.
    const Moment* moment = nullptr;
    Signal<dsp::Stereo> output;
    bool isLeaving = false; ///< The instrument is gone from the project: what sounds is cut.

    /** The song is read anew, and `find (column, isKeyDown)` says as which number it knows what sounds there; nothing: it does not. */
    template <typename Find>
    void renumber (Find&& find) noexcept
    {
        for (auto& voice : state->voices)
            if (voice.isActive && ! voice.isLive && voice.isForeground)
            {
                if (const auto note = find (voice.column, voice.isKeyDown))
                {
                    voice.note = *note;
                    voice.isOutdated = false;
                }
                else if (voice.isKeyDown && ! voice.isOutdated)
                    motion().end (voice, NoteEnd::release, 0);
            }
    }

    /** Once its graph is planned. */
    void findPlayer() noexcept;

    /** Once, when the plan comes into force. */
    void takeOver() noexcept;

    /** Computes one quantum into `output`. */
    void process() noexcept;

private:
    VoiceMotion motion() const noexcept { return { *instrument, *hands, *moment }; }

    void perform (const BankEvent&) noexcept;
    void start (const BankEvent&) noexcept;
    bool slide (const BankEvent&) noexcept;
    int takeLane() noexcept;
    void startZone (int lane, const BankEvent&) noexcept;
    bool isGroupActive (int group) const noexcept;
    void fillSignals (int group) noexcept;
    void addGroup (int group) noexcept;
    void retireQuiet (int group, dsp::Voices peak) noexcept;
    void displace (const BankEvent&) noexcept;
    bool isOver (int lane) const noexcept;
    static bool matches (const Voice&, const BankEvent&) noexcept;
    void playPlayer() noexcept;
    void tellNotes() noexcept;
    void tellRelease (int lane) noexcept;
    void tellShape (int lane) noexcept;
    void fillPlayed() noexcept;
    void forgetNotes() noexcept;
    void retireNotes() noexcept;
    void ring (bool) noexcept;

    NotePlayer* player = nullptr;    ///< Null: it is played once for each eight voices.
    Signal<dsp::Voices> left, right; ///< The sum of the groups, before the lanes are summed.
};

} // namespace athanor
