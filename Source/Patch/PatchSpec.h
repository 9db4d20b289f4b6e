// SPDX-License-Identifier: GPL-3.0-or-later
// A patch of the synth as data: everything that a preset file holds, and our eight macros.
#pragma once

#include "Patch/Control.h"
#include "Patch/PatchSource.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace athanor
{

/** A curve drawn by hand: of an LFO, of a modulation's mapping, of a wavetable. */
struct PatchLine
{
    /** `y` is counted from the top, as on the screen: 0 gives 1, 1 gives 0. `power` bends what begins here: t becomes
        (e^(power t) - 1) / (e^power - 1), from -20 to 20. */
    struct Point
    {
        double x = 0, y = 0, power = 0;
        bool operator== (const Point&) const = default;
    };

    static constexpr int maxPoints = 100;

    std::string name;
    std::vector<Point> points; ///< 2 to maxPoints, x from 0 to 1, never falling.
    bool isSmooth = false;

    static PatchLine triangle(); ///< What LFOs begin with.
    static PatchLine straight(); ///< From 0 to 1: a mapping that changes nothing.

    bool operator== (const PatchLine&) const = default;
};

/** How far along its way a piece of a line is, that bends by this power: from 0 to 1 as t is; straight where the power is next to
    nothing. */
double bentShare (double t, double power) noexcept;

/** One source on one control. How much, how bent and so on are controls: modulation_N_amount and its family. */
struct PatchSlot
{
    std::optional<PatchSource> source; ///< Nothing: empty.
    std::optional<Control> destination;
    std::optional<PatchLine> mapping; ///< Nothing: straight.

    /** What the file said, where no source or control of ours is called so; kept to be written back. */
    std::string unknownSource, unknownDestination;

    bool operator== (const PatchSlot&) const = default;
};

/** What happens at one place along a wavetable: a wave, a curve, a piece of a recording or the settings of a modifier. */
struct WaveKeyframe
{
    int position = 0; ///< 0 to 256.
    std::map<std::string, double> numbers;
    std::shared_ptr<const std::vector<float>> wave; ///< 2,048 samples; null: none.
    std::optional<PatchLine> line;

    bool operator== (const WaveKeyframe&) const;
};

/** A source of waves, or what changes those before it in its group. */
struct WaveComponent
{
    std::string type; ///< "Wave Source", "Line Source", "Audio File Source", or a modifier, as the format calls them.
    std::map<std::string, double> numbers;
    std::vector<WaveKeyframe> keyframes;
    std::shared_ptr<const std::vector<std::int16_t>> audio; ///< Of an Audio File Source.

    bool operator== (const WaveComponent&) const;
};

/** A wavetable as the recipe that makes it. Groups are averaged; in a group the source comes first. */
struct WavetableSpec
{
    using Group = std::vector<WaveComponent>;

    std::string name = "Init", author;
    bool removesDc = true, isNormalized = true;
    std::vector<Group> groups;

    static WavetableSpec saw(); ///< What oscillators begin with.

    bool operator== (const WavetableSpec&) const = default;
};

/** The recording that plays beside the oscillators. */
struct PatchSample
{
    std::string name;
    int sampleRate = 44'100;
    std::shared_ptr<const std::vector<std::int16_t>> left, right; ///< Right null: mono. Both of one length.

    static PatchSample whiteNoise(); ///< What presets begin with: one second, always the same.

    bool operator== (const PatchSample&) const;
};

/** One of eight knobs that a musician plays. What it moves stands in the slots, as source macro_control_1 and so on. */
struct PatchMacro
{
    std::string name; ///< Empty: "Macro 1" and so on.
    std::string role; ///< What it is for: brightness, movement, space, bite, body, width, attack, release; or empty.
    double value = 0; ///< 0 to 1. Of the first four it is the control of that name that counts.

    bool operator== (const PatchMacro&) const = default;
};

struct PatchSpec
{
    static constexpr int schemaVersion = 1;
    static constexpr int macroCount = 8;

    PatchSpec(); ///< Vital's init: one oscillator with a saw.

    std::string name, author, comments;
    std::string style; ///< Bass, Lead, Keys, Pad, Percussion, Sequence, Experiment, SFX, Template; or empty.
    std::vector<std::string> tags;
    std::string synthTarget = "vital"; ///< Whose semantics it is to be played with.
    std::string engineVersion = "1.0.6";
    std::string origin; ///< How it was made from words, as JSON in one line; empty: by hand.

    ControlValues values;
    std::array<PatchSlot, patch::slots> slots;
    std::array<PatchLine, patch::lfos> lfos;
    std::array<WavetableSpec, patch::oscillators> wavetables;
    PatchSample sample;
    std::array<PatchMacro, macroCount> macros;

    /** What we do not know, by name, as JSON: at the top, and among the settings. */
    std::map<std::string, std::string> unknown, unknownSettings;

    bool operator== (const PatchSpec&) const = default;
};

/** What is wrong at one place of a patch. */
struct PatchFault
{
    std::string path; ///< As in "lfos/3/points".
    std::string sentence;
};

/** All that is out of range, dangling or not a number; empty: it may be played and written. */
std::vector<PatchFault> faultsOf (const PatchSpec&);

} // namespace athanor
