// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/PlannerChoice.h"

#include "Support/Files.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
/** Nobody's keys and choices but the test's. */
struct PlannerChoiceTest : testing::Test
{
    std::string status() const { return plannerStatus (plannerChoice (preferences)); }

    EnvironmentVariable openAi { "OPENAI_API_KEY", "" }, anthropic { "ANTHROPIC_API_KEY", "" }, gemini { "GEMINI_API_KEY", "" };
    EnvironmentVariable planner { "ATHANOR_PLANNER", "" }, model { "ATHANOR_PLANNER_MODEL", "" }, url { "ATHANOR_PLANNER_URL", "" };
    Preferences preferences;
};
} // namespace

TEST_F (PlannerChoiceTest, nothingLeavesTheMachineUnlessSomebodySaysSo)
{
    EXPECT_EQ (status(), "Offline: nothing leaves this machine.");
    const EnvironmentVariable key ("OPENAI_API_KEY", "sk-of-another-program");
    EXPECT_EQ (status(), "Offline: nothing leaves this machine.") << "a key alone is no wish";
}

TEST_F (PlannerChoiceTest, withoutAKeyNothingLeavesTheMachine)
{
    ASSERT_TRUE (choosePlanner (preferences, "openai", "", ""));
    EXPECT_EQ (status(), "Offline: there is no key for OpenAI, so nothing leaves this machine.");

    {
        const EnvironmentVariable key ("OPENAI_API_KEY", "sk-given");
        EXPECT_EQ (status(), "Prompts go to api.openai.com, model gpt-5-mini.");
    }

    preferences.set (keySetting ("openai"), true);
    EXPECT_EQ (status(), "Prompts go to api.openai.com, model gpt-5-mini.");
    ASSERT_TRUE (choosePlanner (preferences, "anthropic", "", ""));
    EXPECT_EQ (status(), "Offline: there is no key for Anthropic, so nothing leaves this machine.") << "that was another one's key";
}

TEST_F (PlannerChoiceTest, aLocalServerNeedsNoKeyAndIsTold)
{
    ASSERT_TRUE (choosePlanner (preferences, "ollama", "qwen3:8b", ""));
    EXPECT_EQ (status(), "Prompts go to 127.0.0.1:11434, model qwen3:8b; nothing leaves this machine.");
    ASSERT_TRUE (choosePlanner (preferences, "compatible", "m", "https://studio.example/v1"));
    EXPECT_EQ (status(), "Prompts go to studio.example, model m.");
}

TEST_F (PlannerChoiceTest, modelAndAddressAreRememberedForEach)
{
    ASSERT_TRUE (choosePlanner (preferences, "ollama", "qwen3:8b", "http://localhost:5000"));
    ASSERT_TRUE (choosePlanner (preferences, "offline", "", ""));
    EXPECT_EQ (plannerChoice (preferences).provider, "");
    const auto other = plannerChoice (preferences, "ollama");
    EXPECT_EQ (other.model, "qwen3:8b");
    EXPECT_EQ (other.url, "http://localhost:5000");
    EXPECT_GT (other.longest, plannerChoice (preferences, "openai").longest) << "at home it takes longer";
}

TEST_F (PlannerChoiceTest, whatCannotBeIsNotChosen)
{
    const auto expectRefusal = [&] (const char* id, const std::string& name, const std::string& place) {
        const auto chosen = choosePlanner (preferences, id, name, place);
        ASSERT_FALSE (chosen) << id << name << place;
        EXPECT_TRUE (chosen.failure().message.ends_with ('.'));
        EXPECT_EQ (status(), "Offline: nothing leaves this machine.");
    };

    expectRefusal ("nobody", "", "");
    expectRefusal ("openai", "two words", "");
    expectRefusal ("openai", "line\r\nbreak", "");
    expectRefusal ("openai", std::string (200, 'm'), "");
    expectRefusal ("openai", "", "http://api.openai.com");
    expectRefusal ("ollama", "", "file:///etc/passwd");
    expectRefusal ("ollama", "", "http://192.168.0.2:11434");

    preferences.set ("copilot.provider", "ollama");
    preferences.set ("copilot.ollama.url", "http://evil.example/");
    EXPECT_EQ (status(), "Offline: the address of Ollama cannot be used, so nothing leaves this machine.");
}

TEST_F (PlannerChoiceTest, aShellChoosesByVariables)
{
    const EnvironmentVariable who ("ATHANOR_PLANNER", "compatible"), which ("ATHANOR_PLANNER_MODEL", "small"), where ("ATHANOR_PLANNER_URL", "http://localhost:9999/v1");
    EXPECT_EQ (status(), "Prompts go to localhost:9999, model small; nothing leaves this machine.");
    ASSERT_TRUE (choosePlanner (preferences, "openai", "", ""));
    EXPECT_EQ (plannerChoice (preferences).provider, "compatible");
}

} // namespace athanor
