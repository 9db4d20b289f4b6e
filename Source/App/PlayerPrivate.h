// SPDX-License-Identifier: GPL-3.0-or-later
// What the player holds: the engine, and what it was told to play. For the files of Player alone.
#pragma once

#include "App/Player.h"
#include "Core/Cycles.h"
#include "Engine/Engine.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace athanor
{

/** How fast the processor's clock runs beside the clock on the wall, measured over the whole life of the player. */
class CycleRate
{
public:
    double perSecond() const
    {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
        return passed.count() > 0 ? static_cast<double> (cyclesNow() - cycles) / passed.count() : 0;
    }

private:
    std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
    std::uint64_t cycles = cyclesNow();
};

struct Player::Private
{
    MessageThread message;
    Engine engine;
    DeviceState device;
    Project project;
    FindSound findSound;
    FindMaterial findMaterial;
    ScoreOptions options;
    std::shared_ptr<const PlayScore> score;
    std::unordered_map<std::string, const ScoreCurve*> curves; ///< Of the score, by address.
    std::shared_ptr<const Plan> plan;
    std::set<std::pair<TrackId, InstrumentId>> live;
    std::map<std::uint32_t, std::pair<TrackId, InstrumentId>> notes;
    std::map<std::string, double> held; ///< Parameters under a hand.
    std::string lastTurned;
    std::function<DeviceLoad()> askDevice;
    CycleRate cycleRate;
    std::uint32_t lastNote = 0;
    bool isLooping = false, hasMetronome = false, isRecording = false;
    int countIn = 0;
    PlayRange range = PlayRange::song;

    std::map<TrackId, std::pair<MeterReading, std::chrono::steady_clock::time_point>> shownMeters;

    MeterReading readMeter (TrackId, MeterState&);

    /** Whether the score of `next` reads as the score of `project` does. */
    bool readsTheSame (const Project& next) const
    {
        return score != nullptr && next.clips.sharesWith (project.clips) && next.patterns.sharesWith (project.patterns) && next.sequence.sharesWith (project.sequence) && next.tempo.sharesWith (project.tempo) && next.meters.sharesWith (project.meters) && next.instruments.sharesWith (project.instruments) && next.tracks.sharesWith (project.tracks) && next.seed == project.seed && next.initialSpeed == project.initialSpeed;
    }

    void makeScore()
    {
        options.loops = isLooping;
        score = makePlayScore (project, options, device.sampleRate);
        curves.clear();

        for (const auto& curve : score->score.curves)
            curves.insert_or_assign (curve.address, &curve);
    }

    /** Where automation carries a parameter right now; nothing where none does. */
    std::optional<double> automated (const std::string& address) const
    {
        const auto found = curves.find (address);

        if (found == curves.end() || score == nullptr)
            return {};

        const auto& points = found->second->points;
        const auto now = static_cast<double> (engine.report.scoreFrame.load (std::memory_order_relaxed)) / score->sampleRate;
        const auto after = std::ranges::upper_bound (points, now, {}, &ScoreCurve::Point::time);

        if (after == points.begin())
            return {};

        const auto& at = *(after - 1);
        const auto isOnTheWay = after != points.end() && ! at.isStep && after->time > at.time;
        return isOnTheWay ? at.value + (after->value - at.value) * (now - at.time) / (after->time - at.time) : at.value;
    }

    const ScoreLine* placeOf (SlotId slot, Ticks inPattern) const
    {
        const ScoreLine* best = nullptr;

        for (const auto& line : score->score.lines)
            if ((line.slot == slot || range == PlayRange::pattern) && line.inPattern <= inPattern && (best == nullptr || line.inPattern > best->inPattern))
                best = &line;

        return best;
    }

    int beatsPerBarAt (Ticks inSong) const
    {
        const auto meter = project.meters.upperBound (inSong);
        return meter != project.meters.begin() ? std::max (1, std::prev (meter)->second->beatsPerBar) : 4;
    }

    int beatsPerBarAt (const ScoreLine* line) const { return beatsPerBarAt (line != nullptr ? line->inSong : Ticks()); }

    void publish()
    {
        PlanOptions planning;
        planning.sampleRate = device.sampleRate;
        planning.score = score;
        planning.sound = findSound;
        planning.material = findMaterial;
        planning.live = live;
        plan = makePlan (project, planning, plan.get());
        engine.plans.publish (message, std::make_unique<SharedPlan> (SharedPlan { plan }));
    }

    void order (const Order& order)
    {
        // A full queue means that no audio is running: there is nothing to be heard that could be wrong.
        std::ignore = engine.commands.push ({ order, plan != nullptr ? plan->serial : 0 });
    }

    /** The instrument must have voices on the track before a hand can play it. */
    void makePlayable (TrackId track, InstrumentId instrument)
    {
        if (live.emplace (track, instrument).second && (plan == nullptr || ! plan->banks.contains ({ track, instrument })))
            publish();
    }
};

} // namespace athanor
