// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/PromptPlanner.h"

#include "Compose/Intent/OfflinePlanner.h"
#include "Store/Library.h"
#include "Store/Paths.h"
#include "Support/ScriptedServer.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

#include <thread>

namespace athanor
{

namespace
{
constexpr auto prompt = "dark pad <flurb>";
constexpr auto secret = "sk-test-AbCdEfGhIjKlMnOp";
constexpr auto darkBell = R"({\"categories\":[{\"category\":\"bell\",\"weight\":1}],\"wishes\":[{\"axis\":\"brightness\",\"direction\":-0.5,\"weight\":1,\"relative\":false}],\"not_understood\":[\"flurb\"],\"confidence\":0.8})";

std::string chatReply() { return std::string (R"({"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":")") + darkBell + "\"}}]}"; }

std::string openAiReply() { return std::string (R"({"status":"completed","error":null,"output":[{"type":"message","content":[{"type":"output_text","text":")") + darkBell + "\"}]}]}"; }

struct PromptPlannerTest : testing::Test
{
    PromptPlannerTest()
    {
        choice.provider = "compatible";
        choice.url = server.url();
        choice.library = folder.path / "library.sqlite";
    }

    void chooseOpenAi()
    {
        choice.provider = "openai";
        choice.isKeyKept = true;
    }

    PromptPlan plan() const { return planPrompt (choice, prompt); }

    /** The offline planner's answer, and one sentence with these words. */
    static void expectOffline (const PromptPlan& plan, const std::string& words)
    {
        EXPECT_EQ (plan.planner, "offline");
        EXPECT_EQ (plan.intent, planSound (prompt));
        ASSERT_EQ (plan.remarks.size(), 1u);
        EXPECT_EQ (plan.remarks.front(), words);
    }

    std::string allOnDisk() const
    {
        std::string all;

        for (const auto& entry : std::filesystem::recursive_directory_iterator (folder.path))
            if (entry.is_regular_file())
                all += readWhole (entry.path());

        return all;
    }

    TemporaryFolder folder;
    ScriptedServer server;
    EnvironmentVariable noBus { "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + (folder.path / "nothing").string() };
    EnvironmentVariable openAi { "OPENAI_API_KEY", "" }, local { "LOCAL_API_KEY", "" };
    PlannerChoice choice;
};
} // namespace

TEST_F (PromptPlannerTest, takesTheAnswerOfWhoWasChosen)
{
    server.next (200, chatReply());
    const auto plan = this->plan();
    EXPECT_EQ (plan.planner, "compatible default");
    EXPECT_EQ (plan.intent.category(), SoundCategory::bell);
    EXPECT_EQ (plan.intent.remarks, std::vector<std::string> { "\"" + plan.intent.notUnderstood.front() + "\" was not understood and left out." });
    EXPECT_TRUE (plan.remarks.empty());
}

TEST_F (PromptPlannerTest, anAnswerIsLinkedToTheWordsAndElseToWhoHeardIt)
{
    server.next (200, chatReply());
    const auto asked = plan(), remembered = plan();
    ASSERT_EQ (asked.intent.trace.size(), 2u);
    EXPECT_EQ (asked.intent.trace[0], (IntentTrace { 0, 4, "dark: brightness -0.5" })) << "the model's number, the prompt's word";
    EXPECT_EQ (asked.intent.trace[1], (IntentTrace { 0, static_cast<int> (std::string (prompt).size()), "as the local server heard the sentence: category bell" }));
    EXPECT_EQ (remembered.intent.trace, asked.intent.trace);
    EXPECT_TRUE (remembered.isRemembered);
}

TEST_F (PromptPlannerTest, anEqualQuestionIsAskedOnce)
{
    server.next (200, chatReply());
    const auto first = plan(), second = plan();
    EXPECT_EQ (server.received().size(), 1u);
    EXPECT_TRUE (second.isRemembered);
    EXPECT_EQ (second.intent, first.intent);
    EXPECT_EQ (second.planner, first.planner);

    server.next (200, chatReply());
    planPrompt (choice, prompt, &first.intent);
    server.next (200, chatReply());
    choice.model = "another";
    plan();
    EXPECT_EQ (server.received().size(), 3u) << "what was there and who is asked are parts of the question";
}

TEST_F (PromptPlannerTest, aFaultIsToldAndNotRemembered)
{
    server.next (401, R"({"error":{"message":"no"}})");
    expectOffline (plan(), "The local server refused the key; the offline planner answered.");
    server.next (200, "<html>Log in</html>");
    expectOffline (plan(), "The local server gave an answer that cannot be used; the offline planner answered.");
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.reset(); });
    const auto broken = plan();
    ASSERT_EQ (broken.remarks.size(), 1u);
    EXPECT_TRUE (broken.remarks.front().ends_with (" broke; the offline planner answered.")) << broken.remarks.front();
    server.next (200, chatReply());
    EXPECT_EQ (plan().intent.category(), SoundCategory::bell);
}

TEST_F (PromptPlannerTest, sendsNothingUnlessItWasChosen)
{
    choice.provider.clear();
    const auto plan = this->plan();
    EXPECT_EQ (plan.intent, planSound (prompt));
    EXPECT_TRUE (plan.remarks.empty());

    chooseOpenAi();
    choice.isKeyKept = false;
    expectOffline (this->plan(), "There is no key for OpenAI, so nothing leaves this machine; the offline planner answered.");
    choice.isKeyKept = true;
    expectOffline (this->plan(), "This system has no key store that answers: the environment variable OPENAI_API_KEY can hold the key instead; the offline planner answered.");

    choice.provider = "compatible";
    EXPECT_TRUE (planPrompt (choice, "  \n").remarks.empty()) << "there is nothing to ask";
    EXPECT_TRUE (server.received().empty());
}

TEST_F (PromptPlannerTest, theKeyOfTheEnvironmentIsUsedAndWrittenNowhere)
{
    const EnvironmentVariable key ("OPENAI_API_KEY", secret);
    chooseOpenAi();
    server.next (429, R"({"error":{"message":"no quota for )" + std::string (secret) + R"(","code":"insufficient_quota"}})");
    const auto refused = plan();
    expectOffline (refused, "OpenAI says that the quota of this key is used up; the offline planner answered.");
    server.next (200, openAiReply());
    EXPECT_EQ (plan().intent.category(), SoundCategory::bell);
    EXPECT_EQ (server.received().back().headers.at ("authorization"), std::string ("Bearer ") + secret);
    EXPECT_EQ (allOnDisk().find ("AbCdEfGh"), std::string::npos);
    EXPECT_EQ (allOnDisk().find (prompt), std::string::npos) << "nor the prompt";
}

TEST_F (PromptPlannerTest, theKeyOfTheKeyStoreIsUsed)
{
    KeyStore store;

    if (! store.isRunning())
        GTEST_SKIP() << "dbus or gnome-keyring is not installed";

    chooseOpenAi();
    expectOffline (plan(), "There is no key for OpenAI; the offline planner answered.");
    ASSERT_TRUE (keepKey (keyNameOf (*plannerProvider ("openai")), Secret (secret)));
    server.next (200, openAiReply());
    EXPECT_EQ (plan().intent.category(), SoundCategory::bell);
    EXPECT_EQ (server.received().back().headers.at ("authorization"), std::string ("Bearer ") + secret);
    EXPECT_EQ (allOnDisk().find ("AbCdEfGh"), std::string::npos);
}

TEST_F (PromptPlannerTest, worksWithoutALibrary)
{
    choice.library.clear();
    server.next (200, chatReply());
    EXPECT_EQ (plan().intent.category(), SoundCategory::bell);
}

TEST_F (PromptPlannerTest, aStopIsSeenWhileItWaits)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.holdUntilGone(); });
    std::stop_source stop;
    std::jthread stopper ([&] {
        server.waitForRequests (1);
        stop.request_stop();
    });
    EXPECT_TRUE (planPrompt (choice, prompt, nullptr, stop.get_token()).isCancelled);
}

TEST_F (PromptPlannerTest, theDeskReadsAsTheSettingsSayAtThatMoment)
{
    const EnvironmentVariable planner ("ATHANOR_PLANNER", ""), model ("ATHANOR_PLANNER_MODEL", ""), url ("ATHANOR_PLANNER_URL", "");
    Preferences preferences;
    const auto read = readAsChosen (preferences);
    EXPECT_EQ (read (prompt, nullptr, {}).planner, "offline");

    ASSERT_TRUE (choosePlanner (preferences, "compatible", "small", server.url()));
    server.next (200, chatReply());
    EXPECT_EQ (read (prompt, nullptr, {}).planner, "compatible small");

    server.next (400, "{}");
    const auto failed = read (prompt, nullptr, {});
    EXPECT_EQ (failed.planner, "offline");
    EXPECT_EQ (failed.remarks, std::vector<std::string> { "The local server did not accept the request; the offline planner answered." });
    EXPECT_EQ (failed.intent, planSound (prompt)) << "what is made of it is the same, with a network or without";

    ASSERT_TRUE (choosePlanner (preferences, "offline", "", ""));
    EXPECT_EQ (read (prompt, nullptr, {}).intent, planSound (prompt));
    EXPECT_EQ (server.received().size(), 2u);
}

TEST_F (PromptPlannerTest, aShellAsksNobodyUnlessItIsTold)
{
    const EnvironmentVariable home ("ATHANOR_HOME", folder.path.string()), model ("ATHANOR_PLANNER_MODEL", "");
    Preferences preferences;
    ASSERT_TRUE (preferences.open (paths::library()));
    ASSERT_TRUE (choosePlanner (preferences, "compatible", "small", server.url()));

    {
        const EnvironmentVariable planner ("ATHANOR_PLANNER", "");
        EXPECT_EQ (readForShell() (prompt, nullptr, {}).planner, "offline");
    }

    const EnvironmentVariable planner ("ATHANOR_PLANNER", "compatible"), url ("ATHANOR_PLANNER_URL", server.url() + "/v1");
    server.next (200, chatReply());
    EXPECT_EQ (readForShell() (prompt, nullptr, {}).planner, "compatible small");
    EXPECT_EQ (readForShell() (prompt, nullptr, {}).intent.category(), SoundCategory::bell);
    ASSERT_EQ (server.received().size(), 1u) << "the second time it is remembered";
    EXPECT_TRUE (server.received().front().line.starts_with ("POST /v1/chat"));
}

} // namespace athanor
