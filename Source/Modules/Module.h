// SPDX-License-Identifier: GPL-3.0-or-later
// A module and its ports: declared once, and saving, panel, manual, automation and tests are derived.
#pragma once

#include "Core/Units.h"
#include "Dsp/Sound.h"
#include "Modules/Range.h"
#include "Modules/Signal.h"

#include <span>
#include <string_view>
#include <vector>

namespace athanor
{

class Module;

/** A named place on a module where sound, notes or a value enters or leaves.

    A port adds itself to the module that declares it, so a port cannot exist without being
    saved, shown, automated and documented.
*/
class Port
{
public:
    enum class Kind { input,
                      output,
                      knob,
                      notesIn,
                      notesOut,
                      sound };

    Port (const Port&) = delete;
    virtual ~Port() = default;

    const Kind kind;
    const std::string_view id;  ///< Saved in projects: never renamed, never reused.
    const std::string_view doc; ///< One sentence: the tooltip and the manual are made from it.
    const int index;            ///< Place among the ports of its kind.

protected:
    Port (Module& owner, Kind, std::string_view name, std::string_view text);
};

/** What an input hears while no cable is in it. In track and song scope all of these are silence. */
enum class Normal { silence,
                    pitch,    ///< The voice's pitch in MIDI semitones, with bend, slides and glide.
                    gate,     ///< 1 while the key is held, else 0.
                    trigger,  ///< 1 on the one frame at which the note starts, else 0.
                    velocity, ///< 0 to 1, for as long as the voice lives.
                    volume,   ///< The note's own volume (tracker column, expression), 0 to 1.
                    panning,  ///< The note's own panning, -1 (left) to 1.
                    pressure, ///< Aftertouch, 0 to 1.
                    wheel,    ///< Modulation wheel, 0 to 1.
                    random,   ///< Chance from -1 to 1, drawn when the note starts.
                    offset    ///< Where in its sample a note starts, 0 to 1.
};

struct Input : Port
{
    Input (Module& owner, std::string_view name, std::string_view text, Normal n = Normal::silence)
        : Port (owner, Kind::input, name, text), normal (n) {}

    const Normal normal;
};

struct Output : Port
{
    Output (Module& owner, std::string_view name, std::string_view text) : Port (owner, Kind::output, name, text) {}
};

struct NotesIn : Port
{
    NotesIn (Module& owner, std::string_view name, std::string_view text) : Port (owner, Kind::notesIn, name, text) {}
};

struct NotesOut : Port
{
    NotesOut (Module& owner, std::string_view name, std::string_view text) : Port (owner, Kind::notesOut, name, text) {}
};

/** A value the musician turns. It arrives as a Signal that already glides and is already modulated and clamped. */
struct Knob : Port
{
    Knob (Module& owner, std::string_view name, Range r, std::string_view text) : Port (owner, Kind::knob, name, text), range (r) {}

    const Range range;
};

/** A recording that the musician chooses. */
struct SoundSlot : Port
{
    SoundSlot (Module& owner, std::string_view name, std::string_view text) : Port (owner, Kind::sound, name, text) {}
};

/** How late a module's outputs are. The plan delays every parallel path to match. */
struct Latency
{
    Latency (Module& owner, Frames);

    Frames frames;
};

/** When a module may sleep: once its inputs, and its outputs for at least this long, have been silent.

    A module that declares none is processed always. With no memory the hold is zero; a delay holds as long as its line.
*/
struct Tail
{
    Tail (Module& owner, double hold);

    double holdSeconds;
};

/** Where and when the quantum lies. */
struct Moment
{
    double sampleRate = 48'000;
    double beat = 0;          ///< Song position of frame 0, in beats; runs on while stopped, so that synced motion never freezes.
    double beatsPerFrame = 0; ///< Tempo, as what a frame adds to `beat`.
    std::int64_t frame = 0;   ///< Frames since the engine started.
    bool isPlaying = false;
    int turnFrame = quantum;      ///< From this frame on the song is elsewhere (it begins again) or goes at another tempo …
    double turnBeat = 0;          ///< … from here …
    double turnBeatsPerFrame = 0; ///< … at this pace.

    /** Song position of a frame of this quantum. */
    double beatAt (int at) const noexcept
    {
        return at < turnFrame ? beat + at * beatsPerFrame : turnBeat + (at - turnFrame) * turnBeatsPerFrame;
    }
};

/** What a module sees of one quantum. `S` is dsp::Voices or dsp::Stereo. */
template <typename S>
struct Block
{
    const Signal<S>* const* inputs = nullptr;
    Signal<S>* const* outputs = nullptr;
    const Signal<S>* const* knobs = nullptr;
    const NoteStream* const* notesIn = nullptr;
    NoteStream* const* notesOut = nullptr;
    const dsp::Sound* const* sounds = nullptr;
    const Moment* moment = nullptr;

    /** Never null: an input with no cable reads what it is normalled to, or silence. */
    const Signal<S>& operator[] (const Input& port) const noexcept { return *inputs[port.index]; }

    /** To be written whole. `steady` and `silent` are false before each call; set them where that is known. */
    Signal<S>& operator[] (const Output& port) const noexcept { return *outputs[port.index]; }

    const Signal<S>& operator[] (const Knob& port) const noexcept { return *knobs[port.index]; }

    const NoteStream& operator[] (const NotesIn& port) const noexcept { return *notesIn[port.index]; }

    NoteStream& operator[] (const NotesOut& port) const noexcept { return *notesOut[port.index]; }

    /** Null while the slot is empty. */
    const dsp::Sound* operator[] (const SoundSlot& port) const noexcept { return sounds[port.index]; }

    /** A knob of whole numbers or choices, at the start of the quantum, the same for all lanes. */
    int choice (const Knob& port) const noexcept { return static_cast<int> (knobs[port.index]->first()[0]); }
};

/** What a voice is told to play when its instrument holds recordings. Frames are those of the recording. */
struct ZoneStart
{
    enum class Loop : std::uint8_t { off,
                                     forward,
                                     pingPong,
                                     backward };

    const dsp::Sound* sound = nullptr;
    double rootPitch = 60; ///< MIDI semitones at which it sounds at the speed it was recorded at.
    double offset = 0;
    int frame = 0; ///< In this quantum: where the first frame of the recording sounds.
    bool isBackward = false;
    Loop loop = Loop::off, sustainLoop = Loop::off; ///< The second holds until the gate falls.
    double loopStart = 0, loopEnd = 0, sustainStart = 0, sustainEnd = 0;
};

/** How a recording of the instrument goes on in one lane. */
enum class ZoneState : std::uint8_t { over,
                                      ending, ///< Plays, and will come to its end.
                                      looping ///< Plays, and will not.
};

/** One sound-making or sound-shaping part of a patch: its declaration. What it computes is in ModuleOf. */
class Module
{
public:
    struct About
    {
        std::string_view id, name, group, doc; ///< As in "filter.svf", "Filter", "Filters", "A clean …".
        int version = 1;                       ///< Raised when old projects would sound different.
    };

    virtual ~Module() = default;
    Module (const Module&) = delete;

    /** Everything that allocates happens here; called once, before anything else. */
    virtual void prepare (double /*sampleRate*/) {}

    /** Back to silence, as though just prepared. */
    virtual void reset() noexcept {}

    const About& about() const noexcept { return described; }

    std::span<const Port* const> ports() const noexcept { return declared; }

    Frames latency() const noexcept { return declaredLatency != nullptr ? declaredLatency->frames : Frames (0); }

    const Tail* tail() const noexcept { return declaredTail; }

    int count (Port::Kind) const noexcept;

protected:
    explicit Module (const About& a) : described (a) {}

private:
    friend class Port;
    friend struct Latency;
    friend struct Tail;

    const About& described;
    std::vector<const Port*> declared;
    const Latency* declaredLatency = nullptr;
    const Tail* declaredTail = nullptr;
};

/** A module at work in one scope: on eight voices (dsp::Voices) or on two channels (dsp::Stereo). */
template <typename S>
class ModuleOf : public Module
{
public:
    /** Computes one quantum. Wait-free. */
    virtual void process (const Block<S>&) noexcept = 0;

    /** A new voice begins in this lane: forget what the last one left there. The note itself starts with Normal::trigger. */
    virtual void startLane (int /*lane*/) noexcept {}

    /** The voice in this lane plays a recording of its instrument from now on; for modules that play such recordings. */
    virtual void startZone (int /*lane*/, const ZoneStart&) noexcept {}

    /** What has become of that recording. */
    virtual ZoneState zoneState (int /*lane*/) const noexcept { return ZoneState::over; }

protected:
    using Module::Module;
};

} // namespace athanor
