// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Intent/BorrowedTrace.h"

#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/Rules.h"

#include <gtest/gtest.h>

#include <random>

namespace athanor
{

namespace
{
constexpr auto prompt = "dark pad that slowly opens, no reverb, flurb";

std::vector<std::string> meaningsOf (const std::vector<IntentTrace>& trace)
{
    std::vector<std::string> meanings;

    for (const auto& entry : trace)
        meanings.push_back (entry.meaning);

    return meanings;
}

std::vector<IntentTrace> borrowed (const SoundIntent& intent, const SoundIntent* before = nullptr) { return borrowedTrace (intent, planSound (prompt), prompt, "Anthropic", before); }
} // namespace

TEST (BorrowedTrace, eachWordKeepsWhatBothFoundInIt)
{
    SoundIntent intent;
    intent.categories = { { SoundCategory::pad, 1 } };
    intent.wishes = { { TimbreAxis::brightness, -0.5, 1, false } };
    intent.movements = { { MovementKind::opening, 0.5, {}, {} } };
    intent.exclusions = { SoundFeature::reverb };
    intent.space.reverb = 0;
    intent.trace = borrowed (intent);

    EXPECT_EQ (causeOf (intent, "brightness"), "dark");
    EXPECT_EQ (causeOf (intent, "category pad"), "pad");
    EXPECT_EQ (causeOf (intent, "opening"), "slowly opens");
    EXPECT_EQ (causeOf (intent, "without reverb"), "reverb");

    for (const auto& entry : intent.trace)
    {
        EXPECT_FALSE (isCauseInAll (entry.meaning.substr (0, entry.meaning.find (": ")))) << entry.meaning;
        EXPECT_NE (std::string (prompt).substr (static_cast<std::size_t> (entry.begin), static_cast<std::size_t> (entry.end - entry.begin)), prompt);
    }
}

TEST (BorrowedTrace, whatOnlyTheOtherFoundItFoundInTheWholeSentence)
{
    SoundIntent intent;
    intent.wishes = { { TimbreAxis::brightness, -0.5, 1, false }, { TimbreAxis::roughness, 0.4, 1, false } };
    intent.envelope.release = 2;
    intent.trace = borrowed (intent);
    EXPECT_EQ (causeOf (intent, "roughness"), "as Anthropic heard the sentence");
    EXPECT_EQ (causeOf (intent, "release"), "as Anthropic heard the sentence");
    EXPECT_EQ (intent.trace.back().end, static_cast<int> (std::string (prompt).size()));
    EXPECT_EQ (meaningsOf (intent.trace), (std::vector<std::string> { "dark: brightness -0.5", "as Anthropic heard the sentence: roughness +0.4", "as Anthropic heard the sentence: release 2 s" }));
}

TEST (BorrowedTrace, aWordIsNotTheCauseOfItsContrary)
{
    SoundIntent intent;
    intent.wishes = { { TimbreAxis::brightness, 0.5, 1, false } };
    intent.features = { SoundFeature::reverb };
    intent.trace = borrowed (intent);
    EXPECT_EQ (causeOf (intent, "brightness"), "as Anthropic heard the sentence");
    EXPECT_EQ (causeOf (intent, "with reverb"), "as Anthropic heard the sentence");
}

TEST (BorrowedTrace, whatWasThereBeforeIsNobodysFind)
{
    SoundIntent before;
    before.wishes = { { TimbreAxis::width, 0.5, 1, false } };
    auto intent = before;
    intent.wishes.push_back ({ TimbreAxis::roughness, 0.4, 1, false });
    EXPECT_EQ (meaningsOf (borrowed (intent, &before)), std::vector<std::string> { "as Anthropic heard the sentence: roughness +0.4" });
}

TEST (BorrowedTrace, theOfflinePlannersOwnReadingKeepsItsWords)
{
    for (const auto* words : { "warm analogue pad that slowly opens, no reverb", "bright supersaw lead with glide", "deep sub bass with a little growl", "plucked strings with 1/8 echoes" })
    {
        const auto intent = planSound (words);
        auto again = intent;
        again.trace = borrowedTrace (intent, intent, words, "Gemini");

        for (const auto& wish : intent.wishes)
            EXPECT_EQ (causeOf (again, nameOf (wish.axis)), causeOf (intent, nameOf (wish.axis))) << words;
    }
}

TEST (BorrowedTrace, isNeverLongerThanAnIntentMayBe)
{
    std::mt19937 chance (7);
    SoundIntent intent;

    for (int i = 0; i < SoundIntent::mostItems; ++i)
    {
        intent.wishes.push_back ({ static_cast<TimbreAxis> (chance() % choiceNames<TimbreAxis>.size()), -1 + static_cast<double> (chance() % 2'001) / 1'000, 1, false });
        intent.genres.push_back (std::string (SoundIntent::longestText, 'g'));
        intent.features.push_back (static_cast<SoundFeature> (chance() % choiceNames<SoundFeature>.size()));
    }

    const auto trace = borrowed (intent);
    EXPECT_LE (trace.size(), static_cast<std::size_t> (SoundIntent::mostItems));

    for (const auto& entry : trace)
        EXPECT_LE (entry.meaning.size(), static_cast<std::size_t> (SoundIntent::longestText));
}

TEST (BorrowedTrace, aCauseInAllIsASentencesEndAndNoTag)
{
    for (const auto* reader : { "Anthropic", "OpenAI", "Gemini", "Ollama", "The local server" })
    {
        constexpr std::size_t longestTag = 23; // of those that a patch gets from words
        const auto cause = causeInAll (reader);
        EXPECT_TRUE (isCauseInAll (cause));
        EXPECT_GT (cause.size(), longestTag);
        EXPECT_TRUE (withCauseInAll ("Lets less through.", cause).ends_with (std::string (reader).substr (4) + " heard the sentence."));
        EXPECT_TRUE (withCauseInAll ("", cause).starts_with ("As "));
    }

    EXPECT_EQ (withCauseInAll ("Lets less through.", causeInAll ("The local server")), "Lets less through, as the local server heard the sentence.");
    EXPECT_FALSE (isCauseInAll ("as dark as it gets"));
}

} // namespace athanor
