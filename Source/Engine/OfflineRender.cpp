// SPDX-License-Identifier: GPL-3.0-or-later
#include "Engine/OfflineRender.h"

#include "Engine/Engine.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace athanor
{

namespace
{
constexpr float inaudible = 1.0e-5f; // -100 dB: the end of a tail
}

class OfflineRender
{
public:
    OfflineRender (const Project& project, PlanOptions planning, const RenderOptions& o, const RenderSink& s)
        : options (o), sink (s), crew (helperCount (o.threads)), left (size (o)), right (size (o))
    {
        planning.sampleRate = options.sampleRate;

        if (planning.score == nullptr || planning.score->sampleRate != options.sampleRate)
            planning.score = makePlayScore (project, {}, options.sampleRate);

        score = planning.score;
        auto plan = makePlan (project, planning, nullptr);
        skip = plan->latency;
        addStems (*plan);

        const MessageThreadHere message;
        engine.plans.publish (message.thread, std::make_unique<SharedPlan> (SharedPlan { std::move (plan) }));
    }

    RenderEnd run (const std::stop_token& stop)
    {
        const auto start = frames (options.from);
        const auto end = options.to >= 0 ? std::min (frames (options.to), score->length) : score->length;
        const auto wanted = std::max<std::int64_t> (0, end - start);
        const auto longest = wanted + frames (options.tailSeconds);

        std::ignore = engine.commands.push ({ Locate { start }, 0 });
        std::ignore = engine.commands.push ({ PlayUntil { options.to >= 0 || score->restart >= 0 ? end : -1 }, 0 });
        std::ignore = engine.commands.push ({ StartPlaying {}, 0 });

        for (std::int64_t given = -skip; given < longest;)
        {
            if (stop.stop_requested())
                return RenderEnd::stopped;

            const auto block = static_cast<int> (std::min<std::int64_t> (static_cast<std::int64_t> (left.size()), longest - given));
            computeBlock (block);
            readStems();

            // What comes before the song has made its way through the plan is nobody's.
            const auto first = static_cast<int> (std::clamp<std::int64_t> (-given, 0, block));
            const auto wantedHere = untilSilence (first, block, given, wanted);

            if (! hand (first, wantedHere - first))
                return RenderEnd::refused;

            given += block;

            if (sink.progress != nullptr)
                sink.progress (std::clamp (static_cast<double> (given) / static_cast<double> (std::max<std::int64_t> (1, wanted)), 0.0, 1.0));

            if (wantedHere < block)
                break;
        }

        return RenderEnd::done;
    }

private:
    struct MessageThreadHere
    {
        MessageThread thread;
    };

    static int helperCount (int threads)
    {
        const auto processors = static_cast<int> (std::thread::hardware_concurrency());
        return std::max (1, threads > 0 ? threads : processors) - 1;
    }

    /** One track by itself. A track is earlier than the master by what comes after it, so it waits for that long. */
    struct Stem
    {
        TrackId track;
        std::vector<dsp::Stereo> waiting; ///< A ring.
        std::size_t at = 0;
        std::array<float, quantum> left {}, right {};
    };

    void addStems (const Plan& plan)
    {
        for (const auto& track : plan.tracks)
            if (options.stems.contains (track->id))
            {
                auto& stem = stems.emplace_back();
                stem.track = track->id;
                stem.waiting.resize (static_cast<std::size_t> (std::max (0, plan.latency - track->latency + track->delay)), dsp::Stereo (0.0f));
            }
    }

    /** What the tracks gave in the quantum that was just computed. */
    void readStems()
    {
        for (auto& stem : stems)
        {
            const auto* track = engine.trackOf (stem.track);

            for (int i = 0; i < quantum && track != nullptr; ++i)
            {
                auto frame = track->output[i];

                if (! stem.waiting.empty())
                {
                    std::swap (frame, stem.waiting[stem.at]);
                    stem.at = stem.at + 1 == stem.waiting.size() ? 0 : stem.at + 1;
                }

                stem.left[static_cast<std::size_t> (i)] = frame[0];
                stem.right[static_cast<std::size_t> (i)] = frame[1];
            }
        }
    }

    /** Stems are read off between quanta, so then a block is one quantum. */
    static std::size_t size (const RenderOptions& o) { return static_cast<std::size_t> (o.stems.empty() ? std::clamp (o.blockSize, 1, 65'536) : quantum); }

    std::int64_t frames (double seconds) const { return std::llround (seconds * options.sampleRate); }

    /** Helpers pay only where a quantum is long and the processors are free; both change on the way. So now and then both
        ways are timed, and the faster one is gone on with. The sound is the same. */
    void computeBlock (int block)
    {
        constexpr int trial = 64, period = 4'096;
        const auto turn = blocks++ % period;

        if (turn == 0)
            spent = {};

        const auto withCrew = turn < 2 * trial ? turn >= trial : spent[1] < spent[0];
        engine.setCrew (withCrew ? &crew : nullptr);
        const auto before = std::chrono::steady_clock::now();

        const AudioThread audio;
        engine.process (audio, left.data(), right.data(), block);

        if (turn < 2 * trial)
            spent[withCrew ? 1 : 0] += std::chrono::steady_clock::now() - before;
    }

    bool hand (int first, int count)
    {
        const auto part = [&] (const auto& samples) { return std::span<const float> (samples).subspan (static_cast<std::size_t> (first), static_cast<std::size_t> (count)); };

        if (count == 0)
            return true;

        if (sink.master != nullptr && ! sink.master (part (left), part (right)))
            return false;

        return sink.stem == nullptr || std::ranges::all_of (stems, [&] (const Stem& stem) { return sink.stem (stem.track, part (stem.left), part (stem.right)); });
    }

    /** How many frames of this block belong to the song: all, until its tail has been silent for 0.3 s. To the frame, so that
        the length does not depend on the size of a block. */
    int untilSilence (int first, int block, std::int64_t given, std::int64_t wanted)
    {
        for (int i = first; i < block; ++i)
        {
            const auto at = static_cast<std::size_t> (i);
            const auto isQuiet = std::abs (left[at]) <= inaudible && std::abs (right[at]) <= inaudible;
            quietFrames = given + i >= wanted && isQuiet ? quietFrames + 1 : 0;

            if (quietFrames >= frames (0.3))
                return i;
        }

        return block;
    }

    const RenderOptions& options;
    const RenderSink& sink;
    Crew crew;
    Engine engine;
    std::shared_ptr<const PlayScore> score;
    std::vector<float> left, right;
    std::vector<Stem> stems;
    std::array<std::chrono::steady_clock::duration, 2> spent {}; ///< Alone, with the crew.
    int blocks = 0;
    std::int64_t skip = 0;
    std::int64_t quietFrames = 0;
};

RenderEnd render (const Project& project, const PlanOptions& planning, const RenderOptions& options, const RenderSink& sink, std::stop_token stop)
{
    return OfflineRender (project, planning, options, sink).run (stop);
}

} // namespace athanor
