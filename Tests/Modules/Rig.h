// SPDX-License-Identifier: GPL-3.0-or-later
// A module on the bench: everything it declares is plugged in, and one quantum after the other can be run.
#pragma once

#include "Modules/Registry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <deque>
#include <limits>
#include <memory>
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
std::unique_ptr<ModuleOf<S>> makeModule (const ModuleType& type)
{
    if constexpr (isVoices<S>)
        return type.makeForVoices != nullptr ? type.makeForVoices() : nullptr;
    else
        return type.makeForStereo != nullptr ? type.makeForStereo() : nullptr;
}

/** One module with all its signals. Inputs are silent, knobs stand at their initial value, slots are empty. */
template <typename S>
class Rig
{
public:
    explicit Rig (std::string_view id, double sampleRate = 48'000) : Rig (*findModuleType (id), sampleRate) {}

    explicit Rig (const ModuleType& t, double sampleRate = 48'000) : type (t), module (makeModule<S> (t))
    {
        moment.sampleRate = sampleRate;
        moment.beatsPerFrame = 2.0 / sampleRate;
        moment.isPlaying = true;
        module->prepare (sampleRate);
        module->reset();

        for (auto* port : module->ports())
            plugIn (*port);
    }

    Signal<S>& input (std::string_view id) { return inputs[indexOf (id, Port::Kind::input)]; }

    Signal<S>& output (std::string_view id) { return outputs[indexOf (id, Port::Kind::output)]; }

    Signal<S>& knob (std::string_view id) { return knobs[indexOf (id, Port::Kind::knob)]; }

    NoteStream& notesIn (std::string_view id) { return streamsIn[indexOf (id, Port::Kind::notesIn)]; }

    NoteStream& notesOut (std::string_view id) { return streamsOut[indexOf (id, Port::Kind::notesOut)]; }

    /** Turns a knob, for all lanes. */
    Rig& set (std::string_view id, float value)
    {
        knob (id).hold (S (value));
        return *this;
    }

    /** Holds an input at a value. */
    Rig& feed (std::string_view id, float value)
    {
        input (id).hold (S (value));
        input (id).silent = value == 0;
        return *this;
    }

    Rig& load (std::string_view id, const dsp::Sound& sound)
    {
        sounds[indexOf (id, Port::Kind::sound)] = &sound;
        return *this;
    }

    /** Runs one quantum. What the module leaves unwritten is not a number afterwards. */
    void run()
    {
        for (auto& output : outputs)
        {
            output.frames.fill (S (std::numeric_limits<float>::quiet_NaN()));
            output.steady = output.silent = false;
        }

        for (auto& stream : streamsOut)
            stream.clear();

        const auto block = makeBlock();
        module->process (block);
        moment.beat += moment.beatsPerFrame * quantum;
        moment.frame += quantum;
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

    Block<S> makeBlock() const
    {
        return { inputPointers.data(), outputPointers.data(), knobPointers.data(), streamInPointers.data(), streamOutPointers.data(), sounds.data(), &moment };
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

    const ModuleType& type;
    std::unique_ptr<ModuleOf<S>> module;
    Moment moment;
    std::deque<Signal<S>> inputs, outputs, knobs; // A deque does not move what is in it.

private:
    void plugIn (const Port& port)
    {
        const auto add = [] (auto& signals, auto& pointers, float value) {
            auto& signal = signals.emplace_back();
            signal.hold (S (value));
            signal.silent = value == 0;
            pointers.push_back (&signal);
        };

        switch (port.kind)
        {
            case Port::Kind::input:
                return add (inputs, inputPointers, 0);
            case Port::Kind::output:
                return add (outputs, outputPointers, 0);
            case Port::Kind::knob:
                return add (knobs, knobPointers, static_cast<const Knob&> (port).range.initial);
            case Port::Kind::notesIn:
                return streamInPointers.push_back (&streamsIn.emplace_back());
            case Port::Kind::notesOut:
                return streamOutPointers.push_back (&streamsOut.emplace_back());
            case Port::Kind::sound:
                return sounds.push_back (nullptr);
        }
    }

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

    std::size_t indexOf (std::string_view id, Port::Kind kind) const
    {
        for (auto* port : module->ports())
            if (port->id == id && port->kind == kind)
                return static_cast<std::size_t> (port->index);

        ADD_FAILURE() << type.about->id << " has no port " << id << " of this kind";
        std::abort();
    }

    std::deque<NoteStream> streamsIn, streamsOut;
    std::vector<const Signal<S>*> inputPointers, knobPointers;
    std::vector<Signal<S>*> outputPointers;
    std::vector<const NoteStream*> streamInPointers;
    std::vector<NoteStream*> streamOutPointers;
    std::vector<const dsp::Sound*> sounds;
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
