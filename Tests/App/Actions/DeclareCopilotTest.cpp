// SPDX-License-Identifier: GPL-3.0-or-later
// The copilot as the window plays it: by its actions alone.
#include "App/Actions/Declare.h"

#include "App/Copilot/BundleMaker.h"
#include "App/Copilot/CopilotDesk.h"
#include "App/Session.h"
#include "App/StartProject.h"
#include "Core/Id.h"
#include "Formats/Bundle/Bundle.h"
#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
constexpr std::array needCards { "copilot.again", "copilot.vary", "copilot.try", "copilot.parts", "copilot.preview", "copilot.dismiss", "copilot.export", "copilot.cover" };
constexpr std::array needATrial { "copilot.compare", "copilot.keep", "copilot.putBack" };

struct CopilotActionsTest : testing::Test
{
    CopilotActionsTest() { session.start (startProject()); }

    bool run (const std::string& id, Arguments arguments = {})
    {
        const auto result = session.actions().run (id, std::move (arguments));
        sentence = result ? "" : result.failure().message;
        answer = result ? *result : Value();
        return static_cast<bool> (result);
    }

    void ask (const std::string& prompt)
    {
        ASSERT_TRUE (run ("copilot.ask", { { "prompt", prompt } })) << sentence;
        session.copilot().settle();
        ASSERT_TRUE (session.copilot().problem().empty()) << session.copilot().problem();
    }

    std::string whyNot (const std::string& id) { return session.actions().find (id)->whyNot(); }

    /** All cards as an action tells of them, the newest first. */
    Value::List cards()
    {
        EXPECT_TRUE (run ("copilot.list"));
        return answer.as<Value::List>() != nullptr ? *answer.as<Value::List>() : Value::List();
    }

    static int numberOf (const Value& card) { return static_cast<int> (*card.part ("card")->as<std::int64_t>()); }

    static std::string nameOf (const Value& card) { return *card.part ("name")->as<std::string>(); }

    std::shared_ptr<const PatchSpec> played() const { return session.patchOf (session.selection().instrument); }

    void turnByHand (float pan)
    {
        session.editPatch (session.selection().instrument, "turn", [pan] (PatchSpec& patch) { patch.values[Control::osc_1_pan] = pan; });
    }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", folder.path.string() };
    Session session;
    std::string sentence;
    Value answer;
};
} // namespace

TEST_F (CopilotActionsTest, SayWhyNotBeforeAnythingWasMade)
{
    const auto before = session.project();

    for (const auto* id : needCards)
    {
        EXPECT_FALSE (run (id, { { "parts", "1" }, { "file", (folder.path / "x.zip").string() } })) << id;
        EXPECT_EQ (sentence, "The copilot has made no sound yet: ask for one first.") << id;
        EXPECT_EQ (whyNot (id), sentence) << id;
    }

    for (const auto* id : needATrial)
    {
        EXPECT_FALSE (run (id)) << id;
        EXPECT_EQ (sentence, id == std::string ("copilot.compare") ? "There is no sound of the copilot, or none before it, to be compared." : "No sound of the copilot is being tried.") << id;
    }

    EXPECT_FALSE (run ("copilot.cancel"));
    EXPECT_EQ (sentence, "The copilot is doing nothing just now.");
    EXPECT_FALSE (run ("copilot.ask"));
    EXPECT_EQ (sentence, "\"Ask for a sound\" needs to know: What it should sound like.");
    EXPECT_FALSE (run ("copilot.ask", { { "prompt", " \n" } }));
    EXPECT_TRUE (sentence.starts_with ("Say what the sound shall be like")) << sentence;
    EXPECT_FALSE (run ("copilot.ask", { { "prompt", "a bit darker" } }));
    EXPECT_EQ (sentence, "There is no sound yet that could be changed: ask for one first.");

    EXPECT_TRUE (cards().empty());
    EXPECT_EQ (session.project(), before);
}

TEST_F (CopilotActionsTest, WhatIsAskedForIsPlayedAndUndoneInOneStep)
{
    const auto before = session.project();
    ask ("warm pad, no reverb");
    const auto made = cards();
    ASSERT_EQ (made.size(), 1u);
    EXPECT_EQ (*made[0].part ("asked"), Value ("warm pad, no reverb"));
    EXPECT_EQ (*made[0].part ("category"), Value ("pad"));
    EXPECT_FALSE (made[0].part ("why")->as<Value::List>()->empty());
    ASSERT_NE (played(), nullptr);
    EXPECT_EQ (nameOf (made[0]), played()->name);
    const auto after = session.project();

    ASSERT_TRUE (run ("edit.undo"));
    EXPECT_EQ (session.project(), before);
    EXPECT_FALSE (run ("copilot.compare")) << "what was undone is not tried";
    ASSERT_TRUE (run ("edit.redo"));
    EXPECT_EQ (session.project(), after);

    // The next seed of the same words is a sound of its own, and still one step.
    ASSERT_TRUE (run ("copilot.again")) << sentence;
    session.copilot().settle();
    ASSERT_EQ (cards().size(), 2u);
    EXPECT_NE (nameOf (cards()[0]) + session.copilot().cards()[0].made().patch.origin, nameOf (cards()[1]) + session.copilot().cards()[1].made().patch.origin);
    ASSERT_TRUE (run ("edit.undo"));
    EXPECT_EQ (session.project(), before);
}

TEST_F (CopilotActionsTest, WhatIsUnderWayCanBeStopped)
{
    ASSERT_TRUE (run ("copilot.ask", { { "prompt", "dark bass" } }));
    EXPECT_EQ (whyNot ("copilot.cancel"), "");
    EXPECT_TRUE (run ("copilot.cancel"));
    EXPECT_FALSE (run ("copilot.cancel"));
    session.copilot().settle();
    EXPECT_TRUE (cards().empty());
    EXPECT_EQ (played(), nullptr);
}

TEST_F (CopilotActionsTest, ComparingKeepingAndPuttingBackWorkOnWhatWasTurnedByHandToo)
{
    ask ("bright pluck");
    const auto pluck = played()->name;
    ASSERT_TRUE (run ("copilot.keep"));
    EXPECT_FALSE (run ("copilot.keep"));
    EXPECT_EQ (sentence, "No sound of the copilot is being tried.");
    const auto kept = session.project();

    ask ("dark bass");
    const auto bass = played()->name;
    ASSERT_NE (bass, pluck);
    turnByHand (0.5f);
    ASSERT_TRUE (run ("copilot.compare")) << sentence;
    EXPECT_EQ (played()->name, pluck);
    ASSERT_TRUE (run ("copilot.compare")) << sentence;
    EXPECT_EQ (played()->name, bass);
    EXPECT_EQ (played()->values[Control::osc_1_pan], 0.5f);

    ASSERT_TRUE (run ("copilot.putBack")) << sentence;
    EXPECT_EQ (played()->name, pluck);
    EXPECT_EQ (*played(), *session.patchOf (session.selection().instrument));
    EXPECT_EQ (session.project(), kept);
    EXPECT_FALSE (run ("copilot.putBack"));

    // Each of these can be taken back.
    ASSERT_TRUE (run ("edit.undo"));
    EXPECT_EQ (played()->name, bass);
    EXPECT_EQ (played()->values[Control::osc_1_pan], 0.5f);
}

TEST_F (CopilotActionsTest, PartsThatAreLeftOutAreOneStepAndABadListIsASentence)
{
    const auto before = session.project();
    ask ("dark pad with chorus");
    const auto whole = played();

    for (const auto* wrong : { "one", "1,,2", "0", "-1", "1;2", "99999999999999999999999" })
    {
        EXPECT_FALSE (run ("copilot.parts", { { "parts", wrong } })) << wrong;
        EXPECT_EQ (sentence, "Name the parts by their numbers, as in \"1,2,5\".");
    }

    EXPECT_EQ (*played(), *whole);
    ASSERT_TRUE (run ("copilot.parts", { { "parts", "1,2" } })) << sentence;
    EXPECT_FALSE (*played() == *whole);
    EXPECT_EQ (session.copilot().partsOf (session.copilot().tried()), (std::set<std::size_t> { 0, 1 }));
    ASSERT_TRUE (run ("copilot.try")) << sentence;
    EXPECT_EQ (*played(), *whole);
    ASSERT_TRUE (run ("edit.undo"));
    EXPECT_EQ (session.project(), before);
}

TEST_F (CopilotActionsTest, VariationsAreTriedAndForgottenByTheirNumbers)
{
    ask ("warm pad");
    const auto root = numberOf (cards()[0]);
    const auto before = session.project();
    ASSERT_TRUE (run ("copilot.vary")) << sentence;
    session.copilot().settle();
    const auto all = cards();
    ASSERT_EQ (all.size(), 7u);
    EXPECT_EQ (session.project(), before) << "nothing is played until somebody tries it";
    EXPECT_EQ (*all[3].part ("variation"), Value (true));
    EXPECT_EQ (*all[3].part ("parent"), Value (root));

    ASSERT_TRUE (run ("copilot.try", { { "card", numberOf (all[3]) } })) << sentence;
    EXPECT_EQ (session.copilot().tried(), numberOf (all[3]));
    const auto tried = session.project();
    EXPECT_FALSE (tried == before);
    ASSERT_TRUE (run ("copilot.dismiss", { { "card", numberOf (all[3]) } }));
    EXPECT_EQ (cards().size(), 6u);
    EXPECT_EQ (session.project(), tried) << "what is played stays";

    for (const auto* id : { "copilot.try", "copilot.vary", "copilot.preview", "copilot.export", "copilot.cover" })
    {
        EXPECT_FALSE (run (id, { { "card", numberOf (all[3]) }, { "file", (folder.path / "x.zip").string() } })) << id;
        EXPECT_TRUE (sentence.ends_with (".")) << id;
    }

    EXPECT_FALSE (std::filesystem::exists (folder.path / "x.zip"));
    EXPECT_EQ (session.project(), tried);
}

TEST_F (CopilotActionsTest, APreviewAndABundleLeaveTheProjectAlone)
{
    ask ("short bell");
    const auto before = session.project();
    EXPECT_TRUE (run ("copilot.preview")) << sentence;
    EXPECT_TRUE (run ("copilot.preview", { { "stop", true } })) << sentence;
    const auto file = folder.path / "bell.zip";
    ASSERT_TRUE (run ("copilot.export", { { "file", file.string() } })) << sentence;
    session.copilot().bundles.settle();
    const auto bundle = readBundle (readWhole (file));
    ASSERT_TRUE (bundle) << bundle.failure().message;
    EXPECT_EQ (bundle->patch.name, played()->name);
    EXPECT_EQ (session.project(), before);
}

TEST_F (CopilotActionsTest, WhoSignsGivesTheSleevesTheirStyle)
{
    ask ("short bell");
    const auto styleIn = [&] (const char* name) {
        EXPECT_TRUE (run ("copilot.export", { { "file", (folder.path / name).string() } })) << sentence;
        session.copilot().bundles.settle();
        const auto bundle = readBundle (readWhole (folder.path / name));
        EXPECT_TRUE (bundle);
        return bundle ? *bundle->cover.part ("style") : Value();
    };

    EXPECT_EQ (styleIn ("nobody.zip"), Value (toHex (styleOf (""))));
    const auto before = session.copilot().bundles.sleeveOf (session.copilot().cards()[0].made());
    ASSERT_TRUE (run ("copilot.sign", { { "name", "  Night Owl " } })) << sentence;
    EXPECT_EQ (styleIn ("owl.zip"), Value (toHex (styleOf ("Night Owl"))));
    EXPECT_NE (session.copilot().bundles.sleeveOf (session.copilot().cards()[0].made()), before) << "at once";
    EXPECT_FALSE (run ("copilot.sign")) << "a name is not wiped out by accident";
    EXPECT_EQ (session.preferences().text (profileSetting, ""), "Night Owl");
    ASSERT_TRUE (run ("copilot.sign", { { "name", "" } })) << sentence;
    EXPECT_TRUE (readWhole (folder.path / "nobody.zip") == (styleIn ("again.zip"), readWhole (folder.path / "again.zip")));
}

} // namespace athanor
