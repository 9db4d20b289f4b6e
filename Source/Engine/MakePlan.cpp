// SPDX-License-Identifier: GPL-3.0-or-later
// From project to plan: which tracks there are, what flows into what, and when.
#include "Engine/Plan.h"

#include "Engine/PlanKnobs.h"
#include "Engine/PlanParts.h"
#include "Engine/TrackRoutes.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
using S = dsp::Stereo;

class Planner
{
public:
    Planner (const Project& p, const PlanOptions& o, const Plan* b) : project (p), options (o), before (b), made (std::make_unique<Plan>()), knobs (*made) {}

    std::unique_ptr<Plan> run()
    {
        made->serial = before != nullptr ? before->serial + 1 : 1;
        made->sampleRate = options.sampleRate;
        made->score = options.score;
        made->moment = before != nullptr ? before->moment : std::make_shared<Moment>();
        made->songGain = static_cast<float> (std::pow (10.0, project.masterGain / 20));

        gatherTracks();
        routes.emplace (made->playedTracks);
        findPairs();

        for (const auto id : routes->order())
            planTrack (id);

        countLevels();
        bindScore();
        knobs.addInstruments (project);
        knobs.sort();
        return std::move (made);
    }

private:
    /** The project's tracks, and those that were just deleted and are still fading. */
    void gatherTracks()
    {
        for (const auto& [id, track] : project.tracks)
            made->playedTracks.emplace (id, std::pair { *track, true });

        if (before == nullptr)
            return;

        for (const auto& [id, played] : before->playedTracks)
            if (! made->playedTracks.contains (id) && (played.second || ! hasFaded (id)))
            {
                made->playedTracks.emplace (id, std::pair { played.first, false });
                made->isFading = true;
            }
    }

    bool hasFaded (TrackId id) const
    {
        const auto found = std::ranges::find_if (before->fades, [id] (const auto& entry) { return entry.first.second == id.value; });
        return found == before->fades.end() || found->second->isDone();
    }

    const Track& track (TrackId id) const { return made->playedTracks.at (id).first; }

    /** Which instruments are heard on which tracks. */
    void findPairs()
    {
        pairs = options.live;

        for (const auto& [id, t] : project.tracks)
            if (t->instrument)
                pairs.emplace (id, t->instrument);

        if (options.score != nullptr)
            for (const auto& event : options.score->score.events)
                if (event.kind == ScoreEvent::Kind::noteStart)
                    pairs.emplace (event.track, event.instrument);
    }

    void planTrack (TrackId id)
    {
        auto plan = std::make_unique<TrackPlan>();
        const auto& [model, isWanted] = made->playedTracks.at (id);
        plan->id = id;
        plan->kind = model.kind;
        plan->level = routes->levelOf (id);
        plan->isLeaving = ! isWanted;
        plan->fader = stateOf (id);
        plan->delay = trackDelay (id);
        plan->volume = static_cast<float> (model.volume);
        plan->panning = static_cast<float> (model.panning);
        plan->isOpen = routes->isHeard (id);
        plan->input.clear();
        plan->output.clear();

        const auto* earlier = earlierPlan (id);
        plan->hands = earlier != nullptr ? earlier->hands : std::make_shared<TrackHands>();
        plan->notes = earlier != nullptr && earlier->notes != nullptr ? earlier->notes : hasNotesExit (model) ? std::make_shared<NoteRoute>()
                                                                                                              : nullptr;

        const auto arrival = latestInto (id, *plan);
        addBanks (*plan, arrival);
        addInflows (*plan, arrival);
        addGraph (*plan, model, arrival);
        bindNotes (*plan);
        knobs.addFader (*plan);
        lines.emplace (id, plan.get());
        made->tracks.push_back (std::move (plan));
    }

    static bool hasNotesExit (const Track& track)
    {
        return std::ranges::any_of (track.graph.nodes, [] (const auto& entry) { return entry.second->type == "notes.out"; });
    }

    static void bindNotes (TrackPlan& plan)
    {
        if (plan.graph == nullptr || plan.graph->notesExit == nullptr)
            plan.notes = nullptr;

        for (const auto& bank : plan.banks)
            bank->route = plan.notes.get();
    }

    const TrackPlan* earlierPlan (TrackId id) const
    {
        if (before != nullptr)
            for (const auto& earlier : before->tracks)
                if (earlier->id == id)
                    return earlier.get();

        return nullptr;
    }

    std::shared_ptr<FaderState> stateOf (TrackId id) const
    {
        const auto* earlier = earlierPlan (id);
        auto state = earlier != nullptr ? earlier->fader : std::make_shared<FaderState>();
        return state;
    }

    /** Plans the banks, too, for their latency counts. */
    int latestInto (TrackId id, TrackPlan& plan)
    {
        int latest = 0;

        for (const auto& [trackId, instrumentId] : pairs)
            if (trackId == id)
                if (auto bank = bankFor (id, instrumentId, plan))
                {
                    latest = std::max (latest, bank->graph->latency);
                    plan.banks.push_back (std::move (bank));
                }

        for (const auto source : routes->sourcesOf (id))
            if (const auto found = lines.find (source); found != lines.end())
                latest = std::max (latest, found->second->latency);

        return latest;
    }

    std::shared_ptr<VoiceBank> bankFor (TrackId trackId, InstrumentId instrumentId, TrackPlan& plan)
    {
        const auto* model = project.instruments.find (instrumentId);
        auto* earlier = before != nullptr ? before->bank (trackId, instrumentId) : nullptr;
        const auto isStillSounding = earlier != nullptr && earlier->state->activeVoices.load (std::memory_order_relaxed) > 0;

        if (model == nullptr && ! isStillSounding)
            return nullptr;

        BankRequest request { project, options, *made, before, trackId, instrumentId, earlier, plan.hands };
        auto bank = model != nullptr ? makeBank (request, *model) : keepBank (*earlier);
        made->isFading |= bank->graph->isFading || model == nullptr;
        made->banks.emplace (std::pair { trackId, instrumentId }, bank.get());
        return bank;
    }

    /** Frames by which a track is late because the musician wants it so; never below zero, for the earliest sets the zero. */
    int trackDelay (TrackId id) const
    {
        double earliest = 0;

        for (const auto& [other, played] : made->playedTracks)
            earliest = std::min (earliest, played.first.delay);

        const auto& t = track (id);
        const auto own = t.kind == TrackKind::note || t.kind == TrackKind::audio ? t.delay - earliest : 0.0;
        return static_cast<int> (std::lround (std::clamp (own, 0.0, 200.0) * options.sampleRate / 1'000));
    }

    DelayState<S>* delay (TrackId into, std::uint64_t from, int frames)
    {
        if (frames <= 0)
            return nullptr;

        const std::pair key { into, from };
        std::shared_ptr<DelayState<S>> state;

        if (before != nullptr)
            if (const auto found = before->delays.find (key); found != before->delays.end() && found->second->frames == frames)
                state = found->second;

        if (state == nullptr)
            state = std::make_shared<DelayState<S>> (frames, 1);

        made->delays.insert_or_assign (key, state);
        return state.get();
    }

    void addBanks (TrackPlan& plan, int arrival)
    {
        for (const auto& bank : plan.banks)
            plan.bankDelays.push_back (delay (plan.id, bank->instrumentId.value, arrival - bank->graph->latency));
    }

    void addInflows (TrackPlan& plan, int arrival)
    {
        for (const auto sourceId : routes->sourcesOf (plan.id))
        {
            const auto found = lines.find (sourceId);

            if (found == lines.end())
                continue;

            // A track that is to be later than others is later by that much, and nothing makes up for it.
            const auto& source = *found->second;
            const auto wait = arrival - source.latency + trackDelay (sourceId);

            if (routes->outputOf (sourceId) == plan.id)
                plan.inflows.push_back ({ &source.output, nullptr, delay (plan.id, sourceId.value, wait), fadeFor (plan.id, sourceId, source.isLeaving) });

            if (const auto* send = track (sourceId).sends.find (plan.id); send != nullptr && plan.kind == TrackKind::send)
                addSend (plan, source, *send, wait);
        }
    }

    void addSend (TrackPlan& plan, const TrackPlan& source, const Send& send, int wait)
    {
        auto& setting = source.fader->sends[plan.id];

        if (setting == nullptr)
            setting = std::make_shared<FaderState::Setting> (faderRange);

        made->sendLevels.emplace_back (setting.get(), static_cast<float> (send.level));
        plan.inflows.push_back ({ send.isPreFader ? source.beforeFader : &source.output, setting.get(),
                                  delay (plan.id, ~source.id.value, wait), nullptr });
        knobs.addSend (source.id, plan.id, *setting);
    }

    Fade* fadeFor (TrackId into, TrackId from, bool isLeaving)
    {
        if (! isLeaving)
            return nullptr;

        const std::pair key { into, from.value };
        std::shared_ptr<Fade> fade;

        if (before != nullptr)
            if (const auto found = before->fades.find (key); found != before->fades.end())
                fade = found->second;

        if (fade == nullptr)
            fade = std::make_shared<Fade> (1.0f, 0.0f);

        made->fades.insert_or_assign (key, fade);
        return fade.get();
    }

    void addGraph (TrackPlan& plan, const Track& model, int arrival)
    {
        plan.latency = arrival;
        plan.beforeFader = &plan.input;

        const auto* earlier = earlierPlan (plan.id);

        if (model.graph.nodes.empty() && (earlier == nullptr || earlier->graph == nullptr))
            return;

        Surroundings<S> around;
        around.sampleRate = options.sampleRate;
        around.moment = made->moment.get();
        around.outputType = "track.out";
        around.notes = plan.notes != nullptr ? &plan.notes->entry : nullptr;
        around.sound = [this] (const std::string& hash) { return soundOf (hash); };
        around.macroPosition = macroReader (model.macros);
        around.source = [this, &plan, arrival] (const Node& node, const std::string&) -> const Signal<S>* { return sourceFor (node, plan, arrival); };
        plan.graph = planGraph<S> (model.graph, around, earlier != nullptr ? earlier->graph.get() : nullptr);
        plan.latency += plan.graph->latency;
        made->isFading |= plan.graph->isFading;

        // A graph that does not lead to its end is silent, as the screen shows.
        plan.beforeFader = plan.graph->outputs.empty() ? (model.graph.nodes.empty() ? &plan.input : &silence<S>()) : plan.graph->outputs[0];

        knobs.addGraph (plan, model.macros);
    }

    const Signal<S>* sourceFor (const Node& node, TrackPlan& plan, int arrival)
    {
        if (node.type != "track.listen")
            return &plan.input;

        const auto* text = node.texts.find ("track");
        const auto id = text != nullptr ? fromHex (*text) : std::nullopt;
        const auto found = id ? lines.find ({ *id }) : lines.end();

        if (found == lines.end())
            return &silence<S>();

        const auto& source = *found->second;
        plan.overheard.push_back ({ { &source.output, nullptr, delay (plan.id, mixBits (source.id.value), arrival - source.latency), nullptr }, {} });
        plan.overheard.back().signal.clear();
        return &plan.overheard.back().signal;
    }

    const dsp::Sound* soundOf (const std::string& hash)
    {
        auto sound = options.sound != nullptr ? options.sound (hash) : nullptr;

        if (sound != nullptr)
            made->sounds.push_back (sound);

        return sound.get();
    }

    void countLevels()
    {
        std::ranges::stable_sort (made->tracks, {}, [] (const auto& plan) { return plan->level; });

        for (std::size_t i = 0; i < made->tracks.size(); ++i)
            if (i + 1 == made->tracks.size() || made->tracks[i]->level != made->tracks[i + 1]->level)
                made->levelEnds.push_back (i + 1);

        if (! made->tracks.empty())
            made->latency = made->tracks.back()->latency;
    }

    void bindScore()
    {
        if (options.score == nullptr)
            return;

        for (std::size_t i = 0; i < options.score->regions.size(); ++i)
        {
            const auto& region = options.score->regions[i];
            made->regionSounds.push_back (options.sound != nullptr ? options.sound (region.sound) : nullptr);

            if (const auto found = lines.find (region.track); found != lines.end() && made->regionSounds.back() != nullptr)
                found->second->regions.push_back (i);
        }
    }

    const Project& project;
    const PlanOptions& options;
    const Plan* before;
    std::unique_ptr<Plan> made;
    PlanKnobs knobs;
    std::optional<TrackRoutes> routes;
    std::set<std::pair<TrackId, InstrumentId>> pairs;
    std::map<TrackId, TrackPlan*> lines;
};
} // namespace

VoiceBank* Plan::bank (TrackId track, InstrumentId instrument) const noexcept
{
    const auto found = banks.find ({ track, instrument });
    return found == banks.end() ? nullptr : found->second;
}

std::unique_ptr<Plan> makePlan (const Project& project, const PlanOptions& options, const Plan* before)
{
    return Planner (project, options, before).run();
}

} // namespace athanor
