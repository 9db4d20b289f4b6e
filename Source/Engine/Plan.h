// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the audio thread needs to play one project, in the order in which to play it. Never changed once made.
#pragma once

#include "Engine/Mixer.h"
#include "Engine/NoteRoute.h"
#include "Engine/PlayScore.h"
#include "Engine/TrackRoutes.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace athanor
{

/** A parameter as commands and automation find it: a knob, or what a macro does to one. Sorted by key; one key may have several. */
struct KnobRef
{
    std::uint64_t key = 0;
    KnobState<dsp::Stereo>* track = nullptr;
    KnobState<dsp::Voices>* voice = nullptr;
    bool* hasMoving = nullptr;
    float low = 0, high = 1; ///< Where the knob stands when the parameter goes from 0 to 1.
    bool isMacro = false;
};

/** Another track as a "track.listen" hears it: in time with what the listening track itself gets. */
struct Overheard
{
    Inflow from;
    Signal<dsp::Stereo> signal;
};

/** One track's turn. */
struct TrackPlan
{
    TrackId id;
    TrackKind kind {};
    std::vector<std::shared_ptr<VoiceBank>> banks;
    std::vector<DelayState<dsp::Stereo>*> bankDelays; ///< For each bank; null: none.
    std::vector<Inflow> inflows;                      ///< From other tracks.
    std::shared_ptr<GraphPlan<dsp::Stereo>> graph;    ///< Null: straight through.
    std::shared_ptr<FaderState> fader;
    std::shared_ptr<TrackHands> hands;
    std::shared_ptr<NoteRoute> notes; ///< Through the note devices of the graph; null: straight to the banks.
    Signal<dsp::Stereo> input, output;
    std::deque<Overheard> overheard;
    const Signal<dsp::Stereo>* beforeFader = nullptr;
    std::vector<std::size_t> regions; ///< Of the score.
    float volume = 0, panning = 0;
    bool isOpen = true;
    int latency = 0; ///< Of the output.
    int delay = 0;   ///< Frames by which the musician wants it later; made behind the output.
    int level = 0;   ///< Tracks of one level do not need each other.
    bool isLeaving = false;
};

/** What is played, and how. Its maps of states are read by the planner of the next plan only. */
struct Plan
{
    std::uint64_t serial = 0;
    double sampleRate = 48'000;
    std::shared_ptr<const PlayScore> score;
    std::shared_ptr<Moment> moment;                              ///< The same for all plans of one engine.
    std::vector<std::unique_ptr<TrackPlan>> tracks;              ///< In the order to play them; the master is last.
    std::vector<std::size_t> levelEnds;                          ///< tracks[levelEnds[i - 1]] to tracks[levelEnds[i] - 1] may be played side by side.
    std::vector<KnobRef> knobs;                                  ///< By key.
    std::vector<std::pair<std::size_t, std::size_t>> curves;     ///< For each curve of the score: its knobs, from and to.
    std::vector<std::shared_ptr<const dsp::Sound>> sounds;       ///< Kept alive.
    std::vector<std::shared_ptr<const dsp::Sound>> regionSounds; ///< For each region of the score.
    std::map<std::pair<TrackId, InstrumentId>, VoiceBank*> banks;
    std::map<std::pair<TrackId, std::uint64_t>, std::shared_ptr<DelayState<dsp::Stereo>>> delays; ///< By track and what comes in.
    std::map<std::pair<TrackId, std::uint64_t>, std::shared_ptr<Fade>> fades;
    std::map<InstrumentId, std::pair<Instrument, std::shared_ptr<const PlayableInstrument>>> instruments;
    PlayedTracks playedTracks;
    std::vector<std::pair<FaderState::Setting*, float>> sendLevels; ///< What the project says about them.
    float songGain = 1;
    int latency = 0;
    bool isFading = false; ///< Contains what will be gone: plan again soon.

    TrackPlan* master() const { return tracks.empty() ? nullptr : tracks.back().get(); }

    std::pair<const KnobRef*, const KnobRef*> find (std::uint64_t key) const noexcept;
    VoiceBank* bank (TrackId, InstrumentId) const noexcept;
};

/** A plan on its way to the audio thread; whoever made it may go on reading it. */
struct SharedPlan
{
    std::shared_ptr<const Plan> plan;
};

/** What planning needs besides the project. */
struct PlanOptions
{
    double sampleRate = 48'000;
    std::shared_ptr<const PlayScore> score;
    std::function<std::shared_ptr<const dsp::Sound> (const std::string& hash)> sound;
    std::function<std::shared_ptr<const Material> (const Node&)> material; ///< What a module plays beside its knobs; null: nothing.
    std::set<std::pair<TrackId, InstrumentId>> live;                       ///< What may be played by hand.
};

/** The plan for a project. A pure function, but for the running modules it takes over from `before`: so tails go on.

    Order, buffers, sends and delay compensation in one pass; off the audio thread.
*/
std::unique_ptr<Plan> makePlan (const Project&, const PlanOptions&, const Plan* before);

} // namespace athanor
