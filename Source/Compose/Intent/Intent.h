// SPDX-License-Identifier: GPL-3.0-or-later
// What a musician wants a sound to be, as a value: what a planner makes of words, and what the patch engine works from.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** What a sound is played as: the folders of Presets. */
enum class SoundCategory { bass,
                           lead,
                           pad,
                           keys,
                           pluck,
                           bell,
                           strings,
                           brass,
                           drums,
                           effects,
                           sequence };

/** What can be heard and measured. docs/Design/2026-11-21-intent.md says what measures each. Up is more of the name: attack up
    begins harder and sooner, decay up lasts longer, tuning up is steadier and more exactly in tune. */
enum class TimbreAxis { brightness,
                        warmth,
                        attack,
                        decay,
                        noise,
                        width,
                        movement,
                        roughness,
                        sub,
                        tuning,
                        level,
                        thickness,
                        resonance,
                        metallic,
                        hollow,
                        vowel,
                        space };

enum class MovementKind { opening,
                          closing,
                          wobble,
                          pulse,
                          tremolo,
                          vibrato,
                          evolve,
                          glide,
                          rise,
                          fall,
                          steps };

/** What a sound can be made with, so what can be asked for by name, or refused. */
enum class SoundFeature { saw,
                          square,
                          pulse,
                          sine,
                          triangle,
                          wavetable,
                          fm,
                          sync,
                          ring,
                          sample,
                          lowpass,
                          highpass,
                          bandpass,
                          notch,
                          comb,
                          formant,
                          resonance,
                          reverb,
                          delay,
                          chorus,
                          flanger,
                          phaser,
                          distortion,
                          bitcrush,
                          compressor,
                          equalizer,
                          sidechain,
                          vibrato,
                          tremolo,
                          glide,
                          arpeggio,
                          modulation,
                          unison,
                          detune,
                          sub,
                          noise,
                          mono,
                          poly,
                          stereo };

/** What of a sound can be left as it is while the rest is changed. */
enum class SoundPart { bass,
                       tone,
                       filter,
                       envelope,
                       movement,
                       space,
                       effects,
                       width,
                       pitch,
                       level,
                       everything };

/** The names that stand in files, by number. */
template <typename Choice>
inline constexpr std::array<std::string_view, 0> choiceNames {};

template <>
inline constexpr std::array<std::string_view, 11> choiceNames<SoundCategory> { "bass", "lead", "pad", "keys", "pluck", "bell", "strings", "brass", "drums", "effects", "sequence" };

template <>
inline constexpr std::array<std::string_view, 17> choiceNames<TimbreAxis> { "brightness", "warmth", "attack", "decay", "noise", "width", "movement", "roughness", "sub", "tuning", "level", "thickness", "resonance", "metallic", "hollow", "vowel", "space" };

template <>
inline constexpr std::array<std::string_view, 11> choiceNames<MovementKind> { "opening", "closing", "wobble", "pulse", "tremolo", "vibrato", "evolve", "glide", "rise", "fall", "steps" };

template <>
inline constexpr std::array<std::string_view, 39> choiceNames<SoundFeature> {
    "saw", "square", "pulse", "sine", "triangle", "wavetable", "fm", "sync", "ring", "sample",
    "lowpass", "highpass", "bandpass", "notch", "comb", "formant", "resonance",
    "reverb", "delay", "chorus", "flanger", "phaser", "distortion", "bitcrush", "compressor", "equalizer", "sidechain",
    "vibrato", "tremolo", "glide", "arpeggio", "modulation",
    "unison", "detune", "sub", "noise", "mono", "poly", "stereo"
};

template <>
inline constexpr std::array<std::string_view, 11> choiceNames<SoundPart> { "bass", "tone", "filter", "envelope", "movement", "space", "effects", "width", "pitch", "level", "everything" };

template <typename Choice>
constexpr std::string_view nameOf (Choice choice)
{
    return choiceNames<Choice>[static_cast<std::size_t> (choice)];
}

/** The choice with that name, exactly. */
template <typename Choice>
constexpr std::optional<Choice> choiceNamed (std::string_view name)
{
    for (std::size_t i = 0; i < choiceNames<Choice>.size(); ++i)
        if (choiceNames<Choice>[i] == name)
            return static_cast<Choice> (i);

    return {};
}

/** A category that the words speak for, and how strongly. */
struct CategoryWish
{
    SoundCategory category {};
    double weight = 1; ///< 0 to 1.
    bool operator== (const CategoryWish&) const = default;
};

/** Where one axis is to go. Of words that pull against each other both wishes stay. */
struct AxisWish
{
    TimbreAxis axis {};
    double direction = 0;    ///< -1 to 1.
    double weight = 1;       ///< 0 to 1: what a word only hints at, as a genre does, counts less.
    bool isRelative = false; ///< Against the sound that was there before, not against a neutral one.
    bool operator== (const AxisWish&) const = default;
};

/** Of the loudness. Nothing: left to the template. */
struct EnvelopeWish
{
    std::optional<double> attack, decay, release; ///< Seconds, 0 to 30.
    std::optional<double> sustain;                ///< 0 to 1.
    bool operator== (const EnvelopeWish&) const = default;
};

struct MovementWish
{
    MovementKind kind {};
    double depth = .5;                  ///< 0 to 1.
    std::optional<double> hertz, beats; ///< How fast, free or in beats for one round: 0.01 to 100 Hz, 1/32 to 64 beats. Never both.
    bool operator== (const MovementWish&) const = default;
};

/** How much room there is around the sound, 0 to 1; 0 is none. */
struct SpaceWish
{
    std::optional<double> reverb, delay;
    std::optional<double> delayBeats; ///< 1/32 to 64.
    bool operator== (const SpaceWish&) const = default;
};

struct KeyWish
{
    int tonic = 0; ///< 0 is C, 11 is B.
    bool isMinor = false;
    bool operator== (const KeyWish&) const = default;
};

/** What a piece of the prompt was taken for. */
struct IntentTrace
{
    int begin = 0, end = 0; ///< Bytes of the prompt.
    std::string meaning;    ///< For the musician: "dark: brightness -0.6".
    bool operator== (const IntentTrace&) const = default;
};

struct SoundIntent
{
    /** What a longer list or text is a fault of. */
    static constexpr int mostItems = 64, longestText = 200, longestPrompt = 1 << 20;

    std::vector<CategoryWish> categories; ///< The likeliest first; empty: not said.
    std::vector<AxisWish> wishes;
    EnvelopeWish envelope;
    std::vector<MovementWish> movements;
    SpaceWish space;
    std::vector<SoundFeature> features, exclusions;
    std::vector<SoundPart> locks;    ///< To stay as they were.
    std::optional<int> note;         ///< The MIDI note in the middle of where it plays.
    int octaves = 0;                 ///< -4 to 4.
    std::vector<std::string> genres; ///< As "deep-house": lower case, digits and hyphens.
    std::optional<int> decade;       ///< 1950 to 2020.
    std::optional<double> tempo;     ///< 20 to 400 beats per minute.
    std::optional<KeyWish> key;
    bool isRefinement = false; ///< Changes the sound that was there before and is none of its own.
    double confidence = 0;     ///< 0: nothing was understood; 1: every word was.
    std::vector<IntentTrace> trace;
    std::vector<std::string> notUnderstood; ///< Words, in the order of the prompt.
    std::vector<std::string> remarks;       ///< Sentences for the musician.

    bool operator== (const SoundIntent&) const = default;

    /** The likeliest category. */
    std::optional<SoundCategory> category() const;

    /** Where all wishes for an axis pull together, -1 to 1; 0 where there is none. Those that are relative, or the others. */
    double wished (TimbreAxis, bool relative = false) const;

    /** Whether one absolute wish for the axis pulls up and another down. */
    bool isTorn (TimbreAxis) const;

    bool wants (SoundFeature) const;
    bool excludes (SoundFeature) const;
};

} // namespace athanor
