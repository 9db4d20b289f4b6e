// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/PromptItems.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace athanor
{

namespace
{
using Texts = std::initializer_list<std::string_view>;

bool isOneOf (std::string_view text, Texts texts) { return std::find (texts.begin(), texts.end(), text) != texts.end(); }

class Gatherer
{
public:
    Gatherer (const std::vector<PromptWord>& w, const Lexicon& l) : words (w), lexicon (l) {}

    std::vector<PromptItem> items;

    void gather()
    {
        while (at < words.size())
            if (! unknown() && ! key() && ! noteName() && ! octaves() && ! noteLength() && ! longPhrase() && ! quantity() && ! singleWord())
                put (1, PromptKind::unknown);
    }

private:
    std::string_view text (std::size_t i) const { return i < words.size() ? std::string_view (words[i].text) : std::string_view(); }

    bool isTiedAt (std::size_t i) const { return i < words.size() && words[i].before == WordBreak::none; }

    PromptItem& put (std::size_t count, PromptKind kind, double number = 0)
    {
        PromptItem item;
        item.kind = kind;
        item.number = number;
        item.begin = words[at].begin;
        item.end = words[at + count - 1].end;
        item.before = words[at].before;
        item.isJoined = words[at].tie == WordTie::joined;

        for (std::size_t i = at; i < at + count; ++i)
            item.text += (i == at || words[i].tie == WordTie::glued ? "" : " ") + words[i].text;

        at += count;
        items.push_back (std::move (item));
        return items.back();
    }

    bool unknown()
    {
        if (! words[at].isOpaque)
            return false;

        put (1, PromptKind::unknown);
        return true;
    }

    //==============================================================================
    /** In A minor; F# major; Am after "in". */
    bool key()
    {
        static constexpr std::array tonics { 9, 11, 0, 2, 4, 5, 7 };
        const auto& word = words[at];
        auto name = text (at);

        if (name.empty() || name[0] < 'a' || name[0] > 'g')
            return false;

        const auto isAnnounced = at > 0 && (isOneOf (text (at - 1), { "in", "key", "of", "scale" }) || (words[at].before == WordBreak::colon && text (at - 1) == "key"));
        auto tonic = tonics[static_cast<std::size_t> (name[0] - 'a')];
        auto rest = name.substr (1);
        auto count = std::size_t { 1 };
        const auto isSharp = rest.starts_with ('#');
        auto hasSign = isSharp;

        if (isSharp)
            rest.remove_prefix (1);
        else if (rest == "b" || rest == "bm" || (rest == "bmin"))
            hasSign = true, --tonic, rest.remove_prefix (1);
        else if (rest.empty() && isOneOf (text (at + 1), { "sharp", "flat" }))
            hasSign = true, tonic += text (at + 1) == "flat" ? -1 : 1, ++count;

        tonic += isSharp;
        auto hasMode = isOneOf (rest, { "m", "min", "maj", "minor", "major" });
        auto isMinor = isOneOf (rest, { "m", "min", "minor" });

        if (! rest.empty() && ! hasMode)
            return false;

        // "F#m" is cut after the sign.
        if (! hasMode && isTiedAt (at + count) && isOneOf (text (at + count), { "minor", "major", "min", "maj", "m", "moll", "dur" }))
        {
            hasMode = true;
            isMinor = isOneOf (text (at + count), { "minor", "min", "m", "moll" });
            ++count;
        }

        const auto endsHere = ! isTiedAt (at + count) || promptNumber (words[at + count]) > 0 || isOneOf (text (at + count), { "at", "and", "scale" });
        // FM is no F minor.
        const auto isOtherWord = ! rest.empty() && lexicon.exactly (name, 1) != nullptr;
        const auto isMeant = hasMode ? isAnnounced || isSharp || (word.isCapital && ! isOtherWord)
                                     : (isAnnounced && (hasSign || (word.isCapital && endsHere)));

        if (! isMeant)
            return false;

        put (count, PromptKind::key).key = { (tonic + 12) % 12, isMinor };
        return true;
    }

    /** C1, F#2. */
    bool noteName()
    {
        static constexpr std::array tonics { 9, 11, 0, 2, 4, 5, 7 };
        const auto name = text (at);

        if (name.empty() || name[0] < 'a' || name[0] > 'g' || name.size() > 2 || (name.size() == 2 && name[1] != '#' && name[1] != 'b'))
            return false;

        if (at + 1 >= words.size() || words[at + 1].tie != WordTie::glued || lexicon.exactly (std::string (name) + std::string (text (at + 1)), 1) != nullptr)
            return false;

        const auto octave = promptNumber (words[at + 1]);

        if (octave < 0 || octave > 8 || std::floor (octave) < octave)
            return false;

        const auto sign = name.size() == 1 ? 0 : name[1] == '#' ? 1
                                                                : -1;
        put (2, PromptKind::note, 12 * (octave + 1) + tonics[static_cast<std::size_t> (name[0] - 'a')] + sign);
        return true;
    }

    static int directionOf (std::string_view word)
    {
        return isOneOf (word, { "up", "higher", "above", "upwards" }) ? 1 : isOneOf (word, { "down", "lower", "below", "downwards", "deeper" }) ? -1
                                                                                                                                                : 0;
    }

    /** An octave down; up two octaves; down by one octave. */
    bool octaves()
    {
        auto i = at;
        auto direction = directionOf (text (i));
        i += direction != 0;
        i += direction != 0 && text (i) == "by";
        auto number = 1.0;

        if (isOneOf (text (i), { "a", "an" }))
            ++i;
        else if (i < words.size() && promptNumber (words[i]) > 0)
            number = promptNumber (words[i++]);

        if (! isOneOf (text (i), { "octave", "octaves", "oct", "octs" }))
            return false;

        ++i;

        if (direction == 0)
        {
            direction = directionOf (text (i));
            i += direction != 0;
        }

        if (direction == 0)
            return false;

        put (i - at, PromptKind::octaves, direction * std::min (number, 4.0));
        return true;
    }

    //==============================================================================
    static double fractionNamed (std::string_view name)
    {
        return isOneOf (name, { "whole" }) ? 4 : isOneOf (name, { "half" })                                ? 2
                                             : isOneOf (name, { "quarter", "quarters", "crotchet" })       ? 1
                                             : isOneOf (name, { "eighth", "eighths", "quaver", "8ths" })   ? .5
                                             : isOneOf (name, { "sixteenth", "sixteenths", "semiquaver" }) ? .25
                                                                                                           : 0;
    }

    /** 1/8, 16th notes, dotted eighth, every bar. */
    bool noteLength()
    {
        auto i = at;
        auto factor = 1.0, beats = 0.0;

        if (isOneOf (text (i), { "dotted", "triplet" }))
            factor = text (i++) == "dotted" ? 1.5 : 2.0 / 3;

        if (isOneOf (text (i), { "every", "per", "each" }) && isOneOf (text (i + 1), { "bar", "beat", "measure" }))
        {
            beats = text (i + 1) == "beat" ? 1 : 4;
            i += 2;
        }
        else if (const auto named = fractionNamed (text (i)); named > 0)
        {
            const auto isSure = isOneOf (text (i + 1), { "note", "notes" }) || text (i).starts_with ("eighth") || text (i).starts_with ("sixteenth");

            if (! isSure && factor <= 1 && factor >= 1)
                return false;

            beats = named;
            ++i;
        }
        else if (i + 1 < words.size() && promptNumber (words[i]) > 0)
            beats = written (i);

        if (beats <= 0)
            return false;

        i += isOneOf (text (i), { "note", "notes", "beat", "beats" });

        if (isOneOf (text (i), { "triplet", "triplets", "t", "dotted", "d" }) && isTiedAt (i))
            factor = text (i++).starts_with ('t') ? 2.0 / 3 : 1.5;

        put (i - at, PromptKind::beats, beats * factor);
        return true;
    }

    /** The beats of 1/8 or 16th; passes over it. */
    double written (std::size_t& i) const
    {
        const auto isPower = [] (double n) { return n >= 1 && n <= 64 && std::exp2 (std::round (std::log2 (n))) <= n && std::exp2 (std::round (std::log2 (n))) >= n; };
        const auto first = promptNumber (words[i]);

        if (words[i + 1].tie == WordTie::joined && first >= 1 && first <= 16)
            if (const auto second = promptNumber (words[i + 1]); second > 1 && isPower (second))
            {
                i += 2;
                return 4 * first / second;
            }

        const auto isOrdinal = words[i + 1].tie == WordTie::glued && isOneOf (text (i + 1), { "th", "nd", "ths", "nds" });

        if (isOrdinal && isPower (first) && first >= 2)
        {
            i += 2;
            return 4 / first;
        }

        if (isOneOf (text (i + 1), { "bar", "bars", "beat", "beats", "measures" }) && first >= .1 && first <= 16)
        {
            i += 2;
            return text (i - 1).starts_with ("beat") ? first : 4 * first;
        }

        return 0;
    }

    /** A number and its unit. */
    bool quantity()
    {
        const auto number = promptNumber (words[at]);

        if (number < 0)
            return false;

        const auto unit = isTiedAt (at + 1) ? text (at + 1) : std::string_view();
        const auto is = [&] (Texts names) { return isOneOf (unit, names); };

        if (is ({ "bpm" }) && number >= 20 && number <= 400)
            put (2, PromptKind::tempo, number);
        else if (is ({ "s", "sec", "secs", "second", "seconds" }) && number <= 30)
            put (2, PromptKind::seconds, number);
        else if (is ({ "ms", "millisecond", "milliseconds", "msec" }) && number <= 30'000)
            put (2, PromptKind::seconds, number / 1000);
        else if (is ({ "hz", "hertz" }) && number >= .01 && number <= 100)
            put (2, PromptKind::hertz, number);
        else if (is ({ "percent" }) && number <= 200)
            put (2, PromptKind::percent, number);
        else if (is ({ "cent", "cents", "ct" }))
            put (2, PromptKind::cents, number);
        else if (is ({ "voice", "voices" }) && number >= 2 && number <= 16)
            put (2, PromptKind::voices, number);
        else if (number >= 1950 && number < 2030)
            put (1, PromptKind::year, number);
        else if (isSaid (text (at)) || lexicon.exactly (text (at), 1) != nullptr)
            return false;
        else if (at > 0 && isOneOf (text (at - 1), { "bpm", "tempo" }) && number >= 20 && number <= 400)
            put (1, PromptKind::tempo, number);
        else if (at > 0 && isOneOf (text (at - 1), { "midi" }) && number <= 127)
            put (1, PromptKind::note, number);
        else
            put (1, PromptKind::unknown);

        return true;
    }

    /** "One" and "two" say nothing by themselves. */
    static bool isSaid (std::string_view word) { return ! word.empty() && word[0] >= 'a' && word[0] <= 'z'; }

    //==============================================================================
    bool longPhrase()
    {
        for (std::size_t count = Lexicon::longestPhrase; count >= 2; --count)
            if (const auto* sense = phraseOf (count))
            {
                put (count, PromptKind::phrase).find.sense = sense;
                return true;
            }

        return false;
    }

    const WordSense* phraseOf (std::size_t count) const
    {
        if (at + count > words.size())
            return nullptr;

        std::string letters = words[at].text;
        auto most = 1, least = 1;

        for (std::size_t i = at + 1; i < at + count; ++i)
        {
            const auto isNear = words[i].before == WordBreak::none || (words[i].before == WordBreak::comma && words[i].tie == WordTie::joined);

            if (! isNear || words[i].isOpaque)
                return nullptr;

            letters += words[i].text;
            ++most;
            least += words[i].tie == WordTie::apart;
        }

        for (auto pieces = least; pieces <= most; ++pieces)
            if (const auto* sense = lexicon.exactly (letters, pieces))
                return sense;

        return nullptr;
    }

    bool singleWord()
    {
        auto found = lexicon.word (words[at].text);

        if (! found)
            return false;

        put (1, PromptKind::phrase).find = std::move (*found);
        return true;
    }

    const std::vector<PromptWord>& words;
    const Lexicon& lexicon;
    std::size_t at = 0;
};
} // namespace

std::vector<PromptItem> promptItems (const std::vector<PromptWord>& words, const Lexicon& lexicon)
{
    Gatherer gatherer (words, lexicon);
    gatherer.gather();
    return std::move (gatherer.items);
}

} // namespace athanor
