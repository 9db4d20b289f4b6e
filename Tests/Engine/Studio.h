// SPDX-License-Identifier: GPL-3.0-or-later
// An engine with everything a program puts around it, and somebody who never stops turning, patching and playing.
#pragma once

#include "Core/Realtime/RealtimeScope.h"
#include "Engine/Engine.h"
#include "Engine/RandomSong.h"
#include "Model/ParameterAddress.h"
#include "Model/Sanitise.h"
#include "Support/Threads.h"

#include <array>
#include <cmath>
#include <utility>

namespace athanor
{

/** The message thread's half shows songs and gives orders; the audio thread's half asks for frames. */
class Studio
{
public:
    explicit Studio (RandomSong first) : song (std::move (first)) { show(); }

    /** Plays the song as it is now from here on. */
    void show()
    {
        ScoreOptions reading;
        reading.loops = true;
        PlanOptions options;
        options.score = makePlayScore (song.project, reading, 48'000);
        options.sound = [this] (const std::string& hash) { return song.sound (hash); };
        options.live = live;
        plan = makePlan (song.project, options, plan.get());
        engine.plans.publish (threads.message, std::make_unique<SharedPlan> (SharedPlan { plan }));
    }

    /** Is lost when the audio thread has fallen far behind. */
    void order (const Order& order) { std::ignore = engine.commands.push ({ order, plan->serial }); }

    void preview (dsp::SharedSound sound) { engine.previews.publish (threads.message, std::make_unique<Preview> (Preview { std::move (sound) })); }

    /** One callback of the device, of at most 4,096 frames. */
    void callback (int frames) noexcept
    {
        const RealtimeScope scope;
        engine.process (threads.audio, left.data(), right.data(), frames);
    }

    ThreadsForTests threads;
    Engine engine;
    RandomSong song;
    std::shared_ptr<const Plan> plan;
    std::set<std::pair<TrackId, InstrumentId>> live;
    std::array<float, 4'096> left {}, right {};
};

/** Does one thing after the other, whatever a musician may do while the sound goes on. */
class Musician
{
public:
    Musician (Studio& s, std::uint64_t seed) : studio (s), dice (seed) {}

    void act()
    {
        switch (dice.below (8))
        {
            case 0:
            case 1:
                turnKnob();
                break;
            case 2:
            case 3:
                playByHand();
                break;
            case 4:
                operate();
                break;
            case 5:
                editGraph();
                studio.show();
                break;
            case 6:
                editSong();
                studio.show();
                break;
            default:
                listen();
        }
    }

    /** Another song altogether, while the last one sounds. */
    void changeSong()
    {
        studio.song = randomSong (dice.bits());
        studio.live.clear();
        studio.show();
        studio.order (StartPlaying {});
    }

private:
    Project& project() { return studio.song.project; }

    void turnKnob()
    {
        const auto position = dice.oneIn (5) ? NAN : static_cast<float> (dice.between (0.0, 1.0));
        studio.order (TurnKnob { keyOf (random::playableAddress (dice, project())), position });
    }

    void playByHand()
    {
        const auto track = random::keyIn (dice, project().tracks);
        const auto instrument = random::keyIn (dice, project().instruments);

        if (! instrument)
            return;

        if (studio.live.size() < 6 && studio.live.emplace (track, instrument).second)
            studio.show();

        const auto [where, what] = *std::next (studio.live.begin(), dice.below (static_cast<int> (studio.live.size())));
        const auto note = static_cast<std::uint32_t> (dice.between (1, 6));

        if (dice.oneIn (3))
            studio.order (StopNote { where, what, note });
        else if (dice.oneIn (4))
            studio.order (MoveHands { where, static_cast<MoveHands::What> (dice.below (3)), static_cast<float> (dice.between (0.0, 1.0)) });
        else if (dice.oneIn (6))
            studio.order (PressNote { where, note, 0.5f });
        else
            studio.order (StartNote { where, what, note, static_cast<float> (dice.between (36, 84)), static_cast<float> (dice.between (0.2, 1.0)) });
    }

    void operate()
    {
        switch (dice.below (8))
        {
            case 0:
                studio.order (StopPlaying {});
                break;
            case 1:
                studio.order (Locate { dice.below (200'000) });
                break;
            case 2:
                studio.order (SetMetronome { dice.oneIn (2) });
                break;
            case 3:
                studio.order (dice.oneIn (4) ? Order (Panic {}) : Order (StartPlaying {}));
                break;
            case 4:
                studio.preview (dice.oneIn (3) ? nullptr : studio.song.sound (random::keyIn (dice, project().assets)));
                break;
            default:
                studio.order (StartPlaying {});
        }
    }

    /** Modules come, go and are bypassed; cables too. */
    void editGraph()
    {
        const auto track = random::keyIn (dice, project().tracks);
        const auto instrument = random::keyIn (dice, project().instruments);
        const auto isVoice = instrument && dice.oneIn (2);
        auto& graph = isVoice ? project().instruments.edit (instrument).graph : project().tracks.edit (track).graph;

        if (graph.nodes.empty())
        {
            graph = isVoice ? random::playableVoice (dice, project()) : random::playableDevices (dice, project(), random::keyIn (dice, project().tracks));
            return;
        }

        const auto node = random::keyIn (dice, graph.nodes);
        const auto cable = random::keyIn (dice, graph.cables);

        switch (dice.below (6))
        {
            case 0:
                insert (graph, isVoice, cable);
                break;
            case 1:
                if (! random::isEnd (*findModuleType (graph.nodes.find (node)->type)))
                    graph.nodes.erase (node);

                break;
            case 2:
                graph.nodes.edit (node).isBypassed ^= true;
                break;
            case 3:
                random::addWildCables (dice, graph, 1);
                break;
            case 4:
                graph.cables.erase (cable);
                break;
            default:
                graph.nodes.edit (node).knobs.put (random::portOf (dice, *graph.nodes.find (node), { Port::Kind::knob }), dice.between (0.0, 1.0));
        }
    }

    void insert (Graph& graph, bool isVoice, CableId into)
    {
        const auto types = isVoice ? random::typesWith<dsp::Voices> ({ Port::Kind::input, Port::Kind::output }) : random::typesWith<dsp::Stereo> ({ Port::Kind::input, Port::Kind::output });
        const auto added = random::addNode (dice, graph, random::playableNode (dice, *dice.oneOf (types), project()));

        if (const auto* found = graph.cables.find (into))
        {
            const auto old = *found;
            graph.cables.erase (into);
            random::addCable (dice, graph, old.from, old.output, added, random::firstPort (*graph.nodes.find (added), Port::Kind::input));
            random::addCable (dice, graph, added, random::firstPort (*graph.nodes.find (added), Port::Kind::output), old.to, old.input);
        }
    }

    /** Tracks, instruments and clips come and go. */
    void editSong()
    {
        static constexpr TrackKind kinds[] { TrackKind::note, TrackKind::note, TrackKind::audio, TrackKind::group, TrackKind::send };
        const auto track = random::keyIn (dice, project().tracks);
        const auto instrument = random::keyIn (dice, project().instruments);

        switch (dice.below (7))
        {
            case 0:
                if (project().tracks.size() < 14)
                    random::addPlayableTrack (dice, project(), dice.oneOf (kinds));

                break;
            case 1:
                if (project().tracks.size() > 5 && project().tracks.find (track)->kind != TrackKind::master)
                    project().tracks.erase (track);

                break;
            case 2:
                project().instruments.put (dice.id<InstrumentId>(), random::playableInstrument (dice, project()));
                break;
            case 3:
                if (project().instruments.size() > 1)
                    project().instruments.erase (instrument);

                break;
            case 4:
                random::addPlayablePattern (dice, project());
                break;
            case 5:
                project().tracks.edit (track).isMuted ^= true;
                break;
            default:
                project().tracks.edit (track).volume = dice.between (-30.0, 0.0);
        }

        while (project().sequence.size() > 3)
        {
            const auto first = project().sequence.begin()->first;
            project().sequence.erase (first);
        }

        sanitise (project());
    }

    /** What a window asks for many times a second. */
    void listen()
    {
        studio.engine.plans.freeRetired (studio.threads.message);
        studio.engine.previews.freeRetired (studio.threads.message);

        while (studio.engine.caught.pop())
            ++caught;

        for (const auto& track : studio.plan->tracks)
            loudest = std::max (loudest, track->fader->meter.peakLeft.exchange (0, std::memory_order_relaxed));
    }

    Studio& studio;
    Dice dice;

public:
    int caught = 0;    ///< Live notes that came back for recording.
    float loudest = 0; ///< Of all tracks; must not stay zero.
};

} // namespace athanor
