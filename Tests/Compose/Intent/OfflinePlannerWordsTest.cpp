// SPDX-License-Identifier: GPL-3.0-or-later
// docs/Words.md is written by a person; here each of its words is planned, so that it promises nothing that is not understood.
#include "Compose/Intent/OfflinePlanner.h"

#include "Core/Text.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace athanor
{

namespace
{
using Words = std::vector<std::string>;

/** A line of a table: what it is about, and the words of each further column. */
struct Row
{
    std::string name;
    std::vector<Words> columns;
};

struct Page
{
    std::map<std::string, std::vector<Row>> tables; ///< By heading.
    std::map<std::string, Words> examples;          ///< By heading.
};

Words listIn (const std::string& text)
{
    Words words;
    std::istringstream parts (text);

    for (std::string part; std::getline (parts, part, ',');)
        if (auto word = trimmed (part); ! word.empty())
            words.push_back (std::move (word));

    return words;
}

Row rowIn (const std::string& line)
{
    std::vector<std::string> cells;
    std::istringstream parts (line.substr (1));

    for (std::string cell; std::getline (parts, cell, '|');)
        cells.push_back (trimmed (cell));

    Row row { cells.front(), {} };

    for (std::size_t i = 1; i < cells.size(); ++i)
        row.columns.push_back (listIn (cells[i]));

    return row;
}

Page readPage()
{
    Page page;
    std::istringstream lines (readWhole (repositoryRoot() / "docs" / "Words.md"));
    std::string heading;
    auto isBody = false;
    const std::regex example (R"(\*([^*]+)\*)");

    for (std::string line; std::getline (lines, line);)
    {
        if (line.starts_with ("## "))
            heading = line.substr (3);

        // The first line of a table is its title.
        if (! line.starts_with ("|"))
            isBody = false;
        else if (line.starts_with ("| ---"))
            isBody = true;
        else if (isBody)
            page.tables[heading].push_back (rowIn (line));

        if (line.starts_with ("Try: "))
            for (std::sregex_iterator i (line.begin(), line.end(), example), end; i != end; ++i)
                page.examples[heading].push_back ((*i)[1]);
    }

    return page;
}

const Page& page()
{
    static const auto read = readPage();
    return read;
}

const Row& row (const std::string& heading, const std::string& name)
{
    static const Row none;
    const auto table = page().tables.find (heading);
    EXPECT_NE (table, page().tables.end()) << "the page has no part \"" << heading << '"';

    if (table == page().tables.end())
        return none;

    const auto found = std::ranges::find (table->second, name, &Row::name);
    EXPECT_NE (found, table->second.end()) << heading << " does not tell of " << name;
    return found != table->second.end() ? *found : none;
}

const Words& words (const std::string& heading, const std::string& name, std::size_t column = 0)
{
    static const Words none;
    const auto& columns = row (heading, name).columns;
    return column < columns.size() ? columns[column] : none;
}

/** Of each of the words, said so, something holds. */
void expectEach (const Words& all, const std::function<std::string (const std::string&)>& prompt, const std::function<bool (const SoundIntent&)>& holds, const SoundIntent* before = nullptr)
{
    EXPECT_FALSE (all.empty());

    for (const auto& word : all)
    {
        const auto intent = planSound (prompt (word), before);
        EXPECT_TRUE (intent.notUnderstood.empty()) << '"' << intent.notUnderstood.front() << "\" of \"" << prompt (word) << "\" is not understood";
        EXPECT_TRUE (holds (intent)) << '"' << prompt (word) << "\" means something else";
    }
}

std::string asItIs (const std::string& word) { return word; }

template <typename Choice>
void expectNoOtherRows (const std::string& heading)
{
    for (const auto& one : page().tables.at (heading))
        EXPECT_TRUE (choiceNamed<Choice> (one.name)) << heading << ": " << one.name;
}
} // namespace

TEST (OfflinePlannerWords, ofThePageSayWhatItIs)
{
    for (const auto name : choiceNames<SoundCategory>)
        expectEach (words ("What it is", std::string (name)), asItIs, [&] (const SoundIntent& intent) { return intent.category() == choiceNamed<SoundCategory> (name); });

    expectNoOtherRows<SoundCategory> ("What it is");
}

TEST (OfflinePlannerWords, ofThePageSayHowItSounds)
{
    for (const auto name : choiceNames<TimbreAxis>)
    {
        const auto axis = *choiceNamed<TimbreAxis> (name);
        const auto& [what, columns] = row ("How it sounds", std::string (name));
        ASSERT_GE (columns.size(), 2u) << name;
        expectEach (columns[0], asItIs, [&] (const SoundIntent& intent) { return intent.wished (axis) > 0; });

        if (! columns[1].empty())
            expectEach (columns[1], asItIs, [&] (const SoundIntent& intent) { return intent.wished (axis) < 0; });
    }

    expectNoOtherRows<TimbreAxis> ("How it sounds");

    for (const auto* what : { "moods", "pictures" })
        expectEach (words ("Pictures and moods", what), asItIs, [] (const SoundIntent& intent) { return ! intent.wishes.empty(); });
}

TEST (OfflinePlannerWords, ofThePageSayHowItMoves)
{
    for (const auto name : choiceNames<MovementKind>)
        expectEach (words ("How it moves", std::string (name)), asItIs, [&] (const SoundIntent& intent) {
            return std::ranges::any_of (intent.movements, [&] (const MovementWish& wish) { return nameOf (wish.kind) == name; });
        });

    expectNoOtherRows<MovementKind> ("How it moves");
}

TEST (OfflinePlannerWords, ofThePageSayHowLoudnessGoesAndHowMuchRoomThereIs)
{
    expectEach (words ("Envelope", "attack"), asItIs, [] (const SoundIntent& intent) { return intent.envelope.attack.has_value(); });
    expectEach (words ("Envelope", "decay"), asItIs, [] (const SoundIntent& intent) { return intent.envelope.decay.has_value(); });
    expectEach (words ("Envelope", "sustain"), asItIs, [] (const SoundIntent& intent) { return intent.envelope.sustain.has_value(); });
    expectEach (words ("Envelope", "release"), asItIs, [] (const SoundIntent& intent) { return intent.envelope.release.has_value(); });
    expectEach (words ("Space", "reverb"), asItIs, [] (const SoundIntent& intent) { return intent.space.reverb > 0.0; });
    expectEach (words ("Space", "delay"), asItIs, [] (const SoundIntent& intent) { return intent.space.delay > 0.0; });
    expectEach (words ("Space", "none"), asItIs, [] (const SoundIntent& intent) { return intent.space.reverb == 0.0 && intent.space.delay == 0.0; });
}

TEST (OfflinePlannerWords, ofThePageSayWhatItIsMadeWith)
{
    for (const auto name : choiceNames<SoundFeature>)
        expectEach (words ("What it is made with", std::string (name)), asItIs, [&] (const SoundIntent& intent) { return intent.wants (*choiceNamed<SoundFeature> (name)); });

    expectNoOtherRows<SoundFeature> ("What it is made with");
}

TEST (OfflinePlannerWords, ofThePageSayWhereItPlays)
{
    const auto from = [] (const SoundIntent& intent) { return intent.note.value_or (60) + 12 * intent.octaves; };
    expectEach (words ("Where it plays", "high"), asItIs, [&] (const SoundIntent& intent) { return from (intent) > 66; });
    expectEach (words ("Where it plays", "low"), asItIs, [&] (const SoundIntent& intent) { return from (intent) < 54; });
    expectEach (words ("Where it plays", "middle"), asItIs, [] (const SoundIntent& intent) { return intent.note && *intent.note >= 54 && *intent.note <= 66; });
}

TEST (OfflinePlannerWords, ofThePageSayHowMuchAndWhatNot)
{
    const auto plain = planSound ("dark pad").wished (TimbreAxis::brightness);
    const auto dark = [] (const std::string& word) { return word + " dark pad"; };
    expectEach (words ("How much", "more than usual"), dark, [&] (const SoundIntent& intent) { return intent.wished (TimbreAxis::brightness) < plain; });
    expectEach (words ("How much", "less than usual"), dark, [&] (const SoundIntent& intent) { return intent.wished (TimbreAxis::brightness) > plain && intent.wished (TimbreAxis::brightness) < 0; });

    expectEach (
        words ("Not", "without"), [] (const std::string& word) { return "pad " + word + " reverb"; }, [] (const SoundIntent& intent) { return intent.excludes (SoundFeature::reverb); });
    expectEach (
        words ("Not", "not too much"), [] (const std::string& word) { return "pad, " + word + " bright"; }, [] (const SoundIntent& intent) { return intent.wished (TimbreAxis::brightness) <= 0; });
}

TEST (OfflinePlannerWords, ofThePageChangeWhatIsThere)
{
    const std::string heading = "Changing what is there";
    const auto before = planSound ("pad with reverb");
    const auto moved = [] (const SoundIntent& intent) { return intent.wished (TimbreAxis::movement, true) + intent.wished (TimbreAxis::movement); };
    const auto movement = [] (const std::string& word) { return word + " movement"; };
    const auto isChange = [] (const SoundIntent& intent) { return intent.isRefinement; };
    const auto isAgainstWhatIsThere = [&] (const SoundIntent& intent) { return isChange (intent) && std::ranges::any_of (intent.wishes, &AxisWish::isRelative); };

    expectEach (
        words (heading, "more"), movement, [&] (const SoundIntent& intent) { return isChange (intent) && moved (intent) > 0; }, &before);
    expectEach (
        words (heading, "less"), movement, [&] (const SoundIntent& intent) { return isChange (intent) && moved (intent) < 0; }, &before);
    expectEach (
        words (heading, "too much of it"), [] (const std::string& word) { return word + " bright"; }, [&] (const SoundIntent& intent) { return isChange (intent) && intent.wished (TimbreAxis::brightness, true) < 0; }, &before);
    expectEach (words (heading, "comparisons"), asItIs, isAgainstWhatIsThere, &before);
    expectEach (words (heading, "verbs"), asItIs, isAgainstWhatIsThere, &before);
    expectEach (
        words (heading, "take away"), [] (const std::string& word) { return word + " the reverb"; }, [&] (const SoundIntent& intent) { return isChange (intent) && intent.excludes (SoundFeature::reverb); }, &before);
    expectEach (
        words (heading, "keep"), [] (const std::string& word) { return word + " the bass"; }, [&] (const SoundIntent& intent) { return isChange (intent) && intent.locks == std::vector { SoundPart::bass }; }, &before);

    for (const auto part : choiceNames<SoundPart>)
        expectEach (
            words ("What can be kept", std::string (part)), [] (const std::string& word) { return "darker, keep " + word; }, [&] (const SoundIntent& intent) { return intent.locks == std::vector { *choiceNamed<SoundPart> (part) }; }, &before);
}

TEST (OfflinePlannerWords, ofThePageSayFromWhereAndWhenItIs)
{
    const std::string heading = "Genres, times and machines";
    const auto& genres = words (heading, "genres");
    expectEach (genres, asItIs, [] (const SoundIntent& intent) { return ! intent.genres.empty(); });
    expectEach (words (heading, "times"), asItIs, [] (const SoundIntent& intent) { return intent.decade.has_value(); });
    expectEach (words (heading, "machines"), asItIs, [] (const SoundIntent& intent) { return ! intent.trace.empty(); });

    // Each genre that any word means is told of.
    std::set<std::string> told;

    for (const auto& word : genres)
        for (const auto& genre : planSound (word).genres)
            told.insert (genre);

    const std::regex genre (R"(genre:([a-z-]+))");

    for (const auto* file : { "LexiconNames.inc", "LexiconSound.inc" })
    {
        const auto text = readWhole (repositoryRoot() / "Source/Compose/Intent" / file);

        for (std::sregex_iterator i (text.begin(), text.end(), genre), end; i != end; ++i)
            EXPECT_TRUE (told.contains ((*i)[1])) << "the page does not tell of " << (*i)[1];
    }
}

TEST (OfflinePlannerWords, ofThePageCount)
{
    expectEach (words ("Numbers", "tempo"), asItIs, [] (const SoundIntent& intent) { return intent.tempo.has_value(); });
    expectEach (words ("Numbers", "key"), asItIs, [] (const SoundIntent& intent) { return intent.key.has_value(); });
    expectEach (words ("Numbers", "note"), asItIs, [] (const SoundIntent& intent) { return intent.note.has_value(); });
    expectEach (words ("Numbers", "times"), asItIs, [] (const SoundIntent& intent) { return intent.envelope.attack || intent.envelope.release; });
    expectEach (words ("Numbers", "speeds"), asItIs, [] (const SoundIntent& intent) { return intent.space.delayBeats || (intent.movements.size() == 1 && (intent.movements[0].hertz || intent.movements[0].beats)); });
    expectEach (words ("Numbers", "amounts"), asItIs, [] (const SoundIntent& intent) { return intent.space.reverb || ! intent.features.empty(); });
}

TEST (OfflinePlannerWords, ofAllExamplesAreUnderstood)
{
    const auto before = planSound ("pad with reverb and delay");
    EXPECT_FALSE (page().examples.at ("").empty());

    for (const auto& [heading, all] : page().examples)
    {
        EXPECT_TRUE (all.size() == 2 || all.size() == 3) << heading;

        for (const auto& prompt : all)
        {
            const auto isChange = heading == "Changing what is there" || heading == "What can be kept" || prompt.starts_with ("the same");
            const auto intent = planSound (prompt, isChange ? &before : nullptr);
            EXPECT_TRUE (intent.notUnderstood.empty()) << '"' << intent.notUnderstood.front() << "\" of \"" << prompt << '"';
            EXPECT_TRUE (intent.remarks.empty()) << prompt << ": " << intent.remarks.front();
            EXPECT_FALSE (intent.trace.empty()) << prompt;
            EXPECT_EQ (intent.isRefinement, isChange) << prompt;
        }
    }

    for (const auto& [heading, rows] : page().tables)
        EXPECT_TRUE (page().examples.contains (heading)) << heading << " has no example";
}

} // namespace athanor
