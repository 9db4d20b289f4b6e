// SPDX-License-Identifier: GPL-3.0-or-later
// The engine as the musician knows it: play, stop, be somewhere, sound a note, turn a knob, read the meters.
#pragma once

#include "Core/Result.h"
#include "Core/Threads.h"
#include "Model/Project.h"
#include "Patch/PatchSpec.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace athanor
{

class Engine;
class Material;

namespace dsp
{
struct Sound;
}

/** What a meter shows. Decibels relative to full scale; -100 is silence. */
struct MeterReading
{
    float peakLeft = -100, peakRight = -100; ///< Highest since the last reading.
    float rmsLeft = -100, rmsRight = -100;   ///< Over 300 ms.
    bool hasClipped = false;                 ///< Beyond 0 since playing began.
};

struct LoudnessReading
{
    float momentary = -100, shortTerm = -100, integrated = -100; ///< LUFS.
    float truePeak = -100;                                       ///< dBTP.
};

/** What the synth of an instrument does right now, in its newest voice. */
struct SynthReading
{
    int voices = 0;                              ///< That sound.
    std::array<float, patchSourceCount> sources; ///< Where each source of modulation stands, -1 or 0 to 1.
    ControlValues controls;                      ///< As they are heard: turned, automated and modulated.

    /** How far it has come along each envelope: the stage, 0 (delay) to 4 (release), and how far into it; and along each LFO,
        0 to 1. Below zero: nothing uses it, or it rests. */
    std::array<float, patch::envelopes> envelopes;
    std::array<float, patch::lfos> lfos;

    std::array<std::uint64_t, 2> keys {}; ///< Those that are down, as bits of their MIDI notes.
};

/** Where the song is. */
struct PlayPosition
{
    bool isPlaying = false, isRecording = false; ///< Playing also while it counts in.
    double countIn = 0;                          ///< Beats still to be counted before the place that is told here.
    SlotId slot;
    PatternId pattern;
    Ticks inPattern, inSong;
    double seconds = 0, tempo = 120;
    int bar = 1, beat = 1; ///< From 1. While it counts in: the bars that are left, below zero, and the beat in that bar.
    int sixteenth = 1;
};

struct Load
{
    float proportion = 0;                             ///< Of the time there is, 0 to 1 and beyond.
    int xruns = 0;                                    ///< Callbacks that came too late or took too long, since the device was opened.
    std::string culprit;                              ///< The track that took longest in the last one of those.
    std::vector<std::pair<std::string, float>> nodes; ///< Proportion by track, highest first.
};

/** What the device callback measured of itself. */
struct DeviceLoad
{
    float proportion = 0; ///< Of a period, 0 to 1 and beyond.
    int xruns = 0;        ///< Since the device was opened.
    TrackId culprit;      ///< The track that took longest when the last callback was too long; none: there was no such.
};

/** What the device is doing; empty name: none is open. */
struct DeviceState
{
    std::string name;
    double sampleRate = 48'000;
    int blockSize = 0;
    double latencySeconds = 0;
    std::string problem; ///< A sentence, once, when there is no sound.
};

enum class PlayRange { song,
                       slot,
                       pattern };

/** Plays what the session holds. All calls on the message thread; they return at once. */
class Player
{
public:
    Player();
    ~Player();

    /** Finds a recording by its content hash; asked on the message thread when a project is shown. */
    using FindSound = std::function<std::shared_ptr<const dsp::Sound> (const std::string& hash)>;

    /** What a module plays beside its knobs; null: nothing. */
    using FindMaterial = std::function<std::shared_ptr<const Material> (const Node&)>;

    /** Plays this from now on. Sounding notes and tails go on. */
    void show (const Project&, const FindSound&, const FindMaterial& = nullptr);

    void play (PlayRange range = PlayRange::song);
    void playFrom (SlotId slot, Ticks inPattern, PlayRange range = PlayRange::song);
    void stop();  ///< Notes are released; the position stays.
    void panic(); ///< Everything is silent at once.
    void locate (SlotId, Ticks inPattern);
    void setLooping (bool);
    bool isLooping() const;
    void setMetronome (bool);
    bool hasMetronome() const;

    /** Bars of clicks before play begins while keys are recorded, 0 to 4. */
    void setCountIn (int bars);
    int countIn() const;

    /** Whether keys are recorded: then what `play` and `playFrom` start is counted in. */
    void setRecording (bool);

    /** Sounds a note at once. The result names it for stopNote and bendNote. */
    std::uint32_t startNote (TrackId, InstrumentId, double pitch, double velocity);
    void stopNote (std::uint32_t note);
    void pressNote (std::uint32_t note, double pressure);
    void bend (TrackId, double semitones);
    void turnWheel (TrackId, double amount);
    void holdPedal (TrackId, bool isDown);

    /** Plays a file or an asset for its own sake, past the mixer. Null stops it. */
    void preview (std::shared_ptr<const dsp::Sound>);

    /** Heard at once, remembered by nobody: a hand on a knob. `port` as in ParameterAddress; position 0 to 1. */
    void turn (const std::string& address, double position);

    /** The hand has let go: the project's value counts again. */
    void release (const std::string& address);

    /** What the parameter is doing right now, with automation and modulation, 0 to 1; nothing if it is at rest. */
    std::optional<double> livePosition (const std::string& address) const;

    /** What the synth of an instrument does right now; nothing while it is not played. */
    std::optional<SynthReading> synth (InstrumentId) const;

    /** Fills `sound` with what was heard last of it, oldest first, the mean of both sides; at most 8,192 frames. Returns how many frames
        it has made since it began, modulo 2^32: two like answers mean that nothing came. Nothing while it is not played. */
    std::optional<std::uint32_t> synthSound (InstrumentId, std::span<float> sound) const;

    PlayPosition position() const;
    MeterReading meter (TrackId) const;
    MeterReading masterMeter() const;
    LoudnessReading loudness() const;
    Load load() const;
    DeviceState device() const;

    /** Takes what the audio thread reported, and frees what it has let go. Call it from a timer, 30 to 60 times a second. */
    void update();

    /** For Host, which feeds the device from it. */
    Engine& engine() noexcept;

    /** Host has opened (or lost) a device. Another sample rate starts everything anew. */
    void setDevice (DeviceState);

    /** Host says how to ask the device for its load; empty: there is none. */
    void setLoadSource (std::function<DeviceLoad()>);

    /** The parameter that `turn` moved last; empty: none yet. */
    const std::string& lastTurned() const;

private:
    struct Private;
    std::unique_ptr<Private> self;
};

} // namespace athanor
