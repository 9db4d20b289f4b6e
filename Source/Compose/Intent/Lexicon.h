// SPDX-License-Identifier: GPL-3.0-or-later
// The words that a planner knows, and what each says about a sound.
#pragma once

#include "Compose/Intent/Intent.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** What a word does to its neighbours. */
enum class WordRole { sound,    ///< Says something itself.
                      filler,   ///< Says nothing.
                      ordinary, ///< Is known to be no typing error, and not what it says.
                      much,     ///< How strongly the next is meant: the factor is `amount`.
                      no,       ///< The next is not wanted.
                      noMuch,   ///< "Not too": the next a little the other way.
                      after,    ///< "Off": what stands before is not wanted.
                      more,
                      less,
                      too, ///< What is there has too much of the next.
                      remove,
                      keep,
                      refine, ///< Speaks of what was there before.
                      fresh,  ///< Does not.
                      conjunction,
                      alternative, ///< "Or".
                      contrast,    ///< "But".
                      with,
                      like,
                      purpose, ///< What follows is not the head of the phrase.
                      octave,
                      up,
                      down };

/** A time of the loudness envelope that an adjective can stand before: "slow attack". */
enum class EnvelopePart { attack,
                          decay,
                          sustain,
                          release };

/** What one word or phrase means. */
struct WordSense
{
    WordRole role = WordRole::sound;
    double amount = 1; ///< Of a role that has one.
    std::vector<AxisWish> axes;
    std::vector<CategoryWish> categories;
    std::vector<SoundFeature> features;
    std::vector<MovementWish> movements;
    EnvelopeWish envelope;
    SpaceWish space;
    std::optional<int> note;
    int octaves = 0;
    std::string genre;
    std::optional<int> decade;
    std::optional<SoundPart> part;
    std::optional<EnvelopePart> target;
    std::optional<double> speed; ///< 1 fast, short or hard; -1 slow, long or soft: what it says before a target.
    bool isNoun = false;         ///< Something that one can add or leave out, as reverb.
    bool isRelative = false;     ///< A comparative.
};

/** What was found for a word of a prompt. */
struct WordFind
{
    const WordSense* sense = nullptr;
    bool isComparative = false; ///< Darker.
    bool isWithout = false;     ///< Noiseless.
    double factor = 1;          ///< Weaker for "darkish", stronger for "darkest".
    std::string corrected;      ///< The word it was taken for, where it was misspelt.
};

/** The words of LexiconSound.inc, LexiconNames.inc and LexiconGrammar.inc.

    The second text of each entry there lists what it means: `brightness+.5` (without a number .6); `~`: what follows of the axes is
    only hinted at; `=pad*.5` a category; `has:saw`; `move:wobble*.7`; `a:1.2 d:.3 s:.8 r:2` the envelope; `reverb:.4`, `delay:.3`;
    `oct:-1`, `note:48`; `genre:`, `era:1980`, `part:`; `!n` a noun, `!relative` a comparative, `!target0` an envelope time, `!dim-1` a
    speed, `!much1.5` and the other roles. A phrase that stands twice means what its last entry says. */
class Lexicon
{
public:
    /** Made when it is first asked for, then always the same. */
    static const Lexicon& english();

    /** What lies under a key: the letters and digits of a phrase without what is between them. Null: nothing. */
    const WordSense* exactly (std::string_view key, int words) const;

    /** A single word in lower case, inflected or misspelt. */
    std::optional<WordFind> word (std::string_view lowerCase) const;

    std::size_t size() const { return keys.size(); }

    /** The most words of a phrase. */
    static constexpr int longestPhrase = 5;

private:
    struct Key
    {
        std::string letters;
        int words = 1;
        std::size_t sense = 0;
    };

    struct Entry
    {
        const char *phrases, *meaning;
    };

    Lexicon();
    void add (std::span<const Entry>);
    const Key* find (std::string_view letters) const;
    std::optional<WordFind> inflected (std::string_view) const;
    std::optional<WordFind> misspelt (std::string_view) const;

    std::vector<WordSense> senses;
    std::vector<Key> keys; ///< By letters.
};

} // namespace athanor
