// SPDX-License-Identifier: GPL-3.0-or-later
// The bench with what tests want of it: ports by name, notes, and outputs that show whoever forgets to write them.
#pragma once

#include "Modules/ModuleBench.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

namespace athanor
{

template <typename S>
constexpr bool isVoices = std::is_same_v<S, dsp::Voices>;

template <typename S>
class Rig : public ModuleBench<S>
{
public:
    explicit Rig (std::string_view id, double sampleRate = 48'000) : Rig (*findModuleType (id), sampleRate) {}

    explicit Rig (const ModuleType& t, double sampleRate = 48'000) : ModuleBench<S> (t, sampleRate) {}

    Signal<S>& input (std::string_view id) { return ModuleBench<S>::input (named (id, Port::Kind::input)); }

    Signal<S>& output (std::string_view id) { return ModuleBench<S>::output (named (id, Port::Kind::output)); }

    Signal<S>& knob (std::string_view id) { return ModuleBench<S>::knob (named (id, Port::Kind::knob)); }

    NoteStream& notesIn (std::string_view id) { return ModuleBench<S>::notesIn (named (id, Port::Kind::notesIn)); }

    NoteStream& notesOut (std::string_view id) { return ModuleBench<S>::notesOut (named (id, Port::Kind::notesOut)); }

    /** Turns a knob, for all lanes. */
    Rig& set (std::string_view id, float value)
    {
        knob (id).hold (S (value));
        return *this;
    }

    /** Holds an input at a value. */
    Rig& feed (std::string_view id, float value)
    {
        this->hold (input (id), value);
        return *this;
    }

    Rig& load (std::string_view id, const dsp::Sound& sound)
    {
        ModuleBench<S>::load (named (id, Port::Kind::sound), &sound);
        return *this;
    }

    /** Runs one quantum. What the module leaves unwritten is not a number afterwards. */
    void run()
    {
        for (auto& output : outputs)
            output.frames.fill (S (std::numeric_limits<float>::quiet_NaN()));

        ModuleBench<S>::run();
    }

    /** One lane of an output over `quanta` quanta. */
    std::vector<float> record (std::string_view id, int quanta, int lane = 0)
    {
        std::vector<float> heard;

        for (int i = 0; i < quanta; ++i)
        {
            run();

            for (int frame = 0; frame < quantum; ++frame)
                heard.push_back (output (id)[frame][lane]);
        }

        return heard;
    }

    /** A note starts in this frame of the next quantum, in all lanes, for modules with the usual inputs; call endNoteStart() after it. */
    Rig& startNote (float pitch, int frame = 0)
    {
        for (auto* port : module->ports())
            if (port->kind == Port::Kind::input)
                startNote (static_cast<const Input&> (*port), pitch, frame);

        return *this;
    }

    Rig& endNoteStart()
    {
        for (auto* port : module->ports())
        {
            if (port->kind != Port::Kind::input)
                continue;

            if (static_cast<const Input*> (port)->normal == Normal::trigger)
                feed (port->id, 0);
            else if (static_cast<const Input*> (port)->normal == Normal::gate)
                feed (port->id, 1);
        }

        return *this;
    }

    Rig& stopNote()
    {
        for (auto* port : module->ports())
            if (port->kind == Port::Kind::input && static_cast<const Input*> (port)->normal == Normal::gate)
                feed (port->id, 0);

        return *this;
    }

    void reset()
    {
        module->reset();
        moment.frame = 0;
        moment.beat = 0;
    }

    /** The module, its scope, and where its knobs stand: for messages of failure. */
    std::string describe()
    {
        std::ostringstream text;
        text << type.about->id << (isVoices<S> ? " in a voice" : " on a track");

        for (auto* port : module->ports())
            if (port->kind == Port::Kind::knob)
                text << ", " << port->id << " " << knob (port->id).first()[0];

        return text.str();
    }

    using ModuleBench<S>::type;
    using ModuleBench<S>::module;
    using ModuleBench<S>::moment;
    using ModuleBench<S>::inputs;
    using ModuleBench<S>::outputs;
    using ModuleBench<S>::knobs;

private:
    void startNote (const Input& port, float pitch, int frame)
    {
        auto& signal = input (port.id);

        switch (port.normal)
        {
            case Normal::pitch:
                feed (port.id, pitch);
                break;
            case Normal::gate:
            case Normal::trigger:
                for (int i = 0; i < quantum; ++i)
                    signal[i] = S (i == frame || (port.normal == Normal::gate && i > frame) ? 1.0f : 0.0f);

                signal.steady = signal.silent = false;
                break;
            case Normal::velocity:
            case Normal::volume:
                feed (port.id, 1);
                break;
            default:
                break;
        }
    }

    const Port& named (std::string_view id, Port::Kind kind) const
    {
        for (auto* port : module->ports())
            if (port->id == id && port->kind == kind)
                return *port;

        ADD_FAILURE() << type.about->id << " has no port " << id << " of this kind";
        std::abort();
    }
};

/** Calls `test` with a type and a sample type, for each module in each scope in which it exists. */
template <typename Test>
void forEachModule (Test&& test)
{
    for (auto& type : moduleTypes())
    {
        if (type.makeForVoices != nullptr)
            test.template operator()<dsp::Voices> (type);

        if (type.makeForStereo != nullptr)
            test.template operator()<dsp::Stereo> (type);
    }
}

} // namespace athanor
